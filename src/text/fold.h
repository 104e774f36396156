#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samsvar::text {

/// Half-open range of bytes in a folded text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t size() const { return end - begin; }
    bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
    auto operator<=>(const Span&) const = default;
};

/// The same in half the memory, for what a text has very many of.
struct ShortSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    ShortSpan() = default;
    ShortSpan(const Span& span)
        : begin(static_cast<std::uint32_t>(span.begin)), end(static_cast<std::uint32_t>(span.end))
    {
    }
    operator Span() const { return {begin, end}; }
    std::size_t size() const { return end - begin; }
    bool contains(const Span& other) const { return Span(*this).contains(other); }
    bool overlaps(const Span& other) const { return Span(*this).overlaps(other); }
};

/// A text brought to the form that patterns match: pure ASCII, lower case, one byte a letter, so that RE2's \b and \w
/// (ASCII only) mean what they say and the same word in NFC, NFD, with soft hyphens or typographic quotes is one word.
/// å → A, ä æ → E, ö ø → O (upper case is free, since all else is lower case); other accents are dropped (é → e, ü → u,
/// š → s), ß → ss, other letters → q, other digits → their value, other symbols → one blank. Soft hyphens, zero-width
/// characters and the BOM vanish; all blanks (also NBSP) become one blank, runs folded; line breaks become \n, runs of
/// them folded to one \n with the blanks around it gone; all dashes → '-', all single quotes → ', all double quotes →
/// ". bullets (• · ▪ ◦ ‣) → '*'; § → '$'; ✓ ✔ ☑ ☒ ✗ → "x"; … → "..."; ≥ → ">=", ≤ → "<=".
struct Folded {
    std::string text;
    /// origin[i] = byte offset in the source where folded byte i starts; one more entry for the end.
    std::vector<std::uint32_t> origin;
    std::string source;

    std::string_view view(const Span& span) const { return std::string_view(text).substr(span.begin, span.size()); }
    /// The source's own bytes behind a span: verbatim, cut at character borders, blanks at the ends trimmed.
    std::string quote(const Span& span) const { return std::string(quoted(span)); }
    std::string_view quoted(const Span& span) const;
};

/// Folds `source`; invalid UTF-8 bytes count as symbols. Linear time.
Folded fold(std::string_view source);

/// fold(source).text.
std::string fold_text(std::string_view source);

/// Folds a piece of a pattern: like a text, but every blank stays, and symbols that become * . - or $ are escaped.
std::string fold_for_pattern(std::string_view source);

/// The source with every invalid UTF-8 byte replaced by U+FFFD and control characters other than \t \n \r left out.
std::string valid_utf8(std::string_view source);

/// First 16 hexadecimal digits of SHA-256 over the folded text's letters and digits, words joined by single blanks:
/// tells whether a supplier changed a question's words without our shipping the words. Letters of other scripts than
/// Latin count as they are.
std::string fingerprint(std::string_view source);

/// Whether two texts have the same fingerprint; ends at the first letter that differs.
bool same_words(const Folded& one, std::string_view other);
std::string fingerprint(const Folded& folded);

/// Trims blanks and line breaks at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace samsvar::text
