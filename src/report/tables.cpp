#include "report/tables.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "report/layout_vocabulary.h"

namespace samsvar::report {

namespace {
struct Table {
    std::string_view name;
    MatrixSheet (*sheet)(const Context&, const LayoutSheet&);
    std::vector<std::string_view> (*columns)();
};

constexpr Table tables[] = {
    {"summary", summary_sheet, summary_columns},       {"requirements", requirements_sheet, requirements_columns},
    {"answers", answers_sheet, answers_columns},       {"findings", findings_sheet, findings_columns},
    {"follow-up", follow_up_sheet, follow_up_columns}, {"evidence", evidence_sheet, evidence_columns},
    {"mapping", mapping_sheet, mapping_columns},       {"ledger", ledger_sheet, ledger_columns},
};

// A note is merged over as many columns as a screen shows at once, so that it can be read without scrolling.
constexpr double note_width = 130;

MatrixRow one_cell_row(RowKind kind, MatrixCell cell, std::size_t columns)
{
    MatrixRow row;
    row.kind = kind;
    row.cells.resize(columns);
    for (MatrixCell& blank : row.cells) blank.style = cell.style;
    row.cells.front() = std::move(cell);
    return row;
}
}  // namespace

const ReportTables& matrix_tables()
{
    static const ReportTables known = [] {
        ReportTables made;
        for (const Table& table : tables) made.tables.emplace_back(table.name, table.columns());
        return made;
    }();
    return known;
}

MatrixSheet start_table(const Context& context, const LayoutSheet& layout)
{
    MatrixSheet sheet;
    sheet.table = layout.table;
    sheet.name = context.text(layout.name);
    sheet.freeze_columns = layout.freeze_columns;
    sheet.filter = layout.filter;
    sheet.locked = layout.locked;
    sheet.tab = layout.tab;
    for (const LayoutColumn& column : layout.columns) {
        if (column.hidden) sheet.hidden_columns.push_back(sheet.widths.size());
        sheet.widths.push_back(column.width);
    }
    const std::size_t columns = layout.columns.size();
    sheet.rows.push_back(one_cell_row(RowKind::title, context.cell(context.text(layout.title), "title"), columns));
    if (!layout.note.empty()) {
        MatrixCell note = context.cell(context.text(layout.note), "note");
        note.wrap = true;
        sheet.rows.push_back(one_cell_row(RowKind::note, std::move(note), columns));
        int last = 0;
        for (double width = sheet.widths[0]; last + 1 < static_cast<int>(columns) && width < note_width;)
            width += sheet.widths[static_cast<std::size_t>(++last)];
        if (last > 0) sheet.merges.push_back({1, 0, last});
    }
    if (layout.table == "summary") return sheet;
    MatrixRow header;
    header.kind = RowKind::header;
    for (const LayoutColumn& column : layout.columns) {
        MatrixCell cell = context.cell(context.text(column.label), "header");
        cell.wrap = true;
        header.cells.push_back(std::move(cell));
    }
    sheet.header_row = static_cast<int>(sheet.rows.size());
    sheet.rows.push_back(std::move(header));
    return sheet;
}

void add_banner(MatrixSheet& sheet, const Context& context, std::string_view text, std::string_view style)
{
    sheet.rows.push_back(one_cell_row(RowKind::banner, context.cell(text, style), sheet.widths.size()));
}

void sign_target(MatrixRow& row, const LayoutSheet& layout)
{
    std::string words;
    MatrixCell* target = nullptr;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        const std::string& key = layout.columns[at].key;
        if (key == target_column) target = &row.cells[at];
        if (std::find(std::begin(words_columns), std::end(words_columns), key) != std::end(words_columns))
            words += row.cells[at].text() + '\n';
    }
    if (target != nullptr && !target->empty()) target->value = target->text() + ' ' + model::digest_of_words(words, 8);
}

