#include "xml/write.h"

#include <algorithm>

#include "xml/character.h"
#include "xml/content.h"

namespace samsvar::xml {

namespace {

/// Length of the character at `at`; 0 when XML cannot hold what stands there.
std::size_t character_length(std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    if (first >= 0x80) return wide_character(text.data() + at, text.data() + text.size());
    return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
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
        in_order(
            element, [&](std::string_view text) { out_ += escaped_text(text); },
            [&](const Element& child) { this->element(child, element.name_space, depth + 1, true); });
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
