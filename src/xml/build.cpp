#include "xml/build.h"

#include <algorithm>

#include "xml/content.h"

namespace samsvar::xml {

Element make(std::string_view name, std::string_view name_space)
{
    Element element;
    element.name = name;
    element.name_space = name_space;
    return element;
}

Element make(std::string_view name, std::string_view name_space, const Element& made_from)
{
    Element element = make(name, name_space);
    element.file = made_from.file;
    element.line = made_from.line;
    element.column = made_from.column;
    return element;
}

void set(Element& element, std::string_view name, std::string_view value)
{
    if (!value.empty()) element.attributes.push_back({std::string(name), std::string(value)});
}

void replace(Element& element, std::string_view name, std::string_view value)
{
    for (Attribute& known : element.attributes)
        if (known.name == name) {
            known.value = value;
            return;
        }
    set(element, name, value);
}

Element& append(Element& parent, Element child)
{
    child.text_at = parent.text.size();
    parent.children.push_back(std::move(child));
    return parent.children.back();
}

Element& append_text(Element& parent, std::string_view name, std::string_view text)
{
    Element child = make(name, parent.name_space, parent);
    child.text = text;
    return append(parent, std::move(child));
}

namespace {

bool same_attributes(const Element& left, const Element& right)
{
    if (left.attributes.size() != right.attributes.size()) return false;
    return std::all_of(left.attributes.begin(), left.attributes.end(), [&](const Attribute& one) {
        const std::string* other = right.attribute(one.name);
        return other && *other == one.value;
    });
}

/// The text between two children, blanks folded.
std::string piece(const Element& element, std::size_t child)
{
    const std::size_t begin = child == 0 ? 0 : text_before(element, child - 1);
    Element part;
    part.text = element.text.substr(begin, text_before(element, child) - begin);
    return part.trimmed_text();
}

}  // namespace

bool same(const Element& left, const Element& right)
{
    if (left.name != right.name || left.name_space != right.name_space || !same_attributes(left, right) ||
        left.children.size() != right.children.size())
        return false;
    for (std::size_t index = 0; index <= left.children.size(); ++index) {
        if (piece(left, index) != piece(right, index)) return false;
        if (index < left.children.size() && !same(left.children[index], right.children[index])) return false;
    }
    return true;
}

}  // namespace samsvar::xml
