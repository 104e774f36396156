#include "agreement/wording.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>

#include "model/report_text.h"

namespace samsvar::agreement {

namespace {

using model::Language;
using model::LocalText;

struct Wording {
    std::string_view key, nb, sv, en;
};

constexpr std::array<Wording, 10> wordings{{
    {"absent", "Avtalen har ingen bestemmelse om dette: {what}.", "Avtalet har ingen bestämmelse om detta: {what}.",
     "The agreement has no provision on this: {what}."},
    {"denied", "Punkt {clause} sier det motsatte eller avviser det: {what}.",
     "Punkt {clause} säger motsatsen eller avvisar det: {what}.",
     "Clause {clause} says the opposite or refuses it: {what}."},
    {"on-controller", "Punkt {clause} nevner det bare som den behandlingsansvarliges egen plikt: {what}.",
     "Punkt {clause} nämner det bara som den ansvariges egen skyldighet: {what}.",
     "Clause {clause} mentions it only as the controller's own duty: {what}."},
    {"on-processor", "Punkt {clause} legger det til databehandleren alene: {what}.",
     "Punkt {clause} lägger det på biträdet ensamt: {what}.",
     "Clause {clause} leaves it to the processor alone: {what}."},
    {"lacking", "Punkt {clause} mangler: {what}.", "I punkt {clause} saknas: {what}.",
     "Clause {clause} lacks: {what}."},
    {"beyond", "Punkt {clause} gir for lang tid ({stated}): {what}.",
     "Punkt {clause} ger för lång tid ({stated}): {what}.", "Clause {clause} allows too long ({stated}): {what}."},
    {"flawed", "Svakhet i punkt {clause}: {what}.", "Svaghet i punkt {clause}: {what}.",
     "Weakness in clause {clause}: {what}."},
    {"ask-absent", "Ta inn en bestemmelse: {what}.", "För in en bestämmelse: {what}.", "Add a provision: {what}."},
    {"ask-lacking", "Ta dette inn i punkt {clause}: {what}.", "För in detta i punkt {clause}: {what}.",
     "Add this to clause {clause}: {what}."},
    {"ask-flawed", "Endre punkt {clause}: {what}.", "Ändra punkt {clause}: {what}.", "Change clause {clause}: {what}."},
}};
std::string filled(std::string_view pattern, const std::string& what, const std::string& clause,
                   const std::string& stated)
{
    std::string made;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto put = [&](std::string_view name, const std::string& value) {
            if (!pattern.substr(at).starts_with(name)) return false;
            made += value;
            at += name.size();
            return true;
        };
        if (put("{what}", what) || put("{clause}", clause.empty() ? "–" : clause) || put("{stated}", stated)) continue;
        made += pattern[at++];
    }
    return made;
}

}  // namespace

LocalText sentence_for(std::string_view key, const LocalText& what, const std::string& clause,
                       const std::string& stated)
{
    const auto chosen =
        std::find_if(wordings.begin(), wordings.end(), [&](const Wording& one) { return one.key == key; });
    assert(chosen != wordings.end());
    return model::report_text(filled(chosen->nb, what.in(Language::nb), clause, stated),
                              filled(chosen->sv, what.in(Language::sv), clause, stated),
                              filled(chosen->en, what.in(Language::en), clause, stated));
}

LocalText article_reason(const std::vector<std::string>& clauses, const std::vector<const model::Finding*>& lacks)
{
    std::string list;
    for (const std::string& clause : clauses) list += (list.empty() ? "" : ", ") + clause;
    LocalText made;
    const auto add = [&](Language language, const char* stands) {
        std::string text = list.empty() ? std::string() : std::string(stands) + list + ".";
        std::set<std::string> said;
        for (const model::Finding* finding : lacks) {
            const std::string& reason = finding->reason.in(language);
            if (said.insert(reason).second) text += (text.empty() ? "" : " ") + reason;
        }
        made.set(language, text);
    };
    add(Language::nb, "Står i punkt ");
    add(Language::sv, "Står i punkt ");
    add(Language::en, "In clause ");
    return made;
}

LocalText conflict_reason(const LocalText& matter, const std::string& here, const std::string& clause,
                          const std::string& there, const std::string& question)
{
    const bool header = question == "header";
    const auto said = [](const std::string& text, const char* nothing) {
        return text == "–" ? std::string(nothing) : "«" + text + "»";
    };
    const std::string at = clause.empty() ? "–" : clause;
    LocalText made;
    made.set(Language::nb, matter.in(Language::nb) + ": avtalen sier " + said(here, "ingenting") + " (punkt " + at +
                               "), " +
                               (header ? std::string("skjemaets opplysninger om leverandører") : "svar " + question) +
                               " sier " + said(there, "ingenting") + ".");
    made.set(Language::sv, matter.in(Language::sv) + ": avtalet säger " + said(here, "ingenting") + " (punkt " + at +
                               "), " +
                               (header ? std::string("formulärets uppgifter om leverantörer") : "svar " + question) +
                               " säger " + said(there, "ingenting") + ".");
    made.set(Language::en, matter.in(Language::en) + ": the agreement says " + said(here, "nothing") + " (clause " +
                               at + "), " +
                               (header ? std::string("the questionnaire's list of suppliers") : "answer " + question) +
                               " says " + said(there, "nothing") + ".");
    return made;
}

LocalText conflict_ask(const LocalText& matter)
{
    return model::report_text("Hva gjelder: " + matter.in(Language::nb) + "? Rett avtalen eller svaret.",
                              "Vad gäller: " + matter.in(Language::sv) + "? Rätta avtalet eller svaret.",
                              "Which holds: " + matter.in(Language::en) + "? Correct the agreement or the answer.");
}

}  // namespace samsvar::agreement
