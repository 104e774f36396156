#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace samsvar::archive {

/// Whether all of `text` is UTF-8 as Unicode defines it (no overlong forms, no surrogates).
bool is_utf8(std::string_view text);
/// The first `bytes` of a text for a message, cut between characters; bytes that are no UTF-8 become ?.
std::string excerpt(std::string_view text, std::size_t bytes);
/// Appends a code point as UTF-8; U+FFFD for what is none or what XML forbids.
void append_utf8(std::string& text, std::uint32_t code);

}  // namespace samsvar::archive
