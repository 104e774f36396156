#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/package.h"

namespace samsvar::ooxml {

/// The workbook's shared strings in one arena. Phonetic guides are left out, rich text is joined.
class SharedStrings {
public:
    SharedStrings() = default;
    /// Throws Error: malformed, limit_exceeded.
    SharedStrings(const Package& package, const std::string& part);

    std::size_t size() const { return ends_.size(); }
    /// `index` < size(). Valid as long as the strings are where they are.
    std::string_view text(std::size_t index) const
    {
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return {arena_.data() + begin, ends_[index] - begin};
    }
    /// Tells the machine that text(index) will be asked for.
    void prefetch(std::size_t index) const { __builtin_prefetch(ends_.data() + index); }
    /// All runs that hold text are struck through.
    bool struck(std::size_t index) const { return struck_[index]; }

private:
    void add(const XmlLexer& lexer, std::string_view text, bool struck, const Limits& limits);

    std::string arena_;
    std::vector<std::uint32_t> ends_;
    std::vector<bool> struck_;
};

/// A string item or inline string: what stands between its start, already taken, and its end.
/// `text` is replaced; `struck` tells whether all of it is struck through.
void read_string_item(XmlLexer& lexer, std::string& text, bool& struck);

/// Replaces _xHHHH_ escapes (ECMA-376 part 1, 22.9.2.19), makes line ends \n and drops control characters.
void unescape_cell_text(std::string& text);

/// Refuses a cell text that is longer than Limits::cell_characters.
void check_cell_length(const XmlLexer& lexer, std::string_view text, const Limits& limits);

}  // namespace samsvar::ooxml
