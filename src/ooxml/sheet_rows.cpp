#include "ooxml/sheet_rows.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "ooxml/row_texts.h"

namespace samsvar::ooxml {

namespace {

using model::CellKind;
using Token = XmlLexer::Token;

/// A row is handed over in pieces of no more than this.
constexpr std::size_t piece_cells = 16'384;
constexpr std::size_t piece_bytes = 1u << 20;

/// What one <c> says, whichever way it was lexed.
struct RawCell {
    int column = -1;  ///< when it is known already
    std::string_view reference;
    std::string_view style;
    std::string_view type;
    std::string_view value;
    bool has_value = false;
    bool formula = false;
    bool inline_string = false;
    bool inline_struck = false;
};

/// A shared string of a cell that was read, to be looked up with the rest of its row.
struct WaitingString {
    std::size_t cell = 0;
    std::size_t index = 0;
    std::size_t style = 0;
};

bool is(std::string_view type, char letter)
{
    return type.size() == 1 && type.front() == letter;
}

class SheetReader {
public:
    SheetReader(WorkbookParts& workbook, const std::string& part, SheetConsumer& consumer)
        : workbook_(workbook),
          limits_(workbook.package.limits()),
          consumer_(consumer),
          entry_(workbook.package.stream(part)),
          lexer_([this](char* buffer, std::size_t capacity) { return entry_.read(buffer, capacity); },
                 workbook.package.file(), part, limits_)
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
    }

private:
    void begin_row();
    void read_row();
    void hand_over();
    void read_cell();
    void read_column();
    void read_merge();
    void read_validation();
    void read_link();
    void add(const RawCell& raw);
    void place(const RawCell& raw, model::RowCell& cell);
    void show_value(const RawCell& raw, model::RowCell& cell);
    void show_string(std::string_view text, std::size_t style, model::RowCell& cell);
    void show_shared_string(std::string_view index, std::size_t style, model::RowCell& cell);
    void fetch(const WaitingString& waiting);
    void show_date(std::string_view text, std::size_t style, model::RowCell& cell);

    WorkbookParts& workbook_;
    const Limits& limits_;
    SheetConsumer& consumer_;
    EntryReader entry_;
    XmlLexer lexer_;
    int row_ = -1;
    int column_ = -1;
    bool row_hidden_ = false;
    RowEnding row_ending_;
    std::vector<bool> hidden_columns_;  // empty when there are none
    std::vector<model::RowCell> cells_;
    std::vector<WaitingString> waiting_;
    RowTexts texts_;
    std::string reference_, style_, type_, value_, inline_;
};

void SheetReader::begin_row()
{
    const int given = to_int(lexer_.attribute("r"), 0);
    row_ = given > 0 ? given - 1 : row_ + 1;
    if (row_ >= max_rows) lexer_.malformed("row " + std::to_string(row_ + 1L) + " is outside every sheet");
    column_ = -1;
    row_hidden_ = is_true(lexer_.attribute("hidden")) || lexer_.attribute_or("ht", "1") == "0";
    row_ending_ = RowEnding(row_);
}

void SheetReader::read_row()
{
    begin_row();
    const std::size_t outer = lexer_.depth() - 1;
    ShortCell cell;
    for (;;) {
        while (lexer_.take_cell(cell, row_ending_))
            add({cell.column, cell.reference, cell.style, cell.type, cell.value, cell.has_value});
        const Token token = lexer_.next();
        if (token == Token::start && lexer_.name() == "c")
            read_cell();
        else if (token == Token::end && lexer_.depth() == outer)
            break;
    }
    hand_over();
}

void SheetReader::hand_over()
{
    // Strings lie far apart in memory: all of a row's are fetched before the first is looked at.
    for (const WaitingString& waiting : waiting_) fetch(waiting);
    waiting_.clear();
    consumer_.row({row_, row_hidden_, cells_});
    cells_.clear();
    texts_.clear();
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
        raw.inline_string = true;
        raw.value = inline_;
        raw.has_value = true;
    }
    add(raw);
}

/// Sets row and column from the reference; without one, a cell stands beside the one before.
void SheetReader::place(const RawCell& raw, model::RowCell& cell)
{
    cell.row = row_;
    if (raw.column >= 0) {
        column_ = raw.column;
    }
    else if (const auto found = parse_reference(raw.reference)) {
        cell.row = found->first;
        column_ = found->second;
    }
    else if (!raw.reference.empty()) {
        lexer_.malformed("'" + excerpt(raw.reference, 20) + "' is no cell of a sheet");
    }
    else if (++column_ >= max_columns) {
        lexer_.malformed("a row has more than " + std::to_string(max_columns) + " cells");
    }
    cell.column = column_;
}

void SheetReader::add(const RawCell& raw)
{
    if (cells_.size() >= piece_cells || texts_.bytes() > piece_bytes) hand_over();
    model::RowCell cell;
    place(raw, cell);
    if (++workbook_.streamed_cells > limits_.streamed_cells)
        lexer_.refuse("the workbook has more cells, those without content counted, than the limit of " +
                      std::to_string(limits_.streamed_cells));
    cell.formula = raw.formula;
    cell.has_value = raw.has_value;
    cell.hidden = row_hidden_ || (!hidden_columns_.empty() && hidden_columns_[static_cast<std::size_t>(cell.column)]);
    if (raw.has_value) {
        show_value(raw, cell);
        check_cell_length(lexer_, cell.text, limits_);
    }
    else if (raw.formula) {
        consumer_.problem(cell.row, cell.column, "the formula has no stored result; its cell reads as empty");
    }
    cells_.push_back(cell);
}

