#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "archive/cell_range.h"
#include "odf/controls.h"
#include "odf/package.h"
#include "odf/styles.h"

namespace samsvar::odf {

/// What the sheets of one workbook share while the content is streamed.
struct WorkbookContext {
    const Archive& archive;
    Draft& draft;
    Styles styles;
    Forms forms;
    std::map<std::string, std::string, std::less<>> validations;  ///< name → condition
    std::map<std::string, std::string, std::less<>> names;        ///< named range, lower case → address
    std::size_t cells = 0;                                        ///< against Limits::cells
    std::uint64_t text_bytes = 0;                                 ///< against Limits::text_bytes
    std::size_t repeated_cells = 0;                               ///< copies that repetitions asked for
    std::size_t repeated_bytes = 0;                               ///< text in them

    /// Whether a repetition may ask for one more copy: a few bytes must not make a large workbook.
    bool may_repeat() const { return repeated_cells < 50'000 && repeated_bytes < (16u << 20); }
};

/// A note, text box or control that belongs to a cell, or floats over the sheet (row -1).
struct SheetAside {
    model::UnitKind kind = model::UnitKind::comment;
    int row = -1;
    int column = -1;
    std::string author;
    std::string text;
};

/// A sheet as the content has it: cells in row-major order, no units, no lists yet.
struct SheetContent {
    model::Table table;
    std::vector<std::pair<CellRange, std::string>> validations;  ///< where, and which
    std::vector<std::pair<int, int>> hidden_rows;                ///< first and last
    std::vector<std::pair<int, int>> hidden_columns;
    std::vector<SheetAside> asides;
};

/// With the lexer behind the start of table:table: reads all of the sheet. Throws Error: malformed, limit_exceeded.
SheetContent read_sheet(WorkbookContext& context, XmlLexer& lexer);

/// With the lexer behind the start of table:named-expressions: reads the names of ranges.
void read_names(WorkbookContext& context, XmlLexer& lexer);

}  // namespace samsvar::odf
