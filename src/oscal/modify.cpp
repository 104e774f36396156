#include "oscal/modify.h"

#include <algorithm>

#include "oscal/controls.h"
#include "oscal/order.h"
#include "xml/build.h"

namespace samsvar::oscal {

namespace {

using xml::Element;

/// Where an element stands: its parent and its index there.
struct Spot {
    Element* parent = nullptr;
    std::size_t index = 0;
    Element& element() const { return parent->children[index]; }
};

/// The element of `names` with that id, of a control (not of the controls in it) or of a whole catalogue.
Spot find_id(Element& parent, const std::string& id, const std::vector<std::string_view>& names, bool into_controls)
{
    for (std::size_t index = 0; index < parent.children.size(); ++index) {
        Element& child = parent.children[index];
        if (std::find(names.begin(), names.end(), child.name) != names.end() && child.attribute_or("id", "") == id)
            return {&parent, index};
        if (child.name == "control" && !into_controls) continue;
        if (const Spot found = find_id(child, id, names, into_controls); found.parent) return found;
    }
    return {};
}

void replace_children(Element& parameter, const Element& setting, std::string_view name)
{
    if (!setting.child(name)) return;
    std::erase_if(parameter.children, [&](const Element& child) { return child.name == name; });
}

/// Order of a param: prop, link, label, usage, constraint, guideline, value or select, remarks.
int parameter_rank(std::string_view name)
{
    constexpr std::string_view order[] = {"prop",      "link",  "label",  "usage",  "constraint",
                                          "guideline", "value", "select", "remarks"};
    return static_cast<int>(std::find(std::begin(order), std::end(order), name) - std::begin(order));
}

void set_parameter(Element& parameter, const Element& setting)
{
    for (const std::string_view name : {"class", "depends-on"})
        if (const std::string* value = setting.attribute(name)) xml::replace(parameter, name, *value);
    for (const std::string_view name : {"label", "usage"}) replace_children(parameter, setting, name);
    // A value takes the place of a choice, and the other way round.
    if (setting.child("value") || setting.child("select"))
        std::erase_if(parameter.children,
                      [](const Element& child) { return child.name == "value" || child.name == "select"; });
    for (const Element& child : setting.children) {
        if (child.name == "prop")
            std::erase_if(parameter.children, [&](const Element& one) {
                return one.name == "prop" && one.attribute_or("name", "") == child.attribute_or("name", "") &&
                       one.attribute_or("ns", "") == child.attribute_or("ns", "") &&
                       one.attribute_or("class", "") == child.attribute_or("class", "");
            });
        xml::append(parameter, child);
    }
    std::stable_sort(parameter.children.begin(), parameter.children.end(),
                     [](const Element& left, const Element& right) {
                         return parameter_rank(left.name) < parameter_rank(right.name);
                     });
    for (Element& child : parameter.children) child.text_at = 0;
}

/// True when the element is all that a <remove> asks for.
bool is_meant(const Element& element, const Element& removal)
{
    const std::pair<std::string_view, std::string_view> conditions[] = {
        {"by-name", "name"}, {"by-class", "class"}, {"by-id", "id"}, {"by-ns", "ns"}};
    bool any = false;
    for (const auto& [condition, attribute] : conditions)
        if (const std::string* wanted = removal.attribute(condition)) {
            any = true;
            if (element.attribute_or(attribute, "") != *wanted) return false;
        }
    if (const std::string* wanted = removal.attribute("by-item-name")) {
        any = true;
        if (element.name != *wanted) return false;
    }
    return any;
}

/// Titles and the controls inside stay.
void remove(Element& element, const Element& removal)
{
    std::erase_if(element.children, [&](const Element& child) {
        return child.name != "title" && child.name != "control" && is_meant(child, removal);
    });
    for (Element& child : element.children)
        if (child.name != "control") remove(child, removal);
}

void add(Element& control, const Element& addition, std::vector<std::string>& notes)
{
    const std::string position = addition.attribute_or("position", "ending");
    if (position != "before" && position != "after" && position != "starting" && position != "ending")
        throw addition.error("attribute \"position\" must be one of before, after, starting, ending, not \"" +
                             position + "\"");
    const std::string id = addition.attribute_or("by-id", "");
    const bool first = position == "before" || position == "starting";
    std::vector<Element> added = addition.children;
    const auto add_into = [&](Element& target) {
        if (first) std::reverse(added.begin(), added.end());
        for (Element& child : added)
            first ? insert_starting(target, std::move(child)) : insert_ending(target, std::move(child));
    };
    if (id.empty() || id == control.attribute_or("id", "")) {
        // Without a target inside, before and after can only mean at the beginning and at the end.
        add_into(control);
        return;
    }
    const Spot spot = find_id(control, id, {"param", "part", "prop", "link"}, false);
    if (!spot.parent) {
        notes.push_back(addition.location().text() + ": adds to \"" + id + "\", which " +
                        control.attribute_or("id", "") + " does not hold");
        return;
    }
    if (position == "starting" || position == "ending") {
        add_into(spot.element());
        return;
    }
    std::vector<Element>& siblings = spot.parent->children;
    for (Element& child : added) child.text_at = siblings[spot.index].text_at;
    siblings.insert(siblings.begin() + static_cast<std::ptrdiff_t>(spot.index + (first ? 0 : 1)), added.begin(),
                    added.end());
}

}  // namespace

void modify(const Element& modification, Element& catalog, std::vector<std::string>& notes)
{
    for (const Element* setting : modification.all("set-parameter")) {
        const std::string& id = setting->require_attribute("param-id");
        const Spot spot = find_id(catalog, id, {"param"}, true);
        if (spot.parent)
            set_parameter(spot.element(), *setting);
        else
            notes.push_back(setting->location().text() + ": sets the parameter \"" + id + "\", which is not there");
    }
    for (const Element* alteration : modification.all("alter")) {
        const std::string& id = alteration->require_attribute("control-id");
        // Anew each time: removing and adding move elements about.
        std::vector<Element*> altered;
        each_control(catalog, [&](Element& control) {
            if (control.attribute_or("id", "") == id) altered.push_back(&control);
        });
        if (altered.empty()) {
            notes.push_back(alteration->location().text() + ": alters \"" + id + "\", which is not selected");
            continue;
        }
        for (Element* control : altered) {
            for (const Element* removal : alteration->all("remove")) remove(*control, *removal);
            for (const Element* addition : alteration->all("add")) add(*control, *addition, notes);
        }
    }
}

}  // namespace samsvar::oscal
