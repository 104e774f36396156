#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

namespace samsvar::text {

/// Bytes that one place of a pattern can match.
using Set = std::bitset<256>;

/// What \w stands for.
const Set& word_set();
/// A character of it: asked of every letter of a text.
inline bool in_word(char c)
{
    static constexpr std::array<bool, 256> all = [] {
        std::array<bool, 256> made{};
        for (std::size_t at = 0; at < made.size(); ++at)
            made[at] = (at >= 'a' && at <= 'z') || (at >= 'A' && at <= 'Z') || (at >= '0' && at <= '9') || at == '_';
        return made;
    }();
    return all[static_cast<unsigned char>(c)];
}
/// A character of it stands at a place of a text; none does behind its end.
inline bool word_at(std::string_view text, std::size_t at)
{
    return at < text.size() && in_word(text[at]);
}
Set set_of(std::string_view members);

/// What stands behind a backslash at `at`, in or outside brackets, in the common part of RE2's syntax (\w \W \d \D \s
/// \S \n \t and escaped signs); `at` moves behind it. Nothing when it is something else.
std::optional<Set> read_escaped_set(std::string_view pattern, std::size_t& at);

/// The set whose opening bracket stands before `at`, without [:alpha:] and its like; `at` moves behind the closing one.
/// Nothing when it uses other syntax or is not closed.
std::optional<Set> read_bracket(std::string_view pattern, std::size_t& at);

}  // namespace samsvar::text
