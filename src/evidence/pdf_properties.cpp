// Looks for three strings in a PDF and does not interpret the rest: no cross-reference table is followed, since hostile
// and repaired files have wrong ones. The last object of a number counts, as after incremental updates.
#include <algorithm>
#include <charconv>

#include "archive/inflater.h"
#include "archive/utf8.h"
#include "evidence/properties.h"

namespace samsvar::evidence {

namespace {

constexpr std::size_t dictionary_bytes = 64u << 10;  // of an information dictionary
constexpr std::size_t stream_bytes = 4u << 20;       // of one inflated object stream
constexpr std::size_t inflated_bytes = 32u << 20;    // of all of them
constexpr std::size_t metadata_bytes = 1u << 20;     // of an XMP packet
constexpr int most_tries = 64;                       // of references and objects that lead nowhere
constexpr int most_streams = 4096;                   // of object streams

bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool is_figure(char c)
{
    return c >= '0' && c <= '9';
}
bool ends_name(char c)
{
    return is_blank(c) || std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

std::size_t skip_blanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}

/// A whole number at `at`, which moves behind it; nothing when none stands there or it is too long.
std::optional<std::size_t> number(std::string_view text, std::size_t& at)
{
    at = skip_blanks(text, at);
    std::size_t value = 0;
    const char* const begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + std::min<std::size_t>(text.size() - at, 10), value);
    if (error != std::errc() || end == begin) return std::nullopt;
    at += static_cast<std::size_t>(end - begin);
    return value;
}

int hex(char c)
{
    if (is_figure(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// A string in brackets with its escapes (ISO 32000-1, 7.3.4.2); `at` is behind the first bracket and moves behind the
/// last.
std::string literal(std::string_view text, std::size_t& at)
{
    std::string value;
    for (int depth = 1; at < text.size(); ++at) {
        char c = text[at];
        if (c == '(') ++depth;
        if (c == ')' && --depth == 0) {
            ++at;
            break;
        }
        if (c == '\\' && at + 1 < text.size()) {
            c = text[++at];
            if (c >= '0' && c <= '7') {
                int code = 0;
                std::size_t digits = 0;
                while (digits < 3 && at + digits < text.size() && text[at + digits] >= '0' && text[at + digits] <= '7')
                    code = code * 8 + (text[at + digits++] - '0');
                at += digits - 1;
                value += static_cast<char>(code & 0xFF);
                continue;
            }
            if (c == '\r' || c == '\n') {
                if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
                continue;
            }
            constexpr std::string_view letters = "nrtbf", meant = "\n\r\t\b\f";
            if (const std::size_t which = letters.find(c); which != std::string_view::npos) c = meant[which];
        }
        value += c;
    }
    return value;
}

/// A string of hexadecimal figures; `at` is behind '<'.
std::string hexadecimal(std::string_view text, std::size_t& at)
{
    std::string value;
    int high = -1;
    for (; at < text.size() && text[at] != '>'; ++at) {
        const int figure = hex(text[at]);
        if (figure < 0) continue;
        if (high < 0)
            high = figure;
        else {
            value += static_cast<char>(high * 16 + figure);
            high = -1;
        }
    }
    if (high >= 0) value += static_cast<char>(high * 16);
    if (at < text.size()) ++at;
    return value;
}

/// A text string (ISO 32000-1, 7.9.2.2) as UTF-8: UTF-16 or UTF-8 with a mark in front, else PDFDocEncoding, which is
/// Latin-1 but for signs no title needs.
std::string utf8_of(std::string_view text)
{
    std::string value;
    if (text.starts_with("\xEF\xBB\xBF")) return std::string(text.substr(3));
    const bool big = text.starts_with("\xFE\xFF");
    if (!big && !text.starts_with("\xFF\xFE")) {
        for (const char c : text) {
            const unsigned code = static_cast<unsigned char>(c);
            archive::append_utf8(value, code >= 0x80 && code < 0xA0 ? unsigned{'?'}
                                        : code < 0x20               ? unsigned{' '}
                                                                    : code);
        }
        return value;
    }
    const auto unit = [&](std::size_t at) {
        const unsigned first = static_cast<unsigned char>(text[at]), second = static_cast<unsigned char>(text[at + 1]);
        return big ? first << 8 | second : second << 8 | first;
    };
    for (std::size_t at = 2; at + 1 < text.size(); at += 2) {
        unsigned code = unit(at);
        if (code >= 0xD800 && code < 0xDC00 && at + 3 < text.size()) {
            const unsigned low = unit(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        archive::append_utf8(value, code < 0x20 ? unsigned{' '} : code);
    }
    return value;
}

/// The strings of a dictionary that stands at the beginning of `object`, as far as they are wanted.
void read_dictionary(std::string_view object, Properties& properties)
{
    object = object.substr(0, dictionary_bytes);
    std::size_t at = object.find("<<");
    if (at == std::string_view::npos) return;
    at += 2;
    std::string key;
    for (int depth = 1; at < object.size();) {
        const char c = object[at];
        if (c == '/') {
            const std::size_t begin = ++at;
            while (at < object.size() && !ends_name(object[at])) ++at;
            key = depth == 1 ? std::string(object.substr(begin, at - begin)) : std::string();
            continue;
        }
        if (object.substr(at).starts_with("<<")) {
            ++depth;
            at += 2;
        }
        else if (object.substr(at).starts_with(">>")) {
            if (--depth == 0) return;
            at += 2;
        }
        else if (c == '(' || c == '<') {
            ++at;
            const std::string value = c == '(' ? literal(object, at) : hexadecimal(object, at);
            if (key == "Title") properties.title = tidy(utf8_of(value));
            if (key == "CreationDate") properties.created = day_in(utf8_of(value));
            if (key == "ModDate") properties.modified = day_in(utf8_of(value));
            key.clear();
        }
        else
            ++at;
    }
}

/// The plain object of that number: what stands behind the last "12 0 obj"; empty when there is none.
std::string_view plain_object(std::string_view bytes, std::size_t wanted, std::size_t generation)
{
    const std::string head = std::to_string(wanted) + ' ' + std::to_string(generation) + " obj";
    std::size_t at = bytes.rfind(head);
    for (int tries = 0; at != std::string_view::npos && tries < most_tries; ++tries) {
        if (at == 0 || !is_figure(bytes[at - 1])) return bytes.substr(at + head.size(), dictionary_bytes);
        at = bytes.rfind(head, at - 1);
    }
    return {};
}

/// What the deflate stream behind a zlib header holds, up to a limit; what is damaged ends it.
std::string inflated(std::string_view zlib, std::size_t most)
{
    constexpr std::size_t header_bytes = 2;  // RFC 1950
    std::string content;
    if (zlib.size() <= header_bytes) return content;
    archive::Inflater inflater(zlib.substr(header_bytes, 1u << 30));
    for (char buffer[16384]; content.size() < most;) {
        const archive::Inflater::Piece piece = inflater.inflate(buffer, sizeof buffer);
        content.append(buffer, piece.count);
        if (piece.state != archive::Inflater::State::more) break;
    }
    return content;
}

/// The object of that number in the dictionary and content of an object stream (ISO 32000-1, 7.5.7).
std::string in_stream(std::string_view dictionary, const std::string& content, std::size_t wanted)
{
    std::size_t first_at = dictionary.find("/First");
    if (first_at == std::string_view::npos) return {};
    first_at += 6;
    const std::optional<std::size_t> first = number(dictionary, first_at);
    if (!first || *first >= content.size()) return {};
    const std::string_view table = std::string_view(content).substr(0, *first);
    for (std::size_t at = 0;;) {
        const std::optional<std::size_t> id = number(table, at);
        const std::optional<std::size_t> offset = id ? number(table, at) : std::nullopt;
        if (!offset) return {};
        if (*id == wanted && *offset < content.size() - *first)
            return content.substr(*first + *offset, dictionary_bytes);
    }
}

/// The object of that number in the last object stream that holds it.
std::string packed_object(std::string_view bytes, std::size_t wanted)
{
    constexpr std::size_t around = 1024;  // bytes of a stream's dictionary before and behind its /Type
    std::size_t left = inflated_bytes;
    std::size_t at = bytes.rfind("/ObjStm");
    for (int tries = 0; at != std::string_view::npos && at > 0 && tries < most_streams && left > 0; ++tries) {
        const std::size_t before = at - std::min(at, around);
        const std::size_t object = bytes.substr(before, at - before).rfind("obj");
        const std::size_t stream = bytes.substr(at, around).find("stream");
        if (object != std::string_view::npos && stream != std::string_view::npos) {
            const std::size_t begin = before + object;
            std::size_t data = at + stream + 6;
            const std::string_view dictionary = bytes.substr(begin, data - begin);
            if (data < bytes.size() && bytes[data] == '\r') ++data;
            if (data < bytes.size() && bytes[data] == '\n') ++data;
            if (dictionary.find("/FlateDecode") != std::string_view::npos) {
                const std::string content =
                    inflated(bytes.substr(std::min(data, bytes.size())), std::min(left, stream_bytes));
                left -= std::min(left, content.size());
                if (std::string found = in_stream(dictionary, content, wanted); !found.empty()) return found;
            }
        }
        at = bytes.rfind("/ObjStm", at - 1);
    }
    return {};
}

/// The information dictionary that the last trailer names.
void read_information(std::string_view bytes, Properties& properties)
{
    std::size_t at = bytes.rfind("/Info");
    for (int tries = 0; at != std::string_view::npos && tries < most_tries; ++tries) {
        std::size_t behind = at + 5;
        const std::optional<std::size_t> object = number(bytes, behind);
        const std::optional<std::size_t> generation = object ? number(bytes, behind) : std::nullopt;
        if (generation && skip_blanks(bytes, behind) < bytes.size() && bytes[skip_blanks(bytes, behind)] == 'R') {
            if (const std::string_view plain = plain_object(bytes, *object, *generation); !plain.empty())
                read_dictionary(plain, properties);
            else
                read_dictionary(packed_object(bytes, *object), properties);
            return;
        }
        if (at == 0) return;
        at = bytes.rfind("/Info", at - 1);
    }
}

std::string unescaped(std::string_view text)
{
    static constexpr std::pair<std::string_view, char> entities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto known = std::find_if(std::begin(entities), std::end(entities),
                                        [&](const auto& one) { return text.substr(at).starts_with(one.first); });
        plain += known == std::end(entities) ? text[at] : known->second;
        at += known == std::end(entities) ? 1 : known->first.size();
    }
    return plain;
}

/// Text of an element or value of an attribute with that name, as XMP may write either.
std::string_view xmp_value(std::string_view packet, std::string_view name)
{
    const std::size_t at = packet.find(name);
    if (at == std::string_view::npos || at + name.size() >= packet.size()) return {};
    std::string_view rest = packet.substr(at + name.size());
    if (rest.starts_with("=\"")) return rest.substr(2, rest.substr(2).find('"'));
    const std::size_t begin = rest.find('>');
    if (begin == std::string_view::npos) return {};
    rest.remove_prefix(begin + 1);
    return rest.substr(0, rest.find('<'));
}

void read_metadata(std::string_view bytes, Properties& properties)
{
    const std::size_t begin = bytes.rfind("<x:xmpmeta");
    if (begin == std::string_view::npos) return;
    std::string_view packet = bytes.substr(begin, metadata_bytes);
    packet = packet.substr(0, packet.find("</x:xmpmeta"));
    if (!properties.created) properties.created = day_in(xmp_value(packet, "xmp:CreateDate"));
    if (!properties.modified) properties.modified = day_in(xmp_value(packet, "xmp:ModifyDate"));
    if (const std::size_t title = packet.find("<dc:title");
        properties.title.empty() && title != std::string_view::npos) {
        std::string_view inner = packet.substr(title);
        inner = inner.substr(0, inner.find("</dc:title"));
        properties.title = tidy(unescaped(xmp_value(inner, "<rdf:li")));
    }
}

}  // namespace

Properties read_pdf(std::string_view bytes)
{
    Properties properties;
    const std::size_t tail = bytes.size() - std::min<std::size_t>(bytes.size(), 4096);
    const bool encrypted = bytes.substr(tail).find("/Encrypt") != std::string_view::npos ||
                           bytes.substr(0, 4096).find("/Encrypt") != std::string_view::npos;
    if (!encrypted) read_information(bytes, properties);
    read_metadata(bytes, properties);
    if (properties.empty())
        properties.remark =
            encrypted ? "the PDF is encrypted; its title and dates cannot be read" : "no date found in the PDF";
    return properties;
}

}  // namespace samsvar::evidence