void SheetReader::show_value(const RawCell& raw, model::RowCell& cell)
{
    const auto style = static_cast<std::size_t>(raw.style.empty() ? 0 : std::max(0, to_int(raw.style)));
    cell.struck = workbook_.styles.struck(style);
    if (is(raw.type, 's') && !raw.inline_string) {
        show_shared_string(raw.value, style, cell);
    }
    else if (raw.inline_string) {
        show_string(raw.value, style, cell);
        cell.struck = cell.struck || raw.inline_struck;
    }
    else if (raw.type.empty() || is(raw.type, 'n')) {
        const ShownNumbers::Shown shown = workbook_.numbers.show(raw.value, style);
        cell.text = texts_.keep(shown.text);
        cell.kind = shown.kind == ShownNumbers::Kind::number ? CellKind::number
                    : shown.kind == ShownNumbers::Kind::date ? CellKind::date
                                                             : CellKind::string;
    }
    else if (raw.type == "inlineStr") {
        show_string(raw.value, style, cell);
    }
    else if (raw.type == "str") {
        inline_ = raw.value;
        unescape_cell_text(inline_);
        show_string(inline_, style, cell);
    }
    else if (is(raw.type, 'b')) {
        cell.text = is_true(raw.value) ? "TRUE" : raw.value.empty() ? "" : "FALSE";
        cell.kind = CellKind::boolean;
    }
    else if (is(raw.type, 'e')) {
        cell.text = texts_.keep(raw.value);
        cell.kind = CellKind::error;
    }
    else if (is(raw.type, 'd')) {
        show_date(raw.value, style, cell);
    }
    else {
        const ShownNumbers::Shown shown = workbook_.numbers.show(raw.value, style);
        cell.text = texts_.keep(shown.text);
        cell.kind = CellKind::string;
    }
    if (cell.text.empty()) cell.kind = CellKind::blank;
}

/// `text` is copied: it may stand in the lexer's window.
void SheetReader::show_string(std::string_view text, std::size_t style, model::RowCell& cell)
{
    cell.kind = CellKind::string;
    cell.text = texts_.keep(workbook_.styles.changes_text(style) ? workbook_.styles.format(style).shown_text(text) : text);
}

void SheetReader::show_shared_string(std::string_view written, std::size_t style, model::RowCell& cell)
{
    if (written.empty()) return;
    std::size_t index = 0;
    const auto result = std::from_chars(written.data(), written.data() + written.size(), index);
    if (result.ec != std::errc() || index >= workbook_.strings.size()) {
        consumer_.problem(cell.row, cell.column,
                          "the cell points to shared string " + excerpt(written, 20) +
                              ", which does not exist; it reads as empty");
        return;
    }
    workbook_.strings.prefetch(index);
    waiting_.push_back({cells_.size(), index, style});
}

void SheetReader::fetch(const WaitingString& waiting)
{
    model::RowCell& cell = cells_[waiting.cell];
    cell.text = workbook_.strings.text(waiting.index);
    __builtin_prefetch(cell.text.data());
    cell.struck = cell.struck || workbook_.strings.struck(waiting.index);
    if (workbook_.styles.changes_text(waiting.style))
        cell.text = texts_.keep(workbook_.styles.format(waiting.style).shown_text(cell.text));
    cell.kind = cell.text.empty() ? CellKind::blank : CellKind::string;
}

/// An ISO date, shown as its format says; without one for dates midnight is left out, and T becomes a blank.
void SheetReader::show_date(std::string_view text, std::size_t style, model::RowCell& cell)
{
    const NumberFormat& format = workbook_.styles.format(style);
    if (const auto serial = serial_of_iso(text, workbook_.date1904); serial && format.is_date()) {
        cell.text = texts_.keep(format.shown(*serial, workbook_.date1904));
        cell.kind = CellKind::date;
        return;
    }
    value_ = text;
    if (const auto clock = value_.find('T'); clock != std::string::npos) {
        if (value_.compare(clock, 9, "T00:00:00") == 0)
            value_.erase(clock);
        else
            value_[clock] = ' ';
    }
    cell.text = texts_.keep(value_);
    cell.kind = CellKind::date;
}

void SheetReader::read_column()
{
    if (!is_true(lexer_.attribute("hidden")) && lexer_.attribute_or("width", "1") != "0") return;
    const int first = std::clamp(to_int(lexer_.attribute("min"), 1), 1, max_columns);
    const int last = std::clamp(to_int(lexer_.attribute("max"), first), first, max_columns);
    hidden_columns_.resize(static_cast<std::size_t>(max_columns));
    std::fill(hidden_columns_.begin() + (first - 1), hidden_columns_.begin() + last, true);
    consumer_.hidden_columns(first - 1, last - 1);
}

void SheetReader::read_merge()
{
    const auto range = parse_range(lexer_.attribute("ref"));
    if (!range || (range->first_row == range->last_row && range->first_column == range->last_column)) return;
    consumer_.merged(*range);
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
    if (list && !formula.empty()) consumer_.list(ranges, formula);
}

void SheetReader::read_link()
{
    if (const auto range = parse_range(lexer_.attribute("ref")))
        consumer_.link(*range, lexer_.attribute("id"), lexer_.attribute("location"));
}

}  // namespace

void read_sheet_rows(WorkbookParts& workbook, const std::string& part, SheetConsumer& consumer)
{
    SheetReader(workbook, part, consumer).read();
}

}  // namespace samsvar::ooxml
