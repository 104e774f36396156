#pragma once

#include <optional>
#include <vector>

#include "layout/column_profile.h"
#include "layout/headers.h"
#include "model/layout.h"

namespace samsvar::layout {

/// Gives the columns of a table their roles, by their header and by what stands in them, and weighs whether the table
/// holds questions. `header` may be null; `rows` are the rows below it. The region's `taken` is set when the evidence
/// suffices on its own; the table's name and place are set, header and body rows too.
model::LayoutRegion assign_columns(const TableText& table, const Header* header, const std::vector<int>& rows,
                                   const Words& words);

/// The first column with that role, or null.
const model::LayoutColumn* column_with(const model::LayoutRegion& region, model::ColumnRole role);

}  // namespace samsvar::layout
