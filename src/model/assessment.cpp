#include "model/assessment.h"

#include <algorithm>
#include <array>

namespace samsvar::model {

namespace {
LocalText local(const char* nb, const char* sv, const char* en)
{
    LocalText text;
    text.set(Language::nb, nb);
    text.set(Language::sv, sv);
    text.set(Language::en, en);
    return text;
}
}  // namespace

const char* name_of(Outcome outcome)
{
    switch (outcome) {
        case Outcome::satisfied: return "satisfied";
        case Outcome::partial: return "partial";
        case Outcome::gap: return "gap";
        case Outcome::unanswered: return "unanswered";
        case Outcome::unclear: return "unclear";
        case Outcome::not_applicable: return "not-applicable";
    }
    return "unclear";
}

std::optional<Outcome> outcome_named(std::string_view name)
{
    for (const Outcome outcome : all_outcomes)
        if (name == name_of(outcome)) return outcome;
    return std::nullopt;
}

const LocalText& label_of(Outcome outcome)
{
    static const std::array<LocalText, 6> labels{
        local("Oppfylt", "Uppfyllt", "Satisfied"), local("Delvis", "Delvis", "Partial"),
        local("Mangler", "Brist", "Gap"),          local("Ubesvart", "Obesvarad", "Unanswered"),
        local("Uklart", "Oklart", "Unclear"),      local("Ikke relevant", "Ej tillämpligt", "Not applicable"),
    };
    return labels[static_cast<std::size_t>(outcome)];
}

const char* name_of(EvidenceState state)
{
    switch (state) {
        case EvidenceState::not_requested: return "not-requested";
        case EvidenceState::requested: return "requested";
        case EvidenceState::referred: return "referred";
        case EvidenceState::enclosed: return "enclosed";
        case EvidenceState::expired: return "expired";
        case EvidenceState::verified: return "verified";
    }
    return "not-requested";
}

const LocalText& label_of(EvidenceState state)
{
    static const std::array<LocalText, 6> labels{
        local("Ikke etterspurt", "Inte efterfrågat", "Not requested"),
        local("Etterspurt, ikke mottatt", "Efterfrågat, inte mottaget", "Requested, not received"),
        local("Henvist til", "Hänvisat till", "Referred to"),
        local("Oppgitt vedlagt", "Angivet bifogat", "Said to be enclosed"),
        local("Utløpt", "Utgånget", "Expired"),
        local("Bekreftet", "Bekräftat", "Verified"),
    };
    return labels[static_cast<std::size_t>(state)];
}

const LocalText& label_of(Severity severity)
{
    static const std::array<LocalText, 4> labels{
        local("Ingen", "Ingen", "None"),
        local("Lav", "Låg", "Low"),
        local("Middels", "Medel", "Medium"),
        local("Høy", "Hög", "High"),
    };
    return labels[static_cast<std::size_t>(severity)];
}

const AnswerResult* Assessment::answer(std::string_view question) const
{
    for (const AnswerResult& result : answers)
        if (result.question == question) return &result;
    return nullptr;
}

std::map<Outcome, int> Assessment::counts() const
{
    std::map<Outcome, int> counts;
    for (const Outcome outcome : all_outcomes) counts[outcome] = 0;
    for (const AnswerResult& result : answers) ++counts[result.outcome];
    return counts;
}

bool Assessment::clean() const
{
    const auto follow_up = [](const auto& result) { return result.severity != Severity::none; };
    return general.empty() && std::none_of(answers.begin(), answers.end(), follow_up);
}

}  // namespace samsvar::model
