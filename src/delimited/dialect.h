#pragma once

#include <optional>
#include <string_view>

namespace samsvar::delimited {

/// How a text is cut into columns.
struct Dialect {
    char separator = ';';
    std::size_t start = 0;  ///< where the records begin: behind a line "sep=;"
};

/// Finds the separator: named by a first line "sep=;" as Excel writes it, or the one of ; , tab | that cuts most
/// records into the same number of columns. Nothing when the text is no table: prose, a list, one column.
std::optional<Dialect> dialect_of(std::string_view text);

}  // namespace samsvar::delimited
