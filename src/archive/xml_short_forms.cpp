// Cells and strings as nearly all of them are written, taken in one step. Whatever looks otherwise, or is cut by the
// end of the window, is left to the long way: what is taken here must read there the same.

#include <algorithm>
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
    std::uint64_t special = 0;
    std::uint64_t high = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (; end - at >= 8; at += 8) {
        const EightBytes eight(at);
        special |= eight.equal('&') | eight.equal('_') | eight.below(0x20);
        high |= eight.not_ascii();
    }
    for (; at != end; ++at) {
        if (*at == '&' || *at == '_' || static_cast<unsigned char>(*at) < 0x20) return true;
        high |= static_cast<unsigned char>(*at) & 0x80u;
    }
    ascii = high == 0;
    return special != 0;
}

}  // namespace

bool XmlLexer::take_cell(ShortCell& cell)
{
    if (empty_element_) return false;
    const char* at = data_ + position_;
    const char* const end = data_ + end_;
    if (end - at < 8 || at[0] != '<' || at[1] != 'c' || at[2] != ' ') return false;
    at += 2;
    cell = {};
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
