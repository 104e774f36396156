#include "layout/slots_cell.h"

#include <algorithm>
#include <deque>

#include "layout/slots_text.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

bool is_box(const model::Control& control)
{
    return control.kind == model::ControlKind::checkbox || control.kind == model::ControlKind::option;
}

/// Byte of the first box of a text, or npos. Without a control only the signs that mean nothing else count.
std::size_t first_box(std::string_view text, bool with_controls)
{
    constexpr std::string_view sure[] = {"☐", "☑", "☒"};
    constexpr std::string_view likely[] = {"□", "◻", "⬜", "○", "■", "●", "✓", "✔", "✗", "✘"};
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\xE2') continue;  // the lead byte of all of them
        const auto stands_here = [&](std::string_view sign) { return text.substr(at).starts_with(sign); };
        if (std::any_of(std::begin(sure), std::end(sure), stands_here)) return at;
        if (with_controls && std::any_of(std::begin(likely), std::end(likely), stands_here)) return at;
    }
    return std::string_view::npos;
}

void add_text(std::string& text, std::string_view more)
{
    more = text::trimmed(more);
    if (more.empty()) return;
    if (!text.empty()) text += '\n';
    text += more;
}

bool has_letters(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

/// Reads the paragraphs of a cell from top to bottom: labels gather until a place to answer comes.
class Reader {
public:
    Reader(const model::Place& place, const Words& words) : place_(place), words_(words) {}

    void read(const model::Paragraph& paragraph)
    {
        if (paragraph.marks.hidden || paragraph.marks.struck) return;
        const std::string_view text = text::trimmed(paragraph.text);
        if (has_boxes(paragraph))
            read_boxes(paragraph);
        else if (has_fields(paragraph))
            read_fields(paragraph);
        else if (paragraph.marks.placeholder && !text.empty()) {
            open(Evidence::control);
            add_text(slot_.answer.prefilled, text);
        }
        else if (is_blank(text)) {
            if (evidence_ == Evidence::typed) close();
        }
        else if (is_rule(text))
            read_rule();
        else if (const std::size_t cut = rule_at_end(text); cut != std::string_view::npos) {
            add_label(text.substr(0, cut));
            read_rule();
        }
        else
            read_plain(paragraph, text);
    }

    CellReading finish()
    {
        close();
        CellReading reading;
        reading.text = text_;
        reading.slots = std::move(slots_);
        const auto strong = [](const InnerSlot& slot) { return slot.answer.evidence != Evidence::typed; };
        const auto labelled = [](const InnerSlot& slot) { return !slot.label.empty(); };
        if (std::any_of(reading.slots.begin(), reading.slots.end(), strong))
            reading.use =
                std::any_of(reading.slots.begin(), reading.slots.end(), labelled) ? CellUse::labelled : CellUse::place;
        else
            reading.use = text_.empty() ? CellUse::empty : CellUse::text;
        reading.label_and_text = reading.use == CellUse::text && !reading.slots.empty();
        return reading;
    }

private:
    void add_label(std::string_view text)
    {
        close();
        add_text(is_guidance(text) && !label_.empty() ? guidance_ : label_, text);
        add_text(text_, text);
    }

    /// What came before is a label; its place to answer begins here. Adjoining places without a label between them are
    /// one place.
    void open(Evidence evidence)
    {
        if (open_ && label_.empty() && evidence != Evidence::typed) return;
        close();
        open_ = true;
        evidence_ = evidence;
        slot_ = {};
        slot_.label = plain_label(label_);
        slot_.guidance = std::move(guidance_);
        slot_.answer.evidence = evidence;
        label_.clear();
        guidance_.clear();
    }

    void close()
    {
        if (!open_) return;
        open_ = false;
        if (!filled_.empty()) {
            Answered answer = read_answer(filled_, place_, words_);
            for (model::AnswerPart& part : answer.parts) slot_.answer.parts.push_back(std::move(part));
            add_text(slot_.answer.prefilled, answer.prefilled);
        }
        filled_.clear();
        slots_.push_back(std::move(slot_));
        slot_ = {};
        evidence_ = Evidence::empty;
    }

    void read_boxes(const model::Paragraph& paragraph)
    {
        const std::size_t at = first_box(paragraph.text, true);
        const std::string_view text = paragraph.text;
        const std::string_view before = text::trimmed(text.substr(0, std::min(at, text.size())));
        // "Status: ☐ Yes ☐ No" and "Encrypted? Yes ☐ No ☐": the label ends at its sign.
        const std::size_t sign = before.find_last_of("?:");
        if (sign == std::string_view::npos) {
            open(Evidence::boxes);
            filled_.push_back(&paragraph);
            return;
        }
        add_label(before.substr(0, sign + 1));
        open(Evidence::boxes);
        rests_.push_back(paragraph);
        rests_.back().text = std::string(text::trimmed(before.substr(sign + 1)));
        if (!rests_.back().text.empty()) rests_.back().text += ' ';
        rests_.back().text += text.substr(at);
        filled_.push_back(&rests_.back());
    }

    /// Fields in the paragraph, each with the text before it as its label.
    void read_fields(const model::Paragraph& paragraph)
    {
        const std::string_view text = paragraph.text;
        std::size_t from = 0;
        bool first = true;
        for (const model::Control& control : paragraph.controls) {
            if (!is_field(control)) continue;
            const std::size_t at = control.value.empty() ? std::string_view::npos : text.find(control.value, from);
            // An empty field shows nothing: the first one stands behind the text.
            const std::size_t until = at != std::string_view::npos ? at : first ? text.size() : from;
            const std::string_view before = text::trimmed(text.substr(from, until - from));
            if (has_letters(before)) add_label(before);
            open(Evidence::control);
            add_value(control, paragraph.marks);
            from = at != std::string_view::npos ? at + control.value.size() : until;
            first = false;
        }
        // What was typed behind the last field belongs to its answer; what stands behind an empty one is the form's.
        const std::string_view rest = text::trimmed(text.substr(from));
        if (has_letters(rest) && !slot_.answer.parts.empty())
            slot_.answer.parts.push_back({model::ColumnRole::answer, std::string(rest), place_, paragraph.marks});
        add_text(text_, text);
    }

    void add_value(const model::Control& control, const model::Marks& marks)
    {
        if (is_blank(control.value)) return;
        if (control.placeholder || is_prompt(control, words_) || words_.is_unanswered(control.value)) {
            add_text(slot_.answer.prefilled, control.value);
            return;
        }
        const bool chosen =
            control.kind == model::ControlKind::dropdown || control.kind == model::ControlKind::combobox;
        model::Marks own = marks;
        own.placeholder = false;
        slot_.answer.parts.push_back(
            {chosen ? model::ColumnRole::choice : model::ColumnRole::answer, control.value, place_, own});
    }

    void read_rule() { open(Evidence::rule); }

    void read_plain(const model::Paragraph& paragraph, std::string_view text)
    {
        // "Answer: …" below its question, or in the same paragraph behind a line break.
        const std::size_t announced = words_.answer_after_label(text);
        const std::string_view before = text.substr(0, announced == 0 ? 0 : text.rfind('\n', announced) + 1);
        if (announced > 0 && (!label_.empty() || !before.empty())) {
            if (!before.empty()) add_label(before);
            open(Evidence::announced);
            const std::string_view rest = text::trimmed(text.substr(announced));
            if (!rest.empty() && !is_rule(rest))
                slot_.answer.parts.push_back({model::ColumnRole::answer, std::string(rest), place_, paragraph.marks});
            return;
        }
        const bool label_like = ends_with_colon(text) || ends_with_question_mark(text);
        if (open_ && !label_like && !is_guidance(text)) {
            // Typed under boxes, under a field or a line to write on, or a further line of a typed answer.
            filled_.push_back(&paragraph);
            add_text(text_, text);
            return;
        }
        const bool labelled = ends_with_colon(label_) || ends_with_question_mark(label_);
        if (!label_like && labelled && !is_guidance(text)) {
            open(Evidence::typed);
            filled_.push_back(&paragraph);
            add_text(text_, text);
            return;
        }
        const std::size_t value = value_after_label(text);
        if (value > 0 && label_.empty()) {
            close();
            label_ = text.substr(0, value);
            open(Evidence::typed);
            slot_.answer.parts.push_back(
                {model::ColumnRole::answer, std::string(text::trimmed(text.substr(value))), place_, paragraph.marks});
            add_text(text_, text);
            return;
        }
        add_label(text);
    }

    const model::Place& place_;
    const Words& words_;
    std::string label_;
    std::string guidance_;
    std::string text_;
    bool open_ = false;
    Evidence evidence_ = Evidence::empty;
    InnerSlot slot_;
    std::vector<const model::Paragraph*> filled_;
    std::deque<model::Paragraph> rests_;  ///< a deque: filled_ points into it
    std::vector<InnerSlot> slots_;
};

/// "☒ Partially implemented": the label of one box is its choice as a whole, unless a sign parts what was added to it
/// ("☒ No, since …").
std::string whole_choice(const model::Paragraph& paragraph, const Content& content)
{
    const std::string_view text = paragraph.text;
    const std::size_t at = text.find(content.choice);
    if (content.choice.empty() || content.text.empty() || at == std::string_view::npos) return {};
    const std::size_t end = at + content.choice.size();
    if (end >= text.size() || text[end] != ' ') return {};
    const std::size_t next = text.find_first_not_of(' ', end);
    if (next == std::string_view::npos || std::string_view(",.;:-(").find(text[next]) != std::string_view::npos)
        return {};
    return std::string(text::trimmed(text.substr(at)));
}

/// How many boxes a paragraph shows.
std::size_t boxes_in(const model::Paragraph& paragraph)
{
    const auto controls =
        static_cast<std::size_t>(std::count_if(paragraph.controls.begin(), paragraph.controls.end(), is_box));
    std::size_t signs = 0;
    std::string_view rest = paragraph.text;
    for (std::size_t at = first_box(rest, controls > 0); at != std::string_view::npos;
         at = first_box(rest, controls > 0)) {
        ++signs;
        rest.remove_prefix(at + 3);
    }
    return std::max(controls, signs);
}

bool is_ticked(const model::Paragraph& paragraph)
{
    for (const model::Control& control : paragraph.controls)
        if (is_box(control)) return control.checked;
    return paragraph.text.find("☐") == std::string::npos;
}

/// "Yes ☐ No ☒" says the same as "☐ Yes ☒ No".
model::Paragraph with_labels_behind(const model::Paragraph& paragraph)
{
    const std::string_view text = paragraph.text;
    std::string turned;
    std::size_t from = 0;
    for (std::size_t at = first_box(text, true); at != std::string_view::npos;) {
        const std::string_view label = text::trimmed(text.substr(from, at - from));
        if (!has_letters(label) || ends_with_colon(label)) return paragraph;
        if (!turned.empty()) turned += ' ';
        turned += std::string(text.substr(at, 3)) + ' ' + std::string(label);
        from = at + 3;
        const std::size_t next = first_box(text.substr(from), true);
        at = next == std::string_view::npos ? next : from + next;
    }
    if (from == 0 || has_letters(text.substr(from))) return paragraph;
    model::Paragraph copy = paragraph;
    copy.text = std::move(turned);
    return copy;
}

Answered answer_from(const Content& content, const model::Place& place, const Words& words)
{
    Answered answer;
    answer.evidence = content.boxes                  ? Evidence::boxes
                      : !content.placeholder.empty() ? Evidence::control
                      : content.empty()              ? Evidence::empty
                                                     : Evidence::typed;
    answer.prefilled = content.placeholder;
    if (!content.choice.empty())
        answer.parts.push_back({model::ColumnRole::choice, content.choice, place, content.marks});
    if (is_blank(content.text) || is_rule(content.text)) return answer;
    // "Answer: …" in a cell of its own.
    std::string text = content.text;
    if (const std::size_t announced = words.answer_after_label(text);
        announced > 0 && text.rfind('\n', announced) == std::string::npos)
        text = text::trimmed(std::string_view(text).substr(announced));
    if (is_blank(text) || is_rule(text)) return answer;
    const bool sample = words.is_unanswered(text) || words.announces_sample(text) || is_bracketed(text);
    if (sample)
        add_text(answer.prefilled, text);
    else
        answer.parts.push_back({model::ColumnRole::answer, text, place, content.marks});
    return answer;
}

}  // namespace

