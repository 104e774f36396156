#pragma once

#include <string>
#include <vector>

#include "layout/content.h"
#include "layout/grid.h"

namespace samsvar::layout {

/// A cell of a table with what was entered in it.
struct TextCell {
    const model::Cell* cell = nullptr;
    const Content* content = nullptr;

    const std::string& text() const { return content->text; }
    bool blank() const { return content->empty(); }
};

/// A table as texts, read once: what inference looks at again and again. Holds pointers into the table.
class TableText {
public:
    explicit TableText(const model::Table& table);

    const model::Table& table() const { return grid_.table(); }
    const Grid& grid() const { return grid_; }
    /// Visible rows that have a cell of their own, ascending.
    const std::vector<int>& rows() const { return rows_; }
    /// The visible cells that start in the row, left to right.
    std::vector<TextCell> row(int row) const;
    /// The cell that covers the position, through merges; its cell is null where there is none.
    TextCell at(int row, int column) const;
    /// The same, but only a cell that starts in the row (it may start in a column before).
    TextCell starting(int row, int column) const;
    const Content& content(const model::Cell& cell) const
    {
        return contents_[static_cast<std::size_t>(&cell - table().cells.data())];
    }
    bool row_hidden(int row) const;
    bool column_hidden(int column) const;

private:
    Grid grid_;
    std::vector<Content> contents_;  // parallel to the table's cells
    std::vector<int> rows_;
};

}  // namespace samsvar::layout
