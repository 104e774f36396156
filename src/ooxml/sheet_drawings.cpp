#include "ooxml/sheet_drawings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "archive/xml_tree.h"
#include "base/error.h"
#include "ooxml/document_controls.h"
#include "ooxml/drawing_texts.h"
#include "ooxml/sheet_layout.h"

namespace samsvar::ooxml {

namespace {

constexpr std::size_t control_limit = 5000;
constexpr std::size_t choice_bytes_limit = 32u << 20;  // copies of lists in all controls together

struct FloatingControl {
    int row = 0;
    int column = 0;
    model::Control control;
    std::string source;  // of a list: the cells its items stand in
    std::string chosen;  // numbers of the items, from 1; 0 = none
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
        const bool list = type == "Drop" || type == "List";
        if ((type != "Checkbox" && type != "Radio" && !list) || found.size() >= control_limit) continue;
        const std::string_view anchor = child(data, "Anchor").child_value();
        if (anchor.empty()) continue;
        FloatingControl floating;
        std::tie(floating.row, floating.column) = anchor_of(anchor);
        if (list) {
            // Excel's own drop-down of a filter has no source.
            floating.source = normal_spaces(child(data, "FmlaRange").child_value());
            if (floating.source.empty()) continue;
            floating.control.kind = model::ControlKind::dropdown;
            floating.chosen = child(data, "MultiSel").child_value();
            if (floating.chosen.empty()) floating.chosen = child(data, "Sel").child_value();
            found.push_back(std::move(floating));
            continue;
        }
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
            visit(tree.root(), relationship.target);
        }
        catch (const Error& error) {
            if (error.code() == ErrorCode::limit_exceeded) throw;
            draft.problem(sheet.table.name, {}, "the drawings on the sheet cannot be read: " + error.message(), true);
        }
    }
}

/// Items of a list and which of them are chosen; `bytes` is what may still be copied.
void settle_choice(FloatingControl& floating, const std::vector<std::string>& items, std::size_t& bytes)
{
    std::size_t size = 0;
    for (const std::string& item : items) size += item.size() + sizeof(item);
    if (size > bytes) return;
    bytes -= size;
    floating.control.choices = items;
    std::string_view rest = floating.chosen;
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        const int number = to_int(normal_spaces(rest.substr(0, comma)));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        if (number < 1 || static_cast<std::size_t>(number) > items.size()) continue;
        if (floating.control.value.size() > 32767) break;
        if (!floating.control.value.empty()) floating.control.value += '\n';
        floating.control.value += items[static_cast<std::size_t>(number - 1)];
    }
    floating.control.placeholder = floating.control.value.empty();
}

struct Found {
    std::vector<std::string> texts;
    std::vector<std::string> descriptions;
    std::vector<std::string> charts;    // relationships of the drawing
    std::vector<std::string> diagrams;  // likewise, of the data part
    int pictures = 0;
    int unread = 0;  // drawings of other kinds
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
        else if (name == "pic") {
            const std::string_view description = attribute(child(child(next, "nvPicPr"), "cNvPr"), "descr");
            if (description.find_first_not_of(" \n\t") == std::string_view::npos)
                ++found.pictures;
            else
                found.descriptions.push_back(excerpt(description, 4096));
        }
        else if (name == "graphicData") {
            if (const pugi::xml_node chart = child(next, "chart"))
                found.charts.emplace_back(attribute(chart, "id"));
            else if (const pugi::xml_node diagram = child(next, "relIds"))
                found.diagrams.emplace_back(attribute(diagram, "dm"));
            else
                ++found.unread;
        }
        else if (name == "AlternateContent") {
            const pugi::xml_node choice = child(next, "Choice");
            find_texts(choice && choice.first_child() ? choice : child(next, "Fallback"), found);
        }
        else
            find_texts(next, found);
    }
}

std::vector<FloatingControl> controls_of(const Package& package, const std::vector<SheetContent>& sheets,
                                         std::size_t number, ListValues& lists, std::size_t& bytes, Draft& draft)
{
    std::vector<FloatingControl> found;
    const SheetContent& sheet = sheets[number];
    for_each_part(package, sheet, "vmlDrawing", draft,
                  [&](pugi::xml_node root, const std::string&) { find_controls(root, found); });
    for (FloatingControl& floating : found)
        if (!floating.source.empty()) settle_choice(floating, lists.of(floating.source, number), bytes);
    std::size_t active = 0;
    std::size_t properties = 0;
    for (const Relationship& relationship : package.relationships(sheet.part)) {
        active += relationship.type == "control";
        properties += relationship.type == "ctrlProp";
    }
    if (active > 0)
        draft.problem(sheet.table.name, {},
                      active == 1 ? "an ActiveX control on the sheet is not read"
                                  : std::to_string(active) + " ActiveX controls on the sheet are not read",
                      true);
    // Excel describes each control a second time, in the drawing; other programs may not.
    if (properties > 0 && found.empty())
        draft.problem(sheet.table.name, {},
                      properties == 1 ? "a form control on the sheet is not read"
                                      : std::to_string(properties) + " form controls on the sheet are not read",
                      true);
    return found;
}

