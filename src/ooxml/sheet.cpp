#include "ooxml/sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/error.h"
#include "archive/xml_tree.h"

namespace samsvar::ooxml {

namespace {

using Token = XmlLexer::Token;

/// What one <c> says, whichever way it was lexed.
struct RawCell {
    std::string_view reference;
    std::string_view style;
    std::string_view type;
    std::string_view value;
    bool has_value = false;
    bool formula = false;
    bool inline_struck = false;
};

class SheetReader {
public:
    SheetReader(WorkbookContext& context, SheetContent& content)
        : context_(context),
          content_(content),
          entry_(context.package.stream(content.part)),
          lexer_([this](char* buffer, std::size_t capacity) { return entry_.read(buffer, capacity); },
                 context.package.file(), content.part, context.package.limits())
    {
    }

    void read()
    {
        for (Token token = lexer_.next(); token != Token::finished; token = lexer_.next()) {
            if (token != Token::start) continue;
            const std::string_view name = lexer_.name();
            if (name == "row")
                read_row();
            else if (name == "col")
                read_column();
            else if (name == "mergeCell")
                read_merge();
            else if (name == "dataValidation")
                read_validation();
            else if (name == "hyperlink")
                read_link();
        }
        std::sort(content_.table.hidden_rows.begin(), content_.table.hidden_rows.end());
        sort_cells();
    }

private:
    void read_row();
    void read_cell();
    void read_column();
    void read_merge();
    void read_validation();
    void read_link();
    void store(const RawCell& raw);
    void show_value(const RawCell& raw, std::size_t style, model::Cell& cell, model::Paragraph& paragraph);
    void show_number(std::string_view text, std::size_t style, model::Paragraph& paragraph);
    void sort_cells();
    void problem(int row, int column, std::string text)
    {
        context_.draft.problem(content_.table.name, reference_of(row, column), std::move(text), true);
    }

