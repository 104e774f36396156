#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/content.h"
#include "intake/form_patterns.h"
#include "layout/grid.h"

namespace samsvar::intake {

// Grids, contents and the ledger: what reading with a form and without one share.
using namespace layout;

/// A column of a question table that was given a role.
struct RoleColumn {
    int column = 0;
    model::ColumnRole role = model::ColumnRole::other;
    std::string choice = {};  ///< what a tick in the column says, for a column headed "Ja"
};

/// A table or sheet that holds questions and answers.
struct QuestionTable {
    Grid grid;
    std::vector<RoleColumn> columns;  ///< by column; ids and questions have one column each
    std::vector<int> header_rows;     ///< empty when the table goes on from the one before it
    int first_row = 0;                ///< below the header

    /// The column with that role, or -1.
    int column_of(model::ColumnRole role) const;
    /// The row holds headers again, as on each page of a printed table.
    bool repeats_header(int row, const FormPatterns& patterns) const;
};

/// Roles of the cells of one row, read as headers.
std::vector<RoleColumn> header_roles(const Grid& grid, int row, const FormPatterns& patterns);

/// What a row says about which question it holds.
struct RowSigns {
    const model::Cell* id_cell = nullptr;        ///< starts in this row
    const model::Cell* question_cell = nullptr;  ///< starts in this row
    std::string printed_id;                   ///< as printed, also when it stands before the question or is automatic
    std::string question;                     ///< verbatim, without the number
    std::optional<std::size_t> by_id;         ///< question of the form with that id
    std::vector<std::size_t> by_fingerprint;  ///< questions printed in exactly these words
    std::vector<std::size_t> by_text;         ///< otherwise: questions whose patterns match
};
RowSigns signs_of(const QuestionTable& table, int row, const FormPatterns& patterns);

/// The question tables of a document, in reading order. Looks for header rows first, then for tables that go on without
/// one, and when that finds less than half of the form also for tables whose header is unknown but whose rows are the
/// form's questions. Hidden sheets and sheets of samples are left alone.
std::vector<QuestionTable> find_question_tables(const model::Document& document, const FormPatterns& patterns);

/// A word that announces sample text ("Eksempel: …", a sheet called Exempel).
bool announces_sample(std::string_view text);

}  // namespace samsvar::intake
