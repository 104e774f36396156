#pragma once

#include <optional>
#include <string_view>

#include "text/pattern_part.h"

/// How a word pattern is put together; what pattern_shape.h draws its conclusions from.
namespace samsvar::text {

struct PatternReading {
    Part whole;
    Pieces pieces;  ///< how the whole pattern is put together, if simply
};

/// Reads the part of RE2's syntax that word patterns use; nothing when there is anything else in it, or wrong.
std::optional<PatternReading> read_pattern(std::string_view folded_expression);

}  // namespace samsvar::text
