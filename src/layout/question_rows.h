#pragma once

#include <vector>

#include "layout/table_text.h"
#include "layout/words.h"
#include "model/layout.h"

namespace samsvar::layout {

/// A question read from a row, before the regions are weighed against each other.
struct RowQuestion {
    model::LayoutQuestion question;
    bool computed = false;  ///< its number or text is the result of a formula: an echo of another place
};

/// The questions of a region, row by row, with what was answered. `index` is the region's in the layout.
std::vector<RowQuestion> read_question_rows(const model::Document& document, const TableText& table,
                                            const model::LayoutRegion& region, std::size_t index, const Words& words);

}  // namespace samsvar::layout
