#include "delimited/open.h"

#include <algorithm>

#include "archive/cell_range.h"
#include "archive/draft.h"
#include "archive/xml_lexer.h"
#include "base/error.h"
#include "delimited/dialect.h"
#include "delimited/records.h"
#include "delimited/text_encoding.h"

namespace samsvar::delimited {

namespace {

std::string stem_of(const std::string& file)
{
    const auto dot = file.rfind('.');
    const std::string stem = file.substr(0, dot == 0 ? std::string::npos : dot);
    return archive::excerpt(stem, 255);
}

/// What a sheet shows of a field: control characters are dropped, and ="0047", a spelling that keeps a program from
/// reading a text as a number, is that text.
void settle(Field& field, model::Marks& marks)
{
    std::string& text = field.text;
    std::erase_if(text, [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && c != '\n' && c != '\t') || code == 0x7F;
    });
    const auto formula = [&] { return text.size() >= 3 && text.starts_with("=\"") && text.ends_with('"'); };
    if (formula() && text.find('"', 2) == text.size() - 1) {
        text = text.substr(2, text.size() - 3);
        marks.formula = true;
    }
}

class SheetReader {
public:
    SheetReader(std::string_view text, const Dialect& dialect, const Limits& limits, archive::Draft& draft)
        : records_(text.substr(dialect.start), dialect.separator), limits_(limits), draft_(draft)
    {
        table_.name = table_.part = stem_of(draft.document.file);
        table_.sheet = true;
    }

    void read()
    {
        while (!records_.at_end()) {
            Field field = records_.next();
            if (column_ >= archive::max_columns || row_ >= archive::max_rows)
                fail(ErrorCode::malformed, "the file has more rows or columns than a sheet (1048576 x 16384)");
            const bool last = field.last;
            take(std::move(field));
            ++column_;
            if (!last) continue;
            ++row_;
            column_ = 0;
        }
        draft_.document.blocks.emplace_back(std::move(table_));
    }

private:
    void take(Field field)
    {
        const std::string place = model::cell_name(row_, column_);
        if (field.unclosed)
            draft_.problem(table_.name, place,
                           "the cell begins with a quotation mark that is not closed; it is read "
                           "as it stands, up to the end of the line or column",
                           true);
        if (field.stray_quote)
            draft_.problem(table_.name, place,
                           "text follows the closing quotation mark; it is read as part of the cell", true);
        model::Cell cell;
        settle(field, cell.marks);
        if (field.text.empty()) return;
        if (field.text.size() > limits_.cell_characters)
            fail(ErrorCode::limit_exceeded,
                 "a cell has more text than the limit of " + std::to_string(limits_.cell_characters) + " bytes");
        if (table_.cells.size() >= limits_.cells)
            fail(ErrorCode::limit_exceeded,
                 "the file has more cells than the limit of " + std::to_string(limits_.cells));
        text_bytes_ += field.text.size();
        if (text_bytes_ > limits_.text_bytes)
            fail(ErrorCode::limit_exceeded, "the cells of the file have more text than the limit of " +
                                                std::to_string(limits_.text_bytes) + " bytes");
        const bool empty = field.text.find_first_not_of(" \t\n") == std::string::npos;
        cell.row = row_;
        cell.column = column_;
        cell.unit = draft_.unit(model::UnitKind::cell, table_.name, place, true, empty);
        model::Paragraph paragraph;
        paragraph.text = std::move(field.text);
        paragraph.marks = cell.marks;
        cell.blocks.emplace_back(std::move(paragraph));
        table_.rows = std::max(table_.rows, row_ + 1);
        table_.columns = std::max(table_.columns, column_ + 1);
        table_.tallest_span = 1;
        table_.cells.push_back(std::move(cell));
    }

    [[noreturn]] void fail(ErrorCode code, const std::string& what) const
    {
        throw Error(code, {draft_.document.file, {}, row_ + 1, 0}, what);
    }

    RecordReader records_;
    const Limits& limits_;
    archive::Draft& draft_;
    model::Table table_;
    int row_ = 0;
    int column_ = 0;
    std::uint64_t text_bytes_ = 0;
};

}  // namespace

model::Document open_bytes(std::string_view bytes, const std::string& file, const Limits& limits)
{
    const std::optional<Encoding> encoding = encoding_of(bytes);
    const Decoded decoded = encoding ? to_utf8(bytes, *encoding) : Decoded();
    const std::optional<Dialect> dialect = dialect_of(decoded.text);
    if (!encoding || !dialect)
        throw Error(ErrorCode::unsupported, {file, {}, 0, 0},
                    "the file is plain text; ask for the original Word or Excel file");
    archive::Draft draft(file, limits);
    draft.document.kind = model::FileKind::csv;
    if (decoded.broken > 0)
        draft.problem({}, {},
                      std::to_string(decoded.broken) +
                          " characters cannot be read in the encoding of the file; "
                          "they are shown as \xEF\xBF\xBD");
    SheetReader(decoded.text, *dialect, limits, draft).read();
    return draft.finish();
}

}  // namespace samsvar::delimited
