#include <algorithm>
#include <map>

#include "oscal/catalog.h"
#include "oscal/controls.h"
#include "oscal/encode.h"
#include "oscal/names.h"
#include "oscal/order.h"
#include "oscal/own.h"
#include "xml/build.h"

namespace samsvar::oscal {

namespace {

using xml::Element;

/// The text in `language`, else the first; with its language.
const Element* main_text(const Element& element, std::string_view name, std::string_view language)
{
    const Element* first = nullptr;
    for (const Element& child : element.children) {
        if (child.name != name) continue;
        if (child.attribute_or("xml:lang", "") == language) return &child;
        if (!first) first = &child;
    }
    return first;
}

const Element* kept_of(const Element& own)
{
    const Element* oscal = own.child("oscal");
    return oscal && !oscal->children.empty() ? &oscal->children.front() : nullptr;
}

Element oscal_element(std::string_view name, const Element& made_from)
{
    return xml::make(name, name_space, made_from);
}

/// True for the attributes of a requirement that OSCAL tells by the control's id and place.
bool is_placed(std::string_view attribute)
{
    return attribute == "id" || attribute == "group" || attribute == "parent" || attribute == "xmlns";
}

class Conversion {
public:
    Conversion(const Element& catalog, const std::string& last_modified)
        : catalog_(catalog), last_modified_(last_modified)
    {
        const Element* title = main_text(catalog, "title", "en");
        language_ = title ? title->attribute_or("xml:lang", "en") : "en";
        if (const Element* kept = kept_of(catalog)) collect_parameters(*kept, parameters_);
        for (const Element& child : catalog.children)
            if (const Element* kept = kept_of(child)) collect_parameters(*kept, parameters_);
    }

    Element convert()
    {
        Element root = head();
        const Element back_matter = take_back_matter(root);
        std::map<std::string, std::vector<const Element*>> by_group, by_parent;
        for (const Element* requirement : catalog_.all("requirement")) {
            const std::string parent = requirement->attribute_or("parent", "");
            if (parent.empty())
                by_group[requirement->attribute_or("group", "")].push_back(requirement);
            else
                by_parent[parent].push_back(requirement);
        }
        std::map<std::string, std::vector<const Element*>> groups_in;
        for (const Element* group : catalog_.all("group"))
            groups_in[group->attribute_or("parent", "")].push_back(group);
        fill(root, "", by_group, by_parent, groups_in);
        keep_order(root);
        if (!back_matter.name.empty()) xml::append(root, back_matter);
        return root;
    }

private:
    using ById = std::map<std::string, std::vector<const Element*>>;

    static Element take_back_matter(Element& root)
    {
        const auto found = std::find_if(root.children.begin(), root.children.end(),
                                        [](const Element& child) { return child.name == "back-matter"; });
        if (found == root.children.end()) return {};
        Element taken = std::move(*found);
        root.children.erase(found);
        return taken;
    }

    void fill(Element& into, const std::string& group, const ById& by_group, const ById& by_parent,
              const ById& groups_in)
    {
        if (const auto found = by_group.find(group); found != by_group.end())
            for (const Element* requirement : found->second) append_control(into, *requirement, by_parent);
        if (const auto found = groups_in.find(group); found != groups_in.end())
            for (const Element* inner : found->second) {
                Element& made = xml::append(into, group_of(*inner));
                fill(made, inner->require_attribute("id"), by_group, by_parent, groups_in);
            }
    }

    /// OSCAL has the controls of a group together; where ours are not, each says its position.
    void keep_order(Element& root)
    {
        std::vector<Element*> controls;
        each_control(root, [&](Element& control) { controls.push_back(&control); });
        std::map<std::string, std::size_t> positions;
        for (const Element* requirement : catalog_.all("requirement"))
            positions.emplace(token_of(requirement->require_attribute("id")), positions.size());
        const auto position = [&](const Element* control) { return positions[control->attribute_or("id", "")]; };
        if (std::is_sorted(controls.begin(), controls.end(),
                           [&](const Element* left, const Element* right) { return position(left) < position(right); }))
            return;
        for (Element* control : controls)
            insert_ending(*control, own_prop(own_position, std::to_string(position(control) + 1), "", *control));
    }

    void append_control(Element& into, const Element& requirement, const ById& by_parent)
    {
        Element& control = xml::append(into, control_of(requirement));
        if (const auto found = by_parent.find(requirement.require_attribute("id")); found != by_parent.end())
            for (const Element* child : found->second) append_control(control, *child, by_parent);
    }

