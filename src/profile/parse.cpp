#include "base/error.h"
#include "base/split.h"
#include "profile/load.h"

namespace samsvar::profile {

namespace {

struct AspectWord {
    std::string_view word;
    model::Aspect aspect;
};
constexpr AspectWord aspect_words[] = {{"C", model::Aspect::confidentiality},
                                       {"K", model::Aspect::confidentiality},
                                       {"konfidentialitet", model::Aspect::confidentiality},
                                       {"konfidensialitet", model::Aspect::confidentiality},
                                       {"I", model::Aspect::integrity},
                                       {"R", model::Aspect::integrity},
                                       {"riktighet", model::Aspect::integrity},
                                       {"integritet", model::Aspect::integrity},
                                       {"A", model::Aspect::availability},
                                       {"T", model::Aspect::availability},
                                       {"tillgänglighet", model::Aspect::availability},
                                       {"tilgjengelighet", model::Aspect::availability}};

std::optional<model::Aspect> aspect_said(std::string_view word)
{
    if (const auto named = model::aspect_named(word)) return named;
    for (const AspectWord& one : aspect_words)
        if (one.word == word) return one.aspect;
    return std::nullopt;
}

std::optional<model::Impact> impact_said(std::string_view word)
{
    if (const auto named = model::impact_named(word)) return named;
    for (const model::Impact impact : model::all_impacts)
        for (const auto& [language, label] : label_of(impact).all())
            if (label == word) return impact;
    return std::nullopt;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

[[noreturn]] void refuse(std::string_view part, const std::string& why)
{
    throw Error(ErrorCode::invalid_argument, {}, "the profile says \"" + std::string(part) + "\": " + why);
}

void add_part(model::Profile& profile, model::InformationSet& set, std::string_view part)
{
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos)
        refuse(part,
               "write it as C=significant, role=supplier or personal-data=yes; for a file, its path ends in .xml");
    const std::string_view name = trimmed(part.substr(0, equals)), value = trimmed(part.substr(equals + 1));
    if (name == "role") {
        const auto role = model::role_named(value);
        if (!role) refuse(part, "the roles are supplier, system-manager, controller, processor");
        profile.roles.push_back(*role);
    }
    else if (const auto aspect = aspect_said(name)) {
        const auto impact = impact_said(value);
        if (!impact) {
            const bool number = !value.empty() && value.find_first_not_of("0123456789") == std::string_view::npos;
            refuse(part, std::string(number ? "published numberings of the levels disagree, so they have names: "
                                            : "the levels are ") +
                             "negligible, moderate, significant, serious, extreme");
        }
        if (!set.levels.emplace(*aspect, *impact).second) refuse(part, "this aspect is said twice");
    }
    else if (value == "yes" || value == "no") {
        if (!profile.conditions.emplace(std::string(name), value == "yes").second) refuse(part, "said twice");
    }
    else {
        refuse(part, "\"" + std::string(name) + "\" is no aspect (C, I, A); conditions are yes or no");
    }
}

}  // namespace

void add_set(model::Profile& profile, std::string_view text)
{
    model::InformationSet set;
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos) {
        set.name = trimmed(text.substr(0, colon));
        text.remove_prefix(colon + 1);
    }
    if (set.name.empty()) set.name = std::to_string(profile.information.size() + 1);
    for (const std::string& one : split(std::string(text), ','))
        if (const std::string_view part = trimmed(one); !part.empty()) add_part(profile, set, part);
    if (!set.levels.empty()) profile.information.push_back(std::move(set));
}

model::Profile parse(std::string_view text)
{
    model::Profile profile;
    profile.id = "case";
    add_set(profile, text);
    if (profile.information.empty())
        throw Error(ErrorCode::invalid_argument, {},
                    "the profile \"" + std::string(text) +
                        "\" classifies nothing; write it as C=significant,I=serious,A=moderate");
    return profile;
}

}  // namespace samsvar::profile
