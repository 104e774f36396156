#include "oscal/prose.h"

#include "oscal/controls.h"
#include "oscal/names.h"
#include "xml/content.h"

namespace samsvar::oscal {

namespace {

/// flat_text with parameters inserted.
void append_inline(const xml::Element& element, const Parameters& parameters, std::string& text)
{
    xml::in_order(
        element, [&](std::string_view piece) { text += piece; },
        [&](const xml::Element& child) {
            if (child.name != "insert") {
                if (child.name == "li" || child.name == "tr" || child.name == "td") text += ' ';
                append_inline(child, parameters, text);
                return;
            }
            const std::string id = child.attribute_or("id-ref", "");
            const auto known = parameters.find(id);
            text += known != parameters.end() ? known->second : "[" + id + "]";
        });
}

std::string value_of(const xml::Element& parameter, const Parameters& parameters)
{
    std::string values, choices;
    for (const xml::Element* value : parameter.all("value"))
        values += (values.empty() ? "" : "; ") + value->trimmed_text();
    if (!values.empty()) return values;
    if (const xml::Element* select = parameter.child("select")) {
        for (const xml::Element* choice : select->all("choice")) {
            if (!choices.empty()) choices += "; ";
            append_inline(*choice, parameters, choices);
        }
        return (select->attribute_or("how-many", "one") == "one" ? "[one of: " : "[one or more of: ") + choices + "]";
    }
    const xml::Element* label = parameter.child("label");
    return "[" + (label ? flat_text(*label) : parameter.attribute_or("id", "")) + "]";
}

void append_prose(const xml::Element& part, const Parameters& parameters, std::string& text)
{
    for (const xml::Element& child : part.children) {
        if (child.name_space != name_space) continue;
        if (child.name == "prop") {
            if (child.attribute_or("name", "") == "label" && !child.attribute("ns"))
                text += ' ' + child.attribute_or("value", "");
        }
        else if (child.name == "part") {
            if (!child.attribute("ns")) append_prose(child, parameters, text);
        }
        else if (child.name != "title" && child.name != "link" && child.name != "remarks") {
            text += ' ';
            append_inline(child, parameters, text);
        }
    }
}

void collect(const xml::Element& element, const Parameters& known, Parameters& parameters)
{
    for (const xml::Element& child : element.children) {
        if (child.name == "param") {
            if (const std::string* id = child.attribute("id")) parameters.emplace(*id, value_of(child, known));
        }
        else if (holds_controls(child)) {
            collect(child, known, parameters);
        }
    }
}

}  // namespace

void collect_parameters(const xml::Element& element, Parameters& parameters)
{
    // A choice can hold another parameter: those that hold none are known after the first round.
    Parameters first;
    collect(element, {}, first);
    collect(element, first, parameters);
}

std::string prose_of(const xml::Element& part, const Parameters& parameters)
{
    xml::Element folded;
    append_prose(part, parameters, folded.text);
    return folded.trimmed_text();
}

}  // namespace samsvar::oscal
