#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samsvar::archive {

inline constexpr int max_rows = 1'048'576;  ///< ECMA-376 part 1, 18.3.1.73
inline constexpr int max_columns = 16'384;

/// A rectangle of a sheet, 0-based, both ends included.
struct CellRange {
    int first_row = 0;
    int first_column = 0;
    int last_row = 0;
    int last_column = 0;

    bool contains(int row, int column) const
    {
        return row >= first_row && row <= last_row && column >= first_column && column <= last_column;
    }
};

/// "B7" or "$B$7" as (row, column), 0-based; nothing when it is no reference inside a sheet.
std::optional<std::pair<int, int>> parse_reference(std::string_view text);
/// "B7", "B7:C9", "B:C", "3:5", with or without $.
std::optional<CellRange> parse_range(std::string_view text);
/// A sqref: ranges separated by spaces; what is none is left out.
std::vector<CellRange> parse_ranges(std::string_view text);

}  // namespace samsvar::archive
