#pragma once

#include <string_view>

namespace samsvar::report {

/// Neither Excel nor LibreOffice fits the height of a row that another program wrote, so it is estimated from the text
/// and the width. Widths are those of a narrow sans serif (Calibri); `stretch` adds room for a wider font.
struct TextMeasure {
    double points = 10;    ///< font size
    double stretch = 1.1;  ///< 1.1 = assume text 10 % wider than Calibri's
    bool bold = false;
};

/// Width of one line of text, in points.
double line_width(std::string_view line, const TextMeasure& measure);

/// Lines that `text` takes when wrapped at blanks (words longer than a line are broken) in a column `width` characters
/// wide, Excel's unit: a digit of Calibri 11. At least 1.
int line_count(std::string_view text, double width, const TextMeasure& measure);

/// Height in points of a row whose cell has that many lines, at most `cap`.
double row_height(int lines, const TextMeasure& measure, double cap);

/// The most Excel takes (ECMA-376 leaves it open; Excel's own limit is 409.5).
inline constexpr double tallest_row = 409;

}  // namespace samsvar::report
