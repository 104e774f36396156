#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/text_edit.h"

// Internal to the folder.
namespace samsvar::marking {

using CellPlace = std::pair<int, int>;  ///< row and column, 0-based

/// What becomes of a cell; nothing = it stays.
struct CellChange {
    std::optional<std::size_t> style;  ///< index into cellXfs
    std::optional<std::string> text;
};

/// The cells of a sheet as they stand in its text.
class SheetCells {
public:
    /// Looks for `wanted`; `content` is well formed, `root` its root element, and both outlive this.
    SheetCells(std::string_view content, const archive::ElementSpan& root, const std::set<CellPlace>& wanted);

    /// Whether nothing is in a wanted cell.
    bool is_empty(const CellPlace& place) const;
    /// Index of a wanted cell's style: its own, else its row's or column's.
    std::size_t style_of(const CellPlace& place) const;
    /// Largest style index of any cell.
    std::size_t largest_style() const { return largest_style_; }
    /// Cells that are not there are put in where they belong. All must have been wanted.
    std::vector<archive::TextEdit> edits(const std::map<CellPlace, CellChange>& changes) const;
    /// Width of a column and height of a row in pixels at 96 dpi, about.
    int width(int column) const;
    int height(int row) const;

private:
    struct Cell {
        archive::ElementSpan span;
        std::size_t style = 0;
    };
    struct Row {
        archive::ElementSpan span;
        std::size_t style = 0;
        bool styled = false;
        std::map<int, std::size_t> cells;  ///< column → where the cell begins
    };
    struct Columns {
        int first = 0, last = 0;
        std::size_t style = 0;
        double width = 0;
    };
    void read_columns(const archive::ElementSpan& columns);
    void read_row(const archive::ElementSpan& row, int number, const std::set<CellPlace>& wanted);
    std::string element(const CellPlace& place, const CellChange& change) const;
    void widen_spans(const archive::ElementSpan& row, const std::pair<int, int>& columns,
                     std::vector<archive::TextEdit>& edits) const;

    std::string_view content_;
    archive::ElementSpan data_;  ///< sheetData
    std::string prefix_;
    std::map<CellPlace, Cell> cells_;        ///< wanted ones that are there
    std::map<int, Row> rows_;                ///< that hold a wanted one
    std::map<int, std::size_t> row_begins_;  ///< of all rows
    std::map<int, double> heights_;          ///< in points
    std::vector<Columns> columns_;
    std::size_t largest_style_ = 0;
};

/// A new child of `parent` in its place: in front of the first one whose local name is among `followers`, else last.
archive::TextEdit insert_in_order(std::string_view content, const archive::ElementSpan& parent,
                                  const std::string& added, const std::set<std::string_view>& followers);

/// Text as cells and notes hold it: "_x0041_" is written so that it is not read as "A" (ECMA-376 part 1, 22.9.2.19).
std::string escaped_cell_text(std::string_view text);

}  // namespace samsvar::marking
