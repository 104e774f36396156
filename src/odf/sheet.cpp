#include "odf/sheet.h"

#include <algorithm>

#include "archive/xml_tree.h"
#include "odf/paragraph.h"

namespace samsvar::odf {

namespace {

using Token = XmlLexer::Token;

/// A cell while its content is read.
struct RawCell {
    bool covered = false;
    bool formula = false;
    int repeated = 1;
    int column_span = 1;
    int row_span = 1;
    std::string value_type, value, validation, style;
    std::string text;
    bool has_text = false;
    std::size_t solid = 0, solid_struck = 0, solid_hidden = 0;
    std::vector<model::Link> links;
    std::vector<model::Control> controls;
    std::string controls_shown;
    std::vector<SheetAside> asides;  // without place
};

std::size_t solid_bytes(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\t' && c != '\n'; }));
}

bool is_error_text(std::string_view text)
{
    static constexpr std::string_view errors[] = {"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"};
    return text.starts_with("Err:") || std::find(std::begin(errors), std::end(errors), text) != std::end(errors);
}

class SheetReader {
public:
    SheetReader(WorkbookContext& context, XmlLexer& lexer) : context_(context), lexer_(lexer) {}

    SheetContent read();

private:
    void read_columns();
    void read_row();
    void read_cell(RawCell& cell);
    void read_attributes(RawCell& cell);
    void read_text(RawCell& cell);
    SheetAside read_annotation();
    void read_shape(RawCell& cell);
    void place(RawCell& raw, int row, int repeats_of_row);
    void store(const RawCell& raw, int row, int column);
    model::Cell shown(const RawCell& raw, int row, int column);
    void take_asides(RawCell& raw, int row, int column);
    std::string collected_text();

    template <typename Take>
    void each_token(const Take& take)
    {
        const std::size_t outer = lexer_.depth() - 1;
        for (;;) {
            const Token token = lexer_.next();
            if (token == Token::end && lexer_.depth() == outer) return;
            take(token);
        }
    }
    void problem(int row, int column, std::string text)
    {
        context_.draft.problem(content_.table.name, row < 0 ? std::string() : model::cell_name(row, column),
                               std::move(text), true);
    }

