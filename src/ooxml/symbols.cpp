#include "ooxml/symbols.h"

#include <algorithm>
#include <array>

#include "ooxml/package.h"
#include "archive/xml_lexer.h"

namespace samsvar::ooxml {

namespace {

struct Symbol {
    std::uint32_t code;  // without the 0xF000
    const char* text;
};

constexpr std::array wingdings{
    Symbol{0x4A, "☺"}, Symbol{0x6C, "●"}, Symbol{0x6D, "❍"}, Symbol{0x6E, "■"}, Symbol{0x6F, "☐"}, Symbol{0x70, "☐"},
    Symbol{0x71, "☐"}, Symbol{0x72, "☐"}, Symbol{0x73, "⬧"}, Symbol{0x75, "◆"}, Symbol{0x76, "❖"}, Symbol{0x77, "⬥"},
    Symbol{0x78, "☒"}, Symbol{0x9E, "·"}, Symbol{0x9F, "•"}, Symbol{0xA0, "▪"}, Symbol{0xA1, "○"}, Symbol{0xA4, "◉"},
    Symbol{0xA5, "◎"}, Symbol{0xA7, "▪"}, Symbol{0xA8, "☐"}, Symbol{0xB2, "⟡"}, Symbol{0xD8, "➢"}, Symbol{0xE0, "→"},
    Symbol{0xE8, "➔"}, Symbol{0xF0, "⇨"}, Symbol{0xFB, "✗"}, Symbol{0xFC, "✓"}, Symbol{0xFD, "☒"}, Symbol{0xFE, "☑"},
};
constexpr std::array wingdings2{
    Symbol{0x4F, "✗"}, Symbol{0x50, "✓"}, Symbol{0x51, "☒"}, Symbol{0x52, "☑"}, Symbol{0x53, "☒"}, Symbol{0x54, "☒"},
    Symbol{0x56, "⊗"}, Symbol{0x97, "●"}, Symbol{0x98, "•"}, Symbol{0xA2, "■"}, Symbol{0xA3, "☐"},
};
constexpr std::array webdings{
    Symbol{0x3C, "▪"}, Symbol{0x61, "✓"}, Symbol{0x63, "☐"}, Symbol{0x67, "■"}, Symbol{0x6E, "●"}, Symbol{0x72, "✗"},
};
constexpr std::array symbol{
    Symbol{0x2D, "−"}, Symbol{0x6D, "μ"}, Symbol{0xA3, "≤"}, Symbol{0xA7, "♣"}, Symbol{0xA8, "♦"}, Symbol{0xAE, "→"},
    Symbol{0xB0, "°"}, Symbol{0xB1, "±"}, Symbol{0xB3, "≥"}, Symbol{0xB7, "•"}, Symbol{0xB9, "≠"}, Symbol{0xDE, "⇒"},
};

template <typename Table>
const char* look_up(const Table& table, std::uint32_t code)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Symbol& known) { return known.code == code; });
    return found == table.end() ? nullptr : found->text;
}

/// Code point at the start of `text` (valid UTF-8) and its length.
std::pair<std::uint32_t, std::size_t> first_code(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length > text.size()) return {lead, 1};
    std::uint32_t code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3F);
    return {code, length};
}

bool is_private(std::uint32_t code)
{
    return code >= 0xE000 && code <= 0xF8FF;
}

}  // namespace

bool is_symbol_font(std::string_view font)
{
    const std::string name = ascii_lower(font);
    return name.starts_with("wingdings") || name == "webdings" || name == "symbol";
}

std::string symbol_text(std::string_view font, std::uint32_t code)
{
    if (code >= 0xF000 && code <= 0xF0FF) code -= 0xF000;
    const std::string name = ascii_lower(font);
    const char* text = nullptr;
    if (name == "wingdings 2")
        text = look_up(wingdings2, code);
    else if (name.starts_with("wingdings"))
        text = look_up(wingdings, code);
    else if (name == "webdings")
        text = look_up(webdings, code);
    else if (name == "symbol")
        text = look_up(symbol, code);
    if (text) return text;
    std::string own;
    // An ordinary font: the character itself. Fonts that number from 0xF000 mean ASCII by it.
    if (!is_symbol_font(font) && code >= 0x20)
        append_utf8(own, code);
    else if (name == "symbol" && code >= 0x20 && code < 0x40)
        append_utf8(own, code);
    return own;
}

std::string text_in_symbol_font(std::string_view font, std::string_view text)
{
    std::string shown;
    while (!text.empty()) {
        const auto [code, length] = first_code(text);
        std::string known;
        if (code > 0x20 && (code <= 0xFF || is_private(code))) known = symbol_text(font, code);
        shown += known.empty() ? std::string(text.substr(0, length)) : known;
        text.remove_prefix(length);
    }
    return shown;
}

std::string bullet_text(std::string_view font, std::string_view text)
{
    if (text.empty()) return {};
    std::string shown = is_symbol_font(font) ? text_in_symbol_font(font, text) : std::string(text);
    if (is_private(first_code(shown).first)) {
        const std::string guess = symbol_text("Symbol", first_code(shown).first);
        return guess.empty() ? "•" : guess;
    }
    return shown;
}

}  // namespace samsvar::ooxml