void omit_empty_columns(MatrixSheet& sheet, const LayoutSheet& layout)
{
    for (std::size_t at = layout.columns.size(); at-- > 0;) {
        const bool told = std::any_of(sheet.rows.begin(), sheet.rows.end(), [&](const MatrixRow& row) {
            return row.kind == RowKind::data && !row.cells[at].empty();
        });
        if (!layout.columns[at].omit_empty || told) continue;
        const auto offset = static_cast<std::ptrdiff_t>(at);
        sheet.widths.erase(sheet.widths.begin() + offset);
        for (MatrixRow& row : sheet.rows) row.cells.erase(row.cells.begin() + offset);
        for (Merge& merge : sheet.merges)
            if (merge.last_column >= static_cast<int>(at)) --merge.last_column;
        for (std::size_t& hidden : sheet.hidden_columns)
            if (hidden > at) --hidden;
    }
    // A merge of one cell is none (Excel repairs the file).
    std::erase_if(sheet.merges, [](const Merge& merge) { return merge.last_column <= merge.first_column; });
}

MatrixCell decision_cell()
{
    MatrixCell cell = input_cell();
    cell.decision = true;
    return cell;
}

MatrixCell input_cell()
{
    MatrixCell cell;
    cell.style = "input";
    cell.wrap = true;
    cell.unlocked = true;
    return cell;
}

MatrixCell date_cell()
{
    MatrixCell cell;
    cell.style = "date";
    cell.unlocked = true;
    return cell;
}

namespace {
/// A cell the reviewer fills in, with what was filled in before.
MatrixCell filled_cell(const Context& context, const std::string& text)
{
    MatrixCell cell = input_cell();
    if (!text.empty()) cell.value = context.cell(text).text();
    return cell;
}
}  // namespace

MatrixCell decided_cell(const Context& context, const model::Target& target)
{
    MatrixCell cell = decision_cell();
    const model::Decision* decision = context.decision(target);
    if (decision == nullptr || !decision->kind) return cell;
    for (const auto& [id, label] : context.layout.decisions)
        if (id == name_of(*decision->kind)) cell.value = context.text(label);
    cell.note = decision->by + ", " + decision->at.substr(0, 10);
    return cell;
}

MatrixCell comment_cell(const Context& context, const model::Target& target)
{
    const model::Decision* decision = context.decision(target);
    return decision == nullptr ? input_cell() : filled_cell(context, decision->comment);
}

MatrixCell owner_cell(const Context& context, const model::Target& target)
{
    const model::Decision* decision = context.decision(target);
    return decision == nullptr ? input_cell() : filled_cell(context, decision->owner);
}

MatrixCell due_cell(const Context& context, const model::Target& target)
{
    MatrixCell cell = date_cell();
    const model::Decision* decision = context.decision(target);
    if (decision != nullptr && decision->due) cell.value = *decision->due;
    return cell;
}

MatrixCell target_cell(const Context&, const model::Target& target)
{
    MatrixCell cell;
    cell.value = target.text();
    return cell;
}

MatrixCell finding_numbers_cell(const Context& context, const std::vector<const NumberedFinding*>& findings)
{
    std::string numbers;
    for (const NumberedFinding* finding : findings)
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(finding->number);
    MatrixCell cell = context.id_cell(numbers);
    cell.wrap = true;
    if (!findings.empty()) cell.link = "findings#" + std::to_string(findings.front()->number);
    return cell;
}

std::string asks_text(const Context& context, const std::vector<const NumberedFinding*>& findings)
{
    std::vector<std::string> asks;
    for (const NumberedFinding* finding : findings) {
        const std::string& ask = context.text(finding->finding->ask);
        if (!ask.empty() && std::find(asks.begin(), asks.end(), ask) == asks.end()) asks.push_back(ask);
    }
    if (asks.size() == 1) return asks.front();
    std::string text;
    for (std::size_t at = 0; at < asks.size(); ++at)
        text += (at > 0 ? "\n" : "") + std::to_string(at + 1) + ". " + asks[at];
    return text;
}

MatrixSheet make_sheet(const Context& context, const LayoutSheet& layout)
{
    const auto known = std::find_if(std::begin(tables), std::end(tables),
                                    [&](const Table& table) { return table.name == layout.table; });
    assert(known != std::end(tables));
    return known->sheet(context, layout);
}

}  // namespace samsvar::report
