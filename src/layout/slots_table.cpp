#include "layout/slots_table.h"

#include <algorithm>

#include "layout/printed_id.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t holder_paragraphs = 12;  // a cell with more is a document of its own
constexpr std::size_t longest_part = 24;       // "Part a", "Del 2"

std::size_t paragraphs_with_text(const model::Cell& cell)
{
    std::size_t count = 0;
    for (const model::Block& block : cell.blocks)
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) count += !is_blank(paragraph->text);
    return count;
}

bool has_table(const model::Cell& cell)
{
    return std::any_of(cell.blocks.begin(), cell.blocks.end(),
                       [](const model::Block& block) { return std::holds_alternative<model::Table>(block); });
}

void add_line(std::string& text, std::string_view line)
{
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

}  // namespace

/// A cell that is a label and its answer in plain text, and how its label ends.
bool TableSlots::Entry::speaks(char end) const
{
    if (!text() || !reading.label_and_text) return false;
    const bool question = ends_with_question_mark(reading.slots.front().label);
    return question == (end == '?');
}

TableSlots::TableSlots(const model::Document& document, const model::Table& table, const Above& above,
                       const Words& words, bool beside_questions)
    : document_(document),
      table_(table),
      above_(above),
      words_(words),
      beside_questions_(beside_questions),
      grid_(table)
{
    found_.region.kind = model::RegionKind::slots;
    found_.region.table = table.name;
    found_.region.part = table.part;
    found_.region.sheet = table.sheet;
    found_.region.last_row = table.rows - 1;
    section_ = above.section();
}

void TableSlots::read_rows()
{
    for (const int number : grid_.rows()) {
        Row row;
        for (const model::Cell& cell : grid_.row(number)) {
            if (grid_.hidden(cell)) continue;
            Entry entry;
            entry.cell = &cell;
            entry.holder = has_table(cell) || paragraphs_with_text(cell) > holder_paragraphs;
            entry.reading = read_cell(cell, document_.place(cell.unit), words_);
            if (entry.holder && !has_table(cell) && entry.labelled()) entry.holder = false;
            if (entry.holder) {
                entry.reading = {};
                holders_.push_back(&cell);
            }
            row.push_back(std::move(entry));
        }
        if (!row.empty()) rows_.push_back(std::move(row));
    }
}

TableSlots::Label TableSlots::label_of(const Entry& entry) const
{
    Label label;
    label.text = numbered(entry.reading.text);
    for (const model::Block& block : entry.cell->blocks)
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
            const NumberedText automatic = numbered_label(paragraph->label);
            if (label.text.id.empty() && !automatic.id.empty()) label.text.id = automatic.id;
            break;
        }
    label.asks = asks(label.text.text);
    label.colon = ends_with_colon(entry.reading.text);
    label.printed = plain_label(entry.reading.text);
    while (ends_with_colon(label.text.text)) label.text.text = plain_label(label.text.text);
    label.units.push_back(entry.cell->unit);
    return label;
}

TableSlots::Label TableSlots::label_of(const InnerSlot& slot, const Entry& entry) const
{
    Label label;
    label.text = numbered(slot.label);
    label.printed = slot.label;
    label.asks = asks(slot.label);
    label.colon = true;  // a place stands right behind it
    label.units.push_back(entry.cell->unit);
    return label;
}

Answered TableSlots::answer_in(const Entry& entry) const
{
    if (!entry.reading.slots.empty() && !entry.text()) {
        Answered all = entry.reading.slots.front().answer;
        for (std::size_t index = 1; index < entry.reading.slots.size(); ++index) {
            const Answered& more = entry.reading.slots[index].answer;
            all.parts.insert(all.parts.end(), more.parts.begin(), more.parts.end());
            add_line(all.prefilled, more.prefilled);
        }
        return all;
    }
    Answered answer = read_answer(*entry.cell, document_.place(entry.cell->unit), words_);
    const auto& choices = entry.cell->choices;
    if (choices.empty()) return answer;
    answer.evidence = Evidence::list;
    for (model::AnswerPart& part : answer.parts)
        if (std::find(choices.begin(), choices.end(), part.text) != choices.end())
            part.role = model::ColumnRole::choice;
    return answer;
}

