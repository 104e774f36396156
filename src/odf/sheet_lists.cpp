#include "odf/sheet_lists.h"

#include <algorithm>
#include <optional>

namespace samsvar::odf {

namespace {

constexpr std::size_t choice_limit = 2000;             // values of one list
constexpr std::size_t choice_bytes_limit = 32u << 20;  // copies in all cells together
constexpr std::size_t step_limit = 20'000'000;
constexpr std::size_t fresh_limit = 100'000;  // empty cells that are stored because a list covers them

using Values = std::vector<std::string>;

bool before(const model::Cell& cell, const std::pair<int, int>& place)
{
    return std::pair(cell.row, cell.column) < place;
}

/// "Ja";"Nei" with doubled quotation marks inside.
Values quoted_values(std::string_view list)
{
    Values values;
    for (std::size_t at = list.find('"'); at != std::string_view::npos && values.size() < choice_limit;
         at = list.find('"', at)) {
        std::string value;
        for (++at; at < list.size(); ++at) {
            if (list[at] == '"') {
                if (at + 1 >= list.size() || list[at + 1] != '"') break;
                ++at;
            }
            value += list[at];
        }
        if (!value.empty()) values.push_back(std::move(value));
        if (at >= list.size()) break;
        ++at;
    }
    return values;
}

struct Address {
    std::string sheet;  // empty = the one that asks
    CellRange range;
};

/// One corner of an address, $'Sheet ''A'''.$A$1 or .A1; moves `text` past it.
std::optional<std::pair<std::string, std::string>> take_corner(std::string_view& text)
{
    std::string sheet;
    if (!text.empty() && text.front() == '$') text.remove_prefix(1);
    if (!text.empty() && text.front() == '\'') {
        std::size_t at = 1;
        for (; at < text.size(); ++at) {
            if (text[at] == '\'') {
                if (at + 1 >= text.size() || text[at + 1] != '\'') break;
                ++at;
            }
            sheet += text[at];
        }
        if (at >= text.size()) return std::nullopt;
        text.remove_prefix(at + 1);
        if (text.empty() || text.front() != '.') return std::nullopt;
        text.remove_prefix(1);
    }
    else if (const auto dot = text.find('.'); dot != std::string_view::npos && dot < text.find(':')) {
        sheet = text.substr(0, dot);
        text.remove_prefix(dot + 1);
    }
    const auto end = std::min(text.find(':'), text.size());
    std::string corner(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return std::pair(sheet, corner);
}

/// $Lists.$A$1:.$A$3, in brackets or not.
std::optional<Address> parse_address(std::string_view text)
{
    while (!text.empty() && (text.front() == '[' || text.front() == ' ')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ']' || text.back() == ' ')) text.remove_suffix(1);
    const auto first = take_corner(text);
    if (!first) return std::nullopt;
    std::string range = first->second;
    if (!text.empty()) {
        const auto last = take_corner(text);
        if (!last) return std::nullopt;
        range += ':' + last->second;
    }
    const auto parsed = parse_range(range);
    if (!parsed) return std::nullopt;
    return Address{first->first, *parsed};
}

Values values_in(const model::Table& table, const CellRange& range)
{
    Values values;
    auto cell = std::lower_bound(table.cells.begin(), table.cells.end(), std::pair(range.first_row, 0), before);
    for (; cell != table.cells.end() && cell->row <= range.last_row && values.size() < choice_limit; ++cell)
        if (range.contains(cell->row, cell->column))
            if (std::string value = cell->text(); !value.empty()) values.push_back(std::move(value));
    return values;
}

/// The values a condition allows; nothing when it is about something else than a list.
std::optional<Values> values_of(const WorkbookContext& context, const std::vector<SheetContent>& sheets,
                                std::size_t own, std::string_view condition)
{
    constexpr std::string_view list_function = "cell-content-is-in-list(";
    const auto begin = condition.find(list_function);
    if (begin == std::string_view::npos) return std::nullopt;
    std::string_view list = condition.substr(begin + list_function.size());
    list = list.substr(0, list.rfind(')'));
    if (list.starts_with('"')) return quoted_values(list);
    const auto name = context.names.find(ascii_lower(list));
    const auto address = parse_address(name == context.names.end() ? list : std::string_view(name->second));
    if (!address) return Values();
    if (address->sheet.empty()) return values_in(sheets[own].table, address->range);
    for (const SheetContent& sheet : sheets)
        if (ascii_lower(sheet.table.name) == ascii_lower(address->sheet)) return values_in(sheet.table, address->range);
    return Values();
}

/// Stores empty cells that lists cover where they have none, within the rows that hold content.
void store_blank_answers(SheetContent& sheet, const std::vector<CellRange>& ranges)
{
    auto& cells = sheet.table.cells;
    if (cells.empty()) return;
    const int last_row = cells.back().row;
    std::vector<std::pair<int, int>> places;
    for (const CellRange& range : ranges)
        for (int row = range.first_row; row <= std::min(range.last_row, last_row); ++row)
            for (int column = range.first_column; column <= range.last_column; ++column) {
                if (places.size() >= fresh_limit) return;
                places.emplace_back(row, column);
            }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<model::Cell> fresh;
    for (const auto& [row, column] : places) {
        const auto found = std::lower_bound(cells.begin(), cells.end(), std::pair(row, column), before);
        if (found != cells.end() && found->row == row && found->column == column) continue;
        model::Cell cell;
        cell.row = row;
        cell.column = column;
        cell.blocks.emplace_back(model::Paragraph());
        fresh.push_back(std::move(cell));
    }
    const auto middle = static_cast<std::ptrdiff_t>(cells.size());
    std::move(fresh.begin(), fresh.end(), std::back_inserter(cells));
    std::inplace_merge(cells.begin(), cells.begin() + middle, cells.end(),
                       [](const model::Cell& a, const model::Cell& b) {
                           return before(a, {b.row, b.column});
                       });
}

}  // namespace

void apply_lists(WorkbookContext& context, std::vector<SheetContent>& sheets)
{
    std::size_t bytes = 0;
    std::size_t steps = 0;
    for (std::size_t own = 0; own < sheets.size(); ++own) {
        SheetContent& sheet = sheets[own];
        std::map<std::string, std::vector<CellRange>, std::less<>> by_name;
        for (const auto& [range, name] : sheet.validations) by_name[name].push_back(range);
        for (const auto& [name, ranges] : by_name) {
            const auto condition = context.validations.find(name);
            if (condition == context.validations.end()) continue;
            const std::optional<Values> values = values_of(context, sheets, own, condition->second);
            if (!values) continue;
            const std::string place = model::cell_name(ranges.front().first_row, ranges.front().first_column);
            if (values->empty()) {
                context.draft.problem(
                    sheet.table.name, place,
                    "the list of allowed values '" + excerpt(condition->second, 100) + "' could not be followed", true);
                continue;
            }
            store_blank_answers(sheet, ranges);
            std::size_t size = 0;
            for (const std::string& value : *values) size += value.size() + sizeof(value);
            auto& cells = sheet.table.cells;
            for (const CellRange& range : ranges) {
                auto cell = std::lower_bound(cells.begin(), cells.end(), std::pair(range.first_row, range.first_column),
                                             before);
                for (; cell != cells.end() && cell->row <= range.last_row; ++cell) {
                    if (++steps > step_limit || bytes > choice_bytes_limit) {
                        context.draft.problem(sheet.table.name, place,
                                              "there are too many lists of allowed values; the rest is not read", true);
                        return;
                    }
                    if (!range.contains(cell->row, cell->column) || !cell->choices.empty()) continue;
                    cell->choices = *values;
                    bytes += size;
                }
            }
        }
    }
}

}  // namespace samsvar::odf
