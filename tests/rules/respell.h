#pragma once

#include <string>
#include <string_view>

namespace samsvar::rules {

/// The same text as another keyboard, program or habit would have written it. Each takes and gives UTF-8.
struct Spelling {
    const char* name;
    std::string (*respell)(std::string_view text);
};

/// Letters of the Nordic languages and ASCII in upper case.
std::string upper_case(std::string_view text);
/// Letters with marks as letter and combining mark (NFD), as some file systems and PDF readers leave them.
std::string decomposed(std::string_view text);
/// Every blank a no-break space.
std::string no_break_blanks(std::string_view text);
/// A soft hyphen inside every word of eight letters or more.
std::string soft_hyphens(std::string_view text);
/// Straight quotes as typographic ones, hyphens between blanks as en dashes.
std::string typographic(std::string_view text);
/// \r\n at the ends of lines.
std::string windows_lines(std::string_view text);

inline constexpr Spelling spellings[] = {
    {"upper case", upper_case},     {"decomposed", decomposed},   {"no-break blanks", no_break_blanks},
    {"soft hyphens", soft_hyphens}, {"typographic", typographic}, {"windows lines", windows_lines},
};

}  // namespace samsvar::rules