FoundSlot& TableSlots::add(const Label& label, Answered answer, const std::vector<const Entry*>& places)
{
    FoundSlot slot;
    slot.evidence = answer.evidence;
    model::LayoutQuestion& question = slot.question;
    question.id = label.text.id;
    question.text = label.text.text;
    question.section = section_;
    question.units = section_units_;
    section_units_.clear();
    question.units.insert(question.units.end(), label.units.begin(), label.units.end());
    if (!label.units.empty()) question.place = document_.place(label.units.back());
    question.parts = std::move(answer.parts);
    question.prefilled = std::move(answer.prefilled);
    for (const Entry* place : places) question.answer_places.push_back(document_.place(place->cell->unit));
    slot.asks = label.asks;
    slot.colon = label.colon;
    slot.fact = !words_.fact(label.text.text).empty();
    slot.signature = is_signature(label.text.text);
    slot.signature_company = is_beside_signature(label.text.text);
    found_.slots.push_back(std::move(slot));
    return found_.slots.back();
}

void TableSlots::add_from_above(Answered answer, const Entry& place)
{
    const Above::Question above = above_.question();
    if (above.text.text.empty()) return;
    // Text in a box under a heading is a note unless something asks for it.
    const bool filled = answer.evidence == Evidence::typed || answer.evidence == Evidence::empty;
    const bool announced =
        above.asks || above.instructed || above.numbered || (above.colon && answer.evidence == Evidence::empty);
    if (filled && !announced) return;
    Label label;
    label.text = above.text;
    label.units = above.units;
    label.asks = above.asks || above.instructed || above.numbered;
    label.colon = above.colon;
    FoundSlot& slot = add(label, std::move(answer), {&place});
    slot.question.section = above.section;
    slot.question.guidance = above.guidance;
    slot.question.place = document_.place(above.units.front());
    used_above_.insert(used_above_.end(), above.paragraphs.begin(), above.paragraphs.end());
}

/// Every label of the cell with its own place in it.
void TableSlots::add_labelled(const Entry& entry)
{
    for (const InnerSlot& inner : entry.reading.slots) {
        Label label = label_of(inner, entry);
        if (inner.label.empty()) {
            if (!pending_) {
                add_from_above(inner.answer, entry);
                continue;
            }
            label = *pending_;
        }
        FoundSlot& slot = add(label, inner.answer, {&entry});
        slot.question.guidance = inner.guidance;
    }
}

/// A label row whose place did not come: a title, or a label that is filled in inside its own cell.
void TableSlots::settle_pending(bool end)
{
    if (!pending_) return;
    const Label label = std::move(*pending_);
    pending_.reset();
    const bool title = pending_first_ && !label.colon;
    if (label.asks && !end && !label.colon) {
        title_ = label;
        title_slot_.reset();
        return;
    }
    if (title || label.printed.size() > 80) {
        section_ = label.printed;
        section_units_ = label.units;
        title_.reset();
        title_slot_.reset();
        return;
    }
    FoundSlot& slot = add(label, {}, {});
    slot.question.answer_places.push_back(document_.place(label.units.front()));
    slot.alone = true;
}

/// What a label says of the cell beside it: "Question", "Response", "Evidence".
std::optional<model::ColumnRole> TableSlots::role_of(const Entry& entry) const
{
    constexpr double sure = 0.9;
    if (!entry.text() || entry.reading.text.size() > 60) return std::nullopt;
    const std::vector<Words::RoleFit> roles = words_.roles(entry.reading.text);
    if (roles.empty() || roles.front().fit < sure) return std::nullopt;
    return roles.front().role;
}

/// "Id | 3.1", "Requirement | …", "Response | …": the parts of a question have rows of their own.
bool TableSlots::holds_cards() const
{
    std::size_t questions = 0;
    std::size_t answers = 0;
    for (const Row& row : rows_) {
        if (row.size() != 2) continue;
        const std::optional<model::ColumnRole> role = role_of(row[0]);
        questions += role == model::ColumnRole::question && row[1].text();
        answers += role == model::ColumnRole::answer || role == model::ColumnRole::choice;
    }
    return questions > 0 && answers >= questions;
}

void TableSlots::end_card()
{
    if (card_ && !card_->question.text.empty() && !card_->question.answer_places.empty())
        found_.slots.push_back(std::move(*card_));
    card_.reset();
}

