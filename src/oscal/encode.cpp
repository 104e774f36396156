#include "oscal/encode.h"

#include <string_view>

#include "oscal/names.h"
#include "xml/build.h"

namespace samsvar::oscal {

namespace {

/// Elements that are one or two words: the attribute that becomes the prop's value, and the one that becomes its class.
struct Short {
    std::string_view element, value, prop_class;
};
constexpr Short short_forms[] = {
    {"condition", "id", ""}, {"legal", "ref", ""}, {"attribute", "value", "name"}, {"level", "from", "aspect"}};
/// A level that is our own conclusion.
constexpr std::string_view inferred_level = "level-inferred";

const Short* short_form(std::string_view element)
{
    for (const Short& one : short_forms)
        if (one.element == element) return &one;
    return nullptr;
}

std::optional<xml::Element> short_prop(const xml::Element& own)
{
    const Short* form = short_form(own.name);
    if (!form || !own.children.empty() || !own.text.empty()) return std::nullopt;
    const std::string value = own.attribute_or(form->value, "");
    const std::string prop_class = form->prop_class.empty() ? "" : own.attribute_or(form->prop_class, "");
    if (value.empty() || (!prop_class.empty() && token_of(prop_class) != prop_class)) return std::nullopt;
    std::string_view name = form->element;
    for (const xml::Attribute& one : own.attributes) {
        if (one.name == form->value || one.name == form->prop_class) continue;
        if (own.name == "level" && one.name == "inferred" && one.value == "yes")
            name = inferred_level;
        else
            return std::nullopt;
    }
    return own_prop(name, value, prop_class, own);
}

/// Elements inside become parts too: a prop of ours would have to stand before prose and parts.
xml::Element own_part(const xml::Element& own)
{
    xml::Element part = xml::make("part", name_space, own);
    xml::set(part, "name", own.name);
    xml::set(part, "ns", own_space);
    xml::set(part, "class", own.attribute_or("xml:lang", ""));
    for (const xml::Attribute& one : own.attributes)
        if (one.name != "xml:lang" && one.name != "xmlns") append_own_prop(part, one.name, one.value);
    if (const std::string text = own.trimmed_text(); !text.empty()) xml::append_text(part, "p", text);
    for (const xml::Element& child : own.children) xml::append(part, own_part(child));
    return part;
}

}  // namespace

bool is_ours(const xml::Element& element)
{
    return (element.name == "prop" || element.name == "part") && element.attribute_or("ns", "") == own_space;
}

xml::Element own_prop(std::string_view name, std::string_view value, std::string_view prop_class,
                      const xml::Element& made_from)
{
    xml::Element prop = xml::make("prop", name_space, made_from);
    xml::set(prop, "name", name);
    xml::set(prop, "ns", own_space);
    xml::set(prop, "value", value);
    xml::set(prop, "class", prop_class);
    return prop;
}

const xml::Element* own_prop_in(const xml::Element& element, std::string_view name)
{
    for (const xml::Element& child : element.children)
        if (child.name == "prop" && is_ours(child) && child.attribute_or("name", "") == name) return &child;
    return nullptr;
}

void append_own_prop(xml::Element& into, std::string_view name, std::string_view value, std::string_view prop_class)
{
    if (!value.empty()) xml::append(into, own_prop(name, value, prop_class, into));
}

xml::Element encoded(const xml::Element& own)
{
    if (auto prop = short_prop(own)) return std::move(*prop);
    return own_part(own);
}

std::optional<xml::Element> decoded(const xml::Element& element)
{
    if (!is_ours(element)) return std::nullopt;
    const std::string name = element.attribute_or("name", "");
    if (element.name == "prop") {
        const Short* form = short_form(name == inferred_level ? "level" : name);
        if (!form) return std::nullopt;
        xml::Element own = xml::make(form->element, own_space, element);
        if (!form->prop_class.empty()) xml::set(own, form->prop_class, element.attribute_or("class", ""));
        xml::set(own, form->value, element.attribute_or("value", ""));
        if (name == inferred_level) xml::set(own, "inferred", "yes");
        return own;
    }
    xml::Element own = xml::make(name, own_space, element);
    xml::set(own, "xml:lang", element.attribute_or("class", ""));
    for (const xml::Element& child : element.children) {
        if (child.name == "prop" && is_ours(child))
            xml::set(own, child.attribute_or("name", ""), child.attribute_or("value", ""));
        else if (child.name == "p")
            own.text += (own.text.empty() ? "" : " ") + flat_text(child);
        else if (auto inner = decoded(child))
            xml::append(own, std::move(*inner));
    }
    return own;
}

}  // namespace samsvar::oscal
