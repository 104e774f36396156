#include "ooxml/sheet_drawings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/error.h"
#include "ooxml/document_controls.h"
#include "ooxml/sheet_layout.h"
#include "archive/xml_tree.h"

namespace samsvar::ooxml {

namespace {

constexpr std::size_t control_limit = 5000;

struct FloatingControl {
    int row = 0;
    int column = 0;
    model::Control control;
};

/// All text below a node; <br> and paragraphs end lines.
void append_text(pugi::xml_node node, std::string& text)
{
    for (const pugi::xml_node next : node.children()) {
        if (next.type() == pugi::node_pcdata || next.type() == pugi::node_cdata)
            text += next.value();
        else
            append_text(next, text);
    }
}

std::string normal_spaces(std::string_view text)
{
    std::string shown;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space)
            shown += c;
        else if (!shown.empty() && shown.back() != ' ')
            shown += ' ';
    }
    if (!shown.empty() && shown.back() == ' ') shown.pop_back();
    return shown;
}

/// "3, 15, 7, 2, …": left column, offset, top row, offset … ([MS-OI29500] x:Anchor).
std::pair<int, int> anchor_of(std::string_view text)
{
    int values[3] = {0, 0, 0};
    for (int& value : values) {
        value = to_int(normal_spaces(text.substr(0, text.find(','))));
        text.remove_prefix(std::min(text.find(','), text.size() - 1) + (text.empty() ? 0 : 1));
    }
    return {std::clamp(values[2], 0, max_rows - 1), std::clamp(values[0], 0, max_columns - 1)};
}

void find_controls(pugi::xml_node node, std::vector<FloatingControl>& found)
{
    for (const pugi::xml_node shape : node.children()) {
        if (shape.type() != pugi::node_element) continue;
        const pugi::xml_node data = child(shape, "ClientData");
        if (!data) {
            find_controls(shape, found);
            continue;
        }
        const std::string_view type = attribute(data, "ObjectType");
        if ((type != "Checkbox" && type != "Radio") || found.size() >= control_limit) continue;
        const std::string_view anchor = child(data, "Anchor").child_value();
        if (anchor.empty()) continue;
        FloatingControl floating;
        std::tie(floating.row, floating.column) = anchor_of(anchor);
        floating.control.kind = type == "Checkbox" ? model::ControlKind::checkbox : model::ControlKind::option;
        floating.control.checked = to_int(child(data, "Checked").child_value()) == 1;
        std::string label;
        append_text(child(shape, "textbox"), label);
        floating.control.name = normal_spaces(label);
        floating.control.value = floating.control.checked ? checked_box : unchecked_box;
        found.push_back(std::move(floating));
    }
}

/// Calls `visit` with the tree of each part of a type that a sheet points to. Drawings are written by many hands; one
/// that cannot be read is told and does not cost the sheet.
void for_each_part(const Package& package, const SheetContent& sheet, std::string_view type, Draft& draft,
                   const auto& visit)
{
    for (const Relationship& relationship : package.relationships(sheet.part)) {
        if (relationship.type != type || relationship.external || !package.has(relationship.target)) continue;
        try {
            const XmlTree tree(package, relationship.target);
            visit(tree.root());
        }
        catch (const Error& error) {
            if (error.code() == ErrorCode::limit_exceeded) throw;
            draft.problem(sheet.table.name, {}, "the drawings on the sheet cannot be read: " + error.message(), true);
        }
    }
}

struct Found {
    std::vector<std::string> texts;
    int pictures = 0;
    int charts = 0;
};

void find_texts(pugi::xml_node node, Found& found)
{
    for (const pugi::xml_node next : node.children()) {
        if (next.type() != pugi::node_element) continue;
        const std::string_view name = local_name(next);
        if (name == "txBody") {
            std::string text;
            for (const pugi::xml_node paragraph : next.children()) {
                if (local_name(paragraph) != "p") continue;
                if (!text.empty()) text += '\n';
                for (const pugi::xml_node run : paragraph.children())
                    text += local_name(run) == "br" ? "\n" : child(run, "t").child_value();
            }
            if (text.find_first_not_of(" \n\t") != std::string::npos) found.texts.push_back(std::move(text));
        }
        else if (name == "pic")
            ++found.pictures;
        else if (name == "graphicData")
            ++found.charts;
        else if (name == "AlternateContent") {
            const pugi::xml_node choice = child(next, "Choice");
            find_texts(choice && choice.first_child() ? choice : child(next, "Fallback"), found);
        }
        else
            find_texts(next, found);
    }
}

}  // namespace

