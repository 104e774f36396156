#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samsvar::text {

/// How a pattern in the common part of RE2's syntax is put together.
struct RegexTree {
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    static constexpr std::uint32_t endless = ~std::uint32_t{0};

    enum class Kind : std::uint8_t {
        nothing,
        letters,   ///< letters[first, first + count)
        set,       ///< a character of sets[first]
        sequence,  ///< its children one after another
        choice,    ///< one of its children, the first preferred
        repeat,    ///< its child `least` to `most` times
        boundary,
        not_boundary,
        text_begin,
        text_end,
    };
    struct Node {
        Kind kind = Kind::nothing;
        bool lazy = false;
        bool may_be_empty = false;
        std::uint32_t child = none;
        std::uint32_t sibling = none;
        std::uint32_t first = 0, count = 0;
        std::uint32_t least = 0, most = 0;
    };

    std::string letters;
    std::vector<std::bitset<256>> sets;
    std::vector<Node> nodes;
    std::uint32_t root = none;
};

/// Nothing when the pattern (folded) uses other syntax, is wrong, or repeats without end what may be empty.
std::optional<RegexTree> read_regex(std::string_view folded_expression);

}  // namespace samsvar::text
