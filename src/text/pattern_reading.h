#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/pattern_part.h"

/// How a word pattern is put together; what pattern_shape.h draws its conclusions from.
namespace samsvar::text {

struct PatternReading {
    Part whole;
    std::vector<Pieces> branches;  ///< how each branch of the whole pattern is put together
};

/// Reads the part of RE2's syntax that word patterns use; nothing when there is anything else in it, or wrong.
std::optional<PatternReading> read_pattern(std::string_view folded_expression);

}  // namespace samsvar::text
