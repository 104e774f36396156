#include "report/word_report.h"

#include <algorithm>

#include "report/cell_text.h"

namespace samsvar::report {

namespace {

model::Assessment shell(const WordReportSubject& subject)
{
    model::Assessment made;
    made.file = subject.file;
    made.date = subject.date;
    return made;
}

MatrixRow& blank_row(MatrixSheet& sheet, RowKind kind, std::string_view style = "blank")
{
    MatrixRow& row = sheet.rows.emplace_back();
    row.kind = kind;
    row.cells.resize(sheet.widths.size());
    for (MatrixCell& one : row.cells) one.style = style;
    return row;
}

}  // namespace

WordReport::WordReport(const WordReportSubject& subject, const Layout& layout, const Words& words,
                       model::Language language)
    : subject_(subject),
      layout_(layout),
      words_(words),
      language_(language),
      shell_(shell(subject)),
      context_(shell_, layout, language)
{
}

Matrix WordReport::workbook(std::string_view title, std::string_view about, std::string_view subject) const
{
    Matrix matrix;
    matrix.language = language_;
    matrix.date = subject_.date;
    matrix.title = word(title) + (about.empty() ? "" : ": " + printable(one_line(std::string(about))));
    matrix.subject = word(subject);
    matrix.program = "samsvar " + subject_.samsvar;
    matrix.footer = printable(one_line(subject_.file)) + "  ·  " + subject_.date.text();
    matrix.page_of = context_.text("page-of");
    for (const auto& [id, label] : layout_.decisions) matrix.decisions.push_back(label.in(language_));
    return matrix;
}

MatrixSheet WordReport::start(std::string_view key, const std::vector<WordColumn>& columns, Colour tab,
                              const std::vector<std::pair<std::string, std::string>>& facts) const
{
    MatrixSheet sheet;
    sheet.table = key;
    sheet.name = word(key);
    sheet.tab = tab;
    sheet.filter = true;
    for (const WordColumn& column : columns) sheet.widths.push_back(column.width);
    const std::string base(key);
    const int last = static_cast<int>(columns.size()) - 1;
    add_line(sheet, RowKind::title, word(base + "-title"), "title");
    add_line(sheet, RowKind::note, word(base + "-note"), "note");
    if (last > 0) sheet.merges.push_back({1, 0, std::min(5, last)});
    const int value_end = std::min(4, last);
    for (const auto& [label, value] : facts) {
        MatrixRow& row = blank_row(sheet, RowKind::note);
        row.cells[0] = cell(label, "label", false);
        if (last < 1) continue;
        row.cells[1] = cell(value, "value");
        for (int column = 2; column <= value_end; ++column) row.cells[static_cast<std::size_t>(column)].style = "value";
        if (value_end > 1) sheet.merges.push_back({static_cast<int>(sheet.rows.size()) - 1, 1, value_end});
    }
    if (!facts.empty()) blank_row(sheet, RowKind::blank);
    MatrixRow& header = sheet.rows.emplace_back();
    header.kind = RowKind::header;
    for (const WordColumn& column : columns) header.cells.push_back(cell(word(column.word), "header"));
    sheet.header_row = static_cast<int>(sheet.rows.size()) - 1;
    return sheet;
}

void WordReport::add_line(MatrixSheet& sheet, RowKind kind, std::string_view text, std::string_view style) const
{
    MatrixRow& row = blank_row(sheet, kind, kind == RowKind::banner ? style : "blank");
    row.cells[0] = cell(text, style, kind == RowKind::note);
}

void WordReport::add_subheader(MatrixSheet& sheet, const std::vector<std::string_view>& words) const
{
    MatrixRow& row = sheet.rows.emplace_back();
    row.kind = RowKind::header;
    for (const std::string_view one : words) row.cells.push_back(cell(word(one), "subbanner"));
}

MatrixCell WordReport::cell(std::string_view text, std::string_view style, bool wrap) const
{
    MatrixCell made = context_.cell(text, style);
    made.wrap = wrap;
    return made;
}

MatrixCell WordReport::number(double value) const
{
    MatrixCell made;
    made.value = value;
    made.style = "count";
    return made;
}

MatrixCell WordReport::date(const std::optional<model::Date>& date) const
{
    if (!date) return cell("", "text");
    if (date->month == 0 || date->day == 0) return cell(date->text(), "text", false);
    MatrixCell made;
    made.value = *date;
    made.style = "day";
    return made;
}

MatrixCell WordReport::place(const model::Place& place) const
{
    return cell(context_.place_text(place), "quiet");
}

MatrixCell WordReport::outcome(model::Outcome outcome) const
{
    MatrixCell made = context_.outcome_cell(outcome);
    made.style = "state";
    return made;
}

MatrixCell WordReport::severity(model::Severity severity) const
{
    MatrixCell made = context_.severity_cell(severity);
    made.style = "state";
    return made;
}

MatrixCell WordReport::state(std::string_view text, std::string_view tone) const
{
    MatrixCell made = cell(text, "state", false);
    made.tone = tone;
    return made;
}

}  // namespace samsvar::report
