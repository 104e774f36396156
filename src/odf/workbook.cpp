#include "odf/workbook.h"

#include <algorithm>

#include "base/error.h"
#include "odf/sheet.h"
#include "odf/sheet_lists.h"

namespace samsvar::odf {

namespace {

using Token = XmlLexer::Token;

constexpr int margin = 64;  // rows and columns a merged cell may add to what holds content

std::vector<bool> hidden_in(const std::vector<std::pair<int, int>>& ranges, int count)
{
    std::vector<bool> hidden(static_cast<std::size_t>(count));
    for (const auto& [first, last] : ranges)
        for (int i = first; i <= std::min(last, count - 1); ++i) hidden[static_cast<std::size_t>(i)] = true;
    return hidden;
}

std::vector<int> set_places(const std::vector<bool>& flags)
{
    std::vector<int> places;
    for (std::size_t i = 0; i < flags.size(); ++i)
        if (flags[i]) places.push_back(static_cast<int>(i));
    return places;
}

/// Extent, hidden rows and columns, and a unit for each cell.
void lay_out(SheetContent& sheet, Draft& draft)
{
    model::Table& table = sheet.table;
    int rows = 0;
    int columns = 0;
    for (const model::Cell& cell : table.cells) {
        rows = std::max(rows, cell.row + 1);
        columns = std::max(columns, cell.column + 1);
    }
    table.tallest_span = 1;
    for (model::Cell& cell : table.cells) {
        cell.row_span = std::min(cell.row_span, rows + margin - cell.row);
        cell.column_span = std::min(cell.column_span, columns + margin - cell.column);
        table.rows = std::max(table.rows, cell.row + cell.row_span);
        table.columns = std::max(table.columns, cell.column + cell.column_span);
        table.tallest_span = std::max(table.tallest_span, cell.row_span);
    }
    const std::vector<bool> hidden_rows = hidden_in(sheet.hidden_rows, table.rows);
    const std::vector<bool> hidden_columns = hidden_in(sheet.hidden_columns, table.columns);
    table.hidden_rows = set_places(hidden_rows);
    table.hidden_columns = set_places(hidden_columns);
    for (model::Cell& cell : table.cells) {
        auto& paragraph = std::get<model::Paragraph>(cell.blocks.front());
        cell.marks.hidden = cell.marks.hidden || table.marks.hidden ||
                            hidden_rows[static_cast<std::size_t>(cell.row)] ||
                            hidden_columns[static_cast<std::size_t>(cell.column)];
        paragraph.marks.hidden = cell.marks.hidden;
        const bool empty = paragraph.text.find_first_not_of(" \t\n") == std::string::npos && paragraph.controls.empty();
        cell.unit = draft.unit(model::UnitKind::cell, table.name, model::cell_name(cell.row, cell.column), true, empty);
    }
}

const char* word_for(model::UnitKind kind)
{
    return kind == model::UnitKind::comment ? "comment" : kind == model::UnitKind::control ? "control" : "textbox";
}

void add_asides(SheetContent& sheet, Draft& draft)
{
    std::map<std::string, int> numbers;
    for (SheetAside& read : sheet.asides) {
        std::string path = read.row < 0 ? std::string() : model::cell_name(read.row, read.column) + '/';
        path += word_for(read.kind);
        path += std::to_string(++numbers[path]);
        model::Aside aside;
        aside.kind = read.kind;
        aside.author = std::move(read.author);
        const bool empty = read.text.find_first_not_of(" \t\n") == std::string::npos;
        aside.paragraph.text = std::move(read.text);
        aside.paragraph.marks.hidden = sheet.table.marks.hidden;
        aside.paragraph.unit = draft.unit(read.kind, sheet.table.name, path, true, empty);
        if (read.row >= 0)
            if (const model::Cell* anchor = sheet.table.at(read.row, read.column)) aside.anchor = anchor->unit;
        draft.document.asides.push_back(std::move(aside));
    }
}

}  // namespace

void read_workbook(const Archive& archive, Draft& draft)
{
    WorkbookContext context{archive, draft, {}, {}, {}, {}, 0, 0, 0, 0};
    context.styles.read_part(archive, styles_part);
    std::vector<SheetContent> sheets;
    bool is_workbook = false;
    {
        EntryReader entry = archive.stream(content_part);
        const std::string part = content_part;
        XmlLexer lexer([&](char* buffer, std::size_t capacity) { return entry.read(buffer, capacity); }, archive.file(),
                       part, archive.limits());
        for (Token token = lexer.next(); token != Token::finished; token = lexer.next()) {
            if (token != Token::start) continue;
            const std::string_view name = lexer.name();
            if (name == "spreadsheet")
                is_workbook = true;
            else if (name == "automatic-styles")
                context.styles.read(lexer, true);
            else if (name == "content-validation") {
                context.validations.emplace(lexer.attribute("name"), lexer.attribute("condition"));
                lexer.skip();
            }
            else if (name == "named-expressions")
                read_names(context, lexer);
            else if (name == "forms")
                context.forms.read(lexer);
            else if (name == "table" && is_workbook)
                sheets.push_back(read_sheet(context, lexer));
            else if (name == "tracked-changes" || name == "dde-links" || name == "data-pilot-tables" ||
                     name == "database-ranges" || name == "scripts" || name == "font-face-decls")
                lexer.skip();
        }
    }
    if (!is_workbook)
        throw Error(ErrorCode::malformed, {archive.file(), content_part, 0, 0},
                    "the content has no sheets; ask for the file to be sent again");
    apply_lists(context, sheets);
    for (SheetContent& sheet : sheets) {
        lay_out(sheet, draft);
        add_asides(sheet, draft);
        draft.document.blocks.emplace_back(std::move(sheet.table));
    }
}

}  // namespace samsvar::odf
