#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/document.h"
#include "archive/cell_range.h"
#include "archive/draft.h"
#include "ooxml/package.h"
#include "ooxml/workbook_parts.h"

namespace samsvar::ooxml {

/// What the sheets of one workbook that is held in memory share.
struct WorkbookContext {
    WorkbookParts& parts;
    Draft& draft;
    std::uint64_t text_bytes = 0;  ///< of cells read so far, against Limits::text_bytes
    std::size_t cells = 0;         ///< read so far, against Limits::cells
};

/// A list of allowed values over some ranges.
struct ListValidation {
    std::vector<CellRange> ranges;
    std::string formula;  ///< "\"Yes,No\"", "Lists!$A$1:$A$3" or a defined name
};

struct SheetLink {
    CellRange range;
    std::string id;  ///< relationship; empty for a place in the workbook
    std::string location;
};

/// A sheet as its part has it; cells in row-major order, merges and lists not yet applied, no units.
struct SheetContent {
    model::Table table;
    std::string part;  ///< xl/worksheets/sheet1.xml; empty when it is no worksheet
    std::vector<CellRange> merges;
    std::vector<ListValidation> validations;
    std::vector<SheetLink> links;
    std::vector<std::pair<int, int>> blank;  ///< cells with a style only
    std::vector<std::pair<int, int>> hidden_columns;
};

/// Reads a worksheet part into a table: read_sheet_rows, held. Throws Error: malformed, limit_exceeded.
SheetContent read_sheet(WorkbookContext& context, const ListedSheet& listed);

}  // namespace samsvar::ooxml