void place_found(SheetContent& sheet, std::vector<FloatingControl> found)
{
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
            if (!boxes.empty() && !group->control.value.empty()) boxes += '\n';
            boxes += group->control.value;
            if (!group->control.name.empty()) boxes += ' ' + group->control.name;
            paragraph.controls.push_back(std::move(group->control));
        }
        if (!boxes.empty()) paragraph.text = paragraph.text.empty() ? boxes : boxes + ' ' + paragraph.text;
    }
}

/// The text of a part that a drawing points to; empty when there is none or it cannot be read.
std::string text_of_part(const Package& package, const std::string& drawing, const std::string& id,
                         std::string (*text_of)(pugi::xml_node))
{
    const Relationship* relationship = package.by_id(drawing, id);
    if (!relationship || relationship->external || !package.has(relationship->target)) return {};
    try {
        const XmlTree tree(package, relationship->target);
        return text_of(tree.root());
    }
    catch (const Error& error) {
        if (error.code() == ErrorCode::limit_exceeded) throw;
        return {};
    }
}

}  // namespace

void place_controls(const Package& package, std::vector<SheetContent>& sheets, ListValues& lists, Draft& draft)
{
    // All are looked for before the first is placed: a list may stand under another sheet's controls.
    std::vector<std::vector<FloatingControl>> found(sheets.size());
    std::size_t bytes = choice_bytes_limit;
    for (std::size_t i = 0; i < sheets.size(); ++i)
        if (!sheets[i].part.empty()) found[i] = controls_of(package, sheets, i, lists, bytes, draft);
    for (std::size_t i = 0; i < sheets.size(); ++i) place_found(sheets[i], std::move(found[i]));
}

void read_text_boxes(const Package& package, const SheetContent& sheet, Draft& draft)
{
    std::map<std::string, int> numbers;
    std::set<std::string> drawn;  // charts and diagrams are told once, however often they are pointed to
    for_each_part(package, sheet, "drawing", draft, [&](pugi::xml_node root, const std::string& drawing) {
        int pictures = 0;
        for (const pugi::xml_node anchor : root.children()) {
            if (anchor.type() != pugi::node_element) continue;
            const pugi::xml_node from = child(anchor, "from");
            const int row = std::clamp(to_int(child(from, "row").child_value()), 0, max_rows - 1);
            const int column = std::clamp(to_int(child(from, "col").child_value()), 0, max_columns - 1);
            const std::string reference = model::cell_name(row, column);
            Found found;
            find_texts(anchor, found);
            pictures += found.pictures;
            const auto add = [&](std::string text, const char* what) {
                model::Aside aside;
                aside.kind = model::UnitKind::text_box;
                aside.paragraph.text = std::move(text);
                aside.paragraph.marks.hidden = sheet.table.marks.hidden;
                aside.paragraph.unit =
                    draft.unit(model::UnitKind::text_box, sheet.table.name,
                               reference + '/' + what + std::to_string(++numbers[reference + what]), true, false);
                if (const model::Cell* cell = sheet.table.at(row, column)) aside.anchor = cell->unit;
                draft.document.asides.push_back(std::move(aside));
            };
            for (std::string& text : found.texts) add(std::move(text), "textbox");
            for (std::string& text : found.descriptions) add(std::move(text), "picture");
            const auto add_part = [&](const std::string& id, const char* what, std::string (*text_of)(pugi::xml_node)) {
                const Relationship* part = package.by_id(drawing, id);
                if (part && !drawn.insert(part->target).second) return;
                if (std::string text = text_of_part(package, drawing, id, text_of); !text.empty())
                    add(std::move(text), what);
                else
                    ++found.unread;
            };
            for (const std::string& id : found.charts) add_part(id, "chart", chart_text);
            for (const std::string& id : found.diagrams) add_part(id, "diagram", diagram_text);
            if (found.unread > 0)
                draft.problem(sheet.table.name, reference, "a chart or diagram stands here, which is not read", true);
        }
        if (pictures > 0)
            draft.problem(sheet.table.name, {},
                          pictures == 1 ? "a picture on the sheet is not read"
                                        : std::to_string(pictures) + " pictures on the sheet are not read",
                          true);
    });
}

}  // namespace samsvar::ooxml
