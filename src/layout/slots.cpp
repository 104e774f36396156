#include "layout/slots.h"

#include <algorithm>

#include "layout/grid.h"
#include "layout/slots_flow.h"
#include "layout/slots_found.h"
#include "layout/slots_sheet.h"
#include "layout/slots_table.h"

namespace samsvar::layout {

namespace {

constexpr int most_nested = 8;  // forms nest two or three deep; what is deeper is only text

/// Walks through the blocks of a document, or of a cell that is a document of its own.
class Search {
public:
    Search(const model::Document& document, const Words& words, const std::set<const model::Table*>& taken)
        : document_(document), words_(words), taken_(taken)
    {
    }

    /// `unit` is the cell's when the blocks are in one, `block` the document's block they belong to.
    void walk(const std::vector<model::Block>& blocks, const Above* outer, model::UnitId unit, std::size_t block,
              const std::string& table_name, int depth)
    {
        Above above = outer ? *outer : Above();
        std::set<const model::Paragraph*> used = above_records_;
        std::set<const model::Table*> with_questions;
        for (std::size_t index = 0; index < blocks.size(); ++index) {
            const std::size_t at = depth == 0 ? index : block;
            if (const auto* paragraph = std::get_if<model::Paragraph>(&blocks[index])) {
                above.paragraph(*paragraph, unit == model::no_unit ? paragraph->unit : unit);
                continue;
            }
            const auto& table = std::get<model::Table>(blocks[index]);
            if (look_at(table, above, at, depth, used)) {
                with_questions.insert(&table);
                above.interrupt();
            }
        }
        FlowSlots flow(document_, words_, table_name, beside_questions());
        for (std::size_t index = 0; index < blocks.size(); ++index) {
            const std::size_t at = depth == 0 ? index : block;
            if (const auto* paragraph = std::get_if<model::Paragraph>(&blocks[index]))
                flow.add_paragraph(at, *paragraph, unit == model::no_unit ? paragraph->unit : unit,
                                   used.contains(paragraph));
            else {
                const auto& table = std::get<model::Table>(blocks[index]);
                flow.add_table(at, table, with_questions.contains(&table) || table.sheet);
            }
        }
        for (FoundRegion& region : flow.find()) {
            if (depth > 0) region.block = block;
            regions_.push_back(std::move(region));
        }
    }

    void add(std::vector<FoundRecords> records)
    {
        for (FoundRecords& one : records) {
            const auto is_taken = [&](const model::Table* table) { return taken_.contains(table); };
            if (std::any_of(one.tables.begin(), one.tables.end(), is_taken)) continue;
            records_.insert(one.tables.begin(), one.tables.end());
            above_records_.insert(one.used_above.begin(), one.used_above.end());
            regions_.push_back(std::move(one.found));
        }
    }

    void finish(model::Layout& layout)
    {
        std::stable_sort(regions_.begin(), regions_.end(),
                         [](const FoundRegion& a, const FoundRegion& b) { return a.block < b.block; });
        for (FoundRegion& found : regions_) {
            const std::size_t index = layout.regions.size();
            layout.regions.push_back(std::move(found.region));
            if (!layout.regions.back().taken) continue;
            for (FoundSlot& slot : found.slots) {
                model::LayoutQuestion& question = slot.question;
                question.region = index;
                question.row = -1;
                std::set<model::UnitId> seen;
                std::erase_if(question.units,
                              [&](model::UnitId one) { return one == model::no_unit || !seen.insert(one).second; });
                layout.questions.push_back(std::move(question));
            }
        }
    }

private:
    bool beside_questions() const { return !taken_.empty() || !records_.empty(); }

    /// Whether the table, or one inside it, holds questions.
    bool look_at(const model::Table& table, const Above& above, std::size_t block, int depth,
                 std::set<const model::Paragraph*>& used)
    {
        if (taken_.contains(&table) || records_.contains(&table)) return true;
        if (table.marks.hidden || table.cells.empty()) return false;
        if (table.sheet) {
            if (std::optional<FoundRegion> found = find_in_sheet(document_, table, words_, beside_questions())) {
                found->block = block;
                regions_.push_back(std::move(*found));
            }
            return true;
        }
        TableSlots slots(document_, table, above, words_, beside_questions());
        std::optional<FoundRegion> found = slots.find();
        bool questions = found && found->region.taken;
        if (found) {
            found->block = block;
            used.insert(slots.used_above().begin(), slots.used_above().end());
            regions_.push_back(std::move(*found));
        }
        if (depth >= most_nested) return questions;
        for (const model::Cell* cell : slots.holders()) {
            const std::size_t before = regions_.size();
            walk(cell->blocks, &above, cell->unit, block, table.name, depth + 1);
            for (std::size_t index = before; index < regions_.size(); ++index)
                questions = questions || regions_[index].region.taken;
        }
        return questions;
    }

    const model::Document& document_;
    const Words& words_;
    const std::set<const model::Table*>& taken_;
    std::set<const model::Table*> records_;
    std::set<const model::Paragraph*> above_records_;
    std::vector<FoundRegion> regions_;
};

}  // namespace

void find_slots(const model::Document& document, const Words& words, const std::set<const model::Table*>& taken,
                std::vector<FoundRecords> records, model::Layout& layout)
{
    Search search(document, words, taken);
    search.add(std::move(records));
    search.walk(document.blocks, nullptr, model::no_unit, 0, {}, 0);
    search.finish(layout);
}

void find_slots(const model::Document& document, const Words& words, const std::set<const model::Table*>& taken,
                model::Layout& layout)
{
    find_slots(document, words, taken, find_records(document, words), layout);
}

}  // namespace samsvar::layout
