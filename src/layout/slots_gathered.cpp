#include "layout/slots_gathered.h"

#include <algorithm>

#include "layout/slots_text.h"

namespace samsvar::layout {

using model::ColumnRole;

namespace {

constexpr std::size_t longest_part = 24;  // "Part a", "Del 2"

/// Labels that are filled in inside their own cell are believed when some end
/// in a colon and a form stands around.
void drop_lone_labels(std::vector<FoundSlot>& slots)
{
    const auto is_alone = [](const FoundSlot& slot) { return slot.alone; };
    const auto alone = std::count_if(slots.begin(), slots.end(), is_alone);
    const auto with_colon =
        std::count_if(slots.begin(), slots.end(), [](const FoundSlot& slot) { return slot.alone && slot.colon; });
    const bool others = static_cast<std::size_t>(alone) < slots.size();
    if (alone > 0 && (with_colon == 0 || (!others && with_colon < 2))) std::erase_if(slots, is_alone);
}

/// Fields here and there in a table of data do not make its rows questions.
/// `wide`: rows of more than two cells.
void drop_fields_among_data(std::vector<FoundSlot>& slots, std::size_t wide)
{
    const auto is_among_data = [](const FoundSlot& slot) { return slot.among_data; };
    const auto among = static_cast<std::size_t>(std::count_if(slots.begin(), slots.end(), is_among_data));
    const bool one_filled =
        among == 1 && std::any_of(slots.begin(), slots.end(), [](const FoundSlot& slot) {
            return slot.among_data && !slot.question.parts.empty() && slot.question.prefilled.empty();
        });
    if (among > 0 && ((among + 1) * 2 <= wide || one_filled)) std::erase_if(slots, is_among_data);
}

}  // namespace

GatheredSlots::GatheredSlots(const model::Table& table, TableEntries& entries, const Above& above)
    : entries_(entries), above_(above), section_(above.section())
{
    found_.region.kind = model::RegionKind::slots;
    found_.region.table = table.name;
    found_.region.part = table.part;
    found_.region.sheet = table.sheet;
    found_.region.last_row = table.rows - 1;
}

void GatheredSlots::set_section(std::string section, std::vector<model::UnitId> units)
{
    section_ = std::move(section);
    section_units_ = std::move(units);
}

void GatheredSlots::add_header(const EntryRow& row)
{
    const Words& words = entries_.words();
    for (const TableEntry& entry : row) {
        if (found_.other_kind.empty()) found_.other_kind = words.other_table(entry.reading.text);
        section_units_.push_back(entry.cell->unit);
    }
    for (const Words::RoleFit& fit : words.roles(row.back().reading.text))
        found_.answer_header = found_.answer_header || (fit.role == ColumnRole::answer && fit.fit >= 0.9);
}

void GatheredSlots::add(FoundSlot slot)
{
    found_.slots.push_back(std::move(slot));
}

FoundSlot& GatheredSlots::add(const EntryLabel& label, Answered answer, const std::vector<const TableEntry*>& places)
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
    if (!label.units.empty()) question.place = entries_.place(label.units.back());
    question.parts = std::move(answer.parts);
    question.prefilled = std::move(answer.prefilled);
    for (const TableEntry* place : places) question.answer_places.push_back(entries_.place(place->cell->unit));
    slot.asks = label.asks;
    slot.colon = label.colon;
    slot.fact = !entries_.words().fact(label.text.text).empty();
    slot.signature = is_signature(label.text.text);
    slot.signature_company = is_beside_signature(label.text.text);
    found_.slots.push_back(std::move(slot));
    return found_.slots.back();
}

void GatheredSlots::add_from_above(Answered answer, const TableEntry& place)
{
    const Above::Question above = above_.question();
    if (above.text.text.empty()) return;
    // Text in a box under a heading is a note unless something asks for it.
    const bool filled = answer.evidence == Evidence::typed || answer.evidence == Evidence::empty;
    const bool announced =
        above.asks || above.instructed || above.numbered || (above.colon && answer.evidence == Evidence::empty);
    if (filled && !announced) return;
    EntryLabel label;
    label.text = above.text;
    label.units = above.units;
    label.asks = above.asks || above.instructed || above.numbered;
    label.colon = above.colon;
    FoundSlot& slot = add(label, std::move(answer), {&place});
    slot.question.section = above.section;
    slot.question.guidance = above.guidance;
    slot.question.place = entries_.place(above.units.front());
    used_above_.insert(used_above_.end(), above.paragraphs.begin(), above.paragraphs.end());
}

