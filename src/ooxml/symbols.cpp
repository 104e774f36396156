#include "ooxml/symbols.h"

#include <algorithm>
#include <array>

#include "archive/xml_lexer.h"
#include "ooxml/package.h"

namespace samsvar::ooxml {

namespace {

struct Symbol {
    std::uint32_t code;  // without the 0xF000
    const char* text;
};

constexpr std::array wingdings{
    Symbol{0x21, "✏"}, Symbol{0x22, "✂"}, Symbol{0x28, "☎"}, Symbol{0x29, "✆"}, Symbol{0x2A, "✉"}, Symbol{0x36, "⌛"},
    Symbol{0x41, "✌"}, Symbol{0x45, "☜"}, Symbol{0x46, "☞"}, Symbol{0x47, "☝"}, Symbol{0x48, "☟"}, Symbol{0x4A, "☺"},
    Symbol{0x4C, "☹"}, Symbol{0x4E, "☠"}, Symbol{0x51, "✈"}, Symbol{0x52, "☼"}, Symbol{0x54, "❄"}, Symbol{0x58, "✠"},
    Symbol{0x59, "✡"}, Symbol{0x5A, "☪"}, Symbol{0x5B, "☯"}, Symbol{0x6C, "●"}, Symbol{0x6D, "❍"}, Symbol{0x6E, "■"},
    Symbol{0x6F, "☐"}, Symbol{0x70, "☐"}, Symbol{0x71, "☐"}, Symbol{0x72, "☐"}, Symbol{0x73, "⬧"}, Symbol{0x74, "⧫"},
    Symbol{0x75, "◆"}, Symbol{0x76, "❖"}, Symbol{0x77, "⬥"}, Symbol{0x78, "☒"}, Symbol{0x80, "⓪"}, Symbol{0x81, "①"},
    Symbol{0x82, "②"}, Symbol{0x83, "③"}, Symbol{0x84, "④"}, Symbol{0x85, "⑤"}, Symbol{0x86, "⑥"}, Symbol{0x87, "⑦"},
    Symbol{0x88, "⑧"}, Symbol{0x89, "⑨"}, Symbol{0x8A, "⑩"}, Symbol{0x8C, "❶"}, Symbol{0x8D, "❷"}, Symbol{0x8E, "❸"},
    Symbol{0x8F, "❹"}, Symbol{0x90, "❺"}, Symbol{0x91, "❻"}, Symbol{0x92, "❼"}, Symbol{0x93, "❽"}, Symbol{0x94, "❾"},
    Symbol{0x95, "❿"}, Symbol{0x9E, "·"}, Symbol{0x9F, "•"}, Symbol{0xA0, "▪"}, Symbol{0xA1, "○"}, Symbol{0xA2, "⭕"},
    Symbol{0xA4, "◉"}, Symbol{0xA5, "◎"}, Symbol{0xA7, "▪"}, Symbol{0xA8, "☐"}, Symbol{0xAA, "✦"}, Symbol{0xAB, "★"},
    Symbol{0xAC, "✶"}, Symbol{0xAD, "✴"}, Symbol{0xAE, "✹"}, Symbol{0xAF, "✵"}, Symbol{0xB2, "⟡"}, Symbol{0xB5, "✪"},
    Symbol{0xB6, "✰"}, Symbol{0xD8, "➢"}, Symbol{0xDC, "➲"}, Symbol{0xDF, "←"}, Symbol{0xE0, "→"}, Symbol{0xE1, "↑"},
    Symbol{0xE2, "↓"}, Symbol{0xE3, "↖"}, Symbol{0xE4, "↗"}, Symbol{0xE5, "↙"}, Symbol{0xE6, "↘"}, Symbol{0xE8, "➔"},
    Symbol{0xEF, "⇦"}, Symbol{0xF0, "⇨"}, Symbol{0xF1, "⇧"}, Symbol{0xF2, "⇩"}, Symbol{0xF9, "▭"}, Symbol{0xFA, "▫"},
    Symbol{0xFB, "✗"}, Symbol{0xFC, "✓"}, Symbol{0xFD, "☒"}, Symbol{0xFE, "☑"},
};
constexpr std::array wingdings2{
    Symbol{0x4F, "✗"}, Symbol{0x50, "✓"}, Symbol{0x51, "☒"}, Symbol{0x52, "☑"}, Symbol{0x53, "☒"}, Symbol{0x54, "☒"},
    Symbol{0x56, "⊗"}, Symbol{0x97, "●"}, Symbol{0x98, "•"}, Symbol{0xA2, "■"}, Symbol{0xA3, "☐"},
};
constexpr std::array webdings{
    Symbol{0x3C, "▪"}, Symbol{0x61, "✓"}, Symbol{0x63, "☐"}, Symbol{0x67, "■"}, Symbol{0x6E, "●"}, Symbol{0x72, "✗"},
};
/// Wingdings 3 is arrows and triangles.
constexpr std::array wingdings3{
    Symbol{0x21, "←"}, Symbol{0x22, "→"}, Symbol{0x23, "↑"}, Symbol{0x24, "↓"}, Symbol{0x70, "▲"},
    Symbol{0x71, "▼"}, Symbol{0x74, "◀"}, Symbol{0x75, "▶"}, Symbol{0x7D, "▶"},
};
/// Symbol from 0x21 and from 0xA0 on, as its encoding vector has them.
constexpr std::string_view symbol_low =
    "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr std::string_view symbol_high =
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|―↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪�〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

/// The character at `index` of a row of characters; empty past its end.
std::string_view character_of(std::string_view row, std::uint32_t index)
{
    std::size_t begin = 0;
    for (; begin < row.size(); ++begin) {
        if ((static_cast<unsigned char>(row[begin]) & 0xC0) == 0x80) continue;
        if (index-- == 0) break;
    }
    std::size_t end = std::min(begin + 1, row.size());
    while (end < row.size() && (static_cast<unsigned char>(row[end]) & 0xC0) == 0x80) ++end;
    return row.substr(std::min(begin, row.size()), end - std::min(begin, row.size()));
}

std::string_view in_symbol(std::uint32_t code)
{
    if (code >= 0x21 && code <= 0x7E) return character_of(symbol_low, code - 0x21);
    if (code >= 0xA0 && code <= 0xFE && code != 0xF0) return character_of(symbol_high, code - 0xA0);
    return {};
}

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
    else if (name == "wingdings 3")
        text = look_up(wingdings3, code);
    else if (name.starts_with("wingdings"))
        text = look_up(wingdings, code);
    else if (name == "webdings")
        text = look_up(webdings, code);
    else if (name == "symbol" && code != 0x20)
        return std::string(in_symbol(code));
    if (text) return text;
    std::string own;
    // An ordinary font: the character itself. Fonts that number from 0xF000 mean ASCII by it.
    if (!is_symbol_font(font) && code >= 0x20)
        append_utf8(own, code);
    else if (code == 0x20)
        own += ' ';
    return own;
}

std::string text_in_symbol_font(std::string_view font, std::string_view text)
{
    std::string shown;
    const bool letters = ascii_lower(font) == "symbol";  // ordinary text is more often meant than Greek
    while (!text.empty()) {
        const auto [code, length] = first_code(text);
        std::string known;
        if (letters && code < 0x80) {
            shown += text.front();
            text.remove_prefix(1);
            continue;
        }
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
