#include "delimited/records.h"

#include <algorithm>

namespace samsvar::delimited {

namespace {

/// Line ends inside a field become \n.
void append_lines(std::string& text, std::string_view piece)
{
    for (std::size_t i = 0; i < piece.size(); ++i) {
        if (piece[i] == '\r') {
            text += '\n';
            if (i + 1 < piece.size() && piece[i + 1] == '\n') ++i;
        }
        else {
            text += piece[i];
        }
    }
}

}  // namespace

Field RecordReader::next()
{
    Field field;
    std::size_t start = at_;
    while (start < text_.size() && text_[start] == ' ') ++start;
    if (start < text_.size() && text_[start] == '"') {
        const std::size_t before = at_;
        at_ = start;
        take_quoted(field);
        if (field.unclosed) {
            at_ = before;
            field.text.clear();
            take_plain(field);
        }
    }
    else {
        take_plain(field);
    }
    end_field(field);
    return field;
}

/// From the opening quote to the end of the field.
void RecordReader::take_quoted(Field& field)
{
    std::size_t at = at_ + 1;
    for (;;) {
        const std::size_t quote = text_.find('"', at);
        if (quote == std::string_view::npos) {
            // Nothing behind can be unclosed again: it holds only pairs of quotes, so this happens once in a file.
            field.unclosed = true;
            return;
        }
        append_lines(field.text, text_.substr(at, quote - at));
        at = quote + 1;
        if (at >= text_.size() || text_[at] != '"') break;
        field.text += '"';
        ++at;
    }
    field.quoted = true;
    at_ = at;
    const std::size_t length = field.text.size();
    take_plain(field);
    // Blanks between the closing quote and the separator are no text.
    if (field.text.find_first_not_of(' ', length) == std::string::npos)
        field.text.resize(length);
    else
        field.stray_quote = true;
}

void RecordReader::take_plain(Field& field)
{
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != separator_ && text_[end] != '\n' && text_[end] != '\r') ++end;
    field.text += text_.substr(at_, end - at_);
    at_ = end;
}

void RecordReader::end_field(Field& field)
{
    if (at_ >= text_.size()) {
        field.last = true;
        return;
    }
    if (text_[at_] == separator_) {
        ++at_;
        // The end of the file right behind a separator: the empty field there is not told, it holds nothing.
        field.last = at_ >= text_.size();
        return;
    }
    field.last = true;
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
}

}  // namespace samsvar::delimited
