#pragma once

#include <string>

#include "model/rows.h"
#include "ooxml/package.h"

namespace samsvar::ooxml {

/// Reads the workbook whose main part is `main` row by row, holding no more than its shared strings and one row; all
/// sheets in order, or the one called `only` (ASCII case does not matter). Throws Error: not_found (no such sheet),
/// malformed, limit_exceeded; and what the consumer throws.
void read_workbook_rows(const Package& package, const std::string& main, const std::string& only,
                        model::RowConsumer& consumer);

}  // namespace samsvar::ooxml
