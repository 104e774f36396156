#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "layout/slots_found.h"

namespace samsvar::layout {

/// A block of running text as the search for questions sees it.
struct FlowItem {
    std::size_t block = 0;  ///< index into the document's blocks
    const model::Paragraph* paragraph = nullptr;
    const model::Table* table = nullptr;  ///< a table that may be an answer
    bool barrier = false;                 ///< a table of questions: nothing reaches over it
    model::UnitId unit = model::no_unit;

    // Of a paragraph:
    bool blank = false;
    bool contents = false;  ///< of the table of contents
    bool consumed = false;  ///< it is the question of an answer box
    bool asks = false;
    bool place = false;         ///< holds a field, boxes or a line to write on
    std::size_t announced = 0;  ///< an answer is announced in it ("Svar:"): where it starts
    NumberedText number;        ///< automatic or typed
    std::string kind;           ///< paragraphs of one kind look alike: numbering, heading level; "" = plain text
    bool question = false;      ///< decided
    bool title = false;         ///< a title by its number
};

/// Finds questions with their answers below in running text, and places to answer with their label in or above them.
class FlowSlots {
public:
    FlowSlots(const model::Document& document, const Words& words, std::string table, bool beside_questions);

    void add_paragraph(std::size_t block, const model::Paragraph& paragraph, model::UnitId unit, bool consumed);
    /// `questions`: the table holds questions of its own.
    void add_table(std::size_t block, const model::Table& table, bool questions);

    /// One region per run of paragraphs between tables of questions, judged.
    std::vector<FoundRegion> find();

private:
    struct Kind;
    struct Run;

    void decide_kinds();
    void decide_announced();
    void decide_order();
    void decide_titles();
    void read(std::size_t begin, std::size_t end, std::vector<FoundRegion>& regions);
    void start_question(Run& run, const FlowItem& item);
    void answer_by_table(Run& run, const FlowItem& item);
    std::size_t answer_line(Run& run, std::size_t index, std::size_t end);
    std::size_t lone_place(Run& run, std::size_t index, std::size_t end);

    const model::Document& document_;
    const Words& words_;
    std::string table_;
    bool beside_questions_;
    std::vector<FlowItem> items_;
    std::vector<model::LayoutReason> kind_reasons_;
    std::set<std::string> asking_kinds_;
    std::vector<std::string> rejected_;
    bool announces_ = false;  ///< most answers are announced
    double kind_confidence_ = 0;
};

}  // namespace samsvar::layout