void place_controls(const Package& package, SheetContent& sheet, Draft& draft)
{
    std::vector<FloatingControl> found;
    for_each_part(package, sheet, "vmlDrawing", draft, [&](pugi::xml_node root) { find_controls(root, found); });
    std::stable_sort(found.begin(), found.end(), [](const FloatingControl& a, const FloatingControl& b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    auto& cells = sheet.table.cells;
    const auto before = [](const model::Cell& cell, const std::pair<int, int>& place) {
        return std::pair(cell.row, cell.column) < place;
    };
    std::vector<model::Cell> fresh;
    for (const FloatingControl& floating : found) {
        const std::pair place(floating.row, floating.column);
        const auto cell = std::lower_bound(cells.begin(), cells.end(), place, before);
        const bool there = cell != cells.end() && cell->row == place.first && cell->column == place.second;
        const bool twice = !fresh.empty() && fresh.back().row == place.first && fresh.back().column == place.second;
        if (there || twice) continue;
        fresh.emplace_back();
        fresh.back().row = place.first;
        fresh.back().column = place.second;
        fresh.back().blocks.emplace_back(model::Paragraph());
    }
    insert_cells(cells, std::move(fresh));
    for (auto group = found.begin(); group != found.end();) {
        const std::pair place(group->row, group->column);
        const auto cell = std::lower_bound(cells.begin(), cells.end(), place, before);
        auto& paragraph = std::get<model::Paragraph>(cell->blocks.front());
        std::string boxes;
        for (; group != found.end() && group->row == place.first && group->column == place.second; ++group) {
            if (!boxes.empty()) boxes += '\n';
            boxes += group->control.value;
            if (!group->control.name.empty()) boxes += ' ' + group->control.name;
            paragraph.controls.push_back(std::move(group->control));
        }
        paragraph.text = paragraph.text.empty() ? boxes : boxes + ' ' + paragraph.text;
    }
}

void read_text_boxes(const Package& package, const SheetContent& sheet, Draft& draft)
{
    std::map<std::string, int> numbers;
    for_each_part(package, sheet, "drawing", draft, [&](pugi::xml_node root) {
        int pictures = 0;
        for (const pugi::xml_node anchor : root.children()) {
            if (anchor.type() != pugi::node_element) continue;
            const pugi::xml_node from = child(anchor, "from");
            const int row = std::clamp(to_int(child(from, "row").child_value()), 0, max_rows - 1);
            const int column = std::clamp(to_int(child(from, "col").child_value()), 0, max_columns - 1);
            const std::string reference = reference_of(row, column);
            Found found;
            find_texts(anchor, found);
            pictures += found.pictures;
            if (found.charts > 0)
                draft.problem(sheet.table.name, reference, "a chart or diagram stands here, which is not read", true);
            for (std::string& text : found.texts) {
                model::Aside aside;
                aside.kind = model::UnitKind::text_box;
                aside.paragraph.text = std::move(text);
                aside.paragraph.marks.hidden = sheet.table.marks.hidden;
                aside.paragraph.unit =
                    draft.unit(model::UnitKind::text_box, sheet.table.name,
                               reference + "/textbox" + std::to_string(++numbers[reference]), true, false);
                if (const model::Cell* cell = sheet.table.at(row, column)) aside.anchor = cell->unit;
                draft.document.asides.push_back(std::move(aside));
            }
        }
        if (pictures > 0)
            draft.problem(sheet.table.name, {},
                          pictures == 1 ? "a picture on the sheet is not read"
                                        : std::to_string(pictures) + " pictures on the sheet are not read",
                          true);
    });
}

}  // namespace samsvar::ooxml
