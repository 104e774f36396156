#include <algorithm>
#include <charconv>
#include <string_view>

#include "base/error.h"
#include "oscal/catalog.h"
#include "oscal/controls.h"
#include "oscal/encode.h"
#include "oscal/names.h"
#include "oscal/own.h"
#include "oscal/prose.h"
#include "xml/build.h"

namespace samsvar::oscal {

namespace {

using xml::Element;

void append_in(Element& into, std::string_view name, std::string_view language, const std::string& text)
{
    if (text.empty()) return;
    xml::set(xml::append_text(into, name, text), "xml:lang", language);
}

bool is_statement(const Element& child)
{
    return child.name == "part" && !child.attribute("ns") && child.attribute_or("name", "") == "statement";
}

/// What stands in the document beyond what the requirement holds: everything but what from_own() writes itself.
bool says_more(const Element& control, const std::string& id)
{
    const auto plain = [&](const Element& child) {
        if (child.name == "control" || is_ours(child)) return true;
        if (child.name == "title") return child.children.empty();
        if (child.name == "prop")
            return child.attributes.size() == 2 && child.attribute_or("name", "") == "label" &&
                   child.attribute_or("value", "") == id && token_of(id) != id;
        return is_statement(child) && child.attribute("class") && child.children.size() == 1 &&
               child.children[0].name == "p" && child.children[0].children.empty();
    };
    return control.attributes.size() > 1 || !std::all_of(control.children.begin(), control.children.end(), plain);
}

Element kept(Element element)
{
    Element oscal = xml::make("oscal", own_space, element);
    xml::append(oscal, std::move(element));
    return oscal;
}

std::string withdrawn_of(const Element& control)
{
    for (const Element* prop : control.all("prop"))
        if (!prop->attribute("ns") && prop->attribute_or("name", "") == "status")
            return prop->attribute_or("value", "");
    return {};
}

std::string label_of(const Element& element)
{
    for (const Element* prop : element.all("prop"))
        if (!prop->attribute("ns") && prop->attribute_or("name", "") == "label" &&
            prop->attribute_or("class", "").empty())
            return prop->attribute_or("value", "");
    return {};
}

void append_attribute(Element& into, std::string_view name, const std::string& value)
{
    if (value.empty()) return;
    Element attribute = xml::make("attribute", own_space, into);
    xml::set(attribute, "name", name);
    xml::set(attribute, "value", value);
    xml::append(into, std::move(attribute));
}

/// Children in the order of catalogs/catalog.xsd; titles and texts by language, since the main one came first.
void put_in_order(Element& requirement)
{
    constexpr std::string_view order[] = {"title",        "text",   "motive",    "evidence",  "level",
                                          "condition",    "legal",  "attribute", "recognise", "covered-when",
                                          "partial-when", "expect", "part",      "oscal"};
    const auto rank = [&](const Element& child) {
        const auto known = std::find(std::begin(order), std::end(order), child.name);
        const bool by_language = child.name == "title" || child.name == "text";
        const auto language = model::language_named(by_language ? child.attribute_or("xml:lang", "") : "");
        return std::pair(known - std::begin(order), language ? static_cast<int>(*language) : -1);
    };
    std::stable_sort(requirement.children.begin(), requirement.children.end(),
                     [&](const Element& left, const Element& right) { return rank(left) < rank(right); });
    for (Element& child : requirement.children) child.text_at = 0;
}

}  // namespace

std::string own_prop_of(const Element& element, std::string_view name)
{
    const Element* prop = own_prop_in(element, name);
    return prop ? prop->attribute_or("value", "") : "";
}

Element own_requirement(const Element& control, const Parameters& parameters, std::string_view language)
{
    Element own = xml::make("requirement", own_space, control);
    const std::string& token = control.require_attribute("id");
    const std::string carried = own_prop_of(control, own_id);
    const std::string id = carried.empty() ? token : carried;
    xml::set(own, "id", id);
    for (const Element* prop : control.all("prop"))
        if (const std::string name = prop->attribute_or("name", "");
            is_ours(*prop) && name.starts_with(own_attribute) && name != own_title_language)
            xml::set(own, std::string_view(name).substr(own_attribute.size()), prop->attribute_or("value", ""));

    const std::string title = flat_text(control.require_child("title"));
    const std::string title_language = own_prop_of(control, own_title_language);
    append_in(own, "title", title_language.empty() ? language : std::string_view(title_language),
              title.empty() ? id : title);
    std::string text, text_language(language);
    for (const Element& child : control.children) {
        if (is_statement(child)) {
            text += (text.empty() ? "" : " ") + prose_of(child, parameters);
            if (model::language_named(child.attribute_or("class", ""))) text_language = child.attribute_or("class", "");
        }
        else if (auto element = decoded(child)) {
            xml::append(own, std::move(*element));
        }
    }
    append_in(own, "text", text_language, text);
    if (const std::string label = label_of(control); label != id) append_attribute(own, "label", label);
    if (const std::string status = withdrawn_of(control); !status.empty()) {
        append_attribute(own, "status", status);
        // Nothing is asked any more, so nothing can be missing.
        if (status == "withdrawn" || status == "Withdrawn") xml::replace(own, "severity", "none");
    }
    if (says_more(control, id)) xml::append(own, kept(without_controls(control)));
    put_in_order(own);
    return own;
}

namespace {

class Conversion {
public:
    Conversion(const Element& root, const ReadAs& as) : root_(root), as_(as)
    {
        collect_parameters(root, parameters_);
        const Element& metadata = root.require_child("metadata");
        const std::string carried = own_prop_of(metadata, own_language);
        language_ = carried.empty() ? name_of(as.language) : carried;
    }

