#pragma once

#include <string>
#include <vector>

#include "layout/content.h"
#include "layout/words.h"
#include "model/layout.h"

namespace samsvar::layout {

/// What shows that something is a place to answer, strongest first.
enum class Evidence {
    control,    ///< a field to fill in, or its placeholder
    boxes,      ///< check boxes
    rule,       ///< a line to write on
    list,       ///< a list of allowed values
    announced,  ///< "Answer:" stands before it
    empty,      ///< an empty cell or paragraph beside or below the label
    typed,      ///< text beside or below the label
};

/// What stands in a place to answer.
struct Answered {
    std::vector<model::AnswerPart> parts;
    std::string prefilled;
    Evidence evidence = Evidence::empty;
};

/// Reads paragraphs (or a whole cell's) as an answer that stands at `place`.
Answered read_answer(const std::vector<const model::Paragraph*>& paragraphs, const model::Place& place,
                     const Words& words);
Answered read_answer(const model::Cell& cell, const model::Place& place, const Words& words);

/// A label with its place to answer inside one cell or paragraph.
struct InnerSlot {
    std::string label;  ///< empty when nothing before the place says what belongs there
    std::string guidance;
    Answered answer;
};

/// What a cell is in a form.
enum class CellUse {
    empty,     ///< nothing stands in it
    place,     ///< only a place to answer: control, placeholder, boxes, a line to write on
    labelled,  ///< one or several labels, each with its place to answer
    text,      ///< text: a label, a title, a question, an answer
};

struct CellReading {
    CellUse use = CellUse::empty;
    std::vector<InnerSlot> slots;  ///< place: one without label
    std::string text;              ///< of a text cell, as entered
    /// "Contact: Kari" or a label paragraph with text below it: a label and an answer if the form has such cells.
    bool label_and_text = false;
    bool hidden = false;
};

/// Reads a cell without nested tables.
CellReading read_cell(const model::Cell& cell, const model::Place& place, const Words& words);
/// Reads one paragraph outside tables.
CellReading read_paragraph(const model::Paragraph& paragraph, const model::Place& place, const Words& words);

/// A control that is filled in (no check box).
bool is_field(const model::Control& control);
bool has_fields(const model::Paragraph& paragraph);
/// Check boxes: controls or signs with a label behind them.
bool has_boxes(const model::Paragraph& paragraph);

}  // namespace samsvar::layout
