#include "ooxml/sheet_layout.h"

#include <algorithm>

namespace samsvar::ooxml {

namespace {

constexpr std::size_t choice_bytes_limit = 32u << 20;  // copies in all cells together
constexpr std::size_t step_limit = 20'000'000;
constexpr int margin = 64;  // rows and columns a merged range may add to what holds content

bool before(const model::Cell& cell, const std::pair<int, int>& place)
{
    return std::pair(cell.row, cell.column) < place;
}

model::Cell empty_cell(int row, int column)
{
    model::Cell cell;
    cell.row = row;
    cell.column = column;
    cell.blocks.emplace_back(model::Paragraph());
    return cell;
}

/// Stores style-only cells that some list covers, within the rows and columns that hold content.
void store_blank_answers(SheetContent& sheet)
{
    if (sheet.validations.empty() || sheet.blank.empty() || sheet.table.cells.empty()) return;
    const int last_row = sheet.table.cells.back().row;
    std::vector<model::Cell> fresh;
    std::vector<bool> taken(sheet.blank.size());
    std::size_t steps = 0;
    for (const ListValidation& validation : sheet.validations) {
        for (const CellRange& range : validation.ranges) {
            auto at = std::lower_bound(sheet.blank.begin(), sheet.blank.end(), std::pair(range.first_row, 0));
            for (; at != sheet.blank.end() && at->first <= std::min(range.last_row, last_row); ++at) {
                if (++steps > step_limit) return;
                const auto index = static_cast<std::size_t>(at - sheet.blank.begin());
                if (taken[index] || !range.contains(at->first, at->second)) continue;
                taken[index] = true;
            }
        }
    }
    for (std::size_t i = 0; i < taken.size(); ++i)
        if (taken[i] && (i == 0 || sheet.blank[i] != sheet.blank[i - 1])) {
            const auto [row, column] = sheet.blank[i];
            const auto found =
                std::lower_bound(sheet.table.cells.begin(), sheet.table.cells.end(), sheet.blank[i], before);
            if (found == sheet.table.cells.end() || found->row != row || found->column != column)
                fresh.push_back(empty_cell(row, column));
        }
    insert_cells(sheet.table.cells, std::move(fresh));
}

/// The merged ranges that hold at a row, by first column; ranges never overlap.
class ActiveMerges {
public:
    /// False when it overlaps one that is still active.
    bool add(const CellRange& range)
    {
        auto next = by_column_.upper_bound(range.last_column);
        while (next != by_column_.begin()) {
            const auto previous = std::prev(next);
            if (previous->second.last_column < range.first_column) break;
            if (previous->second.last_row >= range.first_row) return false;
            next = by_column_.erase(previous);
        }
        by_column_[range.first_column] = range;
        return true;
    }

    const CellRange* covering(int row, int column) const
    {
        auto next = by_column_.upper_bound(column);
        if (next == by_column_.begin()) return nullptr;
        const CellRange& range = std::prev(next)->second;
        return range.contains(row, column) ? &range : nullptr;
    }

private:
    std::map<int, CellRange> by_column_;
};

void apply_merges(SheetContent& sheet, Draft& draft)
{
    auto& cells = sheet.table.cells;
    int rows = 0;
    int columns = 0;
    for (const model::Cell& cell : cells) {
        rows = std::max(rows, cell.row + 1);
        columns = std::max(columns, cell.column + 1);
    }
    std::vector<CellRange> merges;
    for (CellRange range : sheet.merges) {
        if (range.first_row >= rows || range.first_column >= columns) continue;
        range.last_row = std::min(range.last_row, rows + margin);
        range.last_column = std::min(range.last_column, columns + margin);
        merges.push_back(range);
    }
    std::sort(merges.begin(), merges.end(), [](const CellRange& a, const CellRange& b) {
        return std::pair(a.first_row, a.first_column) < std::pair(b.first_row, b.first_column);
    });
    std::vector<model::Cell> corners;
    for (const CellRange& range : merges) {
        const std::pair place(range.first_row, range.first_column);
        const auto found = std::lower_bound(cells.begin(), cells.end(), place, before);
        const bool there = found != cells.end() && found->row == place.first && found->column == place.second;
        const bool twice =
            !corners.empty() && corners.back().row == place.first && corners.back().column == place.second;
        if (!there && !twice) corners.push_back(empty_cell(place.first, place.second));
    }
    insert_cells(cells, std::move(corners));

    ActiveMerges active;
    auto next = merges.begin();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        model::Cell& cell = cells[i];
        for (; next != merges.end() && next->first_row <= cell.row; ++next)
            if (!active.add(*next))
                draft.problem(sheet.table.name, model::cell_name(next->first_row, next->first_column),
                              "a merged range overlaps another one and is not laid out", true);
        if (const CellRange* range = active.covering(cell.row, cell.column)) {
            if (cell.row == range->first_row && cell.column == range->first_column) {
                cell.row_span = range->last_row - range->first_row + 1;
                cell.column_span = range->last_column - range->first_column + 1;
            }
            else {
                if (const std::string text = cell.text(); !text.empty())
                    draft.problem(sheet.table.name, model::cell_name(cell.row, cell.column),
                                  "the cell lies under a merged cell and is not shown; its text is not read: '" +
                                      excerpt(text, 200) + "'",
                                  true);
                continue;
            }
        }
        if (kept != i) cells[kept] = std::move(cell);
        ++kept;
    }
    cells.resize(kept);
}

void mark_hidden(SheetContent& sheet)
{
    model::Table& table = sheet.table;
    std::vector<bool> hidden_columns(static_cast<std::size_t>(table.columns));
    for (const auto& [first, last] : sheet.hidden_columns)
        for (int column = first; column <= std::min(last, table.columns - 1); ++column)
            hidden_columns[static_cast<std::size_t>(column)] = true;
    for (int column = 0; column < table.columns; ++column)
        if (hidden_columns[static_cast<std::size_t>(column)]) table.hidden_columns.push_back(column);
    auto& rows = table.hidden_rows;
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    rows.erase(std::lower_bound(rows.begin(), rows.end(), table.rows), rows.end());
    for (model::Cell& cell : table.cells) {
        cell.marks.hidden = table.marks.hidden || hidden_columns[static_cast<std::size_t>(cell.column)] ||
                            std::binary_search(rows.begin(), rows.end(), cell.row);
        if (cell.marks.hidden) std::get<model::Paragraph>(cell.blocks.front()).marks.hidden = true;
    }
}

}  // namespace