bool is_field(const model::Control& control)
{
    return !is_box(control) && control.kind != model::ControlKind::picture;
}

bool has_fields(const model::Paragraph& paragraph)
{
    return std::any_of(paragraph.controls.begin(), paragraph.controls.end(), is_field);
}

bool has_boxes(const model::Paragraph& paragraph)
{
    const bool controls = std::any_of(paragraph.controls.begin(), paragraph.controls.end(), is_box);
    if (controls) return true;
    const std::size_t at = first_box(paragraph.text, false);
    // A sign alone is a mark in a table, not a box with a label.
    return at != std::string_view::npos && has_letters(std::string_view(paragraph.text).substr(at + 3));
}

Answered read_answer(const std::vector<const model::Paragraph*>& paragraphs, const model::Place& place,
                     const Words& words)
{
    model::Cell cell;
    std::string choices;
    bool boxes = false;
    for (const model::Paragraph* paragraph : paragraphs) {
        if (!has_boxes(*paragraph)) {
            cell.blocks.emplace_back(*paragraph);
            continue;
        }
        model::Paragraph options = with_labels_behind(*paragraph);
        if (boxes_in(options) != 1) {
            cell.blocks.emplace_back(std::move(options));
            continue;
        }
        // One option a line: what is not ticked says nothing.
        boxes = true;
        if (!is_ticked(options)) continue;
        const std::string choice = whole_choice(options, content_of(options));
        if (choice.empty()) {
            cell.blocks.emplace_back(std::move(options));
            continue;
        }
        if (!choices.empty()) choices += ", ";
        choices += choice;
    }
    Content content = content_of(cell);
    content.boxes = content.boxes || boxes;
    if (!choices.empty()) content.choice += (content.choice.empty() ? "" : ", ") + choices;
    return answer_from(content, place, words);
}

Answered read_answer(const model::Cell& cell, const model::Place& place, const Words& words)
{
    return answer_from(content_of(cell), place, words);
}

CellReading read_cell(const model::Cell& cell, const model::Place& place, const Words& words)
{
    if (cell.marks.hidden || cell.marks.struck) {
        CellReading reading;
        reading.hidden = true;
        return reading;
    }
    Reader reader(place, words);
    for (const model::Block& block : cell.blocks)
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) reader.read(*paragraph);
    CellReading reading = reader.finish();
    if (!cell.choices.empty() && reading.use == CellUse::empty) {
        reading.use = CellUse::place;
        reading.slots.push_back({});
        reading.slots.back().answer.evidence = Evidence::list;
    }
    return reading;
}

CellReading read_paragraph(const model::Paragraph& paragraph, const model::Place& place, const Words& words)
{
    Reader reader(place, words);
    reader.read(paragraph);
    return reader.finish();
}

}  // namespace samsvar::layout
