#include "oscal/merge.h"

#include <algorithm>
#include <map>

#include "oscal/controls.h"
#include "oscal/order.h"
#include "oscal/select.h"
#include "xml/build.h"

namespace samsvar::oscal {

namespace {

using xml::Element;

enum class Combine { keep, use_first, merge };

Combine combination(const Element* merge)
{
    const Element* combine = merge ? merge->child("combine") : nullptr;
    if (!combine) return Combine::keep;
    const std::string method = combine->attribute_or("method", "keep");
    if (method == "keep") return Combine::keep;
    if (method == "use-first") return Combine::use_first;
    if (method == "merge") return Combine::merge;
    throw combine->error("attribute \"method\" must be one of use-first, merge, keep, not \"" + method + "\"");
}

/// The selected controls of `source` into `target`, in their groups. A control that is not selected gives its place to
/// the selected ones in it; a group that holds none is left out.
void copy_as_is(const Element& source, const std::set<std::string>& selected, Element& target)
{
    for (const Element& child : source.children) {
        if (child.name == "control") {
            if (selected.count(child.attribute_or("id", "")))
                copy_as_is(child, selected, insert_ending(target, without_controls(child)));
            else
                copy_as_is(child, selected, target);
        }
        else if (child.name == "group") {
            Element group = without_controls(child);
            const std::size_t before = group.children.size();
            copy_as_is(child, selected, group);
            if (group.children.size() > before) insert_ending(target, std::move(group));
        }
    }
}

void copy_flat(const Element& source, const std::set<std::string>& selected, Element& target)
{
    each_control(source, [&](const Element& control) {
        if (selected.count(control.attribute_or("id", ""))) insert_ending(target, without_controls(control));
    });
}

/// Adds to `target` what `other` holds and it does not.
void unite(Element& target, const Element& other)
{
    for (const Element& child : other.children)
        if (child.name != "title" && std::none_of(target.children.begin(), target.children.end(),
                                                  [&](const Element& one) { return xml::same(one, child); }))
            insert_ending(target, child);
}

/// Groups of the same id become one; controls of the same id are treated as `combine` says.
class Combination {
public:
    Combination(Combine combine, const Element& profile) : combine_(combine), profile_(profile) {}

    void into(Element& target, Element source)
    {
        for (Element& child : source.children) {
            if (child.name == "group")
                into_group(target, std::move(child));
            else if (child.name == "control")
                into_control(target, std::move(child));
        }
    }

private:
    static Element* find(Element& parent, std::string_view name, const std::string& id)
    {
        for (Element& child : parent.children) {
            if (child.name == name && child.attribute_or("id", "") == id) return &child;
            if (holds_controls(child))
                if (Element* found = find(child, name, id)) return found;
        }
        return nullptr;
    }

    void into_group(Element& target, Element group)
    {
        const std::string id = group.attribute_or("id", "");
        Element* known = nullptr;
        for (Element& child : target.children)
            if (!id.empty() && child.name == "group" && child.attribute_or("id", "") == id) known = &child;
        if (!known)
            known = &insert_ending(target, without_controls(group));
        else
            unite(*known, without_controls(group));
        into(*known, std::move(group));
    }

    void into_control(Element& target, Element control)
    {
        const std::string id = control.attribute_or("id", "");
        if (!ids_.insert(id).second) {
            if (combine_ == Combine::keep)
                throw profile_.error(
                    "two imports bring the control \"" + id +
                    "\"; say with <combine method=\"use-first\"/> or \"merge\" in <merge> which counts");
            if (combine_ == Combine::merge)
                if (Element* known = find(target, "control", id)) unite(*known, without_controls(control));
            into(target, std::move(control));
            return;
        }
        Element& placed = insert_ending(target, without_controls(control));
        into(placed, std::move(control));
    }

    Combine combine_;
    const Element& profile_;
    std::set<std::string> ids_;
};

/// <custom>: groups with titles of their own, controls inserted by selection.
class Custom {
public:
    explicit Custom(const Element& pool) : pool_(pool)
    {
        each_control(pool, [&](const Element& control) {
            order_.push_back(control.attribute_or("id", ""));
            by_id_.emplace(order_.back(), &control);
        });
    }

    void build(const Element& structure, Element& target)
    {
        for (const Element& child : structure.children) {
            if (child.name == "insert-controls") {
                insert(child, target);
            }
            else if (child.name == "group") {
                Element group = without_controls(child);
                std::erase_if(group.children, [](const Element& one) { return one.name == "insert-controls"; });
                build(child, insert_ending(target, std::move(group)));
            }
        }
    }

private:
    void insert(const Element& insertion, Element& target)
    {
        std::vector<std::string> unknown;
        const std::set<std::string> ids = selected_controls(insertion, pool_, unknown);
        std::vector<std::string> sorted;
        const std::string order = insertion.attribute_or("order", "keep");
        if (order != "keep" && order != "ascending" && order != "descending")
            throw insertion.error("attribute \"order\" must be one of keep, ascending, descending, not \"" + order +
                                  "\"");
        for (const std::string& id : order_)
            if (ids.count(id)) sorted.push_back(id);
        if (order == "ascending") std::sort(sorted.begin(), sorted.end());
        if (order == "descending") std::sort(sorted.rbegin(), sorted.rend());
        for (const std::string& id : sorted) insert_ending(target, without_controls(*by_id_.at(id)));
    }

    const Element& pool_;
    std::vector<std::string> order_;
    std::map<std::string, const Element*> by_id_;
};

bool says_as_is(const Element* merge)
{
    const Element* as_is = merge ? merge->child("as-is") : nullptr;
    if (!as_is) return false;
    const std::string said = as_is->trimmed_text();
    if (said != "true" && said != "1" && said != "false" && said != "0")
        throw as_is->error("must be true or false, not \"" + said + "\"");
    return said == "true" || said == "1";
}

}  // namespace

void merge(const Element& profile, const std::vector<Source>& sources, Element& catalog)
{
    const Element* how = profile.child("merge");
    const bool as_is = says_as_is(how);
    const Element* custom = how ? how->child("custom") : nullptr;
    Combination combination_of(combination(how), profile);
    Element pool = xml::make("catalog", catalog.name_space, profile);
    for (const Source& source : sources) {
        Element part = xml::make("catalog", catalog.name_space, profile);
        if (as_is || custom)
            copy_as_is(source.catalog, source.selected, part);
        else
            copy_flat(source.catalog, source.selected, part);
        combination_of.into(pool, std::move(part));
    }
    for (const Source& source : sources)
        for (const Element* parameter : source.catalog.all("param")) insert_ending(pool, *parameter);
    if (!custom) {
        catalog.children = std::move(pool.children);
        return;
    }
    for (const Element* parameter : pool.all("param")) insert_ending(catalog, *parameter);
    Custom(pool).build(*custom, catalog);
}

}  // namespace samsvar::oscal
