#include "marking/sheet_cells.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "archive/cell_range.h"
#include "archive/xml_lexer.h"
#include "archive/xml_tree.h"
#include "model/place.h"

namespace samsvar::marking {

namespace {

using archive::attribute_of;
using archive::ElementSpan;

constexpr int default_width = 64, default_height = 20;  // pixels

std::size_t index_of(std::string_view text)
{
    const int number = archive::to_int(text, 0);
    return number < 0 ? 0 : static_cast<std::size_t>(number);
}

double number_of(std::string_view text)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number > 0 && number < 10'000 ? number : 0;
}

bool is_hexadecimal(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

std::string escaped_cell_text(std::string_view text)
{
    std::string made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        if (rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_' &&
            std::all_of(rest.begin() + 2, rest.begin() + 6, is_hexadecimal))
            made += "_x005F";
        made += text[at];
    }
    return archive::escaped_xml(made);
}

archive::TextEdit insert_in_order(std::string_view content, const ElementSpan& parent, const std::string& added,
                                  const std::set<std::string_view>& followers)
{
    for (const ElementSpan& child : archive::children_of(content, parent)) {
        std::string_view name = archive::local_name(child.name);
        // A newer way of writing something, wrapped around it.
        if (name == "AlternateContent")
            for (const ElementSpan& choice : archive::children_of(content, child))
                for (const ElementSpan& inner : archive::children_of(content, choice))
                    if (followers.contains(archive::local_name(inner.name))) name = archive::local_name(inner.name);
        if (followers.contains(name)) return {child.begin, 0, added};
    }
    return archive::append_to(parent, added);
}

SheetCells::SheetCells(std::string_view content, const ElementSpan& root, const std::set<CellPlace>& wanted)
    : content_(content), prefix_(root.prefix())
{
    for (const ElementSpan& child : archive::children_of(content, root)) {
        const std::string_view name = archive::local_name(child.name);
        if (name == "cols") read_columns(child);
        if (name == "sheetData" && data_.name.empty()) data_ = child;
    }
    if (data_.name.empty()) return;
    int number = -1;
    for (const ElementSpan& row : archive::children_of(content, data_)) {
        if (archive::local_name(row.name) != "row") continue;
        const int given = archive::to_int(attribute_of(content, row, "r"), 0);
        number = given > 0 ? given - 1 : number + 1;
        read_row(row, number, wanted);
    }
}

void SheetCells::read_columns(const ElementSpan& columns)
{
    for (const ElementSpan& one : archive::children_of(content_, columns)) {
        if (archive::local_name(one.name) != "col" || columns_.size() >= archive::max_columns) continue;
        columns_.push_back({archive::to_int(attribute_of(content_, one, "min"), 1) - 1,
                            archive::to_int(attribute_of(content_, one, "max"), 1) - 1,
                            index_of(attribute_of(content_, one, "style")),
                            number_of(attribute_of(content_, one, "width"))});
    }
}

void SheetCells::read_row(const ElementSpan& span, int number, const std::set<CellPlace>& wanted)
{
    row_begins_.emplace(number, span.begin);
    if (const double height = number_of(attribute_of(content_, span, "ht")); height > 0) heights_[number] = height;
    const auto first_wanted = wanted.lower_bound({number, 0});
    const bool holds_wanted = first_wanted != wanted.end() && first_wanted->first == number;
    Row row{span, 0, false, {}};
    row.styled = archive::is_true(attribute_of(content_, span, "customFormat"));
    if (row.styled) row.style = index_of(attribute_of(content_, span, "s"));
    CellPlace place{number, -1};
    for (const ElementSpan& cell : archive::children_of(content_, span)) {
        if (archive::local_name(cell.name) != "c") continue;
        const auto reference = archive::parse_reference(attribute_of(content_, cell, "r"));
        place = reference ? *reference : CellPlace{number, place.second + 1};
        const std::size_t style = index_of(attribute_of(content_, cell, "s"));
        largest_style_ = std::max(largest_style_, style);
        if (wanted.contains(place)) cells_[place] = {cell, style};  // of two, the last is the one that is read
        if (holds_wanted) row.cells.emplace(place.second, cell.begin);
    }
    if (holds_wanted) rows_.insert_or_assign(number, std::move(row));
}

bool SheetCells::is_empty(const CellPlace& place) const
{
    const auto cell = cells_.find(place);
    return cell == cells_.end() || archive::children_of(content_, cell->second.span).empty();
}

std::size_t SheetCells::style_of(const CellPlace& place) const
{
    if (const auto cell = cells_.find(place); cell != cells_.end()) return cell->second.style;
    if (const auto row = rows_.find(place.first); row != rows_.end() && row->second.styled) return row->second.style;
    for (const Columns& columns : columns_)
        if (place.second >= columns.first && place.second <= columns.last) return columns.style;
    return 0;
}

std::string SheetCells::element(const CellPlace& place, const CellChange& change) const
{
    const std::string name = prefix_ + "c";
    std::string made = "<" + name + " r=\"" + model::cell_name(place.first, place.second) + '"';
    if (const std::size_t style = change.style.value_or(style_of(place)); style > 0)
        made += " s=\"" + std::to_string(style) + '"';
    if (!change.text) return made + "/>";
    return made + " t=\"inlineStr\"><" + prefix_ + "is><" + prefix_ + "t xml:space=\"preserve\">" +
           escaped_cell_text(*change.text) + "</" + prefix_ + "t></" + prefix_ + "is></" + name + ">";
}

/// The columns that a row says its cells lie in ("2:7"), where it says so and new ones lie outside.
void SheetCells::widen_spans(const ElementSpan& row, const std::pair<int, int>& columns,
                             std::vector<archive::TextEdit>& edits) const
{
    const std::string_view spans = attribute_of(content_, row, "spans");
    const std::size_t colon = spans.find(':');
    if (colon == std::string_view::npos || spans.find(' ') != std::string_view::npos) return;
    const int first = archive::to_int(spans.substr(0, colon), 1), last = archive::to_int(spans.substr(colon + 1), 1);
    const int new_first = std::min(first, columns.first + 1), new_last = std::max(last, columns.second + 1);
    if (new_first != first || new_last != last)
        edits.push_back(
            archive::set_attribute(content_, row, "spans", std::to_string(new_first) + ':' + std::to_string(new_last)));
}

std::vector<archive::TextEdit> SheetCells::edits(const std::map<CellPlace, CellChange>& changes) const
{
    std::vector<archive::TextEdit> edits;
    std::map<int, std::string> new_rows;         // number → cells
    std::map<int, std::string> at_end;           // of rows that are there: number → cells
    std::map<int, std::pair<int, int>> columns;  // new ones of rows that are there
    for (const auto& [place, change] : changes) {
        if (const auto cell = cells_.find(place); cell != cells_.end()) {
            const ElementSpan& span = cell->second.span;
            if (change.text)
                edits.push_back({span.begin, span.end - span.begin, element(place, change)});
            else if (change.style)
                edits.push_back(archive::set_attribute(content_, span, "s", std::to_string(*change.style)));
            continue;
        }
        const auto row = rows_.find(place.first);
        if (row == rows_.end()) {
            new_rows[place.first] += element(place, change);
            continue;
        }
        const auto range = columns.emplace(place.first, std::pair(place.second, place.second)).first;
        range->second.second = place.second;
        const auto behind = row->second.cells.upper_bound(place.second);
        if (behind != row->second.cells.end())
            edits.push_back({behind->second, 0, element(place, change)});
        else
            at_end[place.first] += element(place, change);
    }
    for (const auto& [number, cells] : at_end) edits.push_back(archive::append_to(rows_.at(number).span, cells));
    for (const auto& [number, range] : columns) widen_spans(rows_.at(number).span, range, edits);
    std::string last;
    for (const auto& [number, cells] : new_rows) {
        const std::string name = prefix_ + "row";
        const std::string row = "<" + name + " r=\"" + std::to_string(number + 1) + "\">" + cells + "</" + name + ">";
        const auto behind = row_begins_.upper_bound(number);
        if (behind != row_begins_.end())
            edits.push_back({behind->second, 0, row});
        else
            last += row;
    }
    if (!last.empty() && !data_.name.empty()) edits.push_back(archive::append_to(data_, last));
    return edits;
}

int SheetCells::width(int column) const
{
    for (const Columns& columns : columns_)
        if (column >= columns.first && column <= columns.last && columns.width > 0)
            return static_cast<int>(columns.width * 7) + 5;
    return default_width;
}

int SheetCells::height(int row) const
{
    const auto found = heights_.find(row);
    return found == heights_.end() ? default_height : std::max(1, static_cast<int>(found->second * 4 / 3));
}

}  // namespace samsvar::marking
