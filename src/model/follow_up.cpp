#include "model/follow_up.h"

#include "model/report_text.h"

namespace samsvar::model {

const char* name_of(MatchedBy by)
{
    switch (by) {
        case MatchedBy::id: return "id";
        case MatchedBy::content: return "content";
        case MatchedBy::similarity: return "similarity";
        case MatchedBy::requirement: return "requirement";
    }
    return "";
}

const LocalText& label_of(MatchedBy by)
{
    static const LocalText labels[] = {report_text("nummer", "nummer", "nummer", "numero", "number"),
                                       report_text("ordlyd", "ordalydelse", "ordlyd", "sanamuoto", "wording"),
                                       report_text("likhet", "likhet", "lighed", "samankaltaisuus", "similarity"),
                                       report_text("krav", "krav", "krav", "vaatimus", "requirement")};
    return labels[static_cast<std::size_t>(by)];
}

const char* name_of(Change change)
{
    switch (change) {
        case Change::worsened: return "worsened";
        case Change::copied: return "copied";
        case Change::improved: return "improved";
        case Change::reworded: return "reworded";
        case Change::unchanged: return "unchanged";
        case Change::newly_asked: return "newly-asked";
        case Change::no_longer_asked: return "no-longer-asked";
    }
    return "";
}

const LocalText& label_of(Change change)
{
    static const LocalText labels[] = {
        report_text("verre", "sämre", "værre", "huonontunut", "worsened"),
        report_text("kopiert, nytt spørsmål", "kopierat, ändrad fråga", "kopieret, nyt spørgsmål",
                    "kopioitu, kysymys muuttunut", "copied, question changed"),
        report_text("bedre", "bättre", "bedre", "parantunut", "improved"),
        report_text("omformulert", "omformulerat", "omformuleret", "muotoiltu uudelleen", "reworded"),
        report_text("uendret", "oförändrat", "uændret", "ennallaan", "unchanged"),
        report_text("nytt spørsmål", "ny fråga", "nyt spørgsmål", "uusi kysymys", "newly asked"),
        report_text("ikke lenger spurt", "frågas inte längre", "spørges ikke længere", "ei enää kysytä",
                    "no longer asked")};
    return labels[static_cast<std::size_t>(change)];
}

const char* name_of(PromiseKept::State state)
{
    switch (state) {
        case PromiseKept::State::kept: return "kept";
        case PromiseKept::State::not_kept: return "not-kept";
        case PromiseKept::State::not_yet: return "not-yet";
        case PromiseKept::State::unclear: return "unclear";
    }
    return "";
}

const LocalText& label_of(PromiseKept::State state)
{
    static const LocalText labels[] = {
        report_text("holdt", "hållet", "holdt", "pidetty", "kept"),
        report_text("ikke holdt", "inte hållet", "ikke holdt", "ei pidetty", "not kept"),
        report_text("ikke forfalt", "inte förfallet", "ikke forfaldet", "ei vielä erääntynyt", "not due yet"),
        report_text("uklart", "oklart", "uklart", "epäselvä", "unclear")};
    return labels[static_cast<std::size_t>(state)];
}

const char* name_of(CarriedDecision::State state)
{
    switch (state) {
        case CarriedDecision::State::carried: return "carried";
        case CarriedDecision::State::reopened: return "reopened";
        case CarriedDecision::State::lapsed: return "lapsed";
        case CarriedDecision::State::settled: return "settled";
    }
    return "";
}

const LocalText& label_of(CarriedDecision::State state)
{
    static const LocalText labels[] = {
        report_text("videreført", "överfört", "videreført", "pidetty voimassa", "carried over"),
        report_text("gjenåpnet", "återöppnat", "genåbnet", "avattu uudelleen", "reopened"),
        report_text("løpt ut", "utgånget", "udløbet", "rauennut", "lapsed"),
        report_text("falt bort", "bortfallet", "bortfaldet", "poistunut", "no longer found")};
    return labels[static_cast<std::size_t>(state)];
}

std::map<Change, std::size_t> FollowUp::counts() const
{
    std::map<Change, std::size_t> counts;
    for (const Change change : all_changes) counts[change] = 0;
    for (const AnswerChange& one : changes) ++counts[one.change];
    return counts;
}

std::vector<Decision> FollowUp::carried() const
{
    std::vector<Decision> decisions_now;
    for (const CarriedDecision& one : decisions)
        if (one.state == CarriedDecision::State::carried && one.now) {
            Decision decision = one.before;
            decision.target = *one.now;
            decision.basis = digest_of(now, *one.now);
            decision.carried = true;
            decisions_now.push_back(std::move(decision));
        }
    return decisions_now;
}

}  // namespace samsvar::model
