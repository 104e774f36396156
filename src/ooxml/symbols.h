#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace samsvar::ooxml {

/// Whether the font draws pictures where other fonts have letters (Wingdings, Webdings, Symbol).
bool is_symbol_font(std::string_view font);

/// The Unicode text for a character of a symbol font, given as its code (0x20-0xFF, or 0xF020-0xF0FF as Word writes
/// it). Check boxes, check marks, crosses and bullets are known; others give an empty text.
std::string symbol_text(std::string_view font, std::uint32_t code);

/// `text` as a symbol font shows it; characters that are not known stay as they are.
std::string text_in_symbol_font(std::string_view font, std::string_view text);

/// Bullet of a list level: its text in its font, or "•" for a private character of an unknown font.
std::string bullet_text(std::string_view font, std::string_view text);

}  // namespace samsvar::ooxml
