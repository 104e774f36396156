#include "app/text_table.h"

#include <algorithm>

#include "app/output.h"
#include "report/wrapped.h"

namespace samsvar::app {

namespace {

std::string cut(std::string text, std::size_t most)
{
    if (report::columns_of(text) <= most) return text;
    while (!text.empty() && report::columns_of(text) >= most) {
        // Whole characters: the bytes that follow a first one go with it.
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
        if (!text.empty()) text.pop_back();
    }
    return text + "…";
}

}  // namespace

std::string text_table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows,
                       std::size_t most)
{
    std::vector<std::vector<std::string>> shown{header};
    shown.insert(shown.end(), rows.begin(), rows.end());
    std::vector<std::size_t> widths(header.size(), 0);
    for (std::vector<std::string>& row : shown)
        for (std::size_t column = 0; column < row.size(); ++column) {
            row[column] = cut(printable_line(row[column]), most);
            widths[column] = std::max(widths[column], report::columns_of(row[column]));
        }
    std::string text;
    for (const std::vector<std::string>& row : shown) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            line += row[column];
            if (column + 1 < row.size()) line.append(widths[column] - report::columns_of(row[column]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

}  // namespace samsvar::app
