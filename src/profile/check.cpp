#include <algorithm>
#include <set>

#include "model/report_text.h"
#include "profile/load.h"

namespace samsvar::profile {

namespace {

using model::Language;

std::set<std::string> conditions_of(const std::vector<model::Catalog>& catalogs)
{
    std::set<std::string> ids;
    for (const model::Catalog& catalog : catalogs)
        for (const model::Requirement& requirement : catalog.requirements)
            ids.insert(requirement.conditions.begin(), requirement.conditions.end());
    return ids;
}

}  // namespace

std::vector<Notice> check(const model::Profile& profile, const std::vector<model::Catalog>& catalogs)
{
    std::vector<Notice> notices;
    for (const model::Aspect aspect : model::all_aspects) {
        const auto& label = label_of(aspect);
        const auto highest = profile.highest(aspect);
        if (!highest)
            notices.push_back(
                {profile.origin,
                 model::report_text(
                     label.in(Language::nb) + " er ikke klassifisert; alle krav som avhenger av den, gjelder",
                     label.in(Language::sv) + " är inte klassad; alla krav som beror på den gäller",
                     label.in(Language::en) + " is not classified; all requirements that depend on it apply"),
                 true});
        if (highest && highest->impact == model::Impact::extreme)
            notices.push_back(
                {highest->set->origin,
                 model::report_text(
                     label.in(Language::nb) + " for " + highest->set->name +
                         " er svært alvorlig: ingen kravkatalog dekker det nivået; kravene som velges, er ikke nok",
                     label.in(Language::sv) + " för " + highest->set->name +
                         " är synnerligen allvarlig: ingen kravkatalog hanterar den nivån; kraven som väljs räcker "
                         "inte",
                     label.in(Language::en) + " of " + highest->set->name +
                         " is extreme: no requirement catalogue handles that level; the requirements selected are "
                         "not enough"),
                 true});
    }
    const std::set<std::string> used = conditions_of(catalogs);
    for (const std::string& id : used)
        if (!profile.conditions.count(id))
            notices.push_back(
                {profile.origin,
                 model::report_text("betingelsen " + id + " er ikke svart på; krav som avhenger av den, gjelder",
                                    "villkoret " + id + " är inte besvarat; krav som beror på det gäller",
                                    "the condition " + id + " is not answered; requirements that depend on it apply"),
                 false});
    for (const auto& [id, holds] : profile.conditions) {
        const auto& known = model::known_conditions();
        const bool is_known =
            used.count(id) || std::any_of(known.begin(), known.end(),
                                          [&id = id](const model::KnownCondition& one) { return one.id == id; });
        if (!is_known)
            notices.push_back(
                {profile.origin,
                 model::report_text("ingen katalog kjenner betingelsen " + id, "ingen katalog känner villkoret " + id,
                                    "no catalogue knows the condition " + id),
                 true});
    }
    return notices;
}

}  // namespace samsvar::profile