void GatheredSlots::add_labelled(const TableEntry& entry)
{
    for (const InnerSlot& inner : entry.reading.slots) {
        EntryLabel label = label_of(inner, entry);
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

void GatheredSlots::add_pair(const TableEntry& label_entry, const TableEntry& place)
{
    EntryLabel label = label_of(label_entry);
    if (title_ && label.printed.size() <= longest_part) {
        label.units.insert(label.units.begin(), title_->units.begin(), title_->units.end());
        label.asks = true;
        label.text.id = title_->text.id.empty() ? label.printed : title_->text.id + ' ' + label.printed;
        label.text.text = title_->text.text + " – " + label.printed;
    }
    FoundSlot& slot = add(label, entries_.answer_in(place), {&place});
    // What stands before the field in the cell of the answer ("SEK: …") helps to
    // fill it in.
    if (place.labelled())
        for (const InnerSlot& inner : place.reading.slots) add_line(slot.question.guidance, inner.label);
}

bool GatheredSlots::add_to_title(const TableEntry& label, const TableEntry& place)
{
    const std::optional<ColumnRole> role = entries_.role_of(label);
    if (!title_ || !role) return false;
    if (*role != ColumnRole::answer && *role != ColumnRole::choice && *role != ColumnRole::remark &&
        *role != ColumnRole::evidence)
        return false;
    if (!title_slot_) {
        Answered nothing;
        nothing.evidence = Evidence::announced;
        add(*title_, std::move(nothing), {});
        title_slot_ = found_.slots.size() - 1;
    }
    model::LayoutQuestion& question = found_.slots[*title_slot_].question;
    question.units.push_back(label.cell->unit);
    entries_.add_answer(question, place, *role);
    return true;
}

void GatheredSlots::set_pending(EntryLabel label, bool first)
{
    pending_ = std::move(label);
    pending_first_ = first;
}

void GatheredSlots::answer_pending(const TableEntry& place)
{
    add(*pending_, entries_.answer_in(place), {&place});
    pending_.reset();
}

void GatheredSlots::set_title(EntryLabel label)
{
    title_ = std::move(label);
    title_slot_.reset();
}

void GatheredSlots::settle_pending(bool end)
{
    if (!pending_) return;
    const EntryLabel label = std::move(*pending_);
    pending_.reset();
    const bool title = pending_first_ && !label.colon;
    if (label.asks && !end && !label.colon) {
        set_title(label);
        return;
    }
    if (title || label.printed.size() > 80) {
        set_section(label.printed, label.units);
        title_.reset();
        title_slot_.reset();
        return;
    }
    FoundSlot& slot = add(label, {}, {});
    slot.question.answer_places.push_back(entries_.place(label.units.front()));
    slot.alone = true;
}

void GatheredSlots::settle_pending_over(const EntryRow& row)
{
    if (!pending_) return;
    const std::optional<ColumnRole> role = entries_.role_of(row.front());
    const bool announces = role == ColumnRole::answer || role == ColumnRole::choice;
    if (!pending_->asks && !(announces && !pending_->text.text.empty())) {
        settle_pending(false);
        return;
    }
    set_title(*pending_);
    pending_.reset();
}

std::optional<FoundRegion> GatheredSlots::finish(bool beside_questions)
{
    std::vector<FoundSlot>& slots = found_.slots;
    drop_lone_labels(slots);
    const std::vector<EntryRow>& rows = entries_.rows();
    const auto wide = std::count_if(rows.begin(), rows.end(), [](const EntryRow& row) { return row.size() > 2; });
    drop_fields_among_data(slots, static_cast<std::size_t>(wide));
    if (slots.empty()) return std::nullopt;
    judge(found_, beside_questions);
    if (!found_.region.taken) used_above_.clear();
    return std::move(found_);
}

}  // namespace samsvar::layout
