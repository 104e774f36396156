#include "model/profile.h"

namespace samsvar::model {

namespace {

LocalText texts(const char* nb, const char* sv, const char* en)
{
    LocalText text;
    text.set(Language::nb, nb);
    text.set(Language::sv, sv);
    text.set(Language::en, en);
    return text;
}

}  // namespace

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
        texts("ubetydelig", "försumbar", "negligible"), texts("moderat", "måttlig", "moderate"),
        texts("betydelig", "betydande", "significant"), texts("alvorlig", "allvarlig", "serious"),
        texts("svært alvorlig", "synnerligen allvarlig", "extreme")};
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
    static const std::array<LocalText, 3> labels = {texts("konfidensialitet", "konfidentialitet", "confidentiality"),
                                                    texts("integritet", "riktighet", "integrity"),
                                                    texts("tilgjengelighet", "tillgänglighet", "availability")};
    return labels[static_cast<std::size_t>(aspect)];
}

const std::vector<KnownCondition>& known_conditions()
{
    static const std::vector<KnownCondition> known = {
        {"personal-data",
         texts("personopplysninger behandles", "personuppgifter behandlas", "personal data are processed")},
        {"special-categories",
         texts("særlige kategorier av personopplysninger behandles", "känsliga personuppgifter behandlas",
               "special categories of personal data are processed")},
        {"children", texts("det gjelder barn", "det gäller barn", "children are concerned")},
        {"source-code", texts("kildekode utvikles eller leveres", "källkod utvecklas eller levereras",
                              "source code is developed or delivered")},
        {"internet-administration",
         texts("administratorer logger inn over internett", "administratörer loggar in över internet",
               "administrators log in over the internet")},
        {"cloud", texts("det er en skytjeneste", "det är en molntjänst", "it is a cloud service")},
        {"processor", texts("leverandøren er databehandler", "leverantören är personuppgiftsbiträde",
                            "the supplier is a processor")},
        {"transfer", texts("opplysninger overføres ut av EØS", "uppgifter överförs till tredjeland",
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