void TableSlots::card_row(const Entry& label, const Entry& value)
{
    using model::ColumnRole;
    const std::optional<ColumnRole> role = role_of(label);
    if (!role) return;
    const std::string text = value.reading.text;
    const bool begins = card_ && ((*role == ColumnRole::question && !card_->question.text.empty()) ||
                                  (*role == ColumnRole::id && !card_->question.answer_places.empty()));
    if (begins) end_card();
    if (!card_) {
        card_.emplace();
        card_->question.section = section_;
        card_->evidence = Evidence::announced;
    }
    model::LayoutQuestion& question = card_->question;
    question.units.push_back(label.cell->unit);
    if (*role == ColumnRole::id || *role == ColumnRole::section || *role == ColumnRole::question ||
        *role == ColumnRole::guidance) {
        question.units.push_back(value.cell->unit);
        if (*role == ColumnRole::id) question.id = plain_printed_id(text);
        if (*role == ColumnRole::section) question.section = plain_label(text);
        if (*role == ColumnRole::guidance) question.guidance = text;
        if (*role != ColumnRole::question) return;
        const NumberedText number = numbered(text);
        if (question.id.empty()) question.id = number.id;
        describe(*card_, question.id == number.id ? number.text : text, words_);
        question.place = document_.place(value.cell->unit);
        return;
    }
    if (*role == ColumnRole::reviewer || *role == ColumnRole::other) return;
    drop_holder(value);
    Answered answer = answer_in(value);
    for (model::AnswerPart& part : answer.parts) {
        if (part.role == ColumnRole::answer) part.role = *role;
        question.parts.push_back(std::move(part));
    }
    add_line(question.prefilled, answer.prefilled);
    question.answer_places.push_back(document_.place(value.cell->unit));
}

/// Rows "Answer | …" and "Comment | …" under a title belong to one question: the title.
bool TableSlots::add_to_title(const Entry& label, const Entry& place)
{
    using model::ColumnRole;
    const std::optional<ColumnRole> role = role_of(label);
    if (!title_ || !role) return false;
    if (*role != ColumnRole::answer && *role != ColumnRole::choice && *role != ColumnRole::remark &&
        *role != ColumnRole::evidence)
        return false;
    drop_holder(place);
    if (!title_slot_) {
        Answered nothing;
        nothing.evidence = Evidence::announced;
        add(*title_, std::move(nothing), {});
        title_slot_ = found_.slots.size() - 1;
    }
    model::LayoutQuestion& question = found_.slots[*title_slot_].question;
    question.units.push_back(label.cell->unit);
    Answered answer = answer_in(place);
    for (model::AnswerPart& part : answer.parts) {
        if (part.role == ColumnRole::answer) part.role = *role;
        question.parts.push_back(std::move(part));
    }
    add_line(question.prefilled, answer.prefilled);
    question.answer_places.push_back(document_.place(place.cell->unit));
    return true;
}

/// The cell is an answer as a whole, no document of its own.
void TableSlots::drop_holder(const Entry& entry)
{
    std::erase(holders_, entry.cell);
}

/// A row with one cell.
void TableSlots::single(const Row& row, bool last)
{
    const Entry& entry = row.front();
    if (entry.labelled() || (entry.speaks(':') && !(pending_ && pending_->asks))) {
        settle_pending(false);
        add_labelled(entry);
        return;
    }
    if (entry.place() || entry.empty()) {
        if (pending_) {
            add(*pending_, answer_in(entry), {&entry});
            pending_.reset();
        }
        else if (found_.slots.empty() && (&row == &rows_.front()))
            add_from_above(answer_in(entry), entry);
        return;
    }
    if (entry.holder && pending_ && (pending_->asks || pending_->colon)) {
        drop_holder(entry);
        add(*pending_, answer_in(entry), {&entry});
        pending_.reset();
        return;
    }
    if (!entry.text()) return;
    const Label label = label_of(entry);
    if (pending_ && pending_->asks && !label.asks && !label.colon) {
        add(*pending_, answer_in(entry), {&entry});
        pending_.reset();
        return;
    }
    if (rows_.size() == 1) {
        add_from_above(answer_in(entry), entry);
        return;
    }
    settle_pending(false);
    pending_first_ = &row == &rows_.front();
    pending_ = label;
    if (last) settle_pending(true);
}

/// A label with its place beside it.
void TableSlots::pair(const Entry& label_entry, const Entry& place, bool may_be_typed)
{
    Label label = label_of(label_entry);
    Answered answer = answer_in(place);
    if (answer.evidence == Evidence::typed && !may_be_typed) return;
    if (title_ && label.printed.size() <= longest_part) {
        label.units.insert(label.units.begin(), title_->units.begin(), title_->units.end());
        label.asks = true;
        label.text.id = title_->text.id.empty() ? label.printed : title_->text.id + ' ' + label.printed;
        label.text.text = title_->text.text + " – " + label.printed;
    }
    FoundSlot& slot = add(label, std::move(answer), {&place});
    // What stands before the field in the cell of the answer ("SEK: …") helps to fill it in.
    if (place.labelled())
        for (const InnerSlot& inner : place.reading.slots) add_line(slot.question.guidance, inner.label);
}

