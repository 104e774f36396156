#include "layout/slots_table.h"

#include <algorithm>

#include "layout/printed_id.h"
#include "layout/slots_cards.h"
#include "layout/slots_text.h"

namespace samsvar::layout {

namespace {

bool all_texts(const EntryRow& row)
{
    return std::all_of(row.begin(), row.end(), [](const TableEntry& entry) { return entry.text(); });
}

/// "7 | Question" over an answer in the same column: beside an empty cell, or
/// beside the number that reaches down.
bool answers_below(const EntryRow& row, const EntryRow& next)
{
    if (next.back().cell->column != row.back().cell->column) return false;
    if (next.size() == 1) return row.front().cell->row_span > 1;
    return next.size() == 2 && next.front().empty();
}

/// "Name | … | Date | …": labels and places take turns.
bool is_pairs(const EntryRow& row)
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

}  // namespace

TableSlots::TableSlots(const model::Document& document, const model::Table& table, const Above& above,
                       const Words& words, bool beside_questions)
    : beside_questions_(beside_questions),
      entries_(document, table, words),
      rows_(entries_.rows()),
      gathered_(table, entries_, above)
{
}

std::optional<FoundRegion> TableSlots::find()
{
    if (holds_cards(entries_)) {
        for (FoundSlot& card : find_cards(entries_, gathered_.section())) gathered_.add(std::move(card));
    }
    else {
        for (std::size_t index = 0; index < rows_.size(); ++index)
            if (!read_to_ || index > *read_to_) read_row(index);
        gathered_.settle_pending(true);
    }
    return gathered_.finish(beside_questions_);
}

void TableSlots::read_row(std::size_t index)
{
    const EntryRow& row = rows_[index];
    if (row.size() == 1) {
        single(index);
        return;
    }
    gathered_.settle_pending_over(row);
    if (!header_ && index == 0 && is_header(index)) {
        header_ = index;
        gathered_.add_header(row);
        return;
    }
    if (row.size() == 2)
        row_of_two(index);
    else
        row_of_many(index);
}

/// A row with one cell.
void TableSlots::single(std::size_t index)
{
    const TableEntry& entry = rows_[index].front();
    const bool first = index == 0;
    const std::optional<EntryLabel>& pending = gathered_.pending();
    if (entry.labelled() || (entry.speaks(':') && !(pending && pending->asks))) {
        gathered_.settle_pending(false);
        gathered_.add_labelled(entry);
        return;
    }
    if (entry.place() || entry.empty()) {
        if (pending)
            gathered_.answer_pending(entry);
        else if (gathered_.empty() && first)
            gathered_.add_from_above(entries_.answer_in(entry), entry);
        return;
    }
    if (entry.holder && pending && (pending->asks || pending->colon)) {
        entries_.drop_holder(entry);
        gathered_.answer_pending(entry);
        return;
    }
    if (!entry.text()) return;
    EntryLabel label = label_of(entry);
    if (pending && pending->asks && !label.asks && !label.colon) {
        gathered_.answer_pending(entry);
        return;
    }
    if (rows_.size() == 1) {
        gathered_.add_from_above(entries_.answer_in(entry), entry);
        return;
    }
    gathered_.settle_pending(false);
    gathered_.set_pending(std::move(label), first);
    if (index + 1 == rows_.size()) gathered_.settle_pending(true);
}

bool TableSlots::is_header(std::size_t index) const
{
    if (index + 1 >= rows_.size()) return false;
    const EntryRow& row = rows_[index];
    if (!all_texts(row)) return false;
    std::size_t below = 0;
    std::size_t places = 0;
    for (std::size_t next = index + 1; next < rows_.size() && rows_[next].size() == row.size(); ++next) {
        ++below;
        places += !rows_[next].back().text();
    }
    return below > 0 && places * 2 > below;
}

void TableSlots::row_of_two(std::size_t index)
{
    const EntryRow& row = rows_[index];
    const TableEntry& left = row[0];
    const TableEntry& right = row[1];
    if (left.labelled() || (right.labelled() && !left.text() && !left.place())) {
        for (const TableEntry& entry : row)
            if (entry.labelled() || entry.speaks(':')) gathered_.add_labelled(entry);
        return;
    }
    if ((left.speaks(':') && right.speaks(':')) || (left.speaks('?') && right.speaks('?'))) {
        gathered_.add_labelled(left);
        gathered_.add_labelled(right);
        return;
    }
    if (!left.text()) {
        row_of_places(index);
        return;
    }
    if (right.text() && is_printed_id(left.reading.text) && index + 1 < rows_.size() &&
        answers_below(row, rows_[index + 1])) {
        const TableEntry& place = rows_[index + 1].back();
        EntryLabel label = label_of(right);
        label.text.id = plain_printed_id(left.reading.text);
        label.units.insert(label.units.begin(), left.cell->unit);
        entries_.drop_holder(place);
        gathered_.add(label, entries_.answer_in(place), {&place});
        read_to_ = index + 1;
        return;
    }
    if (right.text() && index == 0 && is_printed_id(left.reading.text)) {
        // "AC-2 | Control summary": a title with its code.
        gathered_.set_section(plain_label(left.reading.text) + ' ' + plain_label(right.reading.text),
                              {left.cell->unit, right.cell->unit});
        return;
    }
    if (right.holder) entries_.drop_holder(right);
    if (!gathered_.add_to_title(left, right)) gathered_.add_pair(left, right);
}

void TableSlots::row_of_many(std::size_t index)
{
    const EntryRow& row = rows_[index];
    if (std::any_of(row.begin(), row.end(), [](const TableEntry& entry) { return entry.labelled(); }) &&
        !row.front().text()) {
        for (const TableEntry& entry : row)
            if (entry.labelled()) gathered_.add_labelled(entry);
        return;
    }
    if (is_pairs(row)) {
        for (std::size_t at = 0; at < row.size(); at += 2) gathered_.add_pair(row[at], row[at + 1]);
        return;
    }
    if (!row.front().text()) {
        row_of_places(index);
        return;
    }
    // A question with several places in its row; only fields and boxes show that
    // they are to be filled in.
    std::vector<const TableEntry*> places;
    Answered all;
    std::string guidance;
    for (std::size_t at = 1; at < row.size(); ++at) {
        const TableEntry& entry = row[at];
        if (entry.text()) add_line(guidance, entry.reading.text);
        if (!entry.place() && !entry.labelled()) continue;
        Answered answer = entries_.answer_in(entry);
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
    FoundSlot& slot = gathered_.add(label_of(row.front()), std::move(all), places);
    slot.among_data = true;
    slot.question.guidance = guidance;
    for (const TableEntry& entry : row)
        if (entry.text() && entry.cell != row.front().cell) slot.question.units.push_back(entry.cell->unit);
}

/// Places under the texts of the row above, or under the header of a list to
/// fill in.
void TableSlots::row_of_places(std::size_t index)
{
    const EntryRow& row = rows_[index];
    if (!header_ && index == 0) {
        // No labels at all: only boxes and fields can say more, through what stands
        // above the table.
        for (const TableEntry& entry : row)
            if (entry.place()) gathered_.add_from_above(entries_.answer_in(entry), entry);
        return;
    }
    const std::size_t over = header_ ? *header_ : index - 1;
    const EntryRow& labels = rows_[over];
    if (labels.size() != row.size() || !all_texts(labels)) return;
    const bool fields =
        std::any_of(row.begin(), row.end(), [](const TableEntry& entry) { return entry.place() || entry.labelled(); });
    const bool all_empty = std::all_of(row.begin(), row.end(), [](const TableEntry& entry) { return entry.empty(); });
    if (!fields && !(all_empty && over + 1 == index && index + 1 == rows_.size())) return;
    for (std::size_t at = 0; at < row.size(); ++at) {
        if (row[at].text() || row[at].holder) continue;
        if (fields && row[at].empty()) continue;
        FoundSlot& slot = gathered_.add(label_of(labels[at]), entries_.answer_in(row[at]), {&row[at]});
        if (row[at].labelled())
            for (const InnerSlot& inner : row[at].reading.slots) add_line(slot.question.guidance, inner.label);
    }
}

}  // namespace samsvar::layout
