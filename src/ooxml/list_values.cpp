#include "ooxml/list_values.h"

#include <algorithm>

namespace samsvar::ooxml {

namespace {

constexpr std::size_t choice_limit = 2000;  // values of one list

std::string trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

/// A list written into the formula: "Yes,No" with doubled quotes inside.
std::vector<std::string> inline_list(std::string_view formula)
{
    std::string list;
    for (std::size_t i = 1; i + 1 < formula.size(); ++i) {
        if (formula[i] == '"' && formula[i + 1] == '"') ++i;
        list += formula[i];
    }
    std::vector<std::string> values;
    for (std::size_t at = 0; at <= list.size() && values.size() < choice_limit;) {
        const auto comma = std::min(list.find(',', at), list.size());
        if (std::string value = trimmed(std::string_view(list).substr(at, comma - at)); !value.empty())
            values.push_back(std::move(value));
        at = comma + 1;
    }
    return values;
}

/// Splits "'Sheet ''A'''!$A$1:$B$2"; the sheet is empty when there is none.
std::pair<std::string, std::string_view> split_sheet(std::string_view formula)
{
    if (!formula.empty() && formula.front() == '\'') {
        std::string sheet;
        for (std::size_t i = 1; i < formula.size(); ++i) {
            if (formula[i] != '\'')
                sheet += formula[i];
            else if (i + 1 < formula.size() && formula[i + 1] == '\'')
                sheet += formula[i++];
            else if (i + 1 < formula.size() && formula[i + 1] == '!')
                return {sheet, formula.substr(i + 2)};
            else
                break;
        }
        return {{}, formula};
    }
    const auto mark = formula.rfind('!');
    if (mark == std::string_view::npos) return {{}, formula};
    return {std::string(formula.substr(0, mark)), formula.substr(mark + 1)};
}

std::vector<std::string> values_in(const model::Table& table, const CellRange& range)
{
    std::vector<std::string> values;
    auto cell = std::lower_bound(
        table.cells.begin(), table.cells.end(), std::pair(range.first_row, 0),
        [](const model::Cell& a, const std::pair<int, int>& place) { return std::pair(a.row, a.column) < place; });
    for (; cell != table.cells.end() && cell->row <= range.last_row && values.size() < choice_limit; ++cell)
        if (range.contains(cell->row, cell->column))
            if (std::string value = cell->text(); !value.empty()) values.push_back(std::move(value));
    return values;
}

}  // namespace

const std::vector<std::string>& ListValues::of(std::string_view formula, std::size_t sheet)
{
    while (!formula.empty() && (formula.front() == '=' || formula.front() == ' ')) formula.remove_prefix(1);
    while (!formula.empty() && formula.back() == ' ') formula.remove_suffix(1);
    const auto [known, fresh] = cache_.try_emplace({sheet, std::string(formula)});
    if (fresh) known->second = find(formula, sheet, 0);
    return known->second;
}

std::vector<std::string> ListValues::find(std::string_view formula, std::size_t sheet, int names_followed) const
{
    if (formula.size() >= 2 && formula.front() == '"' && formula.back() == '"') return inline_list(formula);
    const auto [other, reference] = split_sheet(formula);
    if (const auto range = parse_range(reference)) {
        if (!other.empty()) {
            const auto named = std::find_if(sheets_.begin(), sheets_.end(), [&, &wanted = other](const auto& content) {
                return ascii_lower(content.table.name) == ascii_lower(wanted);
            });
            if (named == sheets_.end()) return {};
            sheet = static_cast<std::size_t>(named - sheets_.begin());
        }
        return values_in(sheets_[sheet].table, *range);
    }
    const auto name = names_.find(ascii_lower(formula));
    if (name == names_.end() || names_followed > 4) return {};
    return find(name->second, sheet, names_followed + 1);
}

}  // namespace samsvar::ooxml
