#include "layout/ledger.h"

#include <cassert>

#include "text/fold.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t excerpt_bytes = 120;

/// Calls `visit` with every cell of `table` and of the tables inside its cells. Nesting is bounded by
/// Limits::xml_depth.
template <typename Visit>
void for_each_cell(const model::Table& table, const Visit& visit)
{
    for (const model::Cell& cell : table.cells) {
        visit(cell);
        for (const model::Block& block : cell.blocks)
            if (const auto* nested = std::get_if<model::Table>(&block)) for_each_cell(*nested, visit);
    }
}

template <typename Visit>
void for_each_cell_inside(const model::Cell& cell, const Visit& visit)
{
    for (const model::Block& block : cell.blocks)
        if (const auto* nested = std::get_if<model::Table>(&block)) for_each_cell(*nested, visit);
}

std::string excerpt(std::string_view text)
{
    text = text::trimmed(text);
    if (text.size() <= excerpt_bytes) return std::string(text);
    std::size_t end = excerpt_bytes;
    // Never in the middle of a UTF-8 character.
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    return std::string(text.substr(0, end)) + "…";
}

/// The cell's own paragraphs: nested tables have units of their own.
std::string own_text(const model::Cell& cell)
{
    std::string text;
    for (const model::Block& block : cell.blocks) {
        const auto* paragraph = std::get_if<model::Paragraph>(&block);
        if (!paragraph || paragraph->text.empty()) continue;
        if (!text.empty()) text += '\n';
        text += paragraph->text;
        if (text.size() > 2 * excerpt_bytes) break;
    }
    return text.empty() ? cell.shown_text() : text;
}

std::string_view reason_by_kind(model::UnitKind kind)
{
    switch (kind) {
        case model::UnitKind::cell:
        case model::UnitKind::paragraph: return reason::outside;
        case model::UnitKind::comment: return reason::comment;
        case model::UnitKind::footnote: return reason::footnote;
        case model::UnitKind::header_footer: return reason::page_header;
        case model::UnitKind::text_box: return reason::text_box;
        case model::UnitKind::control: return reason::control;
    }
    return reason::outside;
}

}  // namespace

Ledger::Ledger(const model::Document& document) : document_(document), entries_(document.units.size())
{
    for (std::size_t index = 0; index < entries_.size(); ++index)
        entries_[index].unit = static_cast<model::UnitId>(index);
}

void Ledger::say(model::UnitId unit, bool used, std::string_view word)
{
    assert(!word.empty());
    if (unit >= entries_.size()) return;
    model::LedgerEntry& entry = entries_[unit];
    if (document_.units[unit].empty) {
        used = false;
        word = reason::empty;
    }
    if (!entry.use.empty() && (entry.used || !used)) return;
    entry.used = used;
    entry.use = word;
}

void Ledger::use(model::UnitId unit, std::string_view as)
{
    say(unit, true, as);
}

void Ledger::ignore(model::UnitId unit, std::string_view why)
{
    say(unit, false, why);
}

void Ledger::use(const model::Cell& cell, std::string_view as)
{
    use(cell.unit, as);
    for_each_cell_inside(cell, [&](const model::Cell& inner) { use(inner.unit, as); });
}

void Ledger::ignore(const model::Cell& cell, std::string_view why)
{
    ignore(cell.unit, why);
    for_each_cell_inside(cell, [&](const model::Cell& inner) { ignore(inner.unit, why); });
}

bool Ledger::decided(model::UnitId unit) const
{
    return unit < entries_.size() && !entries_[unit].use.empty();
}

std::vector<model::LedgerEntry> Ledger::finish(std::vector<model::Problem>& problems) const
{
    std::vector<model::LedgerEntry> entries = entries_;
    for (model::LedgerEntry& entry : entries) {
        const model::Unit& unit = document_.units[entry.unit];
        if (entry.use.empty()) entry.use = unit.empty ? reason::empty : reason_by_kind(unit.kind);
        entry.place = document_.place(entry.unit);
    }
    std::vector<char> seen(entries.size(), 0);
    std::size_t strangers = 0;
    const auto show = [&](model::UnitId unit, const std::string& text) {
        if (unit == model::no_unit) return;
        if (unit >= entries.size() || seen[unit]) {
            ++strangers;
            return;
        }
        seen[unit] = 1;
        entries[unit].excerpt = excerpt(text);
    };
    for (const model::Block& block : document_.blocks) {
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block))
            show(paragraph->unit, paragraph->text);
        else
            for_each_cell(std::get<model::Table>(block),
                          [&](const model::Cell& cell) { show(cell.unit, own_text(cell)); });
    }
    for (const model::Aside& aside : document_.asides) show(aside.paragraph.unit, aside.paragraph.text);

    const model::LedgerTotals sums = model::totals(entries);
    std::size_t accounted = sums.used;
    for (const auto& [why, count] : sums.ignored) accounted += count;
    assert(strangers == 0 && accounted == document_.units.size());
    if (strangers > 0 || accounted != document_.units.size())
        problems.push_back({{document_.file, {}, {}, false},
                            "the import ledger does not add up (" + std::to_string(accounted) + " of " +
                                std::to_string(document_.units.size()) + " units, " + std::to_string(strangers) +
                                " without an entry); this is a bug of samsvar, please report it"});
    return entries;
}

}  // namespace samsvar::layout
