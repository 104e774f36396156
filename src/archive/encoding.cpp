#include "archive/encoding.h"

#include <array>
#include <cstdint>

#include "archive/archive.h"
#include "archive/xml_lexer.h"

namespace samsvar::archive {

namespace {

enum class Encoding { utf8, utf16_little, utf16_big, windows1252, latin9, said_utf16 };

/// Where the name of the encoding stands in an XML declaration at the start of `text`; empty when it names none.
std::string_view declared(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!text.starts_with("<?xml")) return {};
    const std::string_view declaration = text.substr(0, text.find("?>"));
    const auto at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    const auto quote = declaration.find_first_of("\"'", at);
    if (quote == std::string_view::npos) return {};
    const auto close = declaration.find(declaration[quote], quote + 1);
    if (close == std::string_view::npos) return {};
    return declaration.substr(quote + 1, close - quote - 1);
}

Encoding encoding_of(std::string_view text)
{
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE") || text.starts_with("<\0?\0"sv)) return Encoding::utf16_little;
    if (text.starts_with("\xFE\xFF") || text.starts_with("\0<\0?"sv)) return Encoding::utf16_big;
    const std::string name = ascii_lower(declared(text));
    if (name == "iso-8859-1" || name == "latin1" || name == "windows-1252" || name == "cp1252")
        return Encoding::windows1252;
    if (name == "iso-8859-15" || name == "latin-9") return Encoding::latin9;
    if (name.starts_with("utf-16") || name == "unicode") return Encoding::said_utf16;
    return Encoding::utf8;
}

std::string from_utf16(std::string_view text, bool little)
{
    std::string converted;
    converted.reserve(text.size());
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto second = static_cast<unsigned char>(text[at + 1]);
        return static_cast<std::uint32_t>(little ? first | second << 8 : first << 8 | second);
    };
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        std::uint32_t code = unit(at);
        if (at == 0 && code == 0xFEFF) continue;
        if (code >= 0xD800 && code < 0xE000) {
            const std::uint32_t low = code < 0xDC00 && at + 3 < text.size() ? unit(at + 2) : 0;
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
            else {
                code = 0xFFFD;
            }
        }
        append_utf8(converted, code);
    }
    return converted;
}

/// Windows-1252 from 0x80 to 0x9F; what it leaves open is the control character.
constexpr std::array<std::uint16_t, 32> windows{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::uint32_t latin9(unsigned char byte)
{
    switch (byte) {
        case 0xA4: return 0x20AC;
        case 0xA6: return 0x0160;
        case 0xA8: return 0x0161;
        case 0xB4: return 0x017D;
        case 0xB8: return 0x017E;
        case 0xBC: return 0x0152;
        case 0xBD: return 0x0153;
        case 0xBE: return 0x0178;
        default: return byte;
    }
}

std::string from_bytes(std::string_view text, Encoding encoding)
{
    std::string converted;
    converted.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            converted += c;
        else if (encoding == Encoding::latin9)
            append_utf8(converted, latin9(byte));
        else
            append_utf8(converted, byte < 0xA0 ? windows[byte - 0x80u] : byte);
    }
    return converted;
}

}  // namespace

bool in_other_encoding(std::string_view head)
{
    return encoding_of(head) != Encoding::utf8;
}

std::string to_utf8(std::string content)
{
    const Encoding encoding = encoding_of(std::string_view(content).substr(0, encoding_head));
    switch (encoding) {
        case Encoding::utf8: return content;
        case Encoding::utf16_little:
        case Encoding::utf16_big: content = from_utf16(content, encoding == Encoding::utf16_little); break;
        case Encoding::windows1252:
        case Encoding::latin9: content = from_bytes(content, encoding); break;
        case Encoding::said_utf16: break;
    }
    if (const std::string_view name = declared(std::string_view(content).substr(0, encoding_head)); !name.empty())
        content.replace(static_cast<std::size_t>(name.data() - content.data()), name.size(), "UTF-8");
    return content;
}

}  // namespace samsvar::archive