    WorkbookContext& context_;
    XmlLexer& lexer_;
    SheetContent content_;
    int row_ = 0;
    int column_ = 0;
    int next_column_ = 0;  // of the column definitions
};

SheetContent SheetReader::read()
{
    model::Table& table = content_.table;
    // Copied into every unit.
    table.name = table.part = excerpt(lexer_.attribute("name"), 255);
    table.sheet = true;
    table.marks.hidden = context_.styles.style("table", lexer_.attribute("style-name")).hidden;
    each_token([&](Token token) {
        if (token != Token::start) return;
        const std::string_view name = lexer_.name();
        if (name == "table-row")
            read_row();
        else if (name == "table-column")
            read_columns();
        else if (name == "forms")
            context_.forms.read(lexer_);
        else if (name == "named-expressions")
            read_names(context_, lexer_);
        else if (name == "shapes") {
            RawCell floating;
            read_shape(floating);
            if (!floating.controls_shown.empty())
                content_.asides.push_back({model::UnitKind::control, -1, -1, {}, floating.controls_shown});
            take_asides(floating, -1, -1);
        }
        else if (name == "table-source") {
            problem(-1, -1,
                    "the sheet is linked to " + excerpt(lexer_.attribute("href"), 300) +
                        ", which is not opened; the stored values are read");
            lexer_.skip();
        }
        else if (name != "table-column-group" && name != "table-columns" && name != "table-header-columns" &&
                 name != "table-row-group" && name != "table-rows" && name != "table-header-rows") {
            lexer_.skip();
        }
    });
    return std::move(content_);
}

void SheetReader::read_columns()
{
    const int repeated = std::clamp(to_int(lexer_.attribute("number-columns-repeated"), 1), 1, max_columns);
    const int first = std::min(next_column_, max_columns);
    next_column_ = std::min(first + repeated, max_columns);
    if (lexer_.attribute_or("visibility", "visible") != "visible" && next_column_ > first)
        content_.hidden_columns.emplace_back(first, next_column_ - 1);
    lexer_.skip();
}

void SheetReader::read_row()
{
    const int repeated = std::clamp(to_int(lexer_.attribute("number-rows-repeated"), 1), 1, max_rows);
    if (lexer_.attribute_or("visibility", "visible") != "visible")
        content_.hidden_rows.emplace_back(row_, std::min(row_ + repeated, max_rows) - 1);
    column_ = 0;
    auto& cells = content_.table.cells;
    const std::size_t begin = cells.size();
    each_token([&](Token token) {
        if (token != Token::start) return;
        if (lexer_.name() != "table-cell" && lexer_.name() != "covered-table-cell") {
            lexer_.skip();
            return;
        }
        RawCell cell;
        cell.covered = lexer_.name() == "covered-table-cell";
        read_cell(cell);
        place(cell, row_, repeated);
    });
    const std::size_t end = cells.size();
    if (end > begin && repeated > 1) {
        int copies = 1;
        for (; copies < repeated && context_.may_repeat(); ++copies)
            for (std::size_t i = begin; i < end; ++i) {
                model::Cell copy = cells[i];
                copy.row = row_ + copies;
                const std::size_t bytes = copy.text().size();
                context_.repeated_bytes += bytes;
                context_.text_bytes += bytes;
                ++context_.repeated_cells;
                ++context_.cells;
                cells.push_back(std::move(copy));
            }
        if (copies < repeated)
            problem(row_, 0,
                    "the row stands " + std::to_string(repeated) + " times; it is read " + std::to_string(copies) +
                        " times");
    }
    if (row_ > max_rows - repeated) {
        if (end > begin && row_ >= max_rows)
            lexer_.malformed("the sheet has more rows than " + std::to_string(max_rows));
        row_ = max_rows;
    }
    else {
        row_ += repeated;
    }
}

void SheetReader::read_attributes(RawCell& cell)
{
    cell.repeated = std::clamp(to_int(lexer_.attribute("number-columns-repeated"), 1), 1, max_columns);
    cell.column_span = std::clamp(to_int(lexer_.attribute("number-columns-spanned"), 1), 1, max_columns);
    cell.row_span = std::clamp(to_int(lexer_.attribute("number-rows-spanned"), 1), 1, max_rows);
    cell.formula = lexer_.has_attribute("formula");
    cell.validation = lexer_.attribute("content-validation-name");
    cell.style = lexer_.attribute("style-name");
    cell.value_type = lexer_.attribute("value-type");
    const char* const value = cell.value_type == "date"      ? "date-value"
                              : cell.value_type == "time"    ? "time-value"
                              : cell.value_type == "boolean" ? "boolean-value"
                              : cell.value_type == "string"  ? "string-value"
                                                             : "value";
    if (!cell.value_type.empty()) cell.value = lexer_.attribute(value);
}

void SheetReader::read_cell(RawCell& cell)
{
    read_attributes(cell);
    each_token([&](Token token) {
        if (token != Token::start) return;
        const std::string_view name = lexer_.name();
        if (name == "p" || name == "h") {
            if (cell.has_text) cell.text += '\n';
            cell.has_text = true;
            read_text(cell);
        }
        else if (name == "annotation")
            cell.asides.push_back(read_annotation());
        else if (name == "detective" || name == "cell-range-source" || name == "table" || name == "sparkline-groups") {
            if (name == "cell-range-source")
                problem(row_, column_,
                        "the cells are linked to " + excerpt(lexer_.attribute("href"), 300) +
                            ", which is not opened; the stored values are read");
            lexer_.skip();
        }
        else
            read_shape(cell);
    });
    // Not every writer stores what is shown beside the value.
    if (!cell.has_text && !cell.value.empty())
        cell.text = cell.value_type == "boolean" ? (cell.value == "true" ? "TRUE" : "FALSE") : cell.value;
}

/// With the lexer behind the start of a paragraph: appends its text.
void SheetReader::read_text(RawCell& cell)
{
    struct Span {
        std::size_t depth;
        bool struck, hidden;
        std::size_t text_start;
        std::string target;
    };
    std::vector<Span> spans;
    SpacedText spaced;
    const auto add = [&](std::string_view text) {
        const std::size_t solid = solid_bytes(text);
        cell.solid += solid;
        const auto any = [&](bool Span::*mark) {
            return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return span.*mark; });
        };
        if (any(&Span::struck)) cell.solid_struck += solid;
        if (any(&Span::hidden)) cell.solid_hidden += solid;
        cell.text += text;
        if (cell.text.size() > context_.archive.limits().cell_characters)
            lexer_.refuse("a cell has more text than the limit of " +
                          std::to_string(context_.archive.limits().cell_characters) + " bytes");
    };
    const auto add_exact = [&](std::string_view text) {
        spaced.add_exact(text);
        add(text);
    };
    each_token([&](Token token) {
        if (token == Token::text) {
            add(spaced.add(lexer_.text()));
            return;
        }
        if (token == Token::end) {
            if (spans.empty() || lexer_.depth() >= spans.back().depth) return;
            if (!spans.back().target.empty())
                cell.links.push_back({cell.text.substr(spans.back().text_start), spans.back().target});
            spans.pop_back();
            return;
        }
        const std::string_view name = lexer_.name();
        if (name == "span") {
            const Style& style = context_.styles.style("text", lexer_.attribute("style-name"));
            spans.push_back({lexer_.depth(), style.struck, style.hidden, cell.text.size(), {}});
        }
        else if (name == "a")
            spans.push_back({lexer_.depth(), false, false, cell.text.size(), excerpt(lexer_.attribute("href"), 4096)});
        else if (name == "s")
            add_exact(
                std::string(static_cast<std::size_t>(std::clamp(to_int(lexer_.attribute("c"), 1), 0, 1000)), ' '));
        else if (name == "tab")
            add_exact("\t");
        else if (name == "line-break")
            add_exact("\n");
        else if (name == "annotation")
            cell.asides.push_back(read_annotation());
        else if (name == "ruby-text" || name == "note")
            lexer_.skip();
        // Fields show their content.
    });
}

