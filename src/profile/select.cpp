#include "profile/select.h"

#include <algorithm>
#include <optional>

#include "model/languages.h"
#include "model/report_text.h"

namespace samsvar::profile {

namespace {

using model::Language;
using model::LocalText;

/// A sentence in the three languages of reports. {1}, {2} … are replaced by texts of the same language.
struct Sentence {
    const char *nb, *sv, *en;

    LocalText with(const std::vector<LocalText>& values) const
    {
        const auto filled = [&](std::string pattern, Language language) {
            for (std::size_t index = 0; index < values.size(); ++index) {
                const std::string name = '{' + std::to_string(index + 1) + '}';
                if (const std::size_t at = pattern.find(name); at != std::string::npos)
                    pattern.replace(at, name.size(), values[index].in(language));
            }
            return pattern;
        };
        return model::report_text(filled(nb, Language::nb), filled(sv, Language::sv), filled(en, Language::en));
    }
};

constexpr Sentence reached = {"{1} er {2} ({3}), og kravet gjelder fra {4}{5}",
                              "{1} är {2} ({3}) och kravet gäller från {4}{5}",
                              "{1} is {2} ({3}), and the requirement applies from {4}{5}"};
constexpr Sentence not_reached = {"{1} er {2} ({3}), og kravet gjelder først fra {4}{5}",
                                  "{1} är {2} ({3}) och kravet gäller först från {4}{5}",
                                  "{1} is {2} ({3}), and the requirement applies only from {4}{5}"};
constexpr Sentence not_classified = {"{1} er ikke klassifisert: kravet gjelder inntil det er gjort",
                                     "{1} är inte klassad: kravet gäller tills det är gjort",
                                     "{1} is not classified: the requirement applies until it is"};
constexpr Sentence our_inference = {", etter vår slutning", ", enligt vår slutsats", ", by our inference"};
constexpr Sentence always = {"gjelder uansett nivå", "gäller oavsett nivå", "applies whatever the level"};
constexpr Sentence other_role = {"kravet er rettet til {1}", "kravet riktar sig till {1}",
                                 "the requirement is on the {1}"};
constexpr Sentence holds = {"{1}: ja", "{1}: ja", "{1}: yes"};
constexpr Sentence denied = {"{1}: nei", "{1}: nej", "{1}: no"};
constexpr Sentence not_said = {"{1}: ikke svart på, teller som ja", "{1}: inte besvarat, räknas som ja",
                               "{1}: not answered, counts as yes"};

LocalText plain(const std::string& text)
{
    return model::report_text(text, text, text);
}

LocalText role_label(model::Role role)
{
    constexpr Sentence labels[] = {{"leverandøren", "leverantören", "supplier"},
                                   {"systemforvalteren", "systemförvaltaren", "system manager"},
                                   {"den behandlingsansvarlige", "den personuppgiftsansvarige", "controller"},
                                   {"databehandleren", "personuppgiftsbiträdet", "processor"}};
    return labels[static_cast<std::size_t>(role)].with({});
}

LocalText condition_label(const model::Catalog& catalog, const std::string& id)
{
    for (const model::Condition& condition : catalog.conditions)
        if (condition.id == id) return condition.title;
    for (const model::KnownCondition& condition : model::known_conditions())
        if (condition.id == id) return condition.label;
    return plain(id);
}

/// "a; b" in each language.
LocalText joined(const std::vector<LocalText>& reasons)
{
    LocalText text;
    for (const Language language : model::catalog_languages) {
        std::string all;
        for (const LocalText& reason : reasons) all += (all.empty() ? "" : "; ") + reason.in(language);
        text.set(language, all);
    }
    return text;
}

Verdict not_applying(const model::Requirement& requirement, const LocalText& why)
{
    return {requirement.id, false, why};
}

Verdict judge(const model::Profile& profile, const model::Catalog& catalog, const model::Requirement& requirement)
{
    if (requirement.role && !profile.roles.empty() &&
        std::find(profile.roles.begin(), profile.roles.end(), *requirement.role) == profile.roles.end())
        return not_applying(requirement, other_role.with({role_label(*requirement.role)}));
    std::vector<LocalText> reasons, conditions;
    for (const std::string& id : requirement.conditions) {
        const LocalText label = condition_label(catalog, id);
        const auto said = profile.conditions.find(id);
        if (said != profile.conditions.end() && !said->second) return not_applying(requirement, denied.with({label}));
        conditions.push_back((said == profile.conditions.end() ? not_said : holds).with({label}));
    }
    std::vector<LocalText> short_of;
    for (const model::Level& level : requirement.levels) {
        const auto aspect = model::aspect_named(level.aspect);
        const auto from = model::impact_named(level.from);
        if (!aspect || !from) continue;
        const auto highest = profile.highest(*aspect);
        if (!highest) {
            reasons.push_back(not_classified.with({label_of(*aspect)}));
            continue;
        }
        const std::vector<LocalText> values = {label_of(*aspect), label_of(highest->impact), plain(highest->set->name),
                                               label_of(*from), level.inferred ? our_inference.with({}) : plain("")};
        if (highest->impact >= *from)
            reasons.push_back(reached.with(values));
        else
            short_of.push_back(not_reached.with(values));
    }
    if (reasons.empty() && !short_of.empty()) return not_applying(requirement, joined(short_of));
    if (reasons.empty()) reasons.push_back(always.with({}));
    reasons.insert(reasons.end(), conditions.begin(), conditions.end());
    return {requirement.id, true, joined(reasons)};
}

}  // namespace

std::vector<Verdict> select(const model::Profile& profile, const model::Catalog& catalog)
{
    std::vector<Verdict> verdicts;
    for (const model::Requirement& requirement : catalog.requirements)
        verdicts.push_back(judge(profile, catalog, requirement));
    return verdicts;
}

}  // namespace samsvar::profile
