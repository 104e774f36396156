#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/comparison.h"
#include "report/context.h"
#include "report/words.h"

// Sheets of the workbook of bidders side by side. Internal to the folder.
namespace samsvar::report {

/// A column of a sheet: one of the layout's, once or for one bidder.
struct TenderColumn {
    const LayoutColumn* layout = nullptr;
    std::size_t bidder = 0;  ///< index; 0 as well for a column that stands once
    std::string_view key() const { return layout->key; }
};

/// What every sheet needs to look up. Points into the comparison, the layout and the words.
class TenderContext {
public:
    /// `findings` gives the codes their titles.
    TenderContext(const model::Comparison& comparison, const std::vector<model::FindingText>& findings,
                  const Layout& layout, const Words& words, model::Language language);
    TenderContext(const TenderContext&) = delete;
    TenderContext& operator=(const TenderContext&) = delete;

    const model::Comparison& comparison;
    const Layout& layout;
    const model::Language language;

    std::string word(std::string_view id) const { return words_.word(id, language); }
    /// A word with its number of rows put in.
    std::string counted(std::string_view id, std::size_t count) const;
    const LayoutSheet& sheet(std::string_view table) const;
    std::string sheet_name(std::string_view table) const { return sheet(table).name.in(language); }
    std::size_t bidders() const { return comparison.bidders.size(); }

    MatrixCell cell(std::string_view text, std::string_view style, bool wrap = true) const;
    MatrixCell number_cell(double number, std::string_view style) const;
    /// The outcome in words and colour; not asked is one of them.
    MatrixCell standing_cell(const model::ComparedCell& cell, std::string_view style = "state") const;
    std::string standing(const model::ComparedCell& cell) const;
    MatrixCell severity_cell(model::Severity severity) const;
    MatrixCell id_cell(const std::string& id) const { return context_.id_cell(id); }
    /// The place in words, without the file's name.
    std::string place_text(const model::Place& place) const;

    std::string title(const model::ComparedRow& row) const;
    /// shall, should or question.
    std::string kind(const model::ComparedRow& row) const;
    /// What a group of rows is called: the catalogue's id, or the questions.
    std::string group_name(const model::ComparedGroup& group) const;
    /// Findings a row has with a bidder: those of the questions it is answered by and its own, gravest first.
    std::vector<const model::RecordedFinding*> findings(const model::ComparedRow& row, std::size_t bidder) const;
    /// The beginning of what the bidder answered, "18: …" when it is more than one question.
    std::string answer_text(const model::ComparedCell& cell, std::size_t bidder, std::size_t characters) const;
    std::string finding_title(const model::RecordedFinding& finding) const;

    /// Title, note and, with `with_header`, the heads of the columns.
    MatrixSheet start(std::string_view table, bool with_header = true) const;
    std::vector<TenderColumn> columns(std::string_view table) const;
    /// Adds a row of one text in the first column; a banner reaches over the whole sheet.
    MatrixRow& add_line(MatrixSheet& sheet, std::string_view text, std::string_view style,
                        RowKind kind = RowKind::banner) const;
    /// The same, merged over all columns and wrapped.
    void add_note(MatrixSheet& sheet, std::string_view text, std::string_view style) const;
    /// One cell a column, each with the column's style unless it has its own.
    void add_row(MatrixSheet& sheet, const std::vector<TenderColumn>& columns, std::vector<MatrixCell> cells) const;

private:
    const Words& words_;
    model::Assessment shell_;  // Context looks words and places up; it wants an assessment to do so
    Context context_;
};

/// Cells that formulas lead to, as "'Weights'!$B$6".
struct TenderCells {
    std::string points;  ///< range of the table outcome, low, high
    std::map<model::Severity, std::string> importance;
    std::string shall, should, question;
    /// Of the sheet of requirements, ranges over all rows: weights, catalogues, points of each bidder.
    std::string weights, catalogs;
    std::vector<std::string> low, high;
};

/// The sheets; weights and requirements, in this order, fill in the cells that those after them need.
MatrixSheet weights_sheet(const TenderContext& context, TenderCells& cells);
MatrixSheet compared_requirements_sheet(const TenderContext& context, TenderCells& cells);
MatrixSheet overview_sheet(const TenderContext& context, const TenderCells& cells);
MatrixSheet differences_sheet(const TenderContext& context);
MatrixSheet compared_answers_sheet(const TenderContext& context);
MatrixSheet bidders_findings_sheet(const TenderContext& context);
MatrixSheet basis_sheet(const TenderContext& context);

/// A remark in words.
std::string remark_text(const TenderContext& context, const model::Remark& remark);
/// "61.5 %" or "58.0–71.5 %" without the sign, as the language writes numbers; the word no-score when there is none.
std::string score_text(const TenderContext& context, const model::ScoreRange& score);
/// Findings of the bidder's answers with that severity, and answers whose evidence is lacking.
std::size_t findings_of(const model::ComparedBidder& bidder, model::Severity severity);
std::size_t evidence_lacking(const model::ComparedBidder& bidder);

}  // namespace samsvar::report