/// Text of the paragraphs up to the end of the element whose start was read.
std::string SheetReader::collected_text()
{
    RawCell text;
    each_token([&](Token token) {
        if (token != Token::start || (lexer_.name() != "p" && lexer_.name() != "h")) return;
        if (text.has_text) text.text += '\n';
        text.has_text = true;
        read_text(text);
    });
    return std::move(text.text);
}

SheetAside SheetReader::read_annotation()
{
    SheetAside aside;
    RawCell text;
    each_token([&](Token token) {
        if (token != Token::start) return;
        if (lexer_.name() == "creator") {
            lexer_.read_text(aside.author);
            aside.author = excerpt(aside.author, 255);
        }
        else if (lexer_.name() == "p") {
            if (text.has_text) text.text += '\n';
            text.has_text = true;
            read_text(text);
        }
        else if (lexer_.name() != "list" && lexer_.name() != "list-item") {
            lexer_.skip();
        }
    });
    aside.text = std::move(text.text);
    return aside;
}

/// With the lexer behind the start of a drawing: its text, its controls, and what is not read.
void SheetReader::read_shape(RawCell& cell)
{
    const auto look = [&] {
        const std::string_view name = lexer_.name();
        if (name == "control") {
            if (const FormControl* form = context_.forms.find(lexer_.attribute("control"))) {
                if (!cell.controls_shown.empty()) cell.controls_shown += ' ';
                cell.controls_shown += form->shown();
                cell.controls.push_back(form->control);
            }
            lexer_.skip();
        }
        else if (name == "object" || name == "object-ole") {
            problem(row_, column_, "a chart or embedded object is not read");
            lexer_.skip();
        }
        else if (name == "image" || name == "desc" || name == "title" || name == "glue-point") {
            lexer_.skip();
        }
        else if (name == "text-box" || name == "custom-shape" || name == "rect" || name == "ellipse" ||
                 name == "caption") {
            if (std::string text = collected_text(); solid_bytes(text) > 0)
                cell.asides.push_back({model::UnitKind::text_box, -1, -1, {}, std::move(text)});
        }
        else {
            return false;
        }
        return true;
    };
    if (look()) return;
    const std::size_t outer = lexer_.depth() - 1;
    for (;;) {
        const Token token = lexer_.next();
        if (token == Token::end && lexer_.depth() == outer) return;
        if (token == Token::start) look();
    }
}

