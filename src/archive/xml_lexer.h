#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/utf8.h"
#include "base/limits.h"

namespace samsvar::archive {

/// How the references of the cells of one row end: its number and a quote, to be compared at once.
class RowEnding {
public:
    RowEnding() = default;
    /// `row` is 0-based and less than 9,999,999.
    explicit RowEnding(int row);

    /// Length of the number when what stands at `at` is the number and a quote; 0 otherwise. Looks at eight bytes.
    std::size_t matches(const char* at) const
    {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        return ((bytes ^ expected_) & mask_) == 0 ? digits_ : 0;
    }

private:
    std::uint64_t expected_ = ~std::uint64_t{0};
    std::uint64_t mask_ = ~std::uint64_t{0};
    std::size_t digits_ = 0;
};

/// A sheet cell in its usual short form, as the lexer's fast path finds it: <c r= s= t=><v>value</v></c> or <c …/>.
struct ShortCell {
    int column = -1;             ///< 0-based, when the reference names the row that is read
    std::string_view reference;  ///< otherwise
    std::string_view style;
    std::string_view type;
    std::string_view value;  ///< without entities
    bool has_value = false;
};

/// A shared string in its usual short form: <si><t>text</t></si>.
struct ShortString {
    std::string_view text;  ///< without entities, carriage returns and underscores
    bool keep_space = false;
};

/// Pull lexer over XML that arrives in chunks. Holds one reused window, knows no DTD (a DOCTYPE is refused), checks
/// nesting, attributes, entities and UTF-8, and caps depth, attributes and the length of one token.
/// Names are local names: prefixes are dropped, so that any prefix and both OOXML dialects are read alike.
/// Throws Error(malformed | unsupported | limit_exceeded) naming file, part, line and column.
class XmlLexer {
public:
    enum class Token { start, end, text, finished };
    /// Fills a buffer and gives the number of bytes; 0 = end.
    using Source = std::function<std::size_t(char*, std::size_t)>;

    /// Reads from `source`; one token is at most limits.paragraph_bytes and a little.
    XmlLexer(Source source, const std::string& file, const std::string& part, const Limits& limits);
    /// Reads from memory that stays where it is.
    XmlLexer(std::string_view whole, const std::string& file, const std::string& part, const Limits& limits);
    XmlLexer(const XmlLexer&) = delete;
    XmlLexer& operator=(const XmlLexer&) = delete;

    /// The next token. An empty element gives start and end.
    Token next();
    /// Local name of the last start or end. Like all views from here: valid until the next call of next().
    std::string_view name() const { return name_; }
    /// Value of an attribute of the last start by local name, decoded; empty when absent.
    std::string_view attribute(std::string_view local) { return attribute_or(local, {}); }
    std::string_view attribute_or(std::string_view local, std::string_view absent);
    bool has_attribute(std::string_view local) const;
    /// Decoded text of the last text token; a text may come in several tokens.
    std::string_view text() const { return text_; }
    /// Number of open elements.
    std::size_t depth() const { return open_.size(); }
    /// After a start: reads up to and including its end.
    void skip();
    /// After a start: all text up to its end, appended to `text`.
    void read_text(std::string& text);

    /// Takes a cell in its short form when the next token is one; otherwise nothing happens.
    bool take_cell(ShortCell& cell, const RowEnding& row);
    /// Takes a shared string in its short form when the next token is one; otherwise nothing happens.
    bool take_string(ShortString& string);

    /// Throws Error(malformed) at the last token.
    [[noreturn]] void malformed(const std::string& what) const;
    [[noreturn]] void refuse(const std::string& what) const;

private:
    struct Attribute {
        std::string_view name;  // local
        std::string_view raw;
    };

    bool fill();
    Token finish();
    Token take_text();
    bool take_markup(Token& token);
    bool take_start(Token& token);
    Token take_end(std::size_t close);
    void skip_past(std::string_view ending, std::size_t from, const char* what);
    std::size_t find(std::string_view ending, std::size_t from, const char* what);
    void need(std::size_t count);
    void check_declaration(std::string_view declaration) const;
    std::string_view decoded(std::string_view raw, std::string& into) const;
    void push_name(std::string_view qualified);
    std::string_view top_name() const;

    Source source_;
    const std::string& file_;
    const std::string& part_;
    const Limits& limits_;
    std::vector<char> window_;
    const char* data_ = nullptr;
    std::size_t position_ = 0;
    std::size_t end_ = 0;
    std::size_t token_ = 0;  // start of the last token, for messages
    bool exhausted_ = false;
    bool started_ = false;
    bool root_seen_ = false;
    bool empty_element_ = false;
    std::size_t lines_before_ = 0;  // newlines and bytes since the last one, dropped from the window
    std::size_t column_before_ = 0;
    std::string_view name_;
    std::string_view text_;
    std::vector<Attribute> attributes_;
    std::string names_;              // qualified names of the open elements, one after the other
    std::vector<std::size_t> open_;  // where each begins
    std::string text_buffer_;
    std::string closed_name_;
    std::deque<std::string> attribute_buffers_;  // a deque: views into it stay valid
    std::size_t attribute_buffers_used_ = 0;
};

/// The part of a qualified name after its prefix.
inline std::string_view local_name(std::string_view qualified)
{
    const auto colon = qualified.find(':');
    return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

}  // namespace samsvar::archive
