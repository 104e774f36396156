#include "rules/respell.h"

#include <algorithm>
#include <utility>

namespace samsvar::rules {

namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

/// Replaces at each place the first that fits.
template <std::size_t size>
std::string replaced(std::string_view text, const Replacement (&table)[size])
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        bool done = false;
        for (const auto& [from, to] : table)
            if (text.substr(at, from.size()) == from) {
                result += to;
                at += from.size();
                done = true;
                break;
            }
        if (!done) result += text[at++];
    }
    return result;
}

bool ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string upper_case(std::string_view text)
{
    static constexpr Replacement table[] = {{"å", "Å"}, {"ä", "Ä"}, {"ö", "Ö"}, {"æ", "Æ"},
                                            {"ø", "Ø"}, {"é", "É"}, {"ü", "Ü"}};
    std::string result = replaced(text, table);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return result;
}

std::string decomposed(std::string_view text)
{
    static constexpr Replacement table[] = {
        {"å", "a\u030A"}, {"Å", "A\u030A"}, {"ä", "a\u0308"}, {"Ä", "A\u0308"}, {"ö", "o\u0308"},
        {"Ö", "O\u0308"}, {"é", "e\u0301"}, {"É", "E\u0301"}, {"ü", "u\u0308"}, {"Ü", "U\u0308"},
    };
    return replaced(text, table);
}

std::string no_break_blanks(std::string_view text)
{
    static constexpr Replacement table[] = {{" ", "\u00A0"}};
    return replaced(text, table);
}

std::string soft_hyphens(std::string_view text)
{
    constexpr std::size_t long_word = 8;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && ascii_letter(text[end])) ++end;
        if (end - at >= long_word) {
            result += text.substr(at, 4);
            result += "\u00AD";
            result += text.substr(at + 4, end - at - 4);
        }
        else
            result += text.substr(at, end - at);
        at = end;
        if (at < text.size()) result += text[at++];
    }
    return result;
}

std::string typographic(std::string_view text)
{
    static constexpr Replacement table[] = {{"'", "\u2019"}, {"\"", "\u201D"}, {" - ", " \u2013 "}};
    return replaced(text, table);
}

std::string windows_lines(std::string_view text)
{
    static constexpr Replacement table[] = {{"\n", "\r\n"}};
    return replaced(text, table);
}

std::string lower_starts(std::string_view text)
{
    std::string result(text);
    bool start = true;
    for (std::size_t at = 0; at < result.size(); ++at) {
        const char c = result[at];
        const bool capital = c >= 'A' && c <= 'Z';
        // "TLS", "HR-02" and "I" stay what they are.
        const bool word = capital && at + 1 < result.size() && result[at + 1] >= 'a' && result[at + 1] <= 'z';
        if (start && word) result[at] = static_cast<char>(c - 'A' + 'a');
        if (ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80)
            start = false;
        else if (c == '\n')
            start = false;  // lines of small letters are one sentence going on: another meaning
        else if (c == ' ' && at > 0)
            start = result[at - 1] == '.' || result[at - 1] == '!' || result[at - 1] == '?';
    }
    return result;
}

std::string broken_lines(std::string_view text)
{
    constexpr std::size_t width = 60;
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    std::string result(text);
    std::size_t line = 0;
    for (std::size_t at = 1; at + 1 < result.size(); ++at) {
        if (result[at] == '\n') line = at;
        if (result[at] != ' ' || at - line < width || !lower(result[at - 1]) || !lower(result[at + 1])) continue;
        result[at] = '\n';
        line = at;
    }
    return result;
}

std::string odd_blanks(std::string_view text)
{
    constexpr std::size_t long_word = 10;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && ascii_letter(text[end])) ++end;
        result += text.substr(at, std::min<std::size_t>(end - at, 5));
        if (end - at >= long_word) result += "\u200B";
        if (end - at > 5) result += text.substr(at + 5, end - at - 5);
        at = end;
        if (at == text.size()) break;
        const bool figure = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
        if (text[at] == ' ')
            result += figure ? "\u202F" : "  ";
        else
            result += text[at];
        ++at;
    }
    return result;
}

}  // namespace samsvar::rules
