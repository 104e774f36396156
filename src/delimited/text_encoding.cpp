#include "delimited/text_encoding.h"

#include <algorithm>
#include <cstdint>

#include "archive/xml_lexer.h"

namespace samsvar::delimited {

namespace {

constexpr std::size_t head_bytes = 4096;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_le_mark = "\xFF\xFE";
constexpr std::string_view utf16_be_mark = "\xFE\xFF";

// Windows-1252 from 0x80 to 0x9F; 0 = no character (the rest is as in Latin-1).
constexpr std::uint16_t windows_1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                            0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char byte(char c)
{
    return static_cast<unsigned char>(c);
}

/// Length of the UTF-8 character at the start of `text`; 0 when there is none.
std::size_t character_at(std::string_view text)
{
    const unsigned char first = byte(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 0 || length > text.size()) return 0;
    return length == 1 || archive::is_utf8(text.substr(0, length)) ? length : 0;
}

/// UTF-16 without a mark: of the zeros that ASCII characters leave, nearly all stand on one side.
std::optional<Encoding> utf16_by_zeros(std::string_view head)
{
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0') ++zeros[i % 2];
    const std::size_t units = head.size() / 2;
    if (units == 0) return std::nullopt;
    if (zeros[1] > units / 2 && zeros[0] <= units / 50) return Encoding::utf16_le;
    if (zeros[0] > units / 2 && zeros[1] <= units / 50) return Encoding::utf16_be;
    return std::nullopt;
}

bool is_text(std::string_view head)
{
    return std::none_of(head.begin(), head.end(), [](char c) {
        return byte(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1A';
    });
}

/// A text in UTF-8 with a few broken bytes is still UTF-8: read as Windows-1252 all its other letters would be wrong.
bool is_nearly_utf8(std::string_view bytes)
{
    std::size_t characters = 0;
    std::size_t broken = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = character_at(bytes.substr(at));
        if (length == 0) ++broken;
        if (length > 1) ++characters;
        at += std::max<std::size_t>(length, 1);
    }
    return characters >= broken * 2;
}

Decoded from_utf16(std::string_view bytes, bool little)
{
    Decoded decoded;
    decoded.text.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        return static_cast<std::uint32_t>(byte(bytes[at + (little ? 1 : 0)]) << 8 | byte(bytes[at + (little ? 0 : 1)]));
    };
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        std::uint32_t code = unit(at);
        if (code == 0xFEFF && at == 0) continue;
        if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size()) {
            const std::uint32_t low = unit(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        if (code >= 0xD800 && code < 0xE000) {
            ++decoded.broken;
            decoded.text += replacement;
        }
        else {
            archive::append_utf8(decoded.text, code);
        }
    }
    if (at < bytes.size()) ++decoded.broken;
    return decoded;
}

Decoded from_utf8(std::string_view bytes)
{
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    Decoded decoded;
    if (archive::is_utf8(bytes)) {
        decoded.text = bytes;
        return decoded;
    }
    decoded.text.reserve(bytes.size() + 64);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = character_at(bytes.substr(at));
        if (length == 0) {
            ++decoded.broken;
            decoded.text += replacement;
        }
        else {
            decoded.text += bytes.substr(at, length);
        }
        at += std::max<std::size_t>(length, 1);
    }
    return decoded;
}

Decoded from_windows_1252(std::string_view bytes)
{
    Decoded decoded;
    decoded.text.reserve(bytes.size() + bytes.size() / 16);
    for (const char c : bytes) {
        std::uint32_t code = byte(c);
        if (code >= 0x80 && code < 0xA0) code = windows_1252[code - 0x80];
        if (code == 0 && c != '\0') {
            ++decoded.broken;
            decoded.text += replacement;
        }
        else {
            archive::append_utf8(decoded.text, code);
        }
    }
    return decoded;
}

}  // namespace

std::optional<Encoding> encoding_of(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, head_bytes);
    if (bytes.starts_with(utf16_le_mark)) return Encoding::utf16_le;
    if (bytes.starts_with(utf16_be_mark)) return Encoding::utf16_be;
    if (const auto encoding = utf16_by_zeros(head)) return encoding;
    if (!is_text(head)) return std::nullopt;
    if (bytes.starts_with(utf8_mark) || archive::is_utf8(bytes) || is_nearly_utf8(bytes)) return Encoding::utf8;
    return Encoding::windows_1252;
}

Decoded to_utf8(std::string_view bytes, Encoding encoding)
{
    switch (encoding) {
        case Encoding::utf16_le: return from_utf16(bytes, true);
        case Encoding::utf16_be: return from_utf16(bytes, false);
        case Encoding::windows_1252: return from_windows_1252(bytes);
        case Encoding::utf8: break;
    }
    return from_utf8(bytes);
}

}  // namespace samsvar::delimited
