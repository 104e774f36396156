#pragma once

namespace samsvar::layout {

/// The letters and digits of ASCII; of folded text that is all there are.
constexpr bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

}  // namespace samsvar::layout
