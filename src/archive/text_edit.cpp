#include "archive/text_edit.h"

#include <algorithm>
#include <cassert>

#include "archive/utf8.h"
#include "archive/xml_lexer.h"
#include "base/error.h"

namespace samsvar::archive {

namespace {

[[noreturn]] void not_ended()
{
    throw Error(ErrorCode::malformed, {}, "an element does not end");
}

bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// A piece of markup: a start tag, an end tag, or anything else (comment, instruction, CDATA).
struct Tag {
    enum class Kind { start, empty, end, other };
    Kind kind = Kind::other;
    std::size_t begin = 0, end = 0;
};

std::size_t past(std::string_view content, std::string_view ending, std::size_t from)
{
    const std::size_t found = content.find(ending, from);
    if (found == std::string_view::npos) not_ended();
    return found + ending.size();
}

/// The tag at `begin`. A > may stand in the value of an attribute.
Tag tag_at(std::string_view content, std::size_t begin)
{
    const std::string_view rest = content.substr(begin);
    if (rest.starts_with("<!--")) return {Tag::Kind::other, begin, past(content, "-->", begin + 4)};
    if (rest.starts_with("<![CDATA[")) return {Tag::Kind::other, begin, past(content, "]]>", begin + 9)};
    if (rest.starts_with("<?")) return {Tag::Kind::other, begin, past(content, "?>", begin + 2)};
    if (rest.starts_with("</")) return {Tag::Kind::end, begin, past(content, ">", begin + 2)};
    for (std::size_t at = begin + 1; at < content.size(); ++at) {
        if (content[at] == '"' || content[at] == '\'') {
            at = content.find(content[at], at + 1);
            if (at == std::string_view::npos) not_ended();
        }
        else if (content[at] == '>') {
            return {content[at - 1] == '/' ? Tag::Kind::empty : Tag::Kind::start, begin, at + 1};
        }
    }
    not_ended();
}

/// The first tag from `at` on.
Tag next_tag(std::string_view content, std::size_t at)
{
    const std::size_t begin = content.find('<', at);
    if (begin == std::string_view::npos) not_ended();
    return tag_at(content, begin);
}

std::string_view name_in(std::string_view content, const Tag& tag)
{
    std::size_t end = tag.begin + 1;
    while (end < tag.end && !is_space(content[end]) && content[end] != '/' && content[end] != '>') ++end;
    return content.substr(tag.begin + 1, end - tag.begin - 1);
}

}  // namespace

std::string edited(std::string_view content, std::vector<TextEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.at < b.at; });
    std::size_t more = 0;
    for (const TextEdit& edit : edits) more += edit.inserted.size();
    std::string made;
    made.reserve(content.size() + more);
    std::size_t at = 0;
    for (const TextEdit& edit : edits) {
        assert(edit.at >= at && edit.at + edit.removed <= content.size() && "edits do not reach into each other");
        made += content.substr(at, edit.at - at);
        made += edit.inserted;
        at = edit.at + edit.removed;
    }
    made += content.substr(at);
    return made;
}

std::string_view ElementSpan::prefix() const
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon + 1);
}

ElementSpan element_at(std::string_view content, std::size_t begin)
{
    const Tag first = tag_at(content, begin);
    ElementSpan span{name_in(content, first), begin, first.end, first.end, first.end, false};
    if (first.kind == Tag::Kind::empty) {
        span.closed = true;
        return span;
    }
    if (first.kind != Tag::Kind::start) not_ended();
    std::size_t open = 1;
    for (std::size_t at = first.end;;) {
        const Tag tag = next_tag(content, at);
        at = tag.end;
        if (tag.kind == Tag::Kind::start) ++open;
        if (tag.kind == Tag::Kind::end && --open == 0) {
            span.inside_end = tag.begin;
            span.end = tag.end;
            return span;
        }
    }
}

