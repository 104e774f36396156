#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace samsvar::report {

/// Writes JSON (RFC 8259) in the order it is told. Wrong nesting is a bug of the caller's (assert).
class JsonWriter {
public:
    JsonWriter& begin_object() { return begin('{'); }
    JsonWriter& end_object() { return end('}'); }
    JsonWriter& begin_list() { return begin('['); }
    JsonWriter& end_list() { return end(']'); }
    JsonWriter& key(std::string_view name);
    JsonWriter& text(std::string_view value);
    /// null when the value is empty.
    JsonWriter& text_or_null(std::string_view value);
    JsonWriter& number(std::size_t value);
    /// The shortest text that reads back as the same number, with a decimal point.
    JsonWriter& number(double value);
    JsonWriter& flag(bool value);

    /// The document, with a line feed at the end.
    std::string take();

private:
    JsonWriter& begin(char bracket);
    JsonWriter& end(char bracket);
    void before_value();
    void new_line();

    std::string text_;
    std::vector<bool> filled_;  // one per open bracket: something stands in it
    bool after_key_ = false;
};

/// `text` as a JSON string, quotes included.
std::string json_string(std::string_view text);

}  // namespace samsvar::report
