// Text in lines of a terminal's width.
#include "report/wrapped.h"

#include <algorithm>

#include "report/cell_text.h"

namespace samsvar::report {

namespace {

bool is_mark(char character)
{
    return character == emphasis_begins || character == emphasis_ends;
}

}  // namespace

std::size_t columns_of(std::string_view text)
{
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_mark(text[at])) ++columns;
        next_character(text, at);
    }
    return columns;
}

std::string wrapped(std::string_view text, std::string_view first, std::string_view other, std::size_t width)
{
    return wrapped_printable(printable(text), first, other, width);
}

std::string wrapped_printable(std::string_view text, std::string_view first, std::string_view other, std::size_t width)
{
    std::string lines(first);
    std::size_t column = columns_of(first);
    const std::size_t indent = columns_of(other);
    const auto new_line = [&] {
        lines += '\n' + std::string(other);
        column = indent;
    };
    bool line_start = true;
    const std::string folded = one_line(text);
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        std::string_view word(folded.data() + begin, end - begin);
        std::size_t length = columns_of(word);
        if (!line_start && column + 1 + length > width) {
            new_line();
            line_start = true;
        }
        if (!line_start) {
            lines += ' ';
            ++column;
        }
        // A word longer than a line is broken.
        while (column + length > width && width > column) {
            std::size_t at = 0;
            for (std::size_t taken = 0; taken < width - column;) {
                if (!is_mark(word[at])) ++taken;
                next_character(word, at);
            }
            lines += word.substr(0, at);
            word.remove_prefix(at);
            length = columns_of(word);
            new_line();
        }
        lines += word;
        column += length;
        line_start = false;
        begin = end + 1;
    }
    return lines + '\n';
}

}  // namespace samsvar::report
