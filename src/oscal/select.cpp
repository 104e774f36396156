#include "oscal/select.h"

#include <algorithm>

#include "oscal/controls.h"

namespace samsvar::oscal {

bool fits_glob(std::string_view pattern, std::string_view text)
{
    // Greedy with one way back: linear in practice and never worse than the product of the lengths.
    std::size_t p = 0, t = 0, star = std::string_view::npos, from = 0;
    while (t < text.size()) {
        if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        }
        else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            from = t;
        }
        else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++from;
        }
        else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

namespace {

enum class Children { as_named, with };

void add_all(const xml::Element& element, std::set<std::string>& ids)
{
    each_control(element, [&](const xml::Element& control) { ids.insert(control.attribute_or("id", "")); });
}

/// Controls whose id `fits`, and with them the controls inside.
template <typename Fits>
bool add_fitting(const xml::Element& element, const Fits& fits, Children children, std::set<std::string>& ids)
{
    bool found = false;
    each_control(element, [&](const xml::Element& control) {
        const std::string id = control.attribute_or("id", "");
        if (!fits(id)) return;
        found = true;
        ids.insert(id);
        if (children == Children::with) add_all(control, ids);
    });
    return found;
}

void add_selection(const xml::Element& selection, const xml::Element& catalog, std::set<std::string>& ids,
                   std::vector<std::string>& unknown)
{
    const Children children =
        selection.attribute_or("with-child-controls", "no") == "yes" ? Children::with : Children::as_named;
    for (const xml::Element& child : selection.children) {
        if (child.name == "with-id") {
            const std::string id = child.trimmed_text();
            if (!add_fitting(
                    catalog, [&](const std::string& one) { return one == id; }, children, ids))
                unknown.push_back(id);
        }
        else if (child.name == "matching") {
            const std::string& pattern = child.require_attribute("pattern");
            add_fitting(
                catalog, [&](const std::string& one) { return fits_glob(pattern, one); }, children, ids);
        }
    }
}

}  // namespace

std::set<std::string> selected_controls(const xml::Element& selector, const xml::Element& catalog,
                                        std::vector<std::string>& unknown)
{
    std::set<std::string> ids, excluded;
    std::vector<std::string> excluded_unknown;
    const std::vector<const xml::Element*> includes = selector.all("include-controls");
    // Nothing said means all (OSCAL profile model, import).
    if (selector.child("include-all") || includes.empty()) add_all(catalog, ids);
    for (const xml::Element* include : includes) add_selection(*include, catalog, ids, unknown);
    for (const xml::Element* exclude : selector.all("exclude-controls"))
        add_selection(*exclude, catalog, excluded, excluded_unknown);
    for (const std::string& id : excluded) ids.erase(id);
    return ids;
}

}  // namespace samsvar::oscal
