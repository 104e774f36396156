#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/context.h"
#include "report/layout.h"
#include "report/matrix.h"

namespace samsvar::report {

/// One column a table can show: its key in reports/*.xml and the function that gives a row's cell.
template <class Record>
struct TableColumn {
    std::string_view key;
    MatrixCell (*cell)(const Context&, const Record&);
};

/// A row of a table: a record, or a banner above those that follow.
template <class Record>
struct TableRow {
    std::optional<Record> record;
    std::string banner;
    std::string banner_style = "banner";
    std::string anchor;
};

/// The column that says in a hidden cell what a row is about: Target::text(), a blank and 8 digits of the supplier's
/// words in the row, so that decisions can be read back wherever the row was moved to.
inline constexpr std::string_view target_column = "target";
/// Columns with the supplier's words that a decision is made on.
inline constexpr std::string_view words_columns[] = {"answer", "quote", "named"};

/// Title, note and header of a table's sheet; the header is its last row.
MatrixSheet start_table(const Context& context, const LayoutSheet& layout);
/// Adds a row of one text in the first column that reaches over the whole table.
void add_banner(MatrixSheet& sheet, const Context& context, std::string_view text, std::string_view style);
/// Leaves out the columns marked omit-empty that hold nothing in any data row.
void omit_empty_columns(MatrixSheet& sheet, const LayoutSheet& layout);

/// Adds the digits to the row's target, if it has one.
void sign_target(MatrixRow& row, const LayoutSheet& layout);

template <class Record, std::size_t count>
MatrixSheet make_table(const Context& context, const LayoutSheet& layout,
                       const std::array<TableColumn<Record>, count>& columns, const std::vector<TableRow<Record>>& rows)
{
    MatrixSheet sheet = start_table(context, layout);
    std::vector<const TableColumn<Record>*> chosen;
    for (const LayoutColumn& wanted : layout.columns)
        for (const TableColumn<Record>& known : columns)
            if (known.key == wanted.key) chosen.push_back(&known);
    sheet.rows.reserve(sheet.rows.size() + rows.size());
    for (const TableRow<Record>& row : rows) {
        if (!row.record) {
            add_banner(sheet, context, row.banner, row.banner_style);
            continue;
        }
        MatrixRow& line = sheet.rows.emplace_back();
        line.anchor = row.anchor;
        line.cells.reserve(chosen.size());
        for (std::size_t at = 0; at < chosen.size(); ++at) {
            MatrixCell& cell = line.cells.emplace_back(chosen[at]->cell(context, *row.record));
            if (cell.style.empty()) cell.style = layout.columns[at].style;
            cell.wrap = cell.wrap || layout.columns[at].wrap;
        }
        sign_target(line, layout);
    }
    if (rows.empty()) add_banner(sheet, context, context.text("nothing-here"), "absent");
    omit_empty_columns(sheet, layout);
    return sheet;
}

template <class Record, std::size_t count>
std::vector<std::string_view> keys_of(const std::array<TableColumn<Record>, count>& columns)
{
    std::vector<std::string_view> keys;
    for (const TableColumn<Record>& column : columns) keys.push_back(column.key);
    return keys;
}

/// The sheet of layout.table, which must be one of matrix_tables() (load_layout sees to it).
MatrixSheet make_sheet(const Context& context, const LayoutSheet& layout);

/// One sheet of the matrix each, and the column keys it knows.
MatrixSheet summary_sheet(const Context& context, const LayoutSheet& layout);
MatrixSheet requirements_sheet(const Context& context, const LayoutSheet& layout);
MatrixSheet answers_sheet(const Context& context, const LayoutSheet& layout);
MatrixSheet findings_sheet(const Context& context, const LayoutSheet& layout);
MatrixSheet follow_up_sheet(const Context& context, const LayoutSheet& layout);
MatrixSheet evidence_sheet(const Context& context, const LayoutSheet& layout);
MatrixSheet mapping_sheet(const Context& context, const LayoutSheet& layout);
MatrixSheet ledger_sheet(const Context& context, const LayoutSheet& layout);

std::vector<std::string_view> summary_columns();
std::vector<std::string_view> requirements_columns();
std::vector<std::string_view> answers_columns();
std::vector<std::string_view> findings_columns();
std::vector<std::string_view> follow_up_columns();
std::vector<std::string_view> evidence_columns();
std::vector<std::string_view> mapping_columns();
std::vector<std::string_view> ledger_columns();

/// Cells the reviewer or the supplier fills in.
MatrixCell decision_cell();
MatrixCell input_cell();
MatrixCell date_cell();
/// The same with what was decided on the target before.
MatrixCell decided_cell(const Context& context, const model::Target& target);
MatrixCell comment_cell(const Context& context, const model::Target& target);
MatrixCell owner_cell(const Context& context, const model::Target& target);
MatrixCell due_cell(const Context& context, const model::Target& target);
MatrixCell target_cell(const Context& context, const model::Target& target);

/// One of these as the cell of a table's row; blank for a row without a target.
template <class Record, std::optional<model::Target> (*target_of)(const Record&),
          MatrixCell (*cell)(const Context&, const model::Target&)>
MatrixCell review(const Context& context, const Record& row)
{
    const std::optional<model::Target> target = target_of(row);
    return target ? cell(context, *target) : MatrixCell{};
}
/// Numbers of findings ("3, 8") that lead to the first of them.
MatrixCell finding_numbers_cell(const Context& context, const std::vector<const NumberedFinding*>& findings);
/// The distinct questions to the supplier, in order; numbered when there is more than one.
std::string asks_text(const Context& context, const std::vector<const NumberedFinding*>& findings);
/// "431 units = 402 used + 29 left out", and whether the sum holds.
std::string ledger_invariant(const Context& context);

}  // namespace samsvar::report