void insert_cells(std::vector<model::Cell>& cells, std::vector<model::Cell> fresh)
{
    if (fresh.empty()) return;
    const auto middle = static_cast<std::ptrdiff_t>(cells.size());
    std::move(fresh.begin(), fresh.end(), std::back_inserter(cells));
    std::inplace_merge(cells.begin(), cells.begin() + middle, cells.end(),
                       [](const model::Cell& a, const model::Cell& b) {
                           return before(a, {b.row, b.column});
                       });
}

void apply_validations(std::vector<SheetContent>& sheets, ListValues& lists, Draft& draft)
{
    std::size_t bytes = 0;
    std::size_t steps = 0;
    for (std::size_t number = 0; number < sheets.size(); ++number) {
        SheetContent& sheet = sheets[number];
        store_blank_answers(sheet);
        auto& cells = sheet.table.cells;
        for (const ListValidation& validation : sheet.validations) {
            if (validation.ranges.empty()) continue;
            const CellRange& first = validation.ranges.front();
            const std::string place = model::cell_name(first.first_row, first.first_column);
            const std::vector<std::string>& values = lists.of(validation.formula, number);
            if (values.empty()) {
                draft.problem(
                    sheet.table.name, place,
                    "the list of allowed values '" + excerpt(validation.formula, 100) + "' could not be followed",
                    true);
                continue;
            }
            std::size_t size = 0;
            for (const std::string& value : values) size += value.size() + sizeof(value);
            for (const CellRange& range : validation.ranges) {
                auto cell = std::lower_bound(cells.begin(), cells.end(), std::pair(range.first_row, range.first_column),
                                             before);
                for (; cell != cells.end() && cell->row <= range.last_row; ++cell) {
                    if (++steps > step_limit || bytes > choice_bytes_limit) {
                        draft.problem(sheet.table.name, place,
                                      "there are too many lists of allowed values; the rest is not read", true);
                        return;
                    }
                    if (!range.contains(cell->row, cell->column) || !cell->choices.empty()) continue;
                    cell->choices = values;
                    bytes += size;
                }
            }
        }
    }
}

void lay_out(SheetContent& sheet, Draft& draft)
{
    apply_merges(sheet, draft);
    model::Table& table = sheet.table;
    for (const model::Cell& cell : table.cells) {
        table.rows = std::max(table.rows, cell.row + cell.row_span);
        table.columns = std::max(table.columns, cell.column + cell.column_span);
    }
    mark_hidden(sheet);
    table.blank_cells = static_cast<int>(sheet.blank.size());
    for (model::Cell& cell : table.cells) {
        const std::string text = cell.text();
        const bool empty = text.find_first_not_of(" \t\n") == std::string::npos;
        cell.unit = draft.unit(model::UnitKind::cell, table.name, model::cell_name(cell.row, cell.column), true, empty);
    }
}

}  // namespace samsvar::ooxml
