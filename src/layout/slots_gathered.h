#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/slots_entry.h"
#include "layout/slots_found.h"

namespace samsvar::layout {

/// The slots of a Word table while its rows are read downwards, and what the
/// rows above say of those below: the section, a title that asks, a label whose
/// place was not found yet. Holds references to all it is given.
class GatheredSlots {
public:
    GatheredSlots(const model::Table& table, TableEntries& entries, const Above& above);

    bool empty() const { return found_.slots.empty(); }
    const std::string& section() const { return section_; }
    /// A title row that is no question.
    void set_section(std::string section, std::vector<model::UnitId> units);
    /// A row whose texts head the columns.
    void add_header(const EntryRow& row);

    void add(FoundSlot slot);
    FoundSlot& add(const EntryLabel& label, Answered answer, const std::vector<const TableEntry*>& places);
    /// A place whose question stands above the table; nothing when there is none
    /// that the answer can belong to.
    void add_from_above(Answered answer, const TableEntry& place);
    /// Every label of the cell with its own place in it.
    void add_labelled(const TableEntry& entry);
    /// A label with its place beside it; under a title that asks, a short label
    /// is a part of that question.
    void add_pair(const TableEntry& label, const TableEntry& place);
    /// Rows "Answer | …" and "Comment | …" under a title belong to one question:
    /// the title. Whether this is one.
    bool add_to_title(const TableEntry& label, const TableEntry& place);

    /// The label of a whole row whose place was not found yet.
    const std::optional<EntryLabel>& pending() const { return pending_; }
    /// `first`: it stands in the first row: perhaps a title.
    void set_pending(EntryLabel label, bool first);
    void answer_pending(const TableEntry& place);
    /// The place of the label did not come: it is a title, or a label that is
    /// filled in inside its own cell. `end`: no row follows.
    void settle_pending(bool end);
    /// The same when a row of several cells follows, which can be parts of what
    /// the label asks.
    void settle_pending_over(const EntryRow& row);

    /// Paragraphs above the table that became question or guidance.
    const std::vector<const model::Paragraph*>& used_above() const { return used_above_; }
    /// The region, judged as judge() says; nothing when there is nothing to
    /// consider. Moves the slots out.
    std::optional<FoundRegion> finish(bool beside_questions);

private:
    void set_title(EntryLabel label);

    TableEntries& entries_;
    const Above& above_;
    FoundRegion found_;
    std::vector<const model::Paragraph*> used_above_;
    std::optional<EntryLabel> pending_;
    bool pending_first_ = false;
    std::optional<EntryLabel> title_;        ///< question over rows that are its parts
    std::optional<std::size_t> title_slot_;  ///< the title's question, once an answer to it was found
    std::string section_;
    std::vector<model::UnitId> section_units_;  ///< not yet told with a question
};

}  // namespace samsvar::layout
