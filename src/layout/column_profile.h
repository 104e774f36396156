#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "layout/headers.h"
#include "layout/table_text.h"
#include "layout/words.h"

namespace samsvar::layout {

/// What stands in a column of a body, counted over its rows.
struct ColumnProfile {
    int column = 0;
    std::size_t rows = 0;      ///< of the body
    std::size_t filled = 0;    ///< cells that start here with a text or choice
    std::size_t distinct = 0;  ///< different texts among them
    std::size_t bytes = 0;     ///< of text, together
    std::size_t ids = 0;
    std::size_t guids = 0;     ///< of the ids
    std::size_t numbered = 0;  ///< begin with a number or code: "GV.OC-01.1: The …"
    std::size_t sentences = 0;
    std::size_t questions = 0;  ///< end in a question mark
    std::size_t choices = 0;    ///< yes, no, n.a. … and nothing else
    std::size_t marks = 0;      ///< a cross, a check mark, a ticked or empty box
    std::size_t addresses = 0;  ///< of web pages
    std::size_t numbers = 0;
    std::size_t formulas = 0;
    std::size_t lists = 0;         ///< cells with a list of allowed values
    std::size_t choice_lists = 0;  ///< of them lists that hold a yes, no, n.a. …
    std::size_t fields = 0;        ///< cells with a control or placeholder to fill in
    std::size_t merged = 0;        ///< cells that reach over several rows
    std::string first_list;        ///< first value of the list of allowed values

    double share(std::size_t count) const
    {
        return filled ? static_cast<double>(count) / static_cast<double>(filled) : 0;
    }
    double fill() const { return rows ? static_cast<double>(filled) / static_cast<double>(rows) : 0; }
    double mean_bytes() const { return share(bytes); }
};

/// One profile a column of the table, hidden columns left out.
std::vector<ColumnProfile> profile_columns(const TableText& table, const std::vector<int>& rows, const Words& words);

/// By column, the one text that stands in (nearly) all of its cells where a person chooses or fills in, or a number:
/// what nobody typed.
std::map<int, std::string> standing_texts(const TableText& table, const std::vector<int>& rows);

/// A cross, check mark or box and nothing else.
bool is_mark(const Content& content);

}  // namespace samsvar::layout
