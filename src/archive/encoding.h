#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace samsvar::archive {

/// How many of a part's first bytes tell its encoding.
inline constexpr std::size_t encoding_head = 256;

/// Whether an XML part that begins like this is written in an encoding that is converted: UTF-16 (by byte order mark,
/// or by its first characters), ISO-8859-1, ISO-8859-15 or Windows-1252 (by the XML declaration; XML 1.0, appendix F),
/// or says UTF-16 where it plainly is not.
bool in_other_encoding(std::string_view head);

/// The part in UTF-8, its declaration made to say so; unchanged when in_other_encoding is false. Half a surrogate pair
/// becomes U+FFFD.
std::string to_utf8(std::string content);

}  // namespace samsvar::archive
