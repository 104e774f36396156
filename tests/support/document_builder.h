#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/form.h"
#include "model/submission.h"

namespace samsvar::test {

/// A cell of a table to build: text with \n between paragraphs (in a sheet: line breaks), and what it spans.
struct CellText {
    CellText(const char* cell_text) : text(cell_text) {}
    CellText(std::string cell_text) : text(std::move(cell_text)) {}
    CellText(const char* cell_text, int columns, int rows = 1) : text(cell_text), column_span(columns), row_span(rows)
    {
    }

    std::string text;
    int column_span = 1;
    int row_span = 1;
};

using RowText = std::vector<CellText>;

/// Builds documents by hand, with a unit and a place for each cell and paragraph, as the readers of files do.
class DocumentBuilder {
public:
    explicit DocumentBuilder(model::FileKind kind = model::FileKind::docx, std::string file = "acme.docx");

    DocumentBuilder& paragraph(const std::string& text);
    /// Heading of level 1-9, or a document title (10); `label` is its automatic number.
    DocumentBuilder& heading(int level, const std::string& text, const std::string& label = {});
    /// Paragraph of a list with the number or bullet that Word shows.
    DocumentBuilder& listed(const std::string& label, const std::string& text, int level = 0);
    DocumentBuilder& styled(const std::string& style, const std::string& text);
    /// A Word table; a row lists only the cells that start in it, so merged cells from above are left out.
    DocumentBuilder& table(const std::vector<RowText>& rows);
    /// A sheet. An empty text makes no cell, as in a real workbook.
    DocumentBuilder& sheet(const std::string& name, const std::vector<RowText>& rows);
    DocumentBuilder& aside(model::UnitKind kind, const std::string& text, model::UnitId anchor = model::no_unit);

    /// The table or sheet that was added last, to change what the texts cannot say.
    model::Table& last_table();
    model::Paragraph& last_paragraph();
    /// The cell of the last table that starts at the 0-based position. Throws std::out_of_range.
    model::Cell& cell(int row, int column);
    model::Paragraph& paragraph_in(int row, int column, std::size_t index = 0);
    /// Puts nested blocks into the cell, with units and places of their own for the cells of the tables.
    DocumentBuilder& nest(int row, int column, const std::vector<RowText>& rows);

    model::Document& document() { return document_; }

private:
    model::UnitId unit(model::UnitKind kind, const std::string& part, const std::string& path, bool sheet, bool empty);
    void fill(model::Table& table, const std::vector<RowText>& rows);

    model::Document document_;
    int paragraphs_ = 0;
    int tables_ = 0;
};

/// Turns the marks in a paragraph's text into controls, as the readers of files show them: "[[prompt]]" a field with its
/// placeholder, "[=text]" one that was filled in, "[:chosen;first;second]" a drop-down, "[ ]" and "[x]" check boxes.
void add_controls(model::Paragraph& paragraph);

/// A small form: five questions with patterns and fingerprints of their printed texts, two sections, facts,
/// sub-processors and annexes.
model::Form small_form();
/// The printed text of small_form's question with that index.
const std::string& printed(std::size_t index);

/// One line per answer: "id: role=text | role=text", then what is missing, unmatched and edited.
std::string summary(const model::Submission& submission);

/// Checks the promises of the ledger: one entry per unit in order, a word for each, sums that add up.
void check_ledger(const model::Document& document, const model::Submission& submission);
/// The ledger's word for a unit: "answer", "!hidden" when it was ignored.
std::string ledger_word(const model::Submission& submission, model::UnitId unit);

}  // namespace samsvar::test
