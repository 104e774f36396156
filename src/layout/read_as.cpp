#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "layout/infer.h"
#include "layout/question_rows.h"
#include "layout/slots.h"
#include "layout/table_text.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

/// The texts of the header rows over a column, a cell that spans several rows once.
std::string header_over(const TableText& table, const std::vector<int>& rows, int column)
{
    std::string header;
    const model::Cell* before = nullptr;
    for (const int row : rows) {
        const TextCell cell = table.at(row, column);
        if (!cell.cell || cell.cell == before) continue;
        before = cell.cell;
        const std::string_view text = text::trimmed(cell.text());
        if (!text.empty()) header += (header.empty() ? "" : " / ") + std::string(text);
    }
    return header;
}

class GivenLayout {
public:
    GivenLayout(const model::Document& document, const model::Layout& given, const Words& words)
        : document_(document), given_(given), words_(words)
    {
        for (const model::Table* table : all_tables(document)) tables_.emplace(table->name, table);
    }

    model::Layout read()
    {
        for (const model::LayoutRegion& region : given_.regions)
            if (region.kind == model::RegionKind::rows) read_rows(region);
        read_slots();
        double weight = 0;
        for (const model::LayoutQuestion& question : layout_.questions)
            weight += layout_.regions[question.region].confidence;
        if (!layout_.questions.empty()) layout_.confidence = weight / static_cast<double>(layout_.questions.size());
        return std::move(layout_);
    }

private:
    const model::Table& table_of(const model::LayoutRegion& region) const
    {
        const auto found = tables_.find(region.table);
        if (found != tables_.end()) return *found->second;
        throw Error(ErrorCode::unsupported, {document_.file, {}, 0, 0},
                    "the layout names the table \"" + region.table + "\", which is not in the file");
    }

    void read_rows(const model::LayoutRegion& said)
    {
        const model::Table& table = table_of(said);
        model::LayoutRegion region = said;
        region.last_row = std::min(region.last_row, table.rows - 1);
        const TableText text(table);
        for (model::LayoutColumn& column : region.columns) {
            if (column.column >= table.columns)
                throw Error(ErrorCode::unsupported, {document_.file, {}, 0, 0},
                            "the layout names column " +
                                model::column_name(column.column, table.sheet) + " of the table \"" +
                                table.name + "\", which has " + std::to_string(table.columns));
            column.header = header_over(text, region.header_rows, column.column);
        }
        for (RowQuestion& one : read_question_rows(document_, text, region, layout_.regions.size(), words_))
            layout_.questions.push_back(std::move(one.question));
        taken_.insert(&table);
        layout_.regions.push_back(std::move(region));
    }

    void read_slots()
    {
        std::set<std::string> wanted;
        for (const model::LayoutRegion& region : given_.regions)
            if (region.kind == model::RegionKind::slots) wanted.insert(region.table);
        if (wanted.empty()) return;
        for (const std::string& table : wanted)
            if (!table.empty() && !tables_.count(table)) {
                model::LayoutRegion region;
                region.table = table;
                table_of(region);
            }
        model::Layout all;
        find_slots(document_, words_, taken_, all);
        std::map<std::size_t, std::size_t> kept;
        for (std::size_t index = 0; index < all.regions.size(); ++index) {
            if (!wanted.count(all.regions[index].table)) continue;
            kept.emplace(index, layout_.regions.size());
            all.regions[index].taken = true;
            layout_.regions.push_back(std::move(all.regions[index]));
        }
        for (model::LayoutQuestion& question : all.questions) {
            const auto region = kept.find(question.region);
            if (region == kept.end()) continue;
            question.region = region->second;
            layout_.questions.push_back(std::move(question));
        }
    }

    const model::Document& document_;
    const model::Layout& given_;
    const Words& words_;
    std::map<std::string, const model::Table*> tables_;
    std::set<const model::Table*> taken_;
    model::Layout layout_;
};

}  // namespace

model::Layout read_as(const model::Document& document, const model::Layout& given, const Words& words)
{
    return GivenLayout(document, given, words).read();
}

}  // namespace samsvar::layout
