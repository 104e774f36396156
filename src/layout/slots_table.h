#pragma once

#include <optional>
#include <vector>

#include "layout/slots_entry.h"
#include "layout/slots_found.h"
#include "layout/slots_gathered.h"

namespace samsvar::layout {

/// Looks for slots in a Word table: labels and answers in one cell, beside and
/// above each other, answer boxes under a question. `above` is what stands over
/// the table; `beside_questions` as in judge().
class TableSlots {
public:
    TableSlots(const model::Document& document, const model::Table& table, const Above& above, const Words& words,
               bool beside_questions);
    TableSlots(const TableSlots&) = delete;
    TableSlots& operator=(const TableSlots&) = delete;

    /// The region, judged; nothing when the table has nothing to consider.
    std::optional<FoundRegion> find();

    /// Cells that hold tables or much text of their own and no slots found here:
    /// to be searched like a document.
    const std::vector<const model::Cell*>& holders() const { return entries_.holders(); }
    /// Paragraphs above the table that became question or guidance.
    const std::vector<const model::Paragraph*>& used_above() const { return gathered_.used_above(); }

private:
    void read_row(std::size_t index);
    void single(std::size_t index);
    void row_of_two(std::size_t index);
    void row_of_many(std::size_t index);
    void row_of_places(std::size_t index);
    bool is_header(std::size_t index) const;

    bool beside_questions_;
    TableEntries entries_;
    const std::vector<EntryRow>& rows_;  ///< of the entries
    GatheredSlots gathered_;
    std::optional<std::size_t> read_to_;  ///< rows up to this one were read with the one before
    std::optional<std::size_t> header_;   ///< row whose texts head the columns
};

}  // namespace samsvar::layout
