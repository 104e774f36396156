#include "layout/slots_entry.h"

#include <algorithm>

#include "layout/grid.h"
#include "layout/slots_text.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t holder_paragraphs = 12;  // a cell with more is a document of its own

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

}  // namespace

bool TableEntry::speaks(char end) const
{
    if (!text() || !reading.label_and_text) return false;
    const bool question = ends_with_question_mark(reading.slots.front().label);
    return question == (end == '?');
}

EntryLabel label_of(const TableEntry& entry)
{
    EntryLabel label;
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

EntryLabel label_of(const InnerSlot& slot, const TableEntry& entry)
{
    EntryLabel label;
    label.text = numbered(slot.label);
    label.printed = slot.label;
    label.asks = asks(slot.label);
    label.colon = true;  // a place stands right behind it
    label.units.push_back(entry.cell->unit);
    return label;
}

TableEntries::TableEntries(const model::Document& document, const model::Table& table, const Words& words)
    : document_(document), words_(words)
{
    const Grid grid(table);
    for (const int number : grid.rows()) {
        EntryRow row;
        for (const model::Cell& cell : grid.row(number)) {
            if (grid.hidden(cell)) continue;
            TableEntry entry;
            entry.cell = &cell;
            entry.holder = has_table(cell) || paragraphs_with_text(cell) > holder_paragraphs;
            entry.reading = read_cell(cell, place(cell.unit), words_);
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

void TableEntries::drop_holder(const TableEntry& entry)
{
    std::erase(holders_, entry.cell);
}

Answered TableEntries::answer_in(const TableEntry& entry) const
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
    Answered answer = read_answer(*entry.cell, place(entry.cell->unit), words_);
    const auto& choices = entry.cell->choices;
    if (choices.empty()) return answer;
    answer.evidence = Evidence::list;
    for (model::AnswerPart& part : answer.parts)
        if (std::find(choices.begin(), choices.end(), part.text) != choices.end())
            part.role = model::ColumnRole::choice;
    return answer;
}

void TableEntries::add_answer(model::LayoutQuestion& question, const TableEntry& entry, model::ColumnRole role)
{
    drop_holder(entry);
    Answered answer = answer_in(entry);
    for (model::AnswerPart& part : answer.parts) {
        if (part.role == model::ColumnRole::answer) part.role = role;
        question.parts.push_back(std::move(part));
    }
    add_line(question.prefilled, answer.prefilled);
    question.answer_places.push_back(place(entry.cell->unit));
}

std::optional<model::ColumnRole> TableEntries::role_of(const TableEntry& entry) const
{
    constexpr double sure = 0.9;
    if (!entry.text() || entry.reading.text.size() > 60) return std::nullopt;
    const std::vector<Words::RoleFit> roles = words_.roles(entry.reading.text);
    if (roles.empty() || roles.front().fit < sure) return std::nullopt;
    return roles.front().role;
}

void add_line(std::string& text, std::string_view line)
{
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

}  // namespace samsvar::layout
