#include "layout/slots_flow.h"

#include <algorithm>

#include "text/fold.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t most_label_bytes = 160;

bool has_letters(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool is_plain_style(std::string_view style)
{
    const std::string folded = text::fold_text(style);
    return folded.empty() || folded == "normal" || folded == "standard" || folded == "default" ||
           folded.starts_with("body text") || folded.starts_with("text body") || folded.starts_with("list") ||
           folded == "no spacing" || folded == "default paragraph style";
}

/// What makes paragraphs look alike; the first sign tells which rules hold for them.
std::string kind_of(const FlowItem& item)
{
    const model::Paragraph& paragraph = *item.paragraph;
    const bool automatic = !paragraph.label.empty();
    if (paragraph.heading > 0)
        return "h" + std::to_string(paragraph.heading) + (item.number.id.empty() ? "" : "#" + item.number.shape);
    if (!item.number.id.empty())
        return (automatic ? "a" + std::to_string(paragraph.list_level) : std::string("t")) + item.number.shape + '/' +
               paragraph.style;
    if (automatic) return "b" + std::to_string(paragraph.list_level) + '/' + paragraph.style;
    if (!is_plain_style(paragraph.style)) return "s/" + paragraph.style;
    if (ends_with_question_mark(paragraph.text)) return "q";
    return {};
}

void add_line(std::string& text, std::string_view line)
{
    line = text::trimmed(line);
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

}  // namespace

FlowSlots::FlowSlots(const model::Document& document, const Words& words, std::string table, bool beside_questions)
    : document_(document), words_(words), table_(std::move(table)), beside_questions_(beside_questions)
{
}

void FlowSlots::add_paragraph(std::size_t block, const model::Paragraph& paragraph, model::UnitId unit, bool consumed)
{
    if (paragraph.marks.hidden || paragraph.marks.struck) return;
    FlowItem item;
    item.block = block;
    item.paragraph = &paragraph;
    item.unit = unit;
    item.consumed = consumed;
    const std::string_view text = text::trimmed(paragraph.text);
    item.blank = is_blank(text) && paragraph.controls.empty();
    if (!item.blank && !consumed) {
        item.contents = is_contents_entry(paragraph);
        item.place = has_boxes(paragraph) || has_fields(paragraph) || paragraph.marks.placeholder || is_rule(text) ||
                     rule_at_end(text) != std::string_view::npos;
        item.announced = words_.answer_after_label(paragraph.text);
        item.number = numbered_label(paragraph.label);
        if (item.number.id.empty() && paragraph.label.empty())
            item.number = numbered(text);
        else
            item.number.text = std::string(text);
        item.asks = asks(item.number.text) && !is_guidance(text);
        const bool answer_line = item.announced > 0 && text.find('\n') == std::string_view::npos;
        const bool only_place = item.place && (is_rule(text) || paragraph.marks.placeholder || has_boxes(paragraph));
        if (!item.contents && !is_guidance(text) && !answer_line && !only_place) item.kind = kind_of(item);
    }
    items_.push_back(std::move(item));
}

void FlowSlots::add_table(std::size_t block, const model::Table& table, bool questions)
{
    if (table.marks.hidden) return;
    FlowItem item;
    item.block = block;
    item.table = &table;
    item.barrier = questions;
    items_.push_back(std::move(item));
}

/// A run of paragraphs being read.
struct FlowSlots::Run {
    const model::Document& document;
    const Words& words;
    FoundRegion found;
    Above above;
    std::string section = {};  ///< title by its number ("3 Drift" before 3.1), under the last heading
    bool by_kind = false;      ///< some questions were told by their kind

    std::optional<FoundSlot> open;
    bool announced = false;  ///< the open question's answer was announced
    bool blank = false;      ///< an empty paragraph stood below some of its answer
    std::size_t before_blank = 0;
    bool any_blank = false;  ///< in an answer before the open one
    std::size_t closed = 0;

    model::Place place(const FlowItem& item) const { return document.place(item.unit); }

    void close(bool last = false)
    {
        if (!open) return;
        // Text that is set off from the last answer, where no other answer holds such a gap, is the document's.
        if (last && blank && before_blank > 0 && !any_blank && closed > 0) {
            open->question.parts.resize(std::min(before_blank, open->question.parts.size()));
        }
        else
            any_blank = any_blank || blank;
        ++closed;
        finish_slot(std::move(*open));
        open.reset();
        above.interrupt();
    }

    void finish_slot(FoundSlot slot)
    {
        model::LayoutQuestion& question = slot.question;
        if (question.answer_places.empty())
            for (const model::AnswerPart& part : question.parts)
                if (question.answer_places.empty() || question.answer_places.back() != part.place)
                    question.answer_places.push_back(part.place);
        if (question.answer_places.empty()) question.answer_places.push_back(question.place);
        found.slots.push_back(std::move(slot));
    }

    void add_part(std::string_view text, const FlowItem& item, const model::Marks& marks)
    {
        text = text::trimmed(text);
        if (text.empty()) return;
        if (words.is_unanswered(text) || words.announces_sample(text)) {
            add_line(open->question.prefilled, text);
            note_place(item);
            return;
        }
        if (blank && before_blank == 0) before_blank = open->question.parts.size();
        open->question.parts.push_back({model::ColumnRole::answer, std::string(text), place(item), marks});
        open->evidence = Evidence::typed;
        note_place(item);
    }

    void note_place(const FlowItem& item)
    {
        std::vector<model::Place>& places = open->question.answer_places;
        if (places.empty() || places.back() != place(item)) places.push_back(place(item));
    }

    void add_answer(Answered answer, const FlowItem& item)
    {
        for (model::AnswerPart& part : answer.parts) open->question.parts.push_back(std::move(part));
        add_line(open->question.prefilled, answer.prefilled);
        open->evidence = answer.evidence;
        note_place(item);
    }
};

void FlowSlots::read(std::size_t begin, std::size_t end, std::vector<FoundRegion>& regions)
{
    Run run{document_, words_, {}, {}, {}, false, {}, false, false, 0, false, 0};
    run.found.block = items_[begin].block;
    run.found.region.kind = model::RegionKind::slots;
    run.found.region.table = table_;
    for (std::size_t index = begin; index < end; ++index) {
        const FlowItem& item = items_[index];
        if (item.table) {
            if (run.open)
                answer_by_table(run, item);
            else
                run.above.interrupt();
        }
        else if (item.question)
            start_question(run, item);
        else if (item.contents || item.consumed || (item.paragraph->heading > 0 && !item.place)) {
            run.close(item.paragraph->heading > 0);
            run.above.paragraph(*item.paragraph, item.unit);
            if (item.paragraph->heading > 0) run.section.clear();
        }
        else if (item.title) {
            run.close();
            run.above.interrupt();
            run.section = plain_label(item.number.text);
        }
        else if (run.open)
            index = answer_line(run, index, end);
        else if (item.place)
            index = lone_place(run, index, end);
        else
            run.above.paragraph(*item.paragraph, item.unit);
    }
    run.close(true);
    if (run.found.slots.empty()) return;
    judge(run.found, beside_questions_);
    if (run.by_kind) {
        run.found.region.taken = true;
        run.found.region.confidence = kind_confidence_;
        run.found.region.reasons = kind_reasons_;
    }
    regions.push_back(std::move(run.found));
}

/// A cell of a table below a question is a part of its answer.
void FlowSlots::answer_by_table(Run& run, const FlowItem& item)
{
    // Word tables only; the reader bounds their nesting and size.
    for (const model::Cell& cell : item.table->cells) {
        const model::Place place = document_.place(cell.unit);
        const CellReading reading = read_cell(cell, place, words_);
        Answered answer = read_answer(cell, place, words_);
        if (reading.use == CellUse::place && !reading.slots.empty()) answer = reading.slots.front().answer;
        FlowItem at = item;
        at.unit = cell.unit;
        if (!answer.parts.empty() || !answer.prefilled.empty() || item.table->cells.size() == 1)
            run.add_answer(std::move(answer), at);
    }
}

void FlowSlots::start_question(Run& run, const FlowItem& item)
{
    run.close();
    run.by_kind = true;
    run.announced = run.blank = false;
    run.before_blank = 0;
    run.open.emplace();
    FoundSlot& slot = *run.open;
    slot.evidence = Evidence::empty;
    slot.question.id = item.number.id;
    slot.question.place = run.place(item);
    slot.question.units.push_back(item.unit);
    slot.question.section = run.section.empty() ? run.above.section() : run.section;
    const model::Paragraph& paragraph = *item.paragraph;
    if (item.announced > 0) {
        // The answer stands in the same paragraph, behind its label.
        std::string_view before = std::string_view(paragraph.text).substr(0, item.announced);
        before = before.substr(0, before.rfind('\n'));
        describe(slot, numbered(before).text, words_);
        run.announced = true;
        run.add_part(std::string_view(paragraph.text).substr(item.announced), item, paragraph.marks);
        return;
    }
    if (item.place) {
        const CellReading reading = read_paragraph(paragraph, run.place(item), words_);
        const bool labelled = !reading.slots.empty() && !reading.slots.front().label.empty();
        describe(slot, labelled ? numbered(reading.slots.front().label).text : item.number.text, words_);
        for (const InnerSlot& inner : reading.slots) run.add_answer(inner.answer, item);
        return;
    }
    describe(slot, item.number.text, words_);
}

/// A paragraph below a question; returns the last index that was read.
std::size_t FlowSlots::answer_line(Run& run, std::size_t index, std::size_t end)
{
    const FlowItem& item = items_[index];
    const model::Paragraph& paragraph = *item.paragraph;
    FoundSlot& slot = *run.open;
    if (item.blank) {
        if (!slot.question.parts.empty()) run.blank = true;
        if (slot.question.parts.empty() && slot.question.answer_places.empty()) run.note_place(item);
        return index;
    }
    if (item.announced > 0) {
        run.announced = true;
        slot.question.answer_places.clear();
        run.note_place(item);
        run.add_part(std::string_view(paragraph.text).substr(item.announced), item, paragraph.marks);
        return index;
    }
    const bool unanswered = slot.question.parts.empty();
    const bool guidance = is_guidance(paragraph.text) && !words_.announces_sample(paragraph.text);
    if ((unanswered && guidance) || (announces_ && !run.announced)) {
        add_line(slot.question.guidance, paragraph.text);
        slot.question.units.push_back(item.unit);
        return index;
    }
    if (unanswered) slot.question.answer_places.clear();
    if (item.place) {
        std::vector<const model::Paragraph*> group{&paragraph};
        std::size_t last = index;
        if (has_boxes(paragraph))
            while (last + 1 < end && items_[last + 1].paragraph && !items_[last + 1].question &&
                   has_boxes(*items_[last + 1].paragraph))
                group.push_back(items_[++last].paragraph);
        if (group.size() > 1 || has_boxes(paragraph)) {
            run.add_answer(read_answer(group, run.place(item), words_), item);
            run.open->evidence = Evidence::boxes;
            for (std::size_t more = index + 1; more <= last; ++more) run.note_place(items_[more]);
            return last;
        }
        for (const InnerSlot& inner : read_paragraph(paragraph, run.place(item), words_).slots) {
            add_line(slot.question.guidance, inner.label);
            run.add_answer(inner.answer, item);
        }
        return index;
    }
    run.add_part(paragraph.text, item, paragraph.marks);
    return index;
}

/// A field, boxes or a line to write on that no question was found for: its label stands before it or above.
std::size_t FlowSlots::lone_place(Run& run, std::size_t index, std::size_t end)
{
    const FlowItem& item = items_[index];
    const model::Paragraph& paragraph = *item.paragraph;
    const auto add = [&](const InnerSlot& inner, const std::vector<std::size_t>& places) {
        FoundSlot slot;
        slot.evidence = inner.answer.evidence;
        slot.question.section = run.above.section();
        slot.question.place = run.place(item);
        slot.question.guidance = inner.guidance;
        if (!inner.label.empty()) {
            const NumberedText label = numbered(inner.label);
            describe(slot, label.text, words_);
            slot.colon = true;
            slot.question.id = item.number.id.empty() ? label.id : item.number.id;
            slot.question.units.push_back(item.unit);
        }
        else {
            const Above::Question question = run.above.question();
            const std::string& text = question.text.text;
            if (text.empty()) return;
            if (text.size() > most_label_bytes && !question.asks && !question.colon) return;
            describe(slot, text, words_);
            slot.asks = question.asks;
            slot.colon = question.colon;
            slot.question.id = question.text.id;
            slot.question.section = question.section;
            slot.question.guidance = question.guidance;
            slot.question.units = question.units;
            slot.question.place = document_.place(question.units.front());
        }
        slot.question.parts = inner.answer.parts;
        slot.question.prefilled = inner.answer.prefilled;
        for (const std::size_t at : places) slot.question.answer_places.push_back(run.place(items_[at]));
        run.finish_slot(std::move(slot));
    };
    const CellReading reading = read_paragraph(paragraph, run.place(item), words_);
    if (has_boxes(paragraph)) {
        InnerSlot slot;
        std::vector<const model::Paragraph*> group{&paragraph};
        std::vector<std::size_t> places{index};
        while (places.back() + 1 < end && items_[places.back() + 1].paragraph &&
               has_boxes(*items_[places.back() + 1].paragraph)) {
            places.push_back(places.back() + 1);
            group.push_back(items_[places.back()].paragraph);
        }
        if (!reading.slots.empty()) slot = reading.slots.front();
        if (group.size() > 1) {
            // The first paragraph was read already when its label stands in it.
            if (slot.label.empty())
                slot.answer = {};
            else
                group.erase(group.begin());
            Answered answer = read_answer(group, run.place(item), words_);
            for (model::AnswerPart& part : answer.parts) slot.answer.parts.push_back(std::move(part));
        }
        slot.answer.evidence = Evidence::boxes;
        add(slot, places);
        run.above.interrupt();
        return places.back();
    }
    // A field inside a sentence is no place to answer, nor is one that shows a property of the document.
    const bool heading = paragraph.heading > 0;
    std::size_t tail = 0;
    for (const model::Control& control : paragraph.controls)
        if (const std::size_t at = control.value.empty() ? std::string::npos : paragraph.text.rfind(control.value);
            at != std::string::npos)
            tail = std::max(tail, at + control.value.size());
    const bool sentence = tail > 0 && has_letters(std::string_view(paragraph.text).substr(tail));
    for (const InnerSlot& inner : reading.slots) {
        const bool filled = !inner.answer.parts.empty();
        const bool last = &inner == &reading.slots.back();
        if (heading || (sentence && last && paragraph.text.find(':') == std::string::npos)) continue;
        if (filled && inner.label.empty() && !run.above.question().asks && !run.above.question().colon) continue;
        add(inner, {index});
    }
    if (heading)
        run.above.paragraph(paragraph, item.unit);
    else
        run.above.interrupt();
    return index;
}

std::vector<FoundRegion> FlowSlots::find()
{
    decide_kinds();
    decide_announced();
    decide_order();
    decide_titles();
    std::vector<FoundRegion> regions;
    for (std::size_t begin = 0; begin < items_.size();) {
        if (items_[begin].barrier) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        while (end < items_.size() && !items_[end].barrier) ++end;
        read(begin, end, regions);
        begin = end;
    }
    if (regions.empty() && !rejected_.empty()) {
        FoundRegion found;
        found.block = items_.empty() ? 0 : items_.front().block;
        found.region.kind = model::RegionKind::slots;
        found.region.table = table_;
        for (std::string& why : rejected_) found.region.reasons.push_back({std::move(why), -0.5});
        regions.push_back(std::move(found));
    }
    return regions;
}

}  // namespace samsvar::layout
