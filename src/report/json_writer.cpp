#include "report/json_writer.h"

#include <cassert>
#include <charconv>

#include "report/cell_text.h"

namespace samsvar::report {

std::string json_string(std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string quoted = "\"";
    for (const char byte : valid_text(text)) {
        const auto code = static_cast<unsigned char>(byte);
        switch (byte) {
            case '"': quoted += "\\\""; break;
            case '\\': quoted += "\\\\"; break;
            case '\n': quoted += "\\n"; break;
            case '\r': quoted += "\\r"; break;
            case '\t': quoted += "\\t"; break;
            default:
                if (code < 0x20 || code == 0x7F) {
                    quoted += "\\u00";
                    quoted += digits[code >> 4];
                    quoted += digits[code & 15];
                }
                else {
                    quoted += byte;
                }
        }
    }
    return quoted + '"';
}

void JsonWriter::new_line()
{
    text_ += '\n';
    text_.append(filled_.size() * 2, ' ');
}

void JsonWriter::before_value()
{
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (filled_.empty()) return;
    if (filled_.back()) text_ += ',';
    filled_.back() = true;
    new_line();
}

JsonWriter& JsonWriter::begin(char bracket)
{
    before_value();
    text_ += bracket;
    filled_.push_back(false);
    return *this;
}

JsonWriter& JsonWriter::end(char bracket)
{
    assert(!filled_.empty() && !after_key_);
    const bool filled = filled_.back();
    filled_.pop_back();
    if (filled) new_line();
    text_ += bracket;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    assert(!after_key_);
    before_value();
    text_ += json_string(name) + ": ";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value)
{
    before_value();
    text_ += json_string(value);
    return *this;
}

JsonWriter& JsonWriter::text_or_null(std::string_view value)
{
    if (!value.empty()) return text(value);
    before_value();
    text_ += "null";
    return *this;
}

JsonWriter& JsonWriter::number(std::size_t value)
{
    before_value();
    text_ += std::to_string(value);
    return *this;
}

JsonWriter& JsonWriter::number(double value)
{
    before_value();
    char buffer[64];
    const auto [end, failure] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    std::string digits = failure == std::errc() ? std::string(buffer, end) : "0.0";
    if (digits.find_first_of(".ni") == std::string::npos) digits += ".0";
    // JSON has no word for what is not a number.
    text_ += digits.find_first_of("ni") == std::string::npos ? digits : "null";
    return *this;
}

JsonWriter& JsonWriter::flag(bool value)
{
    before_value();
    text_ += value ? "true" : "false";
    return *this;
}

std::string JsonWriter::take()
{
    assert(filled_.empty());
    text_ += '\n';
    return std::move(text_);
}

}  // namespace samsvar::report
