#include "app/checks.h"

#include <algorithm>

#include "rules/checks.h"

namespace samsvar::app {

std::vector<CheckRow> checks()
{
    std::vector<CheckRow> rows;
    for (const rules::Check& check : rules::checks()) {
        CheckRow row{check.name, check.step, {}, check.about};
        const std::string codes = check.codes;
        for (std::size_t start = 0; start < codes.size();) {
            const std::size_t end = std::min(codes.find(' ', start), codes.size());
            if (end > start) row.codes.push_back(codes.substr(start, end - start));
            start = end + 1;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace samsvar::app