bool TableSlots::is_header(std::size_t index) const
{
    if (index + 1 >= rows_.size()) return false;
    const Row& row = rows_[index];
    if (!std::all_of(row.begin(), row.end(), [](const Entry& entry) { return entry.text(); })) return false;
    std::size_t below = 0;
    std::size_t places = 0;
    for (std::size_t next = index + 1; next < rows_.size() && rows_[next].size() == row.size(); ++next) {
        ++below;
        places += !rows_[next].back().text();
    }
    return below > 0 && places * 2 > below;
}

/// "7 | Question" over an answer in the same column: beside an empty cell, or beside the number that reaches down.
bool TableSlots::answers_below(const Row& row, const Row& next)
{
    if (next.back().cell->column != row.back().cell->column) return false;
    if (next.size() == 1) return row.front().cell->row_span > 1;
    return next.size() == 2 && next.front().empty();
}

void TableSlots::row_of_two(const Row& row, std::size_t index)
{
    const Entry& left = row[0];
    const Entry& right = row[1];
    if (left.labelled() || (right.labelled() && !left.text() && !left.place())) {
        for (const Entry& entry : row)
            if (entry.labelled() || entry.speaks(':')) add_labelled(entry);
        return;
    }
    if ((left.speaks(':') && right.speaks(':')) || (left.speaks('?') && right.speaks('?'))) {
        add_labelled(left);
        add_labelled(right);
        return;
    }
    if (!left.text()) {
        row_of_places(row, index);
        return;
    }
    if (right.text() && is_printed_id(left.reading.text) && index + 1 < rows_.size() &&
        answers_below(row, rows_[index + 1])) {
        const Entry& place = rows_[index + 1].back();
        Label label = label_of(right);
        label.text.id = plain_printed_id(left.reading.text);
        label.units.insert(label.units.begin(), left.cell->unit);
        drop_holder(place);
        add(label, answer_in(place), {&place});
        read_to_ = index + 1;
        return;
    }
    if (right.text() && index == 0 && is_printed_id(left.reading.text)) {
        // "AC-2 | Control summary": a title with its code.
        section_ = plain_label(left.reading.text) + ' ' + plain_label(right.reading.text);
        section_units_ = {left.cell->unit, right.cell->unit};
        return;
    }
    if (right.holder) drop_holder(right);
    if (!add_to_title(left, right)) pair(left, right, true);
}

/// "Name | … | Date | …": labels and places take turns.
bool TableSlots::is_pairs(const Row& row) const
{
    if (row.size() % 2 != 0) return false;
    bool colons = true;
    bool places = true;
    for (std::size_t index = 0; index < row.size(); index += 2) {
        if (!row[index].text()) return false;
        colons = colons && ends_with_colon(row[index].reading.text);
        places = places && !row[index + 1].text();
    }
    return colons || places;
}

void TableSlots::row_of_many(const Row& row, std::size_t index)
{
    if (std::any_of(row.begin(), row.end(), [](const Entry& entry) { return entry.labelled(); }) &&
        !row.front().text()) {
        for (const Entry& entry : row)
            if (entry.labelled()) add_labelled(entry);
        return;
    }
    if (is_pairs(row)) {
        for (std::size_t at = 0; at < row.size(); at += 2) pair(row[at], row[at + 1], true);
        return;
    }
    if (!row.front().text()) {
        row_of_places(row, index);
        return;
    }
    // A question with several places in its row; only fields and boxes show that they are to be filled in.
    std::vector<const Entry*> places;
    Answered all;
    std::string guidance;
    for (std::size_t at = 1; at < row.size(); ++at) {
        const Entry& entry = row[at];
        if (entry.text()) add_line(guidance, entry.reading.text);
        if (!entry.place() && !entry.labelled()) continue;
        Answered answer = answer_in(entry);
        if (places.empty())
            all = std::move(answer);
        else {
            for (model::AnswerPart& part : answer.parts) {
                if (part.role == model::ColumnRole::answer) part.role = model::ColumnRole::remark;
                all.parts.push_back(std::move(part));
            }
            add_line(all.prefilled, answer.prefilled);
        }
        places.push_back(&entry);
    }
    if (places.empty()) return;
    FoundSlot& slot = add(label_of(row.front()), std::move(all), places);
    slot.among_data = true;
    slot.question.guidance = guidance;
    for (const Entry& entry : row)
        if (entry.text() && entry.cell != row.front().cell) slot.question.units.push_back(entry.cell->unit);
}

