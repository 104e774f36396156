#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace samsvar::layout {

/// What a person entered in a cell, apart from what only looks like text: placeholders, struck and hidden text.
struct Content {
    std::string text;         ///< verbatim, \n between paragraphs; check boxes and their labels apart
    std::string choice;       ///< labels of the ticked check boxes, joined by ", "
    std::string placeholder;  ///< placeholder text that was left, when nothing else was entered
    std::string struck;       ///< struck-through text that was left out
    std::string hidden;       ///< hidden text that was left out
    model::Marks marks;       ///< of the cell and of the paragraphs that were read
    bool boxes = false;       ///< there are check boxes

    bool empty() const { return text.empty() && choice.empty(); }
};

Content content_of(const model::Cell& cell);

/// Content of a single paragraph.
Content content_of(const model::Paragraph& paragraph);

/// The lines of a cell as entered: paragraphs, cut again at line breaks, each trimmed; empty ones are kept.
std::vector<std::string> lines_of(const model::Cell& cell);

/// "Ja", "Nei", "Delvis" …: a word that a box or a column to tick is labelled with.
bool is_choice_word(std::string_view text);

/// Whether a cell in a column to tick is ticked: a ticked box or any sign, but not an empty box.
bool is_ticked(const model::Cell& cell, const Content& content);

/// The reason (layout/ledger.h) why a cell without an answer is ignored.
std::string_view reason_for_nothing(const Content& content);

}  // namespace samsvar::layout
