#pragma once

#include <string>
#include <string_view>

namespace samsvar {

/// The letters and digits of ASCII, whatever the locale; of folded text (text/fold.h) that is all there are.
constexpr bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// With its capitals of ASCII as small letters.
inline std::string ascii_lower(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

}  // namespace samsvar
