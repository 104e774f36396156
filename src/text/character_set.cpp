#include "text/character_set.h"

namespace samsvar::text {

namespace {

bool begins_range(std::string_view pattern, std::size_t at)
{
    return at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']';
}

bool is_ascii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

const Set& word_set()
{
    static const Set set = [] {
        Set made;
        for (int c = 0; c < 128; ++c)
            if (in_word(static_cast<char>(c))) made.set(static_cast<std::size_t>(c));
        return made;
    }();
    return set;
}

Set set_of(std::string_view members)
{
    Set set;
    for (const char c : members) set.set(static_cast<unsigned char>(c));
    return set;
}

std::optional<Set> read_escaped_set(std::string_view pattern, std::size_t& at)
{
    if (at >= pattern.size()) return std::nullopt;
    const char c = pattern[at++];
    switch (c) {
        case 'w': return word_set();
        case 'W': return ~word_set();
        case 'd': return set_of("0123456789");
        case 'D': return ~set_of("0123456789");
        case 's': return set_of("\t\n\f\r ");
        case 'S': return ~set_of("\t\n\f\r ");
        case 'n': return set_of("\n");
        case 't': return set_of("\t");
        default: break;
    }
    if (c <= ' ' || c == 0x7F || !is_ascii(c) || word_set().test(static_cast<unsigned char>(c))) return std::nullopt;
    return set_of({&c, 1});
}

std::optional<Set> read_bracket(std::string_view pattern, std::size_t& at)
{
    const bool negated = at < pattern.size() && pattern[at] == '^';
    if (negated) ++at;
    Set set;
    for (bool first = true; at < pattern.size(); first = false) {
        const char low = pattern[at++];
        if (low == ']') {
            if (first) return std::nullopt;
            return negated ? ~set : set;
        }
        if (low == '[' || !is_ascii(low)) return std::nullopt;  // [:alpha:]
        if (low == '\\') {
            const std::optional<Set> escaped = read_escaped_set(pattern, at);
            if (!escaped || begins_range(pattern, at)) return std::nullopt;
            set |= *escaped;
            continue;
        }
        char high = low;
        if (begins_range(pattern, at)) {
            high = pattern[at + 1];
            at += 2;
            if (high == '\\' || high == '[' || high < low || !is_ascii(high)) return std::nullopt;
        }
        for (int c = low; c <= high; ++c) set.set(static_cast<std::size_t>(c));
    }
    return std::nullopt;
}

}  // namespace samsvar::text
