#pragma once

#include <vector>

#include "odf/sheet.h"

namespace samsvar::odf {

/// Gives cells the values of the lists that validate them; empty cells that a list covers are stored, within the rows
/// that hold content, for they are where an answer belongs.
void apply_lists(WorkbookContext& context, std::vector<SheetContent>& sheets);

}  // namespace samsvar::odf
