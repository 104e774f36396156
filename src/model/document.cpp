#include "model/document.h"

#include <algorithm>

namespace samsvar::model {

const char* name_of(FileKind kind)
{
    switch (kind) {
        case FileKind::docx: return "docx";
        case FileKind::xlsx: return "xlsx";
        case FileKind::odt: return "odt";
        case FileKind::ods: return "ods";
        case FileKind::csv: return "csv";
    }
    return "unknown";
}

namespace {

void append_text(const std::vector<Block>& blocks, std::string& text, bool& first)
{
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            if (!first) text += '\n';
            first = false;
            text += paragraph->text;
        }
        else {
            // Nesting is bounded by Limits::xml_depth, so this recursion is too.
            for (const Cell& cell : std::get<Table>(block).cells) append_text(cell.blocks, text, first);
        }
    }
}

void append_controls(const std::vector<Block>& blocks, std::vector<const Control*>& controls)
{
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block))
            for (const Control& control : paragraph->controls) controls.push_back(&control);
        else
            for (const Cell& cell : std::get<Table>(block).cells) append_controls(cell.blocks, controls);
    }
}

}  // namespace

std::string Cell::text() const
{
    std::string text;
    bool first = true;
    append_text(blocks, text, first);
    return text;
}

std::string Cell::shown_text() const
{
    std::string shown = text();
    if (shown.find_first_not_of(" \t\n") == std::string::npos && !blocks.empty())
        if (const auto* paragraph = std::get_if<Paragraph>(&blocks.front()); paragraph && !paragraph->label.empty())
            return paragraph->label;
    return shown;
}

std::vector<const Control*> Cell::controls() const
{
    std::vector<const Control*> controls;
    append_controls(blocks, controls);
    return controls;
}

const Cell* Table::at(int row, int column) const
{
    const auto before = [](const Cell& cell, const std::pair<int, int>& wanted) {
        return std::pair(cell.row, cell.column) < wanted;
    };
    const auto found = std::lower_bound(cells.begin(), cells.end(), std::pair(row, column), before);
    if (found != cells.end() && found->row == row && found->column == column) return &*found;
    // A merged cell starts further up or to the left; it can only stand before the wanted position.
    for (auto cell = found; cell != cells.begin();) {
        --cell;
        if (tallest_span > 0 && cell->row + tallest_span <= row) break;
        if (cell->row + cell->row_span > row && cell->row <= row && cell->column <= column &&
            cell->column + cell->column_span > column)
            return &*cell;
    }
    return nullptr;
}

Place Document::place(UnitId unit) const
{
    if (unit >= units.size()) return {file, {}, {}, false};
    const Unit& found = units[unit];
    return {file, found.part, found.path, found.sheet};
}

}  // namespace samsvar::model
