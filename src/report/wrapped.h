#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace samsvar::report {

/// Marks of where emphasis begins and ends in a text to be wrapped. They take no column; printable() lets no such
/// character of a supplier's through.
inline constexpr char emphasis_begins = '\x01';
inline constexpr char emphasis_ends = '\x02';

/// Columns the text takes on a terminal, one a character.
std::size_t columns_of(std::string_view text);

/// `text`, made printable and on one line, in lines of at most `width` columns: the first after `first`, the others
/// after `other`. Ends with a line feed.
std::string wrapped(std::string_view text, std::string_view first, std::string_view other, std::size_t width);

/// The same of a text that is printable already but for the marks of emphasis, which are kept.
std::string wrapped_printable(std::string_view text, std::string_view first, std::string_view other, std::size_t width);

}  // namespace samsvar::report
