#pragma once

#include "model/lexicon.h"

namespace samsvar::coverage {

/// Whether a concept is a matter that a question can be about, not a way of speaking (openings, evasions, cues).
bool is_matter(const model::Concept& known);

}  // namespace samsvar::coverage
