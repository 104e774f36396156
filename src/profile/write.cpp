#include "xml/write.h"
#include "profile/load.h"
#include "xml/build.h"

namespace samsvar::profile {

std::string to_xml(const model::Profile& profile)
{
    xml::Element root = xml::make("profile", "urn:samsvar:profile:1");
    xml::set(root, "id", profile.id);
    for (const auto& [language, text] : profile.title.all())
        xml::set(xml::append_text(root, "title", text), "xml:lang", name_of(language));
    for (const model::InformationSet& set : profile.information) {
        xml::Element& information = xml::append_text(root, "information", "");
        xml::set(information, "name", set.name);
        for (const auto& [aspect, impact] : set.levels) {
            xml::Element& level = xml::append_text(information, "level", "");
            xml::set(level, "aspect", name_of(aspect));
            xml::set(level, "is", name_of(impact));
        }
    }
    for (const model::Role role : profile.roles) xml::set(xml::append_text(root, "role", ""), "name", name_of(role));
    for (const auto& [id, holds] : profile.conditions) {
        xml::Element& condition = xml::append_text(root, "condition", "");
        xml::set(condition, "id", id);
        xml::set(condition, "holds", holds ? "yes" : "no");
    }
    return xml::write(root);
}

}  // namespace samsvar::profile
