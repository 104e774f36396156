#include <array>

#include "archive/utf8.h"
#include "evidence/properties.h"

namespace samsvar::evidence {

namespace {

/// `count` figures at `at` as a number, moving `at` behind them; -1 when there are fewer.
int figures(std::string_view text, std::size_t& at, std::size_t count)
{
    if (at + count > text.size()) return -1;
    int value = 0;
    for (const std::size_t end = at + count; at < end; ++at) {
        if (text[at] < '0' || text[at] > '9') return -1;
        value = value * 10 + (text[at] - '0');
    }
    return value;
}

}  // namespace

std::optional<model::Date> day_in(std::string_view text)
{
    constexpr int first_year = 1990, last_year = 2099;
    constexpr std::array<int, 13> days{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    while (!text.empty() &&
           (text.front() == ' ' || text.front() == '\n' || text.front() == '\r' || text.front() == '\t'))
        text.remove_prefix(1);
    if (text.starts_with("D:")) text.remove_prefix(2);
    std::size_t at = 0;
    model::Date date{figures(text, at, 4), 0, 0};
    if (date.year < first_year || date.year > last_year) return std::nullopt;
    const auto dash = [&] {
        if (at < text.size() && text[at] == '-') ++at;
    };
    dash();
    date.month = figures(text, at, 2);
    if (date.month < 1 || date.month > 12) return std::nullopt;
    dash();
    date.day = figures(text, at, 2);
    if (date.day < 1 || date.day > days[static_cast<std::size_t>(date.month)]) return std::nullopt;
    return date;
}

std::string tidy(std::string_view text)
{
    constexpr std::size_t longest = 200;
    std::string line;
    for (const char c : text.substr(0, 4 * longest)) {
        const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return archive::excerpt(line, longest);
}

}  // namespace samsvar::evidence
