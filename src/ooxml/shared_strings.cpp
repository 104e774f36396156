#include "ooxml/shared_strings.h"

#include <algorithm>
#include <limits>

#include "base/error.h"
#include "archive/xml_tree.h"

namespace samsvar::ooxml {

namespace {

/// Value of _xHHHH_ at `at`, or -1.
int escape_at(std::string_view text, std::size_t at)
{
    if (text.size() - at < 7 || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return -1;
    int code = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        const char c = text[i];
        int digit = -1;
        if (c >= '0' && c <= '9')
            digit = c - '0';
        else if (c >= 'a' && c <= 'f')
            digit = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            digit = c - 'A' + 10;
        if (digit < 0) return -1;
        code = code * 16 + digit;
    }
    return code;
}

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\n\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\n\r") - begin + 1);
}

}  // namespace

void unescape_cell_text(std::string& text)
{
    const bool plain =
        std::none_of(text.begin(), text.end(), [](char c) { return c == '_' || c == '\r' || (c >= 0 && c < 0x20); });
    if (plain) return;
    std::string whole;
    whole.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const int code = escape_at(text, at); code >= 0) {
            at += 7;
            const int low = code >= 0xD800 && code < 0xDC00 && at < text.size() ? escape_at(text, at) : -1;
            if (low >= 0xDC00 && low < 0xE000) {
                append_utf8(whole, static_cast<std::uint32_t>(0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00)));
                at += 7;
            }
            else if (code >= 0x20 || code == '\t' || code == '\n' || code == '\r') {
                append_utf8(whole, static_cast<std::uint32_t>(code));
            }
            continue;
        }
        whole += text[at++];
    }
    text.clear();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        const char c = whole[at];
        if (c == '\r') {
            if (at + 1 >= whole.size() || whole[at + 1] != '\n') text += '\n';
        }
        else if (c == '\t' || c == '\n' || static_cast<unsigned char>(c) >= 0x20) {
            text += c;
        }
    }
}

void check_cell_length(const XmlLexer& lexer, std::string_view text, const Limits& limits)
{
    if (text.size() <= limits.cell_characters) return;
    const auto characters = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    if (characters > limits.cell_characters)
        lexer.refuse("a cell has more characters than the limit of " + std::to_string(limits.cell_characters));
}

void read_string_item(XmlLexer& lexer, std::string& text, bool& struck)
{
    text.clear();
    const std::size_t outer = lexer.depth() - 1;
    bool run_struck = false;
    bool any = false;
    bool all_struck = true;
    std::string piece;
    for (;;) {
        const XmlLexer::Token token = lexer.next();
        if (token == XmlLexer::Token::end && lexer.depth() == outer) break;
        if (token != XmlLexer::Token::start) continue;
        if (lexer.name() == "t") {
            const bool keep = lexer.attribute("space") == "preserve";
            piece.clear();
            lexer.read_text(piece);
            text += keep ? std::string_view(piece) : trimmed(piece);
            if (!is_blank(piece)) {
                any = true;
                all_struck = all_struck && run_struck;
            }
        }
        else if (lexer.name() == "r") {
            run_struck = false;
        }
        else if (lexer.name() == "strike") {
            run_struck = is_true(lexer.attribute_or("val", "1"));
        }
        else if (lexer.name() == "rPh") {
            lexer.skip();
        }
    }
    struck = any && all_struck;
    unescape_cell_text(text);
}

SharedStrings::SharedStrings(const Package& package, const std::string& part)
{
    const Limits& limits = package.limits();
    EntryReader entry = package.stream(part);
    XmlLexer lexer([&](char* buffer, std::size_t capacity) { return entry.read(buffer, capacity); }, package.file(),
                   part, limits);
    // The markup takes more than the ends do; memory that is not written to costs nothing, whatever a file claims.
    constexpr std::uint64_t most_reserved = 64u << 20;
    arena_.reserve(static_cast<std::size_t>(std::min(package.size(part), most_reserved)));
    std::string text;
    bool struck = false;
    ShortString string;
    for (;;) {
        while (lexer.take_string(string))
            add(lexer, string.keep_space ? string.text : trimmed(string.text), false, limits);
        const XmlLexer::Token token = lexer.next();
        if (token == XmlLexer::Token::finished) return;
        if (token != XmlLexer::Token::start || lexer.name() != "si") continue;
        read_string_item(lexer, text, struck);
        add(lexer, text, struck, limits);
    }
}

void SharedStrings::add(const XmlLexer& lexer, std::string_view text, bool struck, const Limits& limits)
{
    check_cell_length(lexer, text, limits);
    if (ends_.size() >= limits.shared_strings)
        lexer.refuse("the workbook has more shared strings than the limit of " + std::to_string(limits.shared_strings));
    const auto most = std::min<std::uint64_t>(limits.shared_text_bytes, std::numeric_limits<std::uint32_t>::max());
    if (arena_.size() + text.size() > most)
        lexer.refuse("the shared strings of the workbook have more text than the limit of " + std::to_string(most) +
                     " bytes");
    arena_ += text;
    ends_.push_back(static_cast<std::uint32_t>(arena_.size()));
    struck_.push_back(struck);
}

}  // namespace samsvar::ooxml
