#pragma once

#include <string>
#include <string_view>

namespace samsvar::delimited {

/// One field of a record.
struct Field {
    std::string text;  ///< without its quotes; line ends as \n
    bool quoted = false;
    bool stray_quote = false;  ///< text follows the closing quote: a quote inside was not doubled
    bool unclosed = false;     ///< began with a quote that nothing closes; read as it stands
    bool last = false;         ///< the record ends behind it
};

/// Reads records as RFC 4180 has them, with any separator, and forgives what people and programs do to it: any line
/// end, blanks before an opening quote, ragged rows, single quotes inside quoted fields.
class RecordReader {
public:
    /// `text` must outlive the reader.
    RecordReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    bool at_end() const { return at_ >= text_.size(); }
    /// The next field; not at_end(). An empty line is a record of one empty field.
    Field next();

private:
    void take_quoted(Field& field);
    void take_plain(Field& field);
    void end_field(Field& field);

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
};

}  // namespace samsvar::delimited
