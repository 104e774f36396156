// Cells and strings as nearly all of them are written, taken in one step. Whatever looks otherwise, or is cut by the
// end of the window, is left to the long way: what is taken here must read there the same.

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "archive/xml_lexer.h"
#include "base/byte_scan.h"

namespace samsvar::archive {

namespace {

/// The end of an attribute value in ASCII without entities; null when it is another kind of value.
const char* plain_value_end(const char* at, const char* end)
{
    for (; at != end; ++at) {
        if (*at == '"') return at;
        if (*at == '&' || *at == '<' || static_cast<signed char>(*at) < 0x20) return nullptr;
    }
    return nullptr;
}

/// Whether `text` holds a byte that makes the long way necessary; tells whether all of it is ASCII.
bool has_special(std::string_view text, bool& ascii)
{
    SixteenBytes special;
    SixteenBytes high;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (; end - at >= 16; at += 16) {
        const SixteenBytes sixteen(at);
        special = special | sixteen.equal('&') | sixteen.equal('_') | sixteen.below(0x20);
        high = high | sixteen.not_ascii();
    }
    unsigned char rest = 0;
    for (; at != end; ++at) {
        if (*at == '&' || *at == '_' || static_cast<unsigned char>(*at) < 0x20) return true;
        rest |= static_cast<unsigned char>(*at);
    }
    ascii = rest < 0x80 && !high.any();
    return special.any();
}

}  // namespace

RowEnding::RowEnding(int row)
{
    std::array<char, sizeof expected_> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size() - 1, row + 1);
    if (end.ec != std::errc()) return;
    digits_ = static_cast<std::size_t>(end.ptr - text.data());
    text[digits_] = '"';
    std::array<unsigned char, sizeof mask_> mask{};
    std::fill_n(mask.begin(), digits_ + 1, static_cast<unsigned char>(0xFF));
    std::memcpy(&expected_, text.data(), sizeof expected_);
    std::memcpy(&mask_, mask.data(), sizeof mask_);
}

bool XmlLexer::take_cell(ShortCell& cell, const RowEnding& row)
{
    // Room for the usual attributes, so that they need no look at the end.
    constexpr std::ptrdiff_t room = 32;
    constexpr int most_columns = 16'384;
    if (empty_element_) return false;
    const char* at = data_ + position_;
    const char* const end = data_ + end_;
    if (end - at < room || at[0] != '<' || at[1] != 'c' || at[2] != ' ') return false;
    at += 2;
    cell = {};
    if (std::memcmp(at, " r=\"", 4) == 0) {
        const char* letter = at + 4;
        int column = 0;
        while (*letter >= 'A' && *letter <= 'Z' && letter - at < 7) column = column * 26 + (*letter++ - 'A' + 1);
        const std::size_t digits = row.matches(letter);
        if (digits > 0 && column > 0 && column <= most_columns) {
            cell.column = column - 1;
            cell.reference = std::string_view(at + 4, static_cast<std::size_t>(letter - at - 4) + digits);
            at = letter + digits + 1;
        }
    }
    for (;;) {
        if (end - at < 8) return false;
        if (*at != ' ') break;
        if (at[2] != '=' || at[3] != '"') return false;
        std::string_view* const into = at[1] == 'r'   ? &cell.reference
                                       : at[1] == 's' ? &cell.style
                                       : at[1] == 't' ? &cell.type
                                                      : nullptr;
        if (!into || into->data()) return false;
        const char* const value = at + 4;
        const char* const close = plain_value_end(value, std::min(end, value + 64));
        if (!close) return false;
        *into = std::string_view(value, static_cast<std::size_t>(close - value));
        at = close + 1;
    }
    if (at[0] == '/' && at[1] == '>') {
        at += 2;
    }
    else {
        if (end - at < 16 || std::memcmp(at, "><v>", 4) != 0) return false;
        at += 4;
        const char* const value = at;
        unsigned char all = 0;
        for (; at != end && *at != '<'; ++at) {
            if (*at == '&' || *at == '\r') return false;
            all |= static_cast<unsigned char>(*at);
        }
        if (end - at < 8 || std::memcmp(at, "</v></c>", 8) != 0) return false;
        cell.value = std::string_view(value, static_cast<std::size_t>(at - value));
        if (all >= 0x80 && !is_utf8(cell.value)) return false;
        cell.has_value = true;
        at += 8;
    }
    token_ = position_;
    position_ = static_cast<std::size_t>(at - data_);
    return true;
}

bool XmlLexer::take_string(ShortString& string)
{
    constexpr std::string_view head = "<si><t";
    constexpr std::string_view keep = " xml:space=\"preserve\"";
    constexpr std::string_view tail = "</t></si>";
    if (empty_element_) return false;
    const std::string_view rest(data_ + position_, end_ - position_);
    if (!rest.starts_with(head)) return false;
    std::size_t at = head.size();
    string.keep_space = rest.substr(at).starts_with(keep);
    if (string.keep_space) at += keep.size();
    if (at >= rest.size() || rest[at] != '>') return false;
    ++at;
    const std::size_t close = rest.find('<', at);
    if (close == std::string_view::npos || !rest.substr(close).starts_with(tail)) return false;
    string.text = rest.substr(at, close - at);
    bool ascii = true;
    if (has_special(string.text, ascii) || (!ascii && !is_utf8(string.text))) return false;
    token_ = position_;
    position_ += close + tail.size();
    return true;
}

}  // namespace samsvar::archive
