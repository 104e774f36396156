#include "report/cell_text.h"

namespace samsvar::report {

namespace {
constexpr char32_t replacement = 0xFFFD;

bool turns_direction(char32_t character)
{
    return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

// XML 1.0, 2.2 Char; the C1 controls are allowed there but no program shows them.
bool forbidden(char32_t character)
{
    return (character < 0x20 && character != '\t' && character != '\n' && character != '\r') ||
           (character >= 0x7F && character < 0xA0) || character == 0xFFFE || character == 0xFFFF ||
           (character >= 0xFDD0 && character <= 0xFDEF) || (character & 0xFFFE) == 0xFFFE;
}
}  // namespace

char32_t next_character(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(text[at + offset]); };
    const unsigned char first = byte(0);
    if (first < 0x80) {
        ++at;
        return first;
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    const char32_t smallest = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) {
        ++at;
        return replacement;
    }
    char32_t character = first & (0x7Fu >> length);
    for (std::size_t offset = 1; offset < length; ++offset) {
        if ((byte(offset) & 0xC0) != 0x80) {
            ++at;
            return replacement;
        }
        character = (character << 6) | (byte(offset) & 0x3Fu);
    }
    if (character < smallest || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) {
        ++at;
        return replacement;
    }
    at += length;
    return character;
}

void append_utf8(std::string& text, char32_t character)
{
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (character < 0x80) {
        put(character);
    }
    else if (character < 0x800) {
        put(0xC0 | (character >> 6));
        put(0x80 | (character & 0x3F));
    }
    else if (character < 0x10000) {
        put(0xE0 | (character >> 12));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    }
    else {
        put(0xF0 | (character >> 18));
        put(0x80 | ((character >> 12) & 0x3F));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    }
}

std::string valid_text(std::string_view text)
{
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_utf8(valid, next_character(text, at));
    return valid;
}

std::string printable(std::string_view text)
{
    std::string shown;
    shown.reserve(text.size());
    // Most of a text stays as it is, so it is taken over in long pieces.
    std::size_t kept = 0;
    const auto replace = [&](std::size_t begin, std::size_t end, std::string_view by) {
        shown += text.substr(kept, begin - kept);
        shown += by;
        kept = end;
    };
    for (std::size_t at = 0; at < text.size();) {
        const unsigned char byte = static_cast<unsigned char>(text[at]);
        if ((byte >= 0x20 && byte < 0x7F) || byte == '\n') {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const char32_t character = next_character(text, at);
        if (character == '\r')
            replace(begin, at, at >= text.size() || text[at] != '\n' ? "\n" : "");
        else if (character == '\t')
            replace(begin, at, "    ");
        else if (turns_direction(character))
            replace(begin, at, "");
        else if (character == replacement || forbidden(character))
            replace(begin, at, "\uFFFD");
    }
    shown += text.substr(kept);
    return shown;
}

std::size_t utf16_length(std::string_view text)
{
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size();) length += next_character(text, at) > 0xFFFF ? 2 : 1;
    return length;
}

std::string cut_to(std::string_view text, std::size_t limit, std::string_view note)
{
    // A byte is never more than one unit, so most texts are settled without counting.
    if (text.size() <= limit || utf16_length(text) <= limit) return std::string(text);
    const std::size_t note_length = utf16_length(note);
    const std::size_t room = limit > note_length ? limit - note_length : 0;
    std::size_t at = 0;
    for (std::size_t units = 0; at < text.size();) {
        std::size_t next = at;
        units += next_character(text, next) > 0xFFFF ? 2 : 1;
        if (units > room) break;
        at = next;
    }
    return std::string(text.substr(0, at)) + std::string(note);
}

std::string excerpt(std::string_view text, std::size_t characters)
{
    std::size_t at = 0;
    std::size_t last_blank = 0;
    for (std::size_t count = 0; at < text.size() && count < characters; ++count) {
        if (text[at] == ' ' || text[at] == '\n') last_blank = at;
        next_character(text, at);
    }
    if (at >= text.size()) return std::string(text);
    const std::size_t end = last_blank >= at / 2 ? last_blank : at;
    return std::string(text.substr(0, end)) + " …";
}

bool begins_formula(std::string_view text)
{
    // The first character decides, and the full-width forms count: some spreadsheets fold them.
    static constexpr std::string_view formula_starts[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    for (const std::string_view start : formula_starts)
        if (text.starts_with(start)) return true;
    return false;
}

std::string one_line(std::string_view text)
{
    std::string line;
    for (const char byte : text) {
        const bool blank = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
        if (!blank)
            line += byte;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::string xlsx_text(const std::string& text)
{
    // ECMA-376 part 1, 22.4.2.4: _xHHHH_ stands for a character, _x005F_ for the underscore that begins such a text.
    if (text.find("_x") == std::string::npos) return text;
    std::string safe;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool escape = text[at] == '_' && at + 6 < text.size() && text[at + 1] == 'x' && text[at + 6] == '_';
        for (std::size_t digit = at + 2; escape && digit < at + 6; ++digit)
            escape = std::isxdigit(static_cast<unsigned char>(text[digit])) != 0;
        if (escape) safe += "_x005F";
        safe += text[at];
    }
    return safe.size() == text.size() ? text : cut_to(safe, 32767, "");
}

std::string filled(std::string text, std::string_view name, std::string_view value)
{
    const std::string slot = '{' + std::string(name) + '}';
    for (std::size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at + value.size()))
        text.replace(at, slot.size(), value);
    return text;
}

}  // namespace samsvar::report
