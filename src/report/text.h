#pragma once

#include <cstddef>
#include <string>

#include "model/assessment.h"

namespace samsvar::report {

enum class Colouring { plain, ansi };

/// A summary for a terminal: the supplier, what was read, counts, and every finding, gravest first, with quote, place
/// and what to ask. Lines are wrapped at `width` columns (at least 40). No escape sequences unless `colouring` is ansi,
/// and never any from the supplier's text.
std::string to_text(const model::Assessment& assessment, model::Language language, std::size_t width,
                    Colouring colouring);

}  // namespace samsvar::report
