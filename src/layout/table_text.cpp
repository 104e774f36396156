#include "layout/table_text.h"

#include <algorithm>

namespace samsvar::layout {

TableText::TableText(const model::Table& table) : grid_(table)
{
    contents_.reserve(table.cells.size());
    for (const model::Cell& cell : table.cells) contents_.push_back(content_of(cell));
    for (const int row : grid_.rows())
        if (!row_hidden(row)) rows_.push_back(row);
}

std::vector<TextCell> TableText::row(int row) const
{
    const std::span<const model::Cell> all = grid_.row(row);
    std::vector<TextCell> cells;
    cells.reserve(all.size());
    for (const model::Cell& cell : all)
        if (!column_hidden(cell.column) || cell.column_span > 1) cells.push_back({&cell, &content(cell)});
    return cells;
}

TextCell TableText::at(int row, int column) const
{
    const model::Cell* cell = grid_.at(row, column);
    return cell ? TextCell{cell, &content(*cell)} : TextCell{};
}

TextCell TableText::starting(int row, int column) const
{
    const TextCell found = at(row, column);
    return found.cell && found.cell->row == row ? found : TextCell{};
}

bool TableText::row_hidden(int row) const
{
    return std::binary_search(table().hidden_rows.begin(), table().hidden_rows.end(), row);
}

bool TableText::column_hidden(int column) const
{
    return std::binary_search(table().hidden_columns.begin(), table().hidden_columns.end(), column);
}

}  // namespace samsvar::layout
