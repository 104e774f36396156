#include "ooxml/sheet.h"

#include <algorithm>

#include "base/error.h"
#include "ooxml/sheet_rows.h"

namespace samsvar::ooxml {

namespace {

/// Holds what the stream of a sheet brings.
class SheetBuilder : public SheetConsumer {
public:
    SheetBuilder(WorkbookContext& context, SheetContent& content)
        : context_(context), limits_(context.parts.package.limits()), content_(content)
    {
    }

    void row(const model::Row& row) override;
    void hidden_columns(int first, int last) override;
    void merged(const CellRange& range) override;
    void list(std::string_view ranges, std::string_view formula) override
    {
        content_.validations.push_back({parse_ranges(ranges), std::string(formula)});
    }
    void link(const CellRange& range, std::string_view id, std::string_view location) override
    {
        content_.links.push_back({range, std::string(id), std::string(location)});
    }
    void problem(int row, int column, std::string text) override
    {
        context_.draft.problem(content_.table.name, model::cell_name(row, column), std::move(text), true);
    }
    /// Puts rows and cells in order.
    void finish();

private:
    void add_blank(const model::RowCell& cell);
    void add(const model::RowCell& cell);
    void sort_cells();
    [[noreturn]] void refuse(const std::string& what) const
    {
        throw Error(ErrorCode::limit_exceeded, {context_.parts.package.file(), content_.part, 0, 0}, what);
    }
    [[noreturn]] void too_many_cells() const
    {
        refuse("the workbook has more cells than the limit of " + std::to_string(limits_.cells));
    }

    WorkbookContext& context_;
    const Limits& limits_;
    SheetContent& content_;
};

void SheetBuilder::row(const model::Row& row)
{
    auto& hidden = content_.table.hidden_rows;
    if (row.hidden && (hidden.empty() || hidden.back() != row.row)) hidden.push_back(row.row);
    for (const model::RowCell& cell : row.cells) {
        if (cell.text.empty() && !cell.formula)
            add_blank(cell);
        else
            add(cell);
    }
}

void SheetBuilder::add_blank(const model::RowCell& cell)
{
    if (content_.blank.size() >= limits_.cells) too_many_cells();
    content_.blank.emplace_back(cell.row, cell.column);
}

void SheetBuilder::add(const model::RowCell& read)
{
    if (++context_.cells > limits_.cells) too_many_cells();
    context_.text_bytes += read.text.size();
    if (context_.text_bytes > limits_.text_bytes)
        refuse("the cells of the workbook have more text than the limit of " + std::to_string(limits_.text_bytes) +
               " bytes");
    model::Cell& cell = content_.table.cells.emplace_back();
    cell.row = read.row;
    cell.column = read.column;
    cell.marks.formula = read.formula;
    cell.marks.error = read.kind == model::CellKind::error;
    cell.marks.struck = read.struck;
    auto& paragraph = std::get<model::Paragraph>(cell.blocks.emplace_back(std::in_place_type<model::Paragraph>));
    paragraph.text = read.text;
    paragraph.marks = cell.marks;
}

void SheetBuilder::hidden_columns(int first, int last)
{
    if (content_.hidden_columns.size() < static_cast<std::size_t>(max_columns))
        content_.hidden_columns.emplace_back(first, last);
}

void SheetBuilder::merged(const CellRange& range)
{
    if (content_.merges.size() >= limits_.merged_ranges)
        refuse("the sheet has more merged ranges than the limit of " + std::to_string(limits_.merged_ranges));
    content_.merges.push_back(range);
}

void SheetBuilder::finish()
{
    std::sort(content_.table.hidden_rows.begin(), content_.table.hidden_rows.end());
    sort_cells();
    if (!std::is_sorted(content_.blank.begin(), content_.blank.end()))
        std::sort(content_.blank.begin(), content_.blank.end());
}

/// Writers keep cells in order; a file that does not is put in order, and the last of two equal ones wins.
void SheetBuilder::sort_cells()
{
    auto& cells = content_.table.cells;
    const auto before = [](const model::Cell& a, const model::Cell& b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    };
    const auto same = [](const model::Cell& a, const model::Cell& b) { return a.row == b.row && a.column == b.column; };
    if (!std::is_sorted(cells.begin(), cells.end(), before)) std::stable_sort(cells.begin(), cells.end(), before);
    if (std::adjacent_find(cells.begin(), cells.end(), same) == cells.end()) return;
    std::vector<model::Cell> kept;
    kept.reserve(cells.size());
    for (model::Cell& cell : cells) {
        if (!kept.empty() && same(kept.back(), cell)) {
            problem(cell.row, cell.column,
                    "the cell is there twice; the first, '" + excerpt(kept.back().text(), 200) + "', is not read");
            kept.back() = std::move(cell);
        }
        else {
            kept.push_back(std::move(cell));
        }
    }
    cells = std::move(kept);
}

}  // namespace

SheetContent read_sheet(WorkbookContext& context, const ListedSheet& listed)
{
    SheetContent content;
    content.part = listed.part;
    content.table.name = listed.name;
    content.table.part = listed.name;
    content.table.sheet = true;
    content.table.marks.hidden = listed.hidden;
    if (listed.part.empty()) {
        context.draft.problem(listed.name, {}, listed.why_not_read, true);
        return content;
    }
    SheetBuilder builder(context, content);
    read_sheet_rows(context.parts, listed.part, builder);
    builder.finish();
    return content;
}

}  // namespace samsvar::ooxml
