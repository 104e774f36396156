#include "layout/grid.h"

#include <algorithm>

namespace samsvar::layout {

Grid::Grid(const model::Table& table) : table_(&table)
{
    for (const model::Cell& cell : table.cells) {
        if (rows_.empty() || rows_.back() != cell.row) rows_.push_back(cell.row);
        if (cell.row_span > 1) merged_.push_back(&cell);
    }
}

std::span<const model::Cell> Grid::row(int row) const
{
    const auto first = std::lower_bound(table_->cells.begin(), table_->cells.end(), row,
                                        [](const model::Cell& cell, int wanted) { return cell.row < wanted; });
    auto last = first;
    while (last != table_->cells.end() && last->row == row) ++last;
    return {first, last};
}

const model::Cell* Grid::at(int row, int column) const
{
    const auto before = [](const std::pair<int, int>& wanted, const model::Cell& cell) {
        return wanted < std::pair(cell.row, cell.column);
    };
    auto found = std::upper_bound(table_->cells.begin(), table_->cells.end(), std::pair(row, column), before);
    if (found != table_->cells.begin()) {
        --found;
        if (found->row == row && found->column + found->column_span > column) return &*found;
    }
    if (merged_.empty()) return nullptr;
    auto known = merged_over_.find(column);
    if (known == merged_over_.end()) {
        std::vector<const model::Cell*> over;
        for (const model::Cell* cell : merged_)
            if (cell->column <= column && column < cell->column + cell->column_span) over.push_back(cell);
        known = merged_over_.emplace(column, std::move(over)).first;
    }
    const auto after = std::upper_bound(known->second.begin(), known->second.end(), row,
                                        [](int wanted, const model::Cell* cell) { return wanted < cell->row; });
    if (after == known->second.begin()) return nullptr;
    const model::Cell* cell = *std::prev(after);
    return row < cell->row + cell->row_span ? cell : nullptr;
}

bool Grid::hidden(const model::Cell& cell) const
{
    if (table_->marks.hidden || cell.marks.hidden) return true;
    // A merged cell shows as long as one of its rows and one of its columns does.
    const auto all_hidden = [](const std::vector<int>& hidden, int first, int count) {
        const auto begin = std::lower_bound(hidden.begin(), hidden.end(), first);
        const auto end = std::lower_bound(begin, hidden.end(), first + count);
        return end - begin == count;
    };
    return all_hidden(table_->hidden_rows, cell.row, cell.row_span) ||
           all_hidden(table_->hidden_columns, cell.column, cell.column_span);
}

std::vector<const model::Table*> all_tables(const model::Document& document)
{
    std::vector<const model::Table*> tables;
    std::vector<const model::Table*> pending;
    for (const model::Block& outer : document.blocks) {
        if (const auto* table = std::get_if<model::Table>(&outer)) pending.push_back(table);
        while (!pending.empty()) {
            const model::Table* table = pending.back();
            pending.pop_back();
            tables.push_back(table);
            const std::size_t first = pending.size();
            for (const model::Cell& cell : table->cells)
                for (const model::Block& block : cell.blocks)
                    if (const auto* nested = std::get_if<model::Table>(&block)) pending.push_back(nested);
            std::reverse(pending.begin() + static_cast<std::ptrdiff_t>(first), pending.end());
        }
    }
    return tables;
}

}  // namespace samsvar::layout
