#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace samsvar::delimited {

enum class Encoding { utf8, utf16_le, utf16_be, windows_1252 };

/// How a text is encoded: by its byte order mark, else UTF-16 by where its zeros stand, else UTF-8 when nearly all of
/// it is that, else Windows-1252. Nothing when the beginning holds bytes that no text has.
std::optional<Encoding> encoding_of(std::string_view bytes);

/// A text in UTF-8, without byte order mark; what is no character of the encoding comes out as U+FFFD and is counted.
struct Decoded {
    std::string text;
    std::size_t broken = 0;
};
Decoded to_utf8(std::string_view bytes, Encoding encoding);

}  // namespace samsvar::delimited
