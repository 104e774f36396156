#include "xml/write.h"

#include <algorithm>

namespace samsvar::xml {

namespace {

/// Length of the UTF-8 character at `at` that XML 1.0 can hold (2.2, production Char); 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
    const std::size_t length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first >= 0xF5 || at + length > text.size()) return 0;
    char32_t point = first & (0xFFu >> (length + 1));
    for (std::size_t index = 1; index < length; ++index) {
        if ((byte(at + index) & 0xC0) != 0x80) return 0;
        point = (point << 6) | (byte(at + index) & 0x3Fu);
    }
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && (point < 0x10000 || point > 0x10FFFF));
    const bool no_character = (point >= 0xD800 && point <= 0xDFFF) || point == 0xFFFE || point == 0xFFFF;
    return overlong || no_character ? 0 : length;
}

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// xmlns is written where it is needed; a prefix other than xml: would stand for nothing.
bool is_written(const std::string& attribute)
{
    return attribute != "xmlns" && (attribute.starts_with("xml:") || attribute.find(':') == std::string::npos);
}

class Writer {
public:
    std::string take() { return std::move(out_); }

    void element(const Element& element, const std::string& outer_space, std::size_t depth, bool inline_content)
    {
        out_ += '<' + element.name;
        if (element.name_space != outer_space) out_ += " xmlns=\"" + escaped(element.name_space) + '"';
        for (const Attribute& one : element.attributes)
            if (is_written(one.name)) out_ += ' ' + one.name + "=\"" + escaped(one.value) + '"';
        if (element.children.empty() && element.text.empty()) {
            out_ += "/>";
            return;
        }
        out_ += '>';
        if (inline_content || element.children.empty() || !is_blank(element.text))
            mixed(element, depth);
        else
            block(element, depth);
        out_ += "</" + element.name + '>';
    }

private:
    void mixed(const Element& element, std::size_t depth)
    {
        std::size_t at = 0;
        for (const Element& child : element.children) {
            const std::size_t until = std::min(std::max(child.text_at, at), element.text.size());
            out_ += escaped_text(std::string_view(element.text).substr(at, until - at));
            at = until;
            this->element(child, element.name_space, depth + 1, true);
        }
        out_ += escaped_text(std::string_view(element.text).substr(at));
    }

    void block(const Element& element, std::size_t depth)
    {
        for (const Element& child : element.children) {
            out_ += '\n' + std::string(2 * (depth + 1), ' ');
            this->element(child, element.name_space, depth + 1, false);
        }
        out_ += '\n' + std::string(2 * depth, ' ');
    }

    /// A line end in text stays one; a carriage return would be read back as one.
    static std::string escaped_text(std::string_view text)
    {
        std::string xml;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t length = character_length(text, at);
            if (length == 1 && text[at] == '&')
                xml += "&amp;";
            else if (length == 1 && text[at] == '<')
                xml += "&lt;";
            else if (length == 1 && text[at] == '>')
                xml += "&gt;";
            else if (length == 1 && text[at] == '\r')
                xml += "&#13;";
            else
                xml += text.substr(at, length);
            at += std::max<std::size_t>(length, 1);
        }
        return xml;
    }

    std::string out_;
};

}  // namespace

std::string escaped(std::string_view text)
{
    std::string xml;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = character_length(text, at);
        if (length == 1) {
            switch (text[at]) {
                case '&': xml += "&amp;"; break;
                case '<': xml += "&lt;"; break;
                case '>': xml += "&gt;"; break;
                case '"': xml += "&quot;"; break;
                case '\n': xml += "&#10;"; break;
                case '\r': xml += "&#13;"; break;
                case '\t': xml += "&#9;"; break;
                default: xml += text[at];
            }
        }
        else {
            xml += text.substr(at, length);
        }
        at += std::max<std::size_t>(length, 1);
    }
    return xml;
}

std::string write(const Element& root)
{
    Writer writer;
    writer.element(root, "", 0, false);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + writer.take() + '\n';
}

}  // namespace samsvar::xml
