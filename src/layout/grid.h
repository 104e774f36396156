#pragma once

#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace samsvar::layout {

/// Rows and covering cells of a table in logarithmic time, also for sheets with a million rows and for positions
/// without a cell. Holds pointers into the table.
class Grid {
public:
    explicit Grid(const model::Table& table);

    const model::Table& table() const { return *table_; }
    /// Row numbers that have at least one cell of their own, ascending.
    const std::vector<int>& rows() const { return rows_; }
    /// The cells that start in `row`, left to right.
    std::span<const model::Cell> row(int row) const;
    /// The cell that covers the position, through merges, or null.
    const model::Cell* at(int row, int column) const;
    /// Whether a person who opens the file does not see the cell: hidden sheet, rows, columns or text.
    bool hidden(const model::Cell& cell) const;

private:
    const model::Table* table_;
    std::vector<int> rows_;
    /// Per column the vertically merged cells over it, by row. Merges do not overlap, so one search finds the cell.
    mutable std::map<int, std::vector<const model::Cell*>> merged_over_;
    std::vector<const model::Cell*> merged_;
};

/// All tables of the document, those inside cells after the one that holds them, in reading order.
std::vector<const model::Table*> all_tables(const model::Document& document);

}  // namespace samsvar::layout