/// Places under the texts of the row above, or under the header of a list to fill in.
void TableSlots::row_of_places(const Row& row, std::size_t index)
{
    const std::size_t over = header_ ? *header_ : index - 1;
    if (!header_ && index == 0) {
        // No labels at all: only boxes and fields can say more, through what stands above the table.
        for (const Entry& entry : row)
            if (entry.place()) add_from_above(answer_in(entry), entry);
        return;
    }
    const Row& labels = rows_[over];
    if (labels.size() != row.size()) return;
    if (!std::all_of(labels.begin(), labels.end(), [](const Entry& entry) { return entry.text(); })) return;
    const bool fields =
        std::any_of(row.begin(), row.end(), [](const Entry& entry) { return entry.place() || entry.labelled(); });
    const bool all_empty = std::all_of(row.begin(), row.end(), [](const Entry& entry) { return entry.empty(); });
    if (!fields && !(all_empty && over + 1 == index && index + 1 == rows_.size())) return;
    for (std::size_t at = 0; at < row.size(); ++at) {
        if (row[at].text() || row[at].holder) continue;
        if (fields && row[at].empty()) continue;
        FoundSlot& slot = add(label_of(labels[at]), answer_in(row[at]), {&row[at]});
        if (row[at].labelled())
            for (const InnerSlot& inner : row[at].reading.slots) add_line(slot.question.guidance, inner.label);
    }
}

std::optional<FoundRegion> TableSlots::find()
{
    read_rows();
    const bool cards = holds_cards();
    for (std::size_t index = 0; index < rows_.size(); ++index) {
        const Row& row = rows_[index];
        if (read_to_ && index <= *read_to_) continue;
        if (cards) {
            if (row.size() == 2) card_row(row[0], row[1]);
            continue;
        }
        if (row.size() == 1) {
            single(row, index + 1 == rows_.size());
            continue;
        }
        if (pending_) {
            // A title over rows of several cells.
            const std::optional<model::ColumnRole> role = role_of(row.front());
            const bool announces = role == model::ColumnRole::answer || role == model::ColumnRole::choice;
            if (pending_->asks || (announces && !pending_->text.text.empty())) {
                title_ = pending_;
                title_slot_.reset();
                pending_.reset();
            }
            else
                settle_pending(false);
        }
        if (!header_ && index == 0 && is_header(index)) {
            header_ = index;
            for (const Entry& entry : row) {
                if (found_.other_kind.empty()) found_.other_kind = words_.other_table(entry.reading.text);
                section_units_.push_back(entry.cell->unit);
            }
            for (const Words::RoleFit& fit : words_.roles(row.back().reading.text))
                found_.answer_header =
                    found_.answer_header || (fit.role == model::ColumnRole::answer && fit.fit >= 0.9);
            continue;
        }
        if (row.size() == 2)
            row_of_two(row, index);
        else
            row_of_many(row, index);
    }
    end_card();
    settle_pending(true);
    return finish();
}

std::optional<FoundRegion> TableSlots::finish()
{
    std::vector<FoundSlot>& slots = found_.slots;
    // Labels that are filled in inside their own cell are believed when some end in a colon and a form stands around.
    const auto is_alone = [](const FoundSlot& slot) { return slot.alone; };
    const auto alone = std::count_if(slots.begin(), slots.end(), is_alone);
    const auto with_colon =
        std::count_if(slots.begin(), slots.end(), [](const FoundSlot& slot) { return slot.alone && slot.colon; });
    const bool others = static_cast<std::size_t>(alone) < slots.size();
    if (alone > 0 && (with_colon == 0 || (!others && with_colon < 2)))
        slots.erase(std::remove_if(slots.begin(), slots.end(), is_alone), slots.end());
    // Fields here and there in a table of data do not make its rows questions.
    const auto is_among_data = [](const FoundSlot& slot) { return slot.among_data; };
    const auto among = static_cast<std::size_t>(std::count_if(slots.begin(), slots.end(), is_among_data));
    const auto wide = static_cast<std::size_t>(
        std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.size() > 2; }));
    const bool one_filled =
        among == 1 && std::any_of(slots.begin(), slots.end(), [](const FoundSlot& slot) {
            return slot.among_data && !slot.question.parts.empty() && slot.question.prefilled.empty();
        });
    if (among > 0 && ((among + 1) * 2 <= wide || one_filled))
        slots.erase(std::remove_if(slots.begin(), slots.end(), is_among_data), slots.end());
    if (slots.empty()) return std::nullopt;
    judge(found_, beside_questions_);
    if (!found_.region.taken) used_above_.clear();
    return std::move(found_);
}

}  // namespace samsvar::layout
