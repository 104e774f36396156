#pragma once

#include <string>
#include <vector>

#include "layout/table_text.h"
#include "layout/words.h"

namespace samsvar::layout {

/// A text in a header row.
struct HeaderCell {
    const model::Cell* cell = nullptr;
    std::string text;
    std::vector<Words::RoleFit> roles;  ///< best first
    std::string choice;                 ///< meaning of a choice word ("yes"), or ""
    std::string other;                  ///< kind of another table the header belongs to, or ""

    double fit(model::ColumnRole role) const;
};

/// One or several rows that head a table.
struct Header {
    std::vector<int> rows;  ///< consecutive among the table's rows with cells
    std::vector<HeaderCell> cells;
    bool by_words = false;  ///< the vocabulary knows its words
    bool open = false;      ///< a column below it stands open to be filled in

    bool sure() const { return by_words || open; }  ///< otherwise only its shape speaks for it

    /// The texts over a column, from the top, each cell once.
    std::vector<const HeaderCell*> over(int column) const;
    /// The same columns are headed by the same words.
    bool repeats(const Header& other) const;
};

/// All headers of a table, top to bottom; a table that holds several stacked tables has several.
std::vector<Header> find_headers(const TableText& table, const Words& words);

}  // namespace samsvar::layout
