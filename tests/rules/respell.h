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

/// Sentences that begin in lower case, as people write in chat; names inside them keep their capitals, since
/// what is a name is told by nothing else.
std::string lower_starts(std::string_view text);
/// A line break inside sentences, at about sixty characters, where a lower-case word goes on after a lower-case one, as
/// text copied from a mail or a PDF has them.
std::string broken_lines(std::string_view text);
/// Two blanks for one, a zero-width space inside long words, narrow no-break spaces before figures' units.
std::string odd_blanks(std::string_view text);

inline constexpr Spelling spellings[] = {
    {"lower starts", lower_starts}, {"broken lines", broken_lines}, {"odd blanks", odd_blanks},
    {"upper case", upper_case},     {"decomposed", decomposed},     {"no-break blanks", no_break_blanks},
    {"soft hyphens", soft_hyphens}, {"typographic", typographic},   {"windows lines", windows_lines},
};

}  // namespace samsvar::rules
