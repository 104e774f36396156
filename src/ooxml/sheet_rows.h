#pragma once

#include <string>
#include <string_view>

#include "archive/cell_range.h"
#include "model/rows.h"
#include "ooxml/workbook_parts.h"

namespace samsvar::ooxml {

/// Takes what a worksheet part holds, in the order of the part. What a consumer does not ask for is read past.
class SheetConsumer {
public:
    virtual ~SheetConsumer() = default;
    /// A row, also one without cells. See model::Row for pieces and order.
    virtual void row(const model::Row& row) = 0;
    /// Columns that are hidden, both ends included; comes before the rows.
    virtual void hidden_columns(int /*first*/, int /*last*/) {}
    /// A merged range of more than one cell.
    virtual void merged(const archive::CellRange& /*range*/) {}
    /// A validation by a list; `ranges` is a sqref.
    virtual void list(std::string_view /*ranges*/, std::string_view /*formula*/) {}
    virtual void link(const archive::CellRange& /*range*/, std::string_view /*id*/, std::string_view /*location*/) {}
    virtual void problem(int row, int column, std::string text) = 0;
};

/// Reads a worksheet part as a stream: no more than a row is held. Throws Error: malformed, limit_exceeded; and what
/// the consumer throws.
void read_sheet_rows(WorkbookParts& workbook, const std::string& part, SheetConsumer& consumer);

}  // namespace samsvar::ooxml