void SheetReader::take_asides(RawCell& raw, int row, int column)
{
    for (SheetAside& aside : raw.asides) {
        aside.row = row;
        aside.column = column;
        content_.asides.push_back(std::move(aside));
    }
    raw.asides.clear();
}

model::Cell SheetReader::shown(const RawCell& raw, int row, int column)
{
    model::Cell cell;
    cell.row = row;
    cell.column = column;
    cell.row_span = raw.row_span;
    cell.column_span = raw.column_span;
    model::Paragraph paragraph;
    paragraph.text = raw.controls_shown;
    if (!raw.controls_shown.empty() && !raw.text.empty()) paragraph.text += ' ';
    paragraph.text += raw.text;
    paragraph.links = raw.links;
    paragraph.controls = raw.controls;
    const Style& style = context_.styles.style("table-cell", raw.style);
    cell.marks.formula = raw.formula;
    cell.marks.error = raw.formula && is_error_text(raw.text);
    cell.marks.struck = raw.solid > 0 && (style.struck || raw.solid_struck == raw.solid);
    cell.marks.hidden = raw.solid > 0 && raw.solid_hidden == raw.solid;
    paragraph.marks = cell.marks;
    cell.blocks.emplace_back(std::move(paragraph));
    return cell;
}

void SheetReader::place(RawCell& raw, int row, int repeats_of_row)
{
    const int first = column_;
    column_ = std::min(first + raw.repeated, max_columns);
    const bool something = !raw.text.empty() || !raw.controls.empty();
    const bool merged = raw.row_span > 1 || raw.column_span > 1;
    if (something && first >= max_columns)
        lexer_.malformed("a row has more than " + std::to_string(max_columns) + " cells");
    if (!raw.validation.empty() && row < max_rows && first < max_columns && content_.validations.size() < max_rows)
        content_.validations.emplace_back(
            CellRange{row, first, std::min(row + repeats_of_row, max_rows) - 1, column_ - 1}, raw.validation);
    take_asides(raw, row, first);
    if (raw.covered) {
        if (something)
            problem(row, first,
                    "the cell lies under a merged cell and is not shown; its text is not read: '" +
                        excerpt(raw.text, 200) + "'");
        return;
    }
    if (raw.formula && !something && raw.value_type.empty())
        problem(row, first, "the formula has no stored result; its cell reads as empty");
    if (!something && !merged && !raw.formula) return;
    for (int i = 0; i < column_ - first; ++i) {
        if (i > 0 && !context_.may_repeat()) {
            problem(row, first,
                    "the cell stands " + std::to_string(raw.repeated) + " times; it is read " + std::to_string(i) +
                        " times");
            break;
        }
        if (i > 0) {
            ++context_.repeated_cells;
            context_.repeated_bytes += raw.text.size();
        }
        store(raw, row, first + i);
    }
}

void SheetReader::store(const RawCell& raw, int row, int column)
{
    const Limits& limits = context_.archive.limits();
    if (++context_.cells > limits.cells)
        lexer_.refuse("the workbook has more cells than the limit of " + std::to_string(limits.cells));
    context_.text_bytes += raw.text.size();
    if (context_.text_bytes > limits.text_bytes)
        lexer_.refuse("the cells of the workbook have more text than the limit of " +
                      std::to_string(limits.text_bytes) + " bytes");
    content_.table.cells.push_back(shown(raw, row, column));
}

}  // namespace

SheetContent read_sheet(WorkbookContext& context, XmlLexer& lexer)
{
    return SheetReader(context, lexer).read();
}

void read_names(WorkbookContext& context, XmlLexer& lexer)
{
    const std::size_t outer = lexer.depth() - 1;
    for (;;) {
        const Token token = lexer.next();
        if (token == Token::end && lexer.depth() == outer) return;
        if (token == Token::start && lexer.name() == "named-range")
            context.names.emplace(ascii_lower(lexer.attribute("name")), lexer.attribute("cell-range-address"));
    }
}

}  // namespace samsvar::odf
