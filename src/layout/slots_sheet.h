#pragma once

#include <optional>

#include "layout/slots_found.h"

namespace samsvar::layout {

/// Looks for slots in a sheet without a question table: labels with their answers to the right, questions with their
/// answers below. Judged; nothing when there is nothing to consider.
std::optional<FoundRegion> find_in_sheet(const model::Document& document, const model::Table& sheet, const Words& words,
                                         bool beside_questions);

}  // namespace samsvar::layout
