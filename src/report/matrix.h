#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/assessment.h"
#include "report/layout.h"

namespace samsvar::report {

/// One cell as a value: what stands in it and what it is, not how a file format writes it.
struct MatrixCell {
    std::variant<std::monostate, std::string, double, model::Date> value;
    std::string style;  ///< Style::id; empty = the column's
    std::string tone;   ///< key of Layout::tones, or empty
    std::string note;   ///< shown in a box when the reader points at the cell, or empty
    std::string link;   ///< anchor of the row it leads to ("answers#18"), or empty
    bool wrap = false;
    bool decision = false;  ///< filled in by choosing one of Matrix::decisions
    bool unlocked = false;  ///< may be filled in although the sheet is locked
    /// Of ours, without "=", never made of a file's text; `value` is its result, for readers that do not calculate.
    std::string formula = {};

    bool empty() const { return std::holds_alternative<std::monostate>(value); }
    /// The text, or "" when the cell holds none.
    const std::string& text() const
    {
        static const std::string none;
        const std::string* text = std::get_if<std::string>(&value);
        return text ? *text : none;
    }
};

enum class RowKind { title, note, heading, header, banner, data, blank };

struct MatrixRow {
    RowKind kind = RowKind::data;
    std::vector<MatrixCell> cells;
    double height = 0;   ///< points; 0 = the default
    std::string anchor;  ///< name that links lead to ("answers#18"), or empty
};

/// Cells of one row that are shown as one.
struct Merge {
    int row = 0;
    int first_column = 0;
    int last_column = 0;
};

/// Bars of the outcomes, fed by two rows of the sheet it stands on.
struct OutcomeChart {
    std::string title;
    int row = 0, column = 0;        ///< top left corner
    int width = 400, height = 290;  ///< pixels
    int label_row = 0, value_row = 0;
    int first_column = 0, last_column = 0;
    std::vector<Colour> colours;  ///< one per bar
};

struct MatrixSheet {
    std::string table;  ///< LayoutSheet::table
    std::string name;
    std::vector<double> widths;
    std::vector<std::size_t> hidden_columns;
    bool hidden = false;
    std::vector<MatrixRow> rows;
    std::vector<Merge> merges;
    int header_row = -1;  ///< repeated on every page, frozen with all above it; -1 = none
    int freeze_columns = 0;
    bool filter = false;
    bool locked = false;
    std::map<int, int> folded;  ///< columns folded away behind a mark that opens them, and at which level (1, 2)
    int pages_wide = 1;        ///< pages side by side when printed
    int repeated_columns = 0;  ///< columns that stand on every page, when there are several side by side
    std::optional<Colour> tab;
    std::optional<OutcomeChart> chart;

    /// The rows of RowKind::data.
    std::size_t data_rows() const;
};

/// A workbook as values: all that the writer of a file format needs besides the layout's looks.
struct Matrix {
    model::Language language = model::Language::nb;
    model::Date date;
    std::string title;  ///< "Compliance matrix: Supplier"
    std::string subject;
    std::string program;  ///< "samsvar 0.1.0"
    std::string footer;   ///< left of the page number
    std::string page_of;  ///< "Page {page} of {pages}"
    std::vector<std::string> decisions;
    std::vector<MatrixSheet> sheets;

    const MatrixSheet* find(std::string_view table) const;
};

/// The hidden sheet that says which file, day and revision of the register a matrix was made of: key and value in rows.
inline constexpr std::string_view origin_sheet_name = "samsvar";

/// The assessment laid out; pure: the same values give the same matrix. All texts are printable (report/cell_text.h)
/// and at most 32,767 UTF-16 units, which is what a cell holds; what is cut says so.
Matrix make_matrix(const model::Assessment& assessment, const Layout& layout, model::Language language);

/// The last step of every workbook: links that lead nowhere are dropped, rows get their height.
void settle(Matrix& matrix, const Layout& layout);

}  // namespace samsvar::report