std::vector<ElementSpan> children_of(std::string_view content, const ElementSpan& parent)
{
    std::vector<ElementSpan> children;
    for (std::size_t at = parent.inside; at < parent.inside_end;) {
        const std::size_t begin = content.find('<', at);
        if (begin >= parent.inside_end) break;
        const Tag tag = tag_at(content, begin);
        if (tag.kind == Tag::Kind::other) {
            at = tag.end;
            continue;
        }
        if (tag.kind == Tag::Kind::end) break;
        children.push_back(element_at(content, begin));
        at = children.back().end;
    }
    return children;
}

ElementSpan root_of(std::string_view content)
{
    for (std::size_t at = 0;;) {
        const Tag tag = next_tag(content, at);
        if (tag.kind != Tag::Kind::other) return element_at(content, tag.begin);
        at = tag.end;
    }
}

ElementSpan child_of(std::string_view content, const ElementSpan& parent, std::string_view local)
{
    for (const ElementSpan& child : children_of(content, parent))
        if (local_name(child.name) == local) return child;
    return {};
}

std::vector<AttributeSpan> attributes_of(std::string_view content, const ElementSpan& element)
{
    std::vector<AttributeSpan> attributes;
    std::size_t at = element.begin + 1 + element.name.size();
    while (at < element.inside) {
        while (at < element.inside && is_space(content[at])) ++at;
        if (at >= element.inside || content[at] == '>' || content[at] == '/') break;
        AttributeSpan attribute;
        attribute.begin = at;
        while (at < element.inside && content[at] != '=' && !is_space(content[at])) ++at;
        attribute.name = content.substr(attribute.begin, at - attribute.begin);
        while (at < element.inside && content[at] != '"' && content[at] != '\'') ++at;
        if (at >= element.inside) break;
        const std::size_t close = content.find(content[at], at + 1);
        if (close == std::string_view::npos || close >= element.inside) break;
        attribute.value_begin = at + 1;
        attribute.value = content.substr(at + 1, close - at - 1);
        attribute.end = at = close + 1;
        attributes.push_back(attribute);
    }
    return attributes;
}

std::string_view attribute_of(std::string_view content, const ElementSpan& element, std::string_view name,
                              std::string_view absent)
{
    for (const AttributeSpan& attribute : attributes_of(content, element))
        if (attribute.name == name) return attribute.value;
    return absent;
}

TextEdit append_to(const ElementSpan& element, const std::string& added)
{
    if (!element.closed) return {element.inside_end, 0, added};
    // <w:p/>: the slash gives way to a tag that ends.
    return {element.end - 2, 2, ">" + added + "</" + std::string(element.name) + ">"};
}

TextEdit set_attribute(std::string_view content, const ElementSpan& element, const std::string& name,
                       const std::string& value)
{
    for (const AttributeSpan& attribute : attributes_of(content, element))
        if (attribute.name == name) return {attribute.value_begin, attribute.value.size(), value};
    return {element.begin + 1 + element.name.size(), 0, " " + name + "=\"" + value + "\""};
}

std::string escaped_xml(std::string_view text)
{
    const std::string valid = is_utf8(text) ? std::string(text) : excerpt(text, text.size());
    std::string made;
    made.reserve(valid.size() + valid.size() / 16);
    for (std::size_t at = 0; at < valid.size(); ++at) {
        const char c = valid[at];
        switch (c) {
            case '&': made += "&amp;"; break;
            case '<': made += "&lt;"; break;
            case '>': made += "&gt;"; break;
            case '"': made += "&quot;"; break;
            default:
                // U+FFFE and U+FFFF are no characters of XML, nor are the controls but tab and line ends.
                if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n')
                    made += c == '\r' ? "\n" : "\xEF\xBF\xBD";
                else if (valid.compare(at, 2, "\xEF\xBF") == 0 && at + 2 < valid.size() &&
                         static_cast<unsigned char>(valid[at + 2]) >= 0xBE) {
                    made += "\xEF\xBF\xBD";
                    at += 2;
                }
                else
                    made += c;
        }
    }
    return made;
}

}  // namespace samsvar::archive
