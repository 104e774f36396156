#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace samsvar::report {

/// The character of UTF-8 `text` at byte `at`, which is moved behind it; U+FFFD for a byte that is not valid UTF-8.
/// `at` must be inside the text.
char32_t next_character(std::string_view text, std::size_t& at);

void append_utf8(std::string& text, char32_t character);

/// The text as valid UTF-8: every byte that is not is replaced by U+FFFD. Nothing else changes.
std::string valid_text(std::string_view text);

/// What a cell, a CSV field or a terminal can safely show: valid UTF-8; CR LF and CR become LF; control characters and
/// code points that XML 1.0 (2.2) forbids become U+FFFD, tabs four blanks; the marks that turn the reading direction
/// around (U+202A-202E, U+2066-2069) are left out, since they can make a text read as something else.
std::string printable(std::string_view text);

/// Whether a spreadsheet that opens a CSV would take the text for a formula: quotes do not keep it from that, an
/// apostrophe in front does (CWE-1236).
bool begins_formula(std::string_view text);

/// Length as Excel counts it: UTF-16 code units.
std::size_t utf16_length(std::string_view text);

/// At most `limit` UTF-16 units of `text`; when it is longer, its start and `note`, together `limit` at most.
std::string cut_to(std::string_view text, std::size_t limit, std::string_view note);

/// The text as a cell's XML holds it before it is escaped: "_x0041_", which Excel would read as "A", is written so that
/// it stays; at most 32,767 UTF-16 units.
std::string xlsx_text(const std::string& text);

/// At most about `characters` characters, cut at a blank where there is one near, with " …" when cut.
std::string excerpt(std::string_view text, std::size_t characters);

/// Runs of blanks and line breaks folded to one blank.
std::string one_line(std::string_view text);

/// `text` with `{name}` replaced by `value`, every time.
std::string filled(std::string text, std::string_view name, std::string_view value);

}  // namespace samsvar::report