    Element convert()
    {
        Element own = head();
        walk(root_, "", "");
        put_in_our_order();
        for (Element& group : groups_) xml::append(own, std::move(group));
        for (Element& requirement : requirements_) xml::append(own, std::move(requirement));
        if (requirements_.empty()) throw root_.error("the catalogue holds no control");
        if (own_prop_of(root_.require_child("metadata"), own_id).empty())
            xml::append(own, kept(without_controls(root_)));
        return own;
    }

private:
    Element head()
    {
        const Element& metadata = root_.require_child("metadata");
        Element own = xml::make("catalog", own_space, root_);
        const std::string carried = own_prop_of(metadata, own_id);
        xml::set(own, "id", carried.empty() ? as_.id : carried);
        const std::string version = metadata.require_child("version").trimmed_text();
        xml::set(own, "version", version.empty() ? "1" : version);
        Element& self = own;
        std::vector<Element> notes, conditions;
        append_in(self, "title", language_, flat_text(metadata.require_child("title")));
        for (const Element* prop : metadata.all("prop")) {
            if (!is_ours(*prop)) continue;
            const std::string name = prop->attribute_or("name", ""), value = prop->attribute_or("value", "");
            const std::string language = prop->attribute_or("class", "");
            if (name == "title") append_in(self, "title", language, value);
            if (name == "note") {
                Element holder = xml::make("note", own_space, *prop);
                holder.text = value;
                xml::set(holder, "xml:lang", language);
                notes.push_back(std::move(holder));
            }
            if (name == "condition") {
                conditions.push_back(xml::make("condition", own_space, *prop));
                xml::set(conditions.back(), "id", value);
            }
            if (name == own_condition_title)
                for (Element& condition : conditions)
                    if (value.starts_with(condition.attribute_or("id", "") + ' '))
                        append_in(condition, "title", language,
                                  value.substr(condition.attribute_or("id", "").size() + 1));
        }
        put_in_order(own);
        for (Element& note : notes) xml::append(own, std::move(note));
        for (Element& condition : conditions) xml::append(own, std::move(condition));
        return own;
    }

    void walk(const Element& element, const std::string& group, const std::string& parent)
    {
        for (const Element& child : element.children) {
            if (child.name == "control") {
                requirements_.push_back(own_requirement(child, parameters_, language_));
                positions_.push_back(position_of(child));
                Element& own = requirements_.back();
                xml::set(own, "group", group);
                xml::set(own, "parent", parent);
                const std::string id = own.require_attribute("id");
                walk(child, group, id);
            }
            else if (child.name == "group") {
                walk(child, convert_group(child, group), "");
            }
        }
    }

    static std::size_t position_of(const Element& control)
    {
        const std::string said = own_prop_of(control, own_position);
        std::size_t position = 0;
        std::from_chars(said.data(), said.data() + said.size(), position);
        return position;
    }

    /// When every control says its position.
    void put_in_our_order()
    {
        if (std::count(positions_.begin(), positions_.end(), std::size_t{0}) > 0) return;
        std::vector<std::pair<std::size_t, std::size_t>> order;
        for (std::size_t index = 0; index < positions_.size(); ++index) order.emplace_back(positions_[index], index);
        std::sort(order.begin(), order.end());
        std::vector<Element> sorted;
        for (const auto& [position, index] : order) sorted.push_back(std::move(requirements_[index]));
        requirements_ = std::move(sorted);
    }

    /// Gives the group's id; one is made where OSCAL has none.
    std::string convert_group(const Element& group, const std::string& parent)
    {
        Element own = xml::make("group", own_space, group);
        std::string id = own_prop_of(group, own_id);
        if (id.empty()) id = group.attribute_or("id", "");
        if (id.empty()) id = "group-" + std::to_string(groups_.size() + 1);
        xml::set(own, "id", id);
        xml::set(own, "parent", parent);
        const std::string title = flat_text(group.require_child("title"));
        append_in(own, "title", language_, title.empty() ? id : title);
        bool more = group.attributes.size() > 1 || !group.attribute("id");
        for (const Element& child : group.children) {
            if (auto element = decoded(child))
                xml::append(own, std::move(*element));
            else if (!is_ours(child) && !holds_controls(child))
                more = more || child.name != "title" || !child.children.empty();
        }
        put_in_order(own);
        if (more) xml::append(own, kept(without_controls(group)));
        groups_.push_back(std::move(own));
        return id;
    }

    const Element& root_;
    const ReadAs& as_;
    Parameters parameters_;
    std::string language_;
    std::vector<Element> groups_, requirements_;
    std::vector<std::size_t> positions_;  ///< of requirements_; 0 = not said
};

}  // namespace

Element to_own(const Element& root, const ReadAs& as)
{
    require_model(root, "catalog");
    return Conversion(root, as).convert();
}

}  // namespace samsvar::oscal
