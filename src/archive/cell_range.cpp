#include "archive/cell_range.h"

#include <algorithm>
#include <tuple>

namespace samsvar::archive {

namespace {

/// Column letters and row digits at the start of `text`, either may be missing (-1); moves `text` past them.
std::pair<int, int> take_corner(std::string_view& text)
{
    int column = 0;
    int row = 0;
    const auto dollar = [&] {
        if (!text.empty() && text.front() == '$') text.remove_prefix(1);
    };
    dollar();
    while (!text.empty()) {
        const char c = text.front();
        const int letter = c >= 'A' && c <= 'Z' ? c - 'A' + 1 : c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
        if (letter == 0) break;
        column = std::min(column * 26 + letter, max_columns + 1);
        text.remove_prefix(1);
    }
    dollar();
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        row = std::min(row * 10 + (text.front() - '0'), max_rows + 1);
        text.remove_prefix(1);
    }
    return {row - 1, column - 1};
}

}  // namespace

std::optional<std::pair<int, int>> parse_reference(std::string_view text)
{
    const auto [row, column] = take_corner(text);
    if (!text.empty() || row < 0 || column < 0 || row >= max_rows || column >= max_columns) return std::nullopt;
    return std::pair(row, column);
}

std::optional<CellRange> parse_range(std::string_view text)
{
    auto [row, column] = take_corner(text);
    int last_row = row;
    int last_column = column;
    if (!text.empty()) {
        if (text.front() != ':') return std::nullopt;
        text.remove_prefix(1);
        std::tie(last_row, last_column) = take_corner(text);
        if (!text.empty()) return std::nullopt;
        if ((row < 0) != (last_row < 0) || (column < 0) != (last_column < 0)) return std::nullopt;
        if (row < 0 && column < 0) return std::nullopt;
        if (row < 0) row = 0, last_row = max_rows - 1;
        if (column < 0) column = 0, last_column = max_columns - 1;
    }
    if (row < 0 || column < 0) return std::nullopt;
    if (row > last_row) std::swap(row, last_row);
    if (column > last_column) std::swap(column, last_column);
    if (row >= max_rows || column >= max_columns) return std::nullopt;
    return CellRange{row, column, std::min(last_row, max_rows - 1), std::min(last_column, max_columns - 1)};
}

std::vector<CellRange> parse_ranges(std::string_view text)
{
    std::vector<CellRange> ranges;
    while (!text.empty()) {
        const auto space = std::min(text.find_first_of(" \n\t"), text.size());
        if (const auto range = parse_range(text.substr(0, space))) ranges.push_back(*range);
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return ranges;
}

}  // namespace samsvar::archive