    Element head()
    {
        const std::string& id = catalog_.require_attribute("id");
        const Element* title = main_text(catalog_, "title", language_);
        if (const Element* kept = kept_of(catalog_)) {
            Element root = *kept;
            for (Element& metadata : root.children)
                if (metadata.name == "metadata") retitle(metadata, title);
            return root;
        }
        Element root = oscal_element("catalog", catalog_);
        xml::set(root, "uuid", uuid_of("catalog " + id + ' ' + catalog_.attribute_or("version", "")));
        Element metadata = oscal_element("metadata", catalog_);
        xml::append_text(metadata, "title", title ? title->trimmed_text() : id);
        xml::append_text(metadata, "last-modified", last_modified_);
        xml::append_text(metadata, "version", catalog_.attribute_or("version", ""));
        xml::append_text(metadata, "oscal-version", version);
        append_own_prop(metadata, own_id, id);
        append_own_prop(metadata, own_language, language_);
        for (const Element& child : catalog_.children) {
            if ((child.name == "title" && &child != title) || child.name == "note")
                append_own_prop(metadata, child.name, child.trimmed_text(), child.attribute_or("xml:lang", ""));
            if (child.name != "condition") continue;
            append_own_prop(metadata, "condition", child.attribute_or("id", ""));
            for (const Element* text : child.all("title"))
                append_own_prop(metadata, own_condition_title,
                                child.attribute_or("id", "") + ' ' + text->trimmed_text(),
                                text->attribute_or("xml:lang", ""));
        }
        xml::append(root, std::move(metadata));
        return root;
    }

    /// A title corrected in our catalogue replaces the one OSCAL brought.
    static void retitle(Element& element, const Element* title)
    {
        for (Element& child : element.children)
            if (child.name == "title" && title && flat_text(child) != title->trimmed_text()) {
                child.children.clear();
                child.text = title->trimmed_text();
            }
    }

    Element group_of(const Element& own)
    {
        const Element* title = main_text(own, "title", language_);
        if (const Element* kept = kept_of(own)) {
            Element group = *kept;
            retitle(group, title);
            return group;
        }
        const std::string& id = own.require_attribute("id");
        Element group = oscal_element("group", own);
        xml::set(group, "id", token_of(id));
        xml::append_text(group, "title", title ? title->trimmed_text() : id);
        if (token_of(id) != id) append_own_prop(group, own_id, id);
        for (const Element* other : own.all("title"))
            if (other != title) xml::append(group, encoded(*other));
        return group;
    }

    Element control_of(const Element& own)
    {
        const Element* kept = kept_of(own);
        return kept ? renewed(*kept, own) : fresh(own);
    }

    Element fresh(const Element& own)
    {
        const std::string& id = own.require_attribute("id");
        Element control = oscal_element("control", own);
        xml::set(control, "id", token_of(id));
        const Element* title = main_text(own, "title", language_);
        xml::append_text(control, "title", title ? title->trimmed_text() : id);
        if (token_of(id) != id) {
            Element label = oscal_element("prop", own);
            xml::set(label, "name", "label");
            xml::set(label, "value", id);
            xml::append(control, std::move(label));
            append_own_prop(control, own_id, id);
        }
        for (const xml::Attribute& one : own.attributes)
            if (!is_placed(one.name)) append_own_prop(control, std::string(own_attribute) + one.name, one.value);
        if (title && title->attribute_or("xml:lang", "") != language_)
            append_own_prop(control, own_title_language, title->attribute_or("xml:lang", ""));
        const Element* text = main_text(own, "text", language_);
        if (text) xml::append(control, statement(token_of(id), *text));
        for (const Element& child : own.children)
            if (&child != title && &child != text) insert_ending(control, encoded(child));
        return control;
    }

    static Element statement(const std::string& token, const Element& text)
    {
        Element part = oscal_element("part", text);
        xml::set(part, "id", token + "_smt");
        xml::set(part, "name", "statement");
        xml::set(part, "class", text.attribute_or("xml:lang", ""));
        xml::append_text(part, "p", text.trimmed_text());
        return part;
    }

    /// What OSCAL brought, with what was changed or added in our catalogue since.
    Element renewed(const Element& kept, const Element& own)
    {
        Element control = kept;
        const Element before = own_requirement(kept, parameters_, language_);
        const auto known = [&](const Element& child) {
            return std::any_of(before.children.begin(), before.children.end(),
                               [&](const Element& other) { return xml::same(child, other); });
        };
        const Element* title = main_text(own, "title", language_);
        retitle(control, title);
        const Element* text = main_text(own, "text", language_);
        if (text && !known(*text)) {
            std::erase_if(control.children, [](const Element& child) {
                return child.name == "part" && !child.attribute("ns") && child.attribute_or("name", "") == "statement";
            });
            insert_starting(control, statement(kept.require_attribute("id"), *text));
        }
        for (const Element& child : own.children)
            if (child.name != "oscal" && &child != text && &child != title && !known(child))
                insert_ending(control, encoded(child));
        for (const xml::Attribute& one : own.attributes) {
            if (is_placed(one.name) || before.attribute_or(one.name, "") == one.value) continue;
            insert_ending(control, own_prop(std::string(own_attribute) + one.name, one.value, "", own));
        }
        return control;
    }

    const Element& catalog_;
    const std::string& last_modified_;
    std::string language_;
    Parameters parameters_;
};

}  // namespace

Element from_own(const Element& catalog, const std::string& last_modified)
{
    return Conversion(catalog, last_modified).convert();
}

}  // namespace samsvar::oscal
