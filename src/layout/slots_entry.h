#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/slots_cell.h"
#include "layout/slots_number.h"
#include "model/document.h"
#include "model/layout.h"

namespace samsvar::layout {

/// A cell of a Word table as a form sees it.
struct TableEntry {
    const model::Cell* cell = nullptr;
    CellReading reading;
    bool holder = false;  ///< holds tables or much text of its own
    bool text() const { return reading.use == CellUse::text && !holder; }
    bool place() const { return reading.use == CellUse::place; }
    bool empty() const { return reading.use == CellUse::empty && !holder; }
    bool labelled() const { return reading.use == CellUse::labelled; }
    /// It is a label and its answer in plain text; `end`: '?' for a question, ':'
    /// for any other label.
    bool speaks(char end) const;
};
using EntryRow = std::vector<TableEntry>;

/// What a place takes its question from.
struct EntryLabel {
    NumberedText text;
    std::string printed;
    std::vector<model::UnitId> units;
    bool asks = false;
    bool colon = false;
};
EntryLabel label_of(const TableEntry& entry);
/// The label of one of several places in the cell.
EntryLabel label_of(const InnerSlot& slot, const TableEntry& entry);

/// The cells of a Word table that are shown, row by row; rows without any are
/// left out. Holds pointers into the table and references to the document and
/// the words.
class TableEntries {
public:
    TableEntries(const model::Document& document, const model::Table& table, const Words& words);

    const std::vector<EntryRow>& rows() const { return rows_; }
    const Words& words() const { return words_; }
    model::Place place(model::UnitId unit) const { return document_.place(unit); }

    /// Cells that hold tables or much text of their own and were not dropped.
    const std::vector<const model::Cell*>& holders() const { return holders_; }
    /// The cell is an answer as a whole, no document of its own.
    void drop_holder(const TableEntry& entry);

    /// What is answered in the cell: in all its places, or its text.
    Answered answer_in(const TableEntry& entry) const;
    /// Adds the answer in a cell of its own to a question, in the role its label
    /// gives it; the cell is no holder then.
    void add_answer(model::LayoutQuestion& question, const TableEntry& entry, model::ColumnRole role);
    /// What a label says of the cell beside it: "Question", "Response",
    /// "Evidence".
    std::optional<model::ColumnRole> role_of(const TableEntry& entry) const;

private:
    const model::Document& document_;
    const Words& words_;
    std::vector<EntryRow> rows_;
    std::vector<const model::Cell*> holders_;
};

/// Appends a line to lines; nothing when it is empty.
void add_line(std::string& text, std::string_view line);

}  // namespace samsvar::layout
