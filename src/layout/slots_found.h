#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "layout/slots_cell.h"
#include "layout/slots_number.h"
#include "layout/slots_text.h"
#include "model/document.h"
#include "model/layout.h"

namespace samsvar::layout {

/// A label with its place to answer, and what speaks for it.
struct FoundSlot {
    model::LayoutQuestion question;
    Evidence evidence = Evidence::typed;
    bool asks = false;               ///< the label is a question or request
    bool colon = false;              ///< the label ends in a colon
    bool fact = false;               ///< the label asks who the supplier is
    bool signature = false;          ///< the label belongs to a signature
    bool signature_company = false;  ///< or may stand beside one
    bool among_data = false;         ///< fields in a row with other texts than the label
    bool alone = false;              ///< a label without any place beside or below it: its own cell is the place
};

/// A table or a run of paragraphs with the slots found in it.
struct FoundRegion {
    std::size_t block = 0;  ///< index of the document's block, for the reading order
    model::LayoutRegion region;
    std::vector<FoundSlot> slots;
    std::string other_kind;      ///< what its header says it is instead of a questionnaire
    bool answer_header = false;  ///< its header announces a column of answers
};

/// Sets what a label says about its slot, and the question's text to the label without its colon.
void describe(FoundSlot& slot, std::string_view label, const Words& words);

/// Decides whether the slots of a region are questions, and says why. `beside_questions`: the document has a table of
/// questions, so that fields about the supplier are its head and no questions.
void judge(FoundRegion& found, bool beside_questions);

/// What a place to answer can have as its question when it has no label of its own: the headings and paragraphs above.
class Above {
public:
    void paragraph(const model::Paragraph& paragraph, model::UnitId unit);
    /// A table or a question stands here: what came before is no longer directly above, the headings still are.
    void interrupt();

    /// Text of the last heading.
    std::string section() const;

    struct Question {
        NumberedText text;
        std::string section;
        std::string guidance;
        std::vector<model::UnitId> units;
        bool asks = false;
        bool colon = false;
        bool numbered = false;    ///< it is a paragraph with a number, directly above
        bool instructed = false;  ///< a bracketed instruction stands before the place
        bool heading = false;
        std::vector<const model::Paragraph*> paragraphs;
    };
    /// The question above, or one with an empty text.
    Question question() const;

private:
    struct Line {
        const model::Paragraph* paragraph;
        model::UnitId unit;
    };
    std::array<Line, 11> headings_{};  ///< by level; 0 is not used
    std::array<bool, 11> fresh_{};     ///< the heading was not followed by a place to answer yet
    int level_ = 0;
    std::vector<Line> lines_;  ///< since the heading
};

}  // namespace samsvar::layout
