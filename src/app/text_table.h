#pragma once

#include <string>
#include <vector>

namespace samsvar::app {

/// Rows for a terminal: columns as wide as their widest cell, but none wider than `most` columns (cut with …), two
/// blanks between them. Cells are made printable and on one line.
std::string text_table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows,
                       std::size_t most = 40);

}  // namespace samsvar::app
