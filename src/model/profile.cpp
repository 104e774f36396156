#include "model/profile.h"

#include "model/report_text.h"

namespace samsvar::model {

const char* name_of(Impact impact)
{
    switch (impact) {
        case Impact::negligible: return "negligible";
        case Impact::moderate: return "moderate";
        case Impact::significant: return "significant";
        case Impact::serious: return "serious";
        case Impact::extreme: return "extreme";
    }
    return "negligible";
}

std::optional<Impact> impact_named(std::string_view name)
{
    for (const Impact impact : all_impacts)
        if (name == name_of(impact)) return impact;
    return std::nullopt;
}

const LocalText& label_of(Impact impact)
{
    static const std::array<LocalText, 5> labels = {
        report_text("ubetydelig", "försumbar", "negligible"), report_text("moderat", "måttlig", "moderate"),
        report_text("betydelig", "betydande", "significant"), report_text("alvorlig", "allvarlig", "serious"),
        report_text("svært alvorlig", "synnerligen allvarlig", "extreme")};
    return labels[static_cast<std::size_t>(impact)];
}

const char* name_of(Aspect aspect)
{
    switch (aspect) {
        case Aspect::confidentiality: return "confidentiality";
        case Aspect::integrity: return "integrity";
        case Aspect::availability: return "availability";
    }
    return "confidentiality";
}

std::optional<Aspect> aspect_named(std::string_view name)
{
    for (const Aspect aspect : all_aspects)
        if (name == name_of(aspect)) return aspect;
    return std::nullopt;
}

const LocalText& label_of(Aspect aspect)
{
    static const std::array<LocalText, 3> labels = {
        report_text("konfidensialitet", "konfidentialitet", "confidentiality"),
        report_text("integritet", "riktighet", "integrity"),
        report_text("tilgjengelighet", "tillgänglighet", "availability")};
    return labels[static_cast<std::size_t>(aspect)];
}

const std::vector<KnownCondition>& known_conditions()
{
    static const std::vector<KnownCondition> known = {
        {"personal-data",
         report_text("personopplysninger behandles", "personuppgifter behandlas", "personal data are processed")},
        {"special-categories",
         report_text("særlige kategorier av personopplysninger behandles", "känsliga personuppgifter behandlas",
                     "special categories of personal data are processed")},
        {"children", report_text("det gjelder barn", "det gäller barn", "children are concerned")},
        {"source-code", report_text("kildekode utvikles eller leveres", "källkod utvecklas eller levereras",
                                    "source code is developed or delivered")},
        {"internet-administration",
         report_text("administratorer logger inn over internett", "administratörer loggar in över internet",
                     "administrators log in over the internet")},
        {"cloud", report_text("det er en skytjeneste", "det är en molntjänst", "it is a cloud service")},
        {"processor", report_text("leverandøren er databehandler", "leverantören är personuppgiftsbiträde",
                                  "the supplier is a processor")},
        {"transfer", report_text("opplysninger overføres ut av EØS", "uppgifter överförs till tredjeland",
                                 "data are transferred to third countries")}};
    return known;
}

std::optional<Profile::Highest> Profile::highest(Aspect aspect) const
{
    std::optional<Highest> found;
    for (const InformationSet& set : information) {
        const auto level = set.levels.find(aspect);
        if (level == set.levels.end() || (found && level->second <= found->impact)) continue;
        found = Highest{level->second, &set};
    }
    return found;
}

}  // namespace samsvar::model
