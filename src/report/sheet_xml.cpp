#include "report/sheet_xml.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <chrono>

#include "model/place.h"
#include "report/cell_text.h"

namespace samsvar::report {

namespace {

void put_number(std::string& into, double number)
{
    std::array<char, 32> digits;
    const auto [end, failure] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    assert(failure == std::errc());
    into.append(digits.data(), end);
}

void put_number(std::string& into, std::size_t number)
{
    std::array<char, 24> digits;
    const auto [end, failure] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    assert(failure == std::errc());
    into.append(digits.data(), end);
}

/// For an element's text and for an attribute between double quotes.
void put_escaped(std::string& into, std::string_view text)
{
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        // All four are below '?', most letters above.
        if (c > '>' || (c != '&' && c != '<' && c != '>' && c != '"')) continue;
        into += text.substr(kept, at - kept);
        into += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;";
        kept = at + 1;
    }
    into += text.substr(kept);
}

bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

double date_number(const model::Date& date)
{
    using namespace std::chrono;
    // Excel counts from 1900 and takes that year for a leap year; from March 1900 on, as if it began on 1899-12-30.
    constexpr sys_days first = year{1899} / December / 30;
    const sys_days day = year{date.year} / date.month / date.day;
    return static_cast<double>((day - first).count());
}

class SheetText {
public:
    SheetText(const MatrixSheet& sheet, const Anchors& anchors) : sheet_(sheet), anchors_(anchors)
    {
        for (const MatrixRow& row : sheet.rows)
            while (columns_.size() < row.cells.size())
                columns_.push_back(model::column_letters(static_cast<int>(columns_.size())));
    }

    SheetXml write(const std::vector<std::int32_t>& styles)
    {
        std::size_t next = 0;
        rows_ = "<sheetData>";
        for (std::size_t at = 0; at < sheet_.rows.size(); ++at) {
            const MatrixRow& row = sheet_.rows[at];
            number_ = std::to_string(at + 1);
            rows_ += "<row r=\"" + number_ + '"';
            if (row.height > 0) {
                rows_ += " ht=\"";
                put_number(rows_, row.height);
                rows_ += "\" customHeight=\"1\"";
            }
            rows_ += '>';
            for (std::size_t column = 0; column < row.cells.size(); ++column)
                put_cell(columns_[column], row.cells[column], styles[next++]);
            rows_ += "</row>";
        }
        assert(next == styles.size());
        rows_ += "</sheetData>";
        const std::size_t last_row = std::max<std::size_t>(sheet_.rows.size(), 1);
        SheetXml written;
        written.used_range = "A1:" + (columns_.empty() ? "A" : columns_.back()) + std::to_string(last_row);
        written.rows = std::move(rows_);
        if (!links_.empty()) written.links = "<hyperlinks>" + links_ + "</hyperlinks>";
        return written;
    }

private:
    void put_cell(const std::string& column, const MatrixCell& cell, std::int32_t style)
    {
        rows_ += "<c r=\"";
        rows_ += column;
        rows_ += number_;
        rows_ += "\" s=\"";
        put_number(rows_, static_cast<std::size_t>(style));
        rows_ += '"';
        if (!cell.link.empty() && !cell.empty()) put_link(column, cell.link);
        if (!cell.formula.empty()) {
            put_formula(cell);
            return;
        }
        if (const std::string* text = std::get_if<std::string>(&cell.value); text && !text->empty()) {
            const std::string safe = xlsx_text(*text);
            rows_ += is_blank(safe.front()) || is_blank(safe.back()) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                                                                     : " t=\"inlineStr\"><is><t>";
            put_escaped(rows_, safe);
            rows_ += "</t></is></c>";
            return;
        }
        const double* number = std::get_if<double>(&cell.value);
        const model::Date* date = std::get_if<model::Date>(&cell.value);
        if (!number && !date) {
            rows_ += "/>";
            return;
        }
        rows_ += "><v>";
        put_number(rows_, number ? *number : date_number(*date));
        rows_ += "</v></c>";
    }

    /// With the result of the last calculation: a text is told by t="str" (ECMA-376 part 1, 18.18.11).
    void put_formula(const MatrixCell& cell)
    {
        const double* number = std::get_if<double>(&cell.value);
        rows_ += number ? "><f>" : " t=\"str\"><f>";
        put_escaped(rows_, cell.formula);
        rows_ += "</f><v>";
        if (number)
            put_number(rows_, *number);
        else
            put_escaped(rows_, xlsx_text(cell.text()));
        rows_ += "</v></c>";
    }

    void put_link(const std::string& column, const std::string& anchor)
    {
        const auto target = anchors_.find(anchor);
        if (target == anchors_.end() || count_ >= most_links) return;
        ++count_;
        links_ += "<hyperlink ref=\"" + column + number_ + "\" location=\"";
        put_escaped(links_, target->second);
        links_ += "\" display=\"";
        put_escaped(links_, target->second);
        links_ += "\"/>";
    }

    const MatrixSheet& sheet_;
    const Anchors& anchors_;
    std::vector<std::string> columns_;
    std::string number_;  // of the row
    std::string rows_;
    std::string links_;
    std::size_t count_ = 0;
};

}  // namespace

SheetXml sheet_xml(const MatrixSheet& sheet, const std::vector<std::int32_t>& styles, const Anchors& anchors)
{
    return SheetText(sheet, anchors).write(styles);
}

}  // namespace samsvar::report
