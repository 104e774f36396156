#include "app/read_out.h"

#include <algorithm>

#include "base/byte_scan.h"
#include "base/error.h"
#include "model/document.h"
#include "reader/open.h"
#include "reader/rows.h"

namespace samsvar::app {

namespace {

/// Hands the sheets of a document that is held in memory to a consumer of rows.
void hand_rows(const model::Document& document, const std::string& only, model::RowConsumer& consumer)
{
    std::vector<const model::Table*> sheets;
    std::string known;
    for (const model::Block& block : document.blocks) {
        const auto* table = std::get_if<model::Table>(&block);
        if (!table || !table->sheet) continue;
        known += (known.empty() ? "" : ", ") + table->name;
        if (only.empty() || table->name == only) sheets.push_back(table);
    }
    if (sheets.empty() && !only.empty())
        throw Error(ErrorCode::not_found, {document.file, {}, 0, 0},
                    "there is no sheet called " + only + (known.empty() ? "" : "; there are " + known));
    std::string text;
    for (std::size_t number = 0; number < sheets.size(); ++number) {
        const model::Table& table = *sheets[number];
        consumer.sheet({table.name, table.marks.hidden, number + 1, sheets.size()});
        for (const model::Cell& cell : table.cells) {
            text = cell.text();
            model::RowCell one;
            one.row = cell.row;
            one.column = cell.column;
            one.kind = text.empty() ? model::CellKind::blank : model::CellKind::string;
            one.text = text;
            consumer.row({cell.row, false, {&one, 1}});
        }
    }
    for (const model::Problem& problem : document.problems) consumer.problem(problem);
}

std::string with_label(const model::Paragraph& paragraph)
{
    return paragraph.label.empty() ? paragraph.text : paragraph.label + ' ' + paragraph.text;
}

/// All text of a cell on one line; nested tables cell by cell.
void append_cell(std::string& line, const model::Cell& cell)
{
    const auto append = [&](const std::string& label, const std::string& text) {
        if (label.empty() && text.empty()) return;
        if (!line.empty() && line.back() != '\t') line += ' ';
        const std::size_t begin = line.size();
        if (!label.empty()) line.append(label) += ' ';
        line += text;
        if (any_below(std::string_view(line).substr(begin), ' '))
            std::replace_if(
                line.begin() + static_cast<std::ptrdiff_t>(begin), line.end(),
                [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    };
    for (const model::Block& block : cell.blocks) {
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block))
            append(paragraph->label, paragraph->text);
        else
            for (const model::Cell& nested : std::get<model::Table>(block).cells) append_cell(line, nested);
    }
}

void write_table(const model::Table& table, std::ostream& out)
{
    std::string line;
    for (auto cell = table.cells.begin(); cell != table.cells.end();) {
        line.clear();
        const int row = cell->row;
        for (int column = 0; cell != table.cells.end() && cell->row == row; ++cell) {
            for (; column < cell->column; ++column) line += '\t';
            append_cell(line, *cell);
        }
        out << line << '\n';
    }
}

const char* name_of(model::UnitKind kind)
{
    switch (kind) {
        case model::UnitKind::comment: return "comment";
        case model::UnitKind::footnote: return "note";
        case model::UnitKind::header_footer: return "header or footer";
        case model::UnitKind::text_box: return "text box";
        case model::UnitKind::control: return "control";
        case model::UnitKind::cell:
        case model::UnitKind::paragraph: break;
    }
    return "text";
}

void write_text(const model::Document& document, std::ostream& out)
{
    for (const model::Block& block : document.blocks) {
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block))
            out << with_label(*paragraph) << '\n';
        else
            write_table(std::get<model::Table>(block), out);
    }
    for (const model::Aside& aside : document.asides) {
        if (aside.paragraph.text.empty()) continue;
        out << '[' << name_of(aside.kind) << (aside.author.empty() ? "" : " by " + aside.author) << "] "
            << with_label(aside.paragraph) << '\n';
    }
}

std::vector<model::Problem> write_document(const model::Document& document, const ReadOutRequest& request,
                                           std::ostream& out, const Limits& limits)
{
    const bool sheets = std::any_of(document.blocks.begin(), document.blocks.end(), [](const model::Block& block) {
        const auto* table = std::get_if<model::Table>(&block);
        return table && table->sheet;
    });
    if (sheets) {
        CsvRows csv(out, document.file, request.formulas, limits);
        hand_rows(document, request.sheet, csv);
        csv.finish();
        return csv.problems();
    }
    if (!request.sheet.empty())
        throw Error(ErrorCode::invalid_argument, {document.file, {}, 0, 0},
                    "this is a text document, it has no sheets to choose from");
    write_text(document, out);
    return document.problems;
}

}  // namespace

std::vector<model::Problem> read_out(const ReadOutRequest& request, std::ostream& out, const Limits& limits)
{
    CsvRows csv(out, request.file.filename().string(), request.formulas, limits);
    try {
        const auto document = reader::read_rows(request.file, {request.sheet, request.threads}, limits, csv);
        if (document) return write_document(*document, request, out, limits);
        csv.finish();
        return csv.problems();
    }
    catch (const Error&) {
        // Rows out of order can be put in order as long as nothing has gone out: in memory, and up to its limits.
        if (!csv.out_of_order() || csv.begun()) throw;
    }
    return write_document(reader::open(request.file, limits), request, out, limits);
}

}  // namespace samsvar::app
