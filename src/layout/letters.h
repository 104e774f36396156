#pragma once

#include <array>
#include <cstddef>
#include <string_view>

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

/// A set of characters, asked of every byte of a text.
template <std::size_t Count>
class Signs {
public:
    constexpr explicit Signs(const char (&signs)[Count])
    {
        for (const char sign : std::string_view(signs, Count - 1)) set_[index(sign)] = true;
    }
    constexpr bool operator()(char c) const { return set_[index(c)]; }

private:
    static constexpr std::size_t index(char c) { return static_cast<unsigned char>(c); }
    std::array<bool, 256> set_{};
};

}  // namespace samsvar::layout
