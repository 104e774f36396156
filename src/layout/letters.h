#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/ascii.h"

namespace samsvar::layout {

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
