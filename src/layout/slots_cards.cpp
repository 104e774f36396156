#include "layout/slots_cards.h"

#include <optional>

#include "layout/printed_id.h"
#include "layout/slots_text.h"

namespace samsvar::layout {

using model::ColumnRole;

namespace {

class Cards {
public:
    Cards(TableEntries& entries, const std::string& section) : entries_(entries), section_(section) {}

    void read(const TableEntry& label, const TableEntry& value)
    {
        const std::optional<ColumnRole> role = entries_.role_of(label);
        if (!role) return;
        if (cards_.empty() || begins_card(*role)) {
            cards_.emplace_back();
            cards_.back().question.section = section_;
            cards_.back().evidence = Evidence::announced;
        }
        FoundSlot& card = cards_.back();
        card.question.units.push_back(label.cell->unit);
        if (*role == ColumnRole::id || *role == ColumnRole::section || *role == ColumnRole::question ||
            *role == ColumnRole::guidance)
            describe_card(card, *role, value);
        else if (*role != ColumnRole::reviewer && *role != ColumnRole::other)
            entries_.add_answer(card.question, value, *role);
    }

    std::vector<FoundSlot> finish()
    {
        std::erase_if(cards_, [](const FoundSlot& card) {
            return card.question.text.empty() || card.question.answer_places.empty();
        });
        return std::move(cards_);
    }

private:
    bool begins_card(ColumnRole role) const
    {
        const model::LayoutQuestion& open = cards_.back().question;
        return (role == ColumnRole::question && !open.text.empty()) ||
               (role == ColumnRole::id && !open.answer_places.empty());
    }

    void describe_card(FoundSlot& card, ColumnRole role, const TableEntry& value)
    {
        const std::string& text = value.reading.text;
        model::LayoutQuestion& question = card.question;
        question.units.push_back(value.cell->unit);
        if (role == ColumnRole::id) question.id = plain_printed_id(text);
        if (role == ColumnRole::section) question.section = plain_label(text);
        if (role == ColumnRole::guidance) question.guidance = text;
        if (role != ColumnRole::question) return;
        const NumberedText number = numbered(text);
        if (question.id.empty()) question.id = number.id;
        describe(card, question.id == number.id ? number.text : text, entries_.words());
        question.place = entries_.place(value.cell->unit);
    }

    TableEntries& entries_;
    const std::string& section_;
    std::vector<FoundSlot> cards_;
};

}  // namespace

bool holds_cards(const TableEntries& entries)
{
    std::size_t questions = 0;
    std::size_t answers = 0;
    for (const EntryRow& row : entries.rows()) {
        if (row.size() != 2) continue;
        const std::optional<ColumnRole> role = entries.role_of(row[0]);
        questions += role == ColumnRole::question && row[1].text();
        answers += role == ColumnRole::answer || role == ColumnRole::choice;
    }
    return questions > 0 && answers >= questions;
}

std::vector<FoundSlot> find_cards(TableEntries& entries, const std::string& section)
{
    Cards cards(entries, section);
    for (const EntryRow& row : entries.rows())
        if (row.size() == 2) cards.read(row[0], row[1]);
    return cards.finish();
}

}  // namespace samsvar::layout
