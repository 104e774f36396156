#pragma once

#include <optional>
#include <vector>

#include "layout/grid.h"
#include "layout/slots_found.h"

namespace samsvar::layout {

/// Looks for slots in a Word table: labels and answers in one cell, beside and above each other, answer boxes under a
/// question. `above` is what stands over the table; `beside_questions` as in judge().
class TableSlots {
public:
    TableSlots(const model::Document& document, const model::Table& table, const Above& above, const Words& words,
               bool beside_questions);

    /// The region, judged; nothing when the table has nothing to consider.
    std::optional<FoundRegion> find();

    /// Cells that hold tables or much text of their own and no slots found here: to be searched like a document.
    const std::vector<const model::Cell*>& holders() const { return holders_; }
    /// Paragraphs above the table that became question or guidance.
    const std::vector<const model::Paragraph*>& used_above() const { return used_above_; }

private:
    struct Entry {
        const model::Cell* cell = nullptr;
        CellReading reading;
        bool holder = false;
        bool text() const { return reading.use == CellUse::text && !holder; }
        bool place() const { return reading.use == CellUse::place; }
        bool empty() const { return reading.use == CellUse::empty && !holder; }
        bool labelled() const { return reading.use == CellUse::labelled; }
        bool speaks(char end) const;
    };
    using Row = std::vector<Entry>;
    /// What a place takes its question from.
    struct Label {
        NumberedText text;
        std::string printed;
        std::vector<model::UnitId> units;
        bool asks = false;
        bool colon = false;
    };

    void read_rows();
    Label label_of(const Entry& entry) const;
    Label label_of(const InnerSlot& slot, const Entry& entry) const;

    void single(const Row& row, bool last);
    void pair(const Entry& label, const Entry& place, bool may_be_typed);
    void row_of_two(const Row& row, std::size_t index);
    void row_of_many(const Row& row, std::size_t index);
    void row_of_places(const Row& row, std::size_t index);
    static bool answers_below(const Row& row, const Row& next);
    bool is_header(std::size_t index) const;
    bool is_pairs(const Row& row) const;

    std::optional<model::ColumnRole> role_of(const Entry& entry) const;
    bool holds_cards() const;
    void card_row(const Entry& label, const Entry& value);
    void end_card();
    bool add_to_title(const Entry& label, const Entry& place);
    void drop_holder(const Entry& entry);

    void settle_pending(bool end);
    void add_labelled(const Entry& entry);
    FoundSlot& add(const Label& label, Answered answer, const std::vector<const Entry*>& places);
    void add_from_above(Answered answer, const Entry& place);
    Answered answer_in(const Entry& entry) const;
    std::optional<FoundRegion> finish();

    const model::Document& document_;
    const model::Table& table_;
    const Above& above_;
    const Words& words_;
    bool beside_questions_;
    Grid grid_;
    std::vector<Row> rows_;
    std::vector<const model::Cell*> holders_;
    std::vector<const model::Paragraph*> used_above_;
    FoundRegion found_;
    std::optional<Label> pending_;  ///< label of a whole row, its place not found yet
    bool pending_first_ = false;    ///< it stands in the first row: perhaps a title
    std::optional<Label> title_;    ///< question over rows that are its parts
    std::string section_;           ///< title row that is no question
    std::vector<model::UnitId> section_units_;
    std::optional<std::size_t> title_slot_;  ///< the title's question, once an answer to it was found
    std::optional<FoundSlot> card_;          ///< a question whose id, text and answers stand in rows of their own
    std::optional<std::size_t> read_to_;     ///< rows up to this one were read with the one before
    std::optional<std::size_t> header_;      ///< row whose texts head the columns
};

}  // namespace samsvar::layout
