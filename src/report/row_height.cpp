#include "report/row_height.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "report/cell_text.h"

namespace samsvar::report {

namespace {
// A column of w characters is 7w + 5 pixels wide on a 96 dpi screen, 5 of them padding (ECMA-376 part 1, 18.3.1.13).
constexpr double points_per_column_character = 7 * 0.75;

// Width in ems, by class of letter: close enough to wrap, far smaller than a font's tables.
constexpr double ascii_ems(char letter)
{
    const auto among = [letter](std::string_view letters) { return letters.find(letter) != std::string_view::npos; };
    if (letter == ' ') return 0.23;
    if (among("ijl.,;:'|!")) return 0.25;
    if (among("frt()[]{}-/\\\"I`")) return 0.34;
    if (among("acegksvxyz")) return 0.46;
    if (among("mwMW@%")) return 0.82;
    if (letter >= 'A' && letter <= 'Z') return 0.57;
    return 0.525;
}

constexpr std::array<double, 128> ascii_table = [] {
    std::array<double, 128> table{};
    for (std::size_t at = 0; at < table.size(); ++at) table[at] = ascii_ems(static_cast<char>(at));
    return table;
}();

double ems(char32_t character)
{
    if (character < 0x80) return ascii_table[character];
    if (character < 0x250) return 0.53;
    // East Asian scripts and pictographs take a full em or more.
    if (character >= 0x1100 && (character < 0x2000 || character >= 0x2E80)) return 1.1;
    return 0.6;
}

/// next_character, most of the time without a call.
char32_t next_letter(std::string_view text, std::size_t& at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) return next_character(text, at);
    ++at;
    return byte;
}
}  // namespace

double line_width(std::string_view line, const TextMeasure& measure)
{
    double width = 0;
    for (std::size_t at = 0; at < line.size();) width += ems(next_letter(line, at));
    return width * measure.points * measure.stretch * (measure.bold ? 1.06 : 1.0);
}

int line_count(std::string_view text, double width, const TextMeasure& measure)
{
    const double room = std::max(10.0, width * points_per_column_character);
    const double scale = measure.points * measure.stretch * (measure.bold ? 1.06 : 1.0);
    int lines = 1;
    double line = 0;  // what stands in the line, the current word included
    double word = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_letter(text, at);
        if (character == '\n') {
            ++lines;
            line = word = 0;
            continue;
        }
        const double letter = ems(character) * scale;
        line += letter;
        // A blank that does not fit hangs over the edge and starts no line.
        if (character == ' ') {
            word = 0;
            continue;
        }
        word += letter;
        if (line <= room) continue;
        ++lines;
        if (word > room) word = letter;
        line = word;
    }
    return lines;
}

double row_height(int lines, const TextMeasure& measure, double cap)
{
    return std::min(cap, lines * measure.points * 1.24 + 4);
}

}  // namespace samsvar::report
