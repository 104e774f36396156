#include "profile/load.h"

#include <set>

#include "base/error.h"
#include "xml/values.h"

namespace samsvar::profile {

namespace {

constexpr std::string_view name_space = "urn:samsvar:profile:1";

template <typename Values, typename Named>
std::string names(const Values& values, const Named& name)
{
    std::string known;
    for (const auto& value : values) known += (known.empty() ? "" : ", ") + std::string(name(value));
    return known;
}

model::InformationSet read_set(const xml::Element& element)
{
    element.allow({"name"}, {"level"});
    model::InformationSet set;
    set.name = element.require_attribute("name");
    set.origin = {element.file, element.line};
    for (const xml::Element* child : element.all("level")) {
        child->allow({"aspect", "is"}, {});
        const auto aspect = model::aspect_named(child->require_attribute("aspect"));
        if (!aspect)
            throw child->error("attribute \"aspect\" must be one of " +
                               names(model::all_aspects, [](model::Aspect one) { return name_of(one); }) + ", not \"" +
                               child->attribute_or("aspect", "") + "\"");
        const auto impact = model::impact_named(child->require_attribute("is"));
        if (!impact)
            throw child->error("attribute \"is\" must be one of " +
                               names(model::all_impacts, [](model::Impact one) { return name_of(one); }) + ", not \"" +
                               child->attribute_or("is", "") + "\"");
        if (!set.levels.emplace(*aspect, *impact).second)
            throw child->error("a second level of \"" + std::string(name_of(*aspect)) + "\"");
    }
    if (set.levels.empty()) throw element.error("a <level> is missing inside it");
    return set;
}

}  // namespace

model::Profile read(const xml::Element& root)
{
    if (root.name != "profile" || root.name_space != name_space)
        throw root.error("not a profile file; the root must be <profile xmlns=\"" + std::string(name_space) + "\">");
    root.allow({"id"}, {"title", "information", "role", "condition"});
    model::Profile profile;
    profile.id = root.require_attribute("id");
    profile.title = xml::read_texts(root, "title");
    profile.origin = {root.file, root.line};
    for (const xml::Element* element : root.all("information")) profile.information.push_back(read_set(*element));
    if (profile.information.empty()) throw root.error("an <information> is missing inside it");
    for (const xml::Element* element : root.all("role")) {
        element->allow({"name"}, {});
        const auto role = model::role_named(element->require_attribute("name"));
        if (!role)
            throw element->error(
                "attribute \"name\" must be one of supplier, system-manager, controller, processor, not \"" +
                element->attribute_or("name", "") + "\"");
        profile.roles.push_back(*role);
    }
    for (const xml::Element* element : root.all("condition")) {
        element->allow({"id", "holds"}, {});
        element->require_attribute("holds");
        const std::string& id = element->require_attribute("id");
        if (!profile.conditions.emplace(id, element->flag_attribute("holds", false)).second)
            throw element->error("a second condition \"" + id + "\"");
    }
    return profile;
}

}  // namespace samsvar::profile
