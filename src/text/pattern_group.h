#pragma once

#include <cstdint>

namespace samsvar::text {

/// Patterns that belong together, if any do. One that is wanted only beside others of its group is told of a part of a
/// text only where one of them was found in it: most never are, and need not be settled.
struct PatternGroup {
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    std::uint32_t number = none;
    bool only_beside = false;
};

}  // namespace samsvar::text
