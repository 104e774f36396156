#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layout/words.h"
#include "model/document.h"
#include "model/layout.h"

/// Tables and sheets whose rows are a label and what it says, and the labels that come back with every question: what
/// find_records (layout/slots_records.h) looks at.
namespace samsvar::layout::records {

/// Fewer are left to the single places to answer.
inline constexpr std::size_t least = 3;

/// A row: a label and what it says, or one text alone.
struct Line {
    int row = 0;
    const model::Cell* id = nullptr;  ///< a number to the left of the label
    const model::Cell* left = nullptr;
    const model::Cell* right = nullptr;  ///< null when no cell stands there
    int right_column = 0;
    bool alone = false;  ///< one text, nothing right of it
    std::string name;    ///< folded label without its number; empty when too long for one
    std::string number;  ///< the label's number: 3.2 of "Answer 3.2"
};

/// A table or sheet whose rows are lines.
struct Lines {
    const model::Table* table = nullptr;
    std::size_t block = 0;
    std::vector<Line> lines;
};

/// The lines of a document, by where their records may go on: the tables of a Word document together, each sheet on its
/// own. Tables most of whose rows are no lines are left out; none when there are more rows than the limit.
std::vector<std::vector<Lines>> line_streams(const model::Document& document);

/// What a label that comes back with every question is for.
struct Part {
    std::size_t count = 0;  ///< lines where something stands right of it
    std::size_t alone = 0;  ///< lines of a sheet where nothing does: the place of an answer not given is no cell
    std::string shown;
    std::optional<model::ColumnRole> role;  ///< by its words; nothing when they are not known
};

struct Parts {
    std::map<std::string, Part> by_name;
    bool beside_questions = false;  ///< answers stand right of their questions, and only what is added has a label
};

/// Words that come back on the left of tables of one kind, with what they are for; none when they are no parts of
/// questions.
Parts parts_of(const std::vector<Lines>& tables, const Words& words);
/// Whether the lines hold an answer, or something that is added to one.
bool holds_part(const Lines& lines, const Parts& parts);

std::string text_of(const model::Cell& cell);
/// Neither text nor a table.
bool is_blank_cell(const model::Cell& cell);

}  // namespace samsvar::layout::records