    WorkbookContext& context_;
    SheetContent& content_;
    EntryReader entry_;
    XmlLexer lexer_;
    int row_ = -1;
    int column_ = -1;
    std::string reference_, style_, type_, value_, inline_;
};

void SheetReader::read_row()
{
    const int given = to_int(lexer_.attribute("r"), 0);
    row_ = given > 0 ? given - 1 : row_ + 1;
    if (row_ >= max_rows) lexer_.malformed("row " + std::to_string(row_ + 1L) + " is outside every sheet");
    column_ = -1;
    const std::string_view height = lexer_.attribute_or("ht", "1");
    if (is_true(lexer_.attribute("hidden")) || height == "0") {
        if (content_.table.hidden_rows.empty() || content_.table.hidden_rows.back() != row_)
            content_.table.hidden_rows.push_back(row_);
    }
    const std::size_t outer = lexer_.depth() - 1;
    ShortCell cell;
    for (;;) {
        while (lexer_.take_cell(cell)) store({cell.reference, cell.style, cell.type, cell.value, cell.has_value});
        const Token token = lexer_.next();
        if (token == Token::start && lexer_.name() == "c")
            read_cell();
        else if (token == Token::end && lexer_.depth() == outer)
            return;
    }
}

/// The long way: formulas, inline strings, entities, prefixes, a cell cut by the window.
void SheetReader::read_cell()
{
    RawCell raw;
    reference_ = lexer_.attribute("r");
    style_ = lexer_.attribute("s");
    type_ = lexer_.attribute("t");
    value_.clear();
    inline_.clear();
    bool has_inline = false;
    const std::size_t outer = lexer_.depth() - 1;
    for (;;) {
        const Token token = lexer_.next();
        if (token == Token::end && lexer_.depth() == outer) break;
        if (token != Token::start) continue;
        if (lexer_.name() == "v") {
            lexer_.read_text(value_);
            raw.has_value = true;
        }
        else if (lexer_.name() == "f") {
            raw.formula = true;
            lexer_.skip();
        }
        else if (lexer_.name() == "is") {
            has_inline = true;
            read_string_item(lexer_, inline_, raw.inline_struck);
        }
        else {
            lexer_.skip();
        }
    }
    raw.reference = reference_;
    raw.style = style_;
    raw.type = type_;
    raw.value = value_;
    if (has_inline && (type_ == "inlineStr" || !raw.has_value)) {
        raw.type = "inlineStr";
        raw.value = inline_;
        raw.has_value = true;
    }
    store(raw);
}

void SheetReader::store(const RawCell& raw)
{
    int row = row_;
    if (const auto place = parse_reference(raw.reference)) {
        row = place->first;
        column_ = place->second;
    }
    else if (!raw.reference.empty()) {
        lexer_.malformed("'" + excerpt(raw.reference, 20) + "' is no cell of a sheet");
    }
    else if (++column_ >= max_columns) {
        lexer_.malformed("a row has more than " + std::to_string(max_columns) + " cells");
    }
    const auto too_many = [&] {
        lexer_.refuse("the workbook has more cells than the limit of " +
                      std::to_string(context_.package.limits().cells));
    };
    if (!raw.has_value && !raw.formula) {
        if (content_.blank.size() >= context_.package.limits().cells) too_many();
        content_.blank.emplace_back(row, column_);
        return;
    }
    model::Cell cell;
    cell.row = row;
    cell.column = column_;
    model::Paragraph paragraph;
    const auto style = static_cast<std::size_t>(std::max(0, to_int(raw.style)));
    show_value(raw, style, cell, paragraph);
    cell.marks.formula = raw.formula;
    if (raw.formula && !raw.has_value)
        problem(row, column_, "the formula has no stored result; its cell reads as empty");
    if (paragraph.text.empty() && !raw.formula) {
        if (content_.blank.size() >= context_.package.limits().cells) too_many();
        content_.blank.emplace_back(row, column_);
        return;
    }
    check_cell_length(lexer_, paragraph.text, context_.package.limits());
    if (++context_.cells > context_.package.limits().cells) too_many();
    context_.text_bytes += paragraph.text.size();
    if (context_.text_bytes > context_.package.limits().text_bytes)
        lexer_.refuse("the cells of the workbook have more text than the limit of " +
                      std::to_string(context_.package.limits().text_bytes) + " bytes");
    cell.marks.struck = cell.marks.struck || context_.styles.struck(style);
    paragraph.marks = cell.marks;
    cell.blocks.emplace_back(std::move(paragraph));
    content_.table.cells.push_back(std::move(cell));
}

void SheetReader::show_value(const RawCell& raw, std::size_t style, model::Cell& cell, model::Paragraph& paragraph)
{
    if (raw.type == "s") {
        std::size_t index = 0;
        const auto result = std::from_chars(raw.value.data(), raw.value.data() + raw.value.size(), index);
        if (raw.value.empty()) return;
        if (result.ec != std::errc() || index >= context_.strings.size()) {
            problem(cell.row, cell.column,
                    "the cell points to shared string " + excerpt(raw.value, 20) +
                        ", which does not exist; it reads as empty");
            return;
        }
        paragraph.text = context_.strings.text(index);
        cell.marks.struck = context_.strings.struck(index);
    }
    else if (raw.type == "inlineStr") {
        paragraph.text = raw.value;
        cell.marks.struck = raw.inline_struck;
    }
    else if (raw.type == "str") {
        paragraph.text = raw.value;
        unescape_cell_text(paragraph.text);
    }
    else if (raw.type == "b") {
        paragraph.text = is_true(raw.value) ? "TRUE" : raw.value.empty() ? "" : "FALSE";
    }
    else if (raw.type == "e") {
        paragraph.text = raw.value;
        cell.marks.error = true;
    }
    else if (raw.type == "d") {
        paragraph.text = raw.value;
        if (const auto clock = paragraph.text.find('T'); clock != std::string::npos) {
            if (paragraph.text.compare(clock, 9, "T00:00:00") == 0)
                paragraph.text.erase(clock);
            else
                paragraph.text[clock] = ' ';
        }
    }
    else {
        show_number(raw.value, style, paragraph);
    }
}

void SheetReader::show_number(std::string_view text, std::size_t style, model::Paragraph& paragraph)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    if (text.empty()) return;
    double value = 0;
    const auto result = std::from_chars(text.data() + (text.front() == '+'), text.data() + text.size(), value);
    if (result.ec == std::errc() && result.ptr == text.data() + text.size() && std::isfinite(value))
        paragraph.text = context_.styles.format(style).shown(value, context_.date1904);
    else
        paragraph.text = text;
}

void SheetReader::read_column()
{
    if (!is_true(lexer_.attribute("hidden")) && lexer_.attribute_or("width", "1") != "0") return;
    const int first = std::clamp(to_int(lexer_.attribute("min"), 1), 1, max_columns);
    const int last = std::clamp(to_int(lexer_.attribute("max"), first), first, max_columns);
    if (content_.hidden_columns.size() < static_cast<std::size_t>(max_columns))
        content_.hidden_columns.emplace_back(first - 1, last - 1);
}

void SheetReader::read_merge()
{
    const auto range = parse_range(lexer_.attribute("ref"));
    if (!range || (range->first_row == range->last_row && range->first_column == range->last_column)) return;
    if (content_.merges.size() >= context_.package.limits().merged_ranges)
        lexer_.refuse("the sheet has more merged ranges than the limit of " +
                      std::to_string(context_.package.limits().merged_ranges));
    content_.merges.push_back(*range);
}

void SheetReader::read_validation()
{
    const bool list = lexer_.attribute("type") == "list";
    std::string ranges(lexer_.attribute("sqref"));
    std::string formula;
    const std::size_t outer = lexer_.depth() - 1;
    for (;;) {
        const Token token = lexer_.next();
        if (token == Token::end && lexer_.depth() == outer) break;
        if (token != Token::start) continue;
        if (lexer_.name() == "formula1")
            lexer_.read_text(formula);
        else if (lexer_.name() == "sqref")
            lexer_.read_text(ranges);
        else if (lexer_.name() == "formula2")
            lexer_.skip();
    }
    if (list && !formula.empty()) content_.validations.push_back({parse_ranges(ranges), std::move(formula)});
}

void SheetReader::read_link()
{
    if (const auto range = parse_range(lexer_.attribute("ref")))
        content_.links.push_back(
            {*range, std::string(lexer_.attribute("id")), std::string(lexer_.attribute("location"))});
}

/// Writers keep cells in order; a file that does not is put in order, and the last of two equal ones wins.
void SheetReader::sort_cells()
{
    auto& cells = content_.table.cells;
    const auto before = [](const model::Cell& a, const model::Cell& b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    };
    const auto same = [](const model::Cell& a, const model::Cell& b) { return a.row == b.row && a.column == b.column; };
    if (!std::is_sorted(cells.begin(), cells.end(), before)) std::stable_sort(cells.begin(), cells.end(), before);
    if (std::adjacent_find(cells.begin(), cells.end(), same) != cells.end()) {
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
    if (!std::is_sorted(content_.blank.begin(), content_.blank.end()))
        std::sort(content_.blank.begin(), content_.blank.end());
}

}  // namespace

SheetContent read_sheet(WorkbookContext& context, const std::string& name, const std::string& part)
{
    SheetContent content;
    content.part = part;
    content.table.name = name;
    content.table.part = name;
    content.table.sheet = true;
    SheetReader(context, content).read();
    return content;
}

}  // namespace samsvar::ooxml
