#include "model/assessment.h"

#include <algorithm>
#include <array>

#include "model/report_text.h"

namespace samsvar::model {

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
        report_text("Oppfylt", "Uppfyllt", "Opfyldt", "Täyttyy", "Satisfied"),
        report_text("Delvis", "Delvis", "Delvist", "Osittain", "Partial"),
        report_text("Mangler", "Brist", "Mangler", "Puute", "Gap"),
        report_text("Ubesvart", "Obesvarad", "Ubesvaret", "Vastaamatta", "Unanswered"),
        report_text("Uklart", "Oklart", "Uklart", "Epäselvä", "Unclear"),
        report_text("Ikke relevant", "Ej tillämpligt", "Ikke relevant", "Ei koske", "Not applicable"),
    };
    return labels[static_cast<std::size_t>(outcome)];
}

int badness(Outcome outcome)
{
    constexpr Outcome order[] = {Outcome::satisfied, Outcome::not_applicable, Outcome::partial, Outcome::unclear,
                                 Outcome::gap,       Outcome::unanswered};
    return static_cast<int>(std::find(std::begin(order), std::end(order), outcome) - std::begin(order));
}

int proof_lacking(EvidenceState state)
{
    using enum EvidenceState;
    constexpr EvidenceState order[] = {not_requested, verified,  received, enclosed, on_request,
                                       referred,      requested, missing,  too_old,  expired};
    return static_cast<int>(std::find(std::begin(order), std::end(order), state) - std::begin(order));
}

bool is_outstanding(EvidenceState state)
{
    using enum EvidenceState;
    switch (state) {
        case requested:
        case referred:
        case expired:
        case missing:
        case on_request:
        case too_old: return true;
        case not_requested:
        case enclosed:
        case verified:
        case received: break;
    }
    return false;
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
        case EvidenceState::received: return "received";
        case EvidenceState::missing: return "missing";
        case EvidenceState::on_request: return "on-request";
        case EvidenceState::too_old: return "too-old";
    }
    return "not-requested";
}

const LocalText& label_of(EvidenceState state)
{
    static const std::array<LocalText, 10> labels{
        report_text("Ikke etterspurt", "Inte efterfrågat", "Ikke efterspurgt", "Ei pyydetty", "Not requested"),
        report_text("Etterspurt, ikke mottatt", "Efterfrågat, inte mottaget", "Efterspurgt, ikke modtaget",
                    "Pyydetty, ei saatu", "Requested, not received"),
        report_text("Henvist til", "Hänvisat till", "Henvist til", "Viitattu", "Referred to"),
        report_text("Oppgitt vedlagt", "Angivet bifogat", "Angivet vedlagt", "Ilmoitettu liitteeksi",
                    "Said to be enclosed"),
        report_text("Utløpt", "Utgånget", "Udløbet", "Vanhentunut", "Expired"),
        report_text("Bekreftet", "Bekräftat", "Bekræftet", "Vahvistettu", "Verified"),
        report_text("Mottatt", "Mottaget", "Modtaget", "Saatu", "Received"),
        report_text("Oppgitt vedlagt, ikke mottatt", "Angivet bifogat, inte mottaget", "Angivet vedlagt, ikke modtaget",
                    "Ilmoitettu liitteeksi, ei saatu", "Said to be enclosed, not received"),
        report_text("På forespørsel eller under taushetserklæring", "På begäran eller under sekretessavtal",
                    "På forespørgsel eller under fortrolighedsaftale", "Pyynnöstä tai salassapitosopimuksella",
                    "On request or under an NDA"),
        report_text("Mottatt, for gammelt", "Mottaget, för gammalt", "Modtaget, for gammelt", "Saatu, liian vanha",
                    "Received, too old"),
    };
    return labels[static_cast<std::size_t>(state)];
}

const LocalText& label_of(Severity severity)
{
    static const std::array<LocalText, 4> labels{
        report_text("Ingen", "Ingen", "Ingen", "Ei mitään", "None"),
        report_text("Lav", "Låg", "Lav", "Matala", "Low"),
        report_text("Middels", "Medel", "Middel", "Keskitaso", "Medium"),
        report_text("Høy", "Hög", "Høj", "Korkea", "High"),
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

std::string Derived::way() const
{
    std::string text = id + " (" + catalog + ")";
    for (const Mapping& step : steps)
        text += std::string(" ") + name_of(step.relation) + ' ' + step.to_id + " (" + step.to_catalog + ")";
    return text;
}

}  // namespace samsvar::model
