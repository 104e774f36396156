#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "report/matrix.h"

namespace samsvar::report {

/// Where each anchor stands: "'Answers'!A18".
using Anchors = std::map<std::string, std::string, std::less<>>;

/// Excel opens no sheet with more links than 65,530; the rows past that are still found by their number.
inline constexpr std::size_t most_links = 65'000;

/// The two parts of a worksheet that grow with the assessment, as SpreadsheetML (ECMA-376 part 1, 18.3.1).
struct SheetXml {
    std::string used_range;  ///< "A1:H59"
    std::string rows;        ///< <sheetData>…</sheetData>
    std::string links;       ///< <hyperlinks>…</hyperlinks>, or empty
};

/// `styles` are the numbers of the cells' formats in the workbook, row by row. Texts are written in their cells: no
/// table of strings is shared, so sheets can be written at the same time.
SheetXml sheet_xml(const MatrixSheet& sheet, const std::vector<std::int32_t>& styles, const Anchors& anchors);

}  // namespace samsvar::report
