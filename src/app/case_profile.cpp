#include "app/case_profile.h"

#include <algorithm>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "profile/load.h"
#include "profile/select.h"
#include "xml/element.h"

namespace samsvar::app {

model::Profile read_profile(const std::string& file_or_text)
{
    if (!file_or_text.ends_with(".xml")) return profile::parse(file_or_text);
    const Limits limits;
    return profile::read(xml::parse(read_file(file_or_text, limits.own_xml_bytes), file_or_text, limits));
}

std::string profile_xml(const ProfileParts& parts, model::Language language)
{
    model::Profile made;
    made.id = parts.id.empty() ? "case" : parts.id;
    if (!parts.title.empty()) made.title.set(language, parts.title);
    for (const std::string& set : parts.sets) profile::add_set(made, set);
    for (const std::string& role : parts.roles) profile::add_set(made, "role=" + role);
    for (const std::string& condition : parts.conditions) profile::add_set(made, condition);
    if (made.information.empty())
        throw Error(
            ErrorCode::invalid_argument, {},
            "a profile classifies at least one set of information: --set \"Name:C=significant,I=serious,A=moderate\"");
    return profile::to_xml(made);
}

std::vector<model::LocalText> keep_applying(const model::Profile& profile, model::Catalog& catalog,
                                            std::vector<std::string>& left_out)
{
    std::vector<model::LocalText> reasons;
    std::vector<model::Requirement> kept;
    const std::vector<profile::Verdict> verdicts = profile::select(profile, catalog);
    for (std::size_t index = 0; index < verdicts.size(); ++index) {
        if (!verdicts[index].applies) {
            left_out.push_back(verdicts[index].id);
            continue;
        }
        reasons.push_back(verdicts[index].reason);
        kept.push_back(std::move(catalog.requirements[index]));
    }
    catalog.requirements = std::move(kept);
    return reasons;
}

std::vector<model::Catalog> classified_catalogs(const Library& library)
{
    std::vector<model::Catalog> found;
    for (model::Catalog& catalog : library.catalogs())
        if (std::any_of(catalog.requirements.begin(), catalog.requirements.end(),
                        [](const model::Requirement& one) { return !one.levels.empty(); }))
            found.push_back(std::move(catalog));
    return found;
}

namespace {

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

void show_classification(std::ostream& out, const model::Profile& profile, model::Language language)
{
    if (!profile.title.empty()) out << profile.title.in(language) << '\n';
    for (const model::InformationSet& set : profile.information) {
        out << set.name << ':';
        for (const auto& [aspect, impact] : set.levels)
            out << ' ' << label_of(aspect).in(language) << ' ' << label_of(impact).in(language) << ';';
        out << '\n';
    }
    for (const model::Role role : profile.roles) out << "role " << name_of(role) << '\n';
    for (const auto& [id, holds] : profile.conditions) out << id << ' ' << (holds ? "yes" : "no") << '\n';
}

}  // namespace

std::string profile_text(const model::Profile& profile, const std::vector<model::Catalog>& catalogs,
                         model::Language language, bool details)
{
    std::ostringstream out;
    show_classification(out, profile, language);
    for (const model::Catalog& catalog : catalogs) {
        const std::vector<profile::Verdict> verdicts = profile::select(profile, catalog);
        const auto applying =
            std::count_if(verdicts.begin(), verdicts.end(), [](const profile::Verdict& one) { return one.applies; });
        out << '\n'
            << catalog.title.in(language) << " (" << catalog.id << "): " << applying << " / " << verdicts.size()
            << '\n';
        for (std::size_t index = 0; index < verdicts.size(); ++index)
            if (verdicts[index].applies)
                out << "  " << padded(verdicts[index].id, 10) << ' ' << catalog.requirements[index].title.in(language)
                    << "\n             " << verdicts[index].reason.in(language) << '\n';
        if (details)
            for (std::size_t index = 0; index < verdicts.size(); ++index)
                if (!verdicts[index].applies)
                    out << "- " << padded(verdicts[index].id, 10) << ' '
                        << catalog.requirements[index].title.in(language) << "\n             "
                        << verdicts[index].reason.in(language) << '\n';
    }
    return out.str();
}

ProfileNotices profile_notices(const model::Profile& profile, const std::vector<model::Catalog>& catalogs,
                               model::Language language)
{
    ProfileNotices notices;
    for (const profile::Notice& one : profile::check(profile, catalogs)) {
        const std::string place = one.origin.text();
        notices.text +=
            (place.empty() ? "" : place + ": ") + (one.error ? "" : "note: ") + one.text.in(language) + '\n';
        notices.errors += one.error;
    }
    return notices;
}

}  // namespace samsvar::app
