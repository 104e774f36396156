#include "ooxml/document_table.h"

#include <algorithm>
#include <map>
#include <optional>

#include "archive/block_draft.h"
#include "ooxml/document_controls.h"
#include "ooxml/document_walk.h"

namespace samsvar::ooxml {

namespace {

constexpr int span_limit = 1000;  // Word allows 63 columns

/// Text before a tracked change, for cells and rows that the change takes away: everything becomes the original.
void mark_deleted(std::vector<model::Block>& blocks)
{
    for (model::Block& block : blocks) {
        if (auto* paragraph = std::get_if<model::Paragraph>(&block)) {
            if (paragraph->original.empty()) paragraph->original = paragraph->text;
            paragraph->text.clear();
            paragraph->label.clear();
            paragraph->controls.clear();
            paragraph->links.clear();
            paragraph->marks.deleted = true;
            continue;
        }
        for (model::Cell& cell : std::get<model::Table>(block).cells) {
            cell.marks.deleted = true;
            mark_deleted(cell.blocks);
        }
    }
}

/// A control that surrounds one cell belongs to the cell's first paragraph.
void place_cell_control(model::Cell& cell, XmlNode properties)
{
    std::optional<model::Control> control = read_content_control(properties);
    if (!control || cell.blocks.empty()) return;
    auto* first = std::get_if<model::Paragraph>(&cell.blocks.front());
    if (!first) return;
    if (control->kind == model::ControlKind::checkbox) first->text = control->checked ? checked_box : unchecked_box;
    if (control->value.empty() || control->placeholder) control->value = first->text;
    if (control->placeholder)
        for (model::Block& block : cell.blocks)
            if (auto* paragraph = std::get_if<model::Paragraph>(&block))
                paragraph->marks.placeholder = !paragraph->text.empty();
    first->controls.insert(first->controls.begin(), std::move(*control));
}

class TableReader {
public:
    TableReader(DocumentContext& context, const std::string& path) : context_(context)
    {
        table_.name = path;
        table_.part = context.part;
    }

    model::Table read(XmlNode node)
    {
        for (const Wrapped<XmlNode>& row : collect(node, "tr")) read_row(row.node);
        return std::move(table_);
    }

private:
    void read_row(XmlNode row);
    void read_cell(const Wrapped<XmlNode>& wrapped, const std::string& path, XmlNode row_properties, int& column);

    DocumentContext& context_;
    model::Table table_;
    std::map<int, std::size_t> above_;  // first column of the cell above → its index
};

void TableReader::read_row(XmlNode row)
{
    const XmlNode properties = child(row, "trPr");
    const int number = ++table_.rows;
    if (is_on(properties, "hidden")) table_.hidden_rows.push_back(number - 1);
    int column = std::clamp(to_int(child_value(properties, "gridBefore")), 0, span_limit);
    const std::string cells = table_.name + "/row" + std::to_string(number) + "/cell";
    int count = 0;
    for (const Wrapped<XmlNode>& cell : collect(row, "tc"))
        read_cell(cell, cells + std::to_string(++count), properties, column);
    table_.columns = std::max(table_.columns, column);
}

void TableReader::read_cell(const Wrapped<XmlNode>& wrapped, const std::string& path, XmlNode row_properties,
                            int& column)
{
    const XmlNode properties = child(wrapped.node, "tcPr");
    const int row = table_.rows - 1;
    const int span = std::clamp(to_int(child_value(properties, "gridSpan"), 1), 1, span_limit);
    const XmlNode vertical = child(properties, "vMerge");
    const bool continues_down = vertical && attribute(vertical, "val", "continue") == "continue";
    const bool continues_right = attribute(child(properties, "hMerge"), "val", "none") == "continue";
    const int start = column;
    column += span;
    if (continues_down || continues_right) {
        std::optional<std::size_t> owner;
        if (continues_down) {
            const auto above = above_.find(start);
            if (above != above_.end() && table_.cells[above->second].row + table_.cells[above->second].row_span == row)
                owner = above->second;
        }
        else if (!table_.cells.empty() && table_.cells.back().row == row) {
            owner = table_.cells.size() - 1;
        }
        if (owner) {
            model::Cell& cell = table_.cells[*owner];
            if (continues_down)
                ++cell.row_span;
            else
                cell.column_span += span;
            // Word shows nothing of a continued cell.
            if (const CellBlocks hidden = read_cell_blocks(context_, wrapped.node, path, cell.unit); !hidden.empty) {
                model::Cell covered;
                covered.blocks = hidden.blocks;
                context_.problem(path, "the cell lies under a merged cell and is not shown; its text is not read: '" +
                                           excerpt(covered.text(), 200) + "'");
            }
            return;
        }
    }
    model::Cell cell;
    cell.row = row;
    cell.column = start;
    cell.column_span = span;
    cell.unit = context_.draft.unit(model::UnitKind::cell, context_.part, path, false, true);
    CellBlocks content = read_cell_blocks(context_, wrapped.node, path, cell.unit);
    cell.blocks = std::move(content.blocks);
    if (wrapped.control) place_cell_control(cell, wrapped.control);
    if (child(row_properties, "ins") || child(properties, "cellIns")) cell.marks.inserted = true;
    if (child(row_properties, "del") || child(properties, "cellDel")) {
        cell.marks.deleted = true;
        mark_deleted(cell.blocks);
        content.empty = true;
    }
    share_marks(cell);
    if (!table_.hidden_rows.empty() && table_.hidden_rows.back() == row) cell.marks.hidden = true;
    context_.draft.document.units[cell.unit].empty = content.empty;
    above_[start] = table_.cells.size();
    table_.cells.push_back(std::move(cell));
}

}  // namespace

model::Table read_table(DocumentContext& context, XmlNode table, const std::string& path)
{
    return TableReader(context, path).read(table);
}

}  // namespace samsvar::ooxml
