#include "odf/labels.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace samsvar::odf {

namespace {

std::string roman(int number)
{
    static constexpr std::pair<int, const char*> steps[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    std::string text;
    for (const auto& [value, letters] : steps)
        for (; number >= value; number -= value) text += letters;
    return text;
}

std::string upper(std::string text)
{
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// a … z, then aa, ab …, or aa, bb … when the letters are kept in step (style:num-letter-sync).
std::string letters(int number, bool in_step)
{
    if (in_step)
        return std::string(static_cast<std::size_t>(std::min((number - 1) / 26 + 1, 50)),
                           static_cast<char>('a' + (number - 1) % 26));
    std::string text;
    for (; number > 0; number = (number - 1) / 26)
        text.insert(text.begin(), static_cast<char>('a' + (number - 1) % 26));
    return text;
}

}  // namespace

std::string number_as(int number, std::string_view format)
{
    if (format.empty()) return {};
    if (number < 1 || number > 3999) return std::to_string(number);
    switch (format.front()) {
        case 'a': return letters(number, format.size() > 1);
        case 'A': return upper(letters(number, format.size() > 1));
        case 'i': return roman(number);
        case 'I': return upper(roman(number));
        default: return std::to_string(number);
    }
}

void Labels::begin(const std::string& id, const std::string& style, const std::string& continued, bool goes_on)
{
    if (!open_.empty()) {
        // A list inside a list counts on its level of the outer one.
        open_.push_back({style.empty() ? open_.back().style : style, open_.back().counters});
        return;
    }
    std::string source = continued;
    if (source.empty() && goes_on)
        if (const auto last = last_of_style_.find(style); last != last_of_style_.end()) source = last->second;
    const std::string own = id.empty() ? " " + std::to_string(++unnamed_) : id;
    const auto before = by_id_.find(source);
    const Counters counters = before == by_id_.end() ? Counters{} : before->second;
    Counters& mine = by_id_[own];
    mine = counters;
    last_of_style_[style] = own;
    open_.push_back({style, &mine});
}

void Labels::end()
{
    if (!open_.empty()) open_.pop_back();
}

std::string Labels::next(int start)
{
    if (open_.empty()) return {};
    const ListStyle* style = styles_.list_style(open_.back().style);
    if (!style || open_.back().style.empty()) return {};
    return label(*style, *open_.back().counters, level(), start);
}

std::string Labels::next_heading(int level)
{
    const ListStyle* outline = styles_.list_style({});
    if (!outline || level < 1 || level > 10) return {};
    return label(*outline, headings_, level - 1, -1);
}

std::string Labels::label(const ListStyle& style, Counters& counters, int level, int start)
{
    level = std::clamp(level, 0, static_cast<int>(style.size()) - 1);
    const auto at = static_cast<std::size_t>(level);
    const auto value = [&](std::size_t i) { return counters[i] > 0 ? counters[i] - 1 : style[i].start; };
    // Counters hold one more than the number, so that 0 can mean that the level has not begun.
    counters[at] = (start >= 0 ? start : counters[at] > 0 ? value(at) + 1 : style[at].start) + 1;
    for (std::size_t below = at + 1; below < counters.size(); ++below) counters[below] = 0;
    const ListLevel& own = style[at];
    if (own.bullet) return own.text.empty() ? "•" : own.text;
    if (own.whole) {
        std::string text;
        const std::string& whole = *own.whole;
        for (std::size_t i = 0; i < whole.size(); ++i) {
            const std::size_t close = whole[i] == '%' ? whole.find('%', i + 1) : std::string::npos;
            const int number = close == std::string::npos ? 0 : std::atoi(whole.c_str() + i + 1);
            if (number < 1 || number > level + 1) {
                text += whole[i];
                continue;
            }
            const auto wanted = static_cast<std::size_t>(number - 1);
            text += number_as(value(wanted), style[wanted].format);
            i = close;
        }
        return own.format.empty() && text.find_first_of("0123456789") == std::string::npos ? std::string() : text;
    }
    if (own.format.empty()) return {};
    std::string numbers;
    for (int i = level - own.display_levels + 1; i <= level; ++i) {
        const auto index = static_cast<std::size_t>(std::max(i, 0));
        const std::string number = number_as(value(index), style[index].format);
        if (number.empty()) continue;
        if (!numbers.empty()) numbers += '.';
        numbers += number;
    }
    return own.prefix + numbers + own.suffix;
}

}  // namespace samsvar::odf
