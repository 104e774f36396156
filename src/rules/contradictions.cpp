// Step 7: statements that cannot both be true. The pairs are data (catalogs/lexicon/contradictions.xml); no question
// is known by its number here, only by its tags.
#include <algorithm>
#include <optional>

#include "rules/checks.h"
#include "rules/explain.h"
#include "rules/undescribed.h"

namespace samsvar::rules {

using model::Contradiction;
using model::ContradictionKind;
using model::Outcome;
using model::Severity;
using model::StepId;

namespace {

/// One side of a contradiction: a statement and where it stands.
struct Statement {
    View* view = nullptr;  ///< null for the header
    const text::Analysis* analysis = nullptr;
    text::Span span;
    double hours = 0;  ///< periods

    std::string id() const { return view ? view->id() : "header"; }
    std::string quote() const { return sentence_quote(*analysis, span); }
};

bool in_topic(const View& view, const std::vector<std::string>& topics)
{
    if (topics.empty()) return true;
    return std::any_of(topics.begin(), topics.end(), [&](const std::string& topic) { return tagged(view, topic); });
}

bool wants_header(const std::vector<std::string>& topics)
{
    return std::find(topics.begin(), topics.end(), "header") != topics.end();
}

std::optional<text::Span> stated(const Case& context, const text::Analysis& analysis,
                                 const std::vector<std::string>& concept_ids)
{
    for (const std::string& id : concept_ids)
        if (const text::Hit* hit = context.first_hit(analysis, id)) return hit->span;
    return std::nullopt;
}

std::vector<Statement> statements(Case& context, const std::vector<std::string>& concept_ids,
                                  const std::vector<std::string>& topics)
{
    std::vector<Statement> found;
    for (View& view : context.views) {
        if (!view.answer || view.outcome == Outcome::unanswered || !in_topic(view, topics)) continue;
        if (const auto span = stated(context, view.own, concept_ids)) found.push_back({&view, &view.own, *span, 0});
    }
    if (!wants_header(topics)) return found;
    const bool lists = std::find(concept_ids.begin(), concept_ids.end(), "has-subprocessors") != concept_ids.end();
    if (lists && !context.submission.subprocessors.empty())
        found.push_back(
            {nullptr, &context.header, {0, std::min<std::size_t>(1, context.header.folded.text.size())}, 0});
    else if (const auto span = stated(context, context.header, concept_ids))
        found.push_back({nullptr, &context.header, *span, 0});
    return found;
}

/// Periods said of a subject: a duration in the same clause as the subject, or the only one of its sentence.
std::vector<Statement> periods(Case& context, const std::vector<std::string>& subject,
                               const std::vector<std::string>& topics)
{
    std::vector<Statement> found;
    for (View& view : context.views) {
        if (!view.answer || !in_topic(view, topics)) continue;
        for (const text::Duration& duration : view.own.durations) {
            if (duration.interval) continue;
            const auto alone =
                std::count_if(view.own.durations.begin(), view.own.durations.end(),
                              [&](const text::Duration& one) { return one.sentence == duration.sentence; });
            const bool said_of_subject =
                std::any_of(view.own.hits.begin(), view.own.hits.end(), [&](const text::Hit& hit) {
                    const std::string& id = context.matcher.lexicon().concepts[hit.concept_index].id;
                    return std::find(subject.begin(), subject.end(), id) != subject.end() &&
                           (hit.clause == duration.clause || (alone == 1 && hit.sentence == duration.sentence));
                });
            // "How long are the logs kept?": the only time told is of what was asked about.
            const bool all_there_is =
                !topics.empty() && view.own.durations.size() == 1 && asks(context, view, "asks-kept-how-long");
            if (said_of_subject || all_there_is) found.push_back({&view, &view.own, duration.span, duration.hours});
        }
    }
    return found;
}

void report(Case& context, const Contradiction& rule, View& on, const Statement& here, const Statement& there,
            bool falls)
{
    const bool told = std::any_of(on.findings.begin(), on.findings.end(), [&](const model::Finding& one) {
        return one.code == "contradiction" && one.with == there.id();
    });
    if (told) return;
    Words words;
    words.detail = rule.id;
    words.with = there.id();
    words.what = rule.label;
    words.quote = here.quote();
    const Outcome at_best = !falls ? Outcome::satisfied : rule.becomes_gap ? Outcome::gap : Outcome::partial;
    model::Finding finding = make_finding(context, on, "contradiction", words,
                                          falls ? on.question->severity : Severity::low, at_best, rule.origin);
    finding.with_quote = there.quote();
    if (there.view && there.view->answer)
        finding.with_place = there.view->answer->place();
    else if (!there.view)
        finding.with_place = context.header_place(there.span);
    on.findings.push_back(std::move(finding));
    explain<StepId::contradiction_found>(on, rule.origin, called(rule.id, rule.label), matched(on, here.span),
                                         matched_there(there.view, *there.analysis, there.span),
                                         other_question(there.id()));
    // Not applicable, and "no", end with the contradiction that takes their ground away.
    if (falls && on.outcome == Outcome::not_applicable) on.outcome.reset();
}

void add_third_country(Case& context, const Contradiction& rule, View& on, const Statement& fact)
{
    const bool abroad = std::any_of(rule.fact.begin(), rule.fact.end(), [](const std::string& id) {
        return id == "third-country-place" || id == "support-from-third-country";
    });
    if (!abroad || on.has("third-country")) return;
    Words words;
    words.with = fact.id();
    words.stated = fact.analysis->folded.quote(fact.span);
    words.quote = fact.quote();
    model::Finding finding =
        make_finding(context, on, "third-country", words, on.question->severity, Outcome::partial, rule.origin);
    if (fact.view && fact.view->answer)
        finding.place = fact.view->answer->place();
    else if (!fact.view)
        finding.place = context.header_place(fact.span);
    on.findings.push_back(std::move(finding));
    explain<StepId::third_country_elsewhere>(on, rule.origin, matched_there(fact.view, *fact.analysis, fact.span));
}

void compare_statements(Case& context, const Contradiction& rule, View& view)
{
    if (!in_topic(view, rule.claim_topic)) return;
    const auto claim_span = stated(context, view.own, rule.claim);
    if (!claim_span || (!rule.unless.empty() && context.states_any(view.own, rule.unless))) return;
    const Statement claim{&view, &view.own, *claim_span, 0};
    for (const Statement& fact : statements(context, rule.fact, rule.fact_topic)) {
        if (fact.view == &view) continue;
        report(context, rule, view, claim, fact, rule.claim_falls);
        add_third_country(context, rule, view, fact);
        if (rule.one_sided) break;
        if (fact.view) report(context, rule, *fact.view, fact, claim, false);
    }
}

void compare_periods(Case& context, const Contradiction& rule, View& view)
{
    if (!in_topic(view, rule.claim_topic)) return;
    constexpr double tolerance = 1.1;
    const std::vector<Statement> claims = periods(context, rule.claim, rule.claim_topic);
    const std::vector<Statement> facts = periods(context, rule.fact, rule.fact_topic);
    const auto close = [&](double a, double b) { return a <= b * tolerance && b <= a * tolerance; };
    for (const Statement& fact : facts) {
        if (fact.view == &view) continue;
        // A period they share settles it: "within 12 hours, a full report within two days" agrees with "12 hours".
        const bool shared = std::any_of(claims.begin(), claims.end(), [&](const Statement& claim) {
            return claim.view == &view && std::any_of(facts.begin(), facts.end(), [&](const Statement& other) {
                       return other.view == fact.view && close(claim.hours, other.hours);
                   });
        });
        if (shared) continue;
        for (const Statement& claim : claims) {
            if (claim.view != &view) continue;
            const bool conflict = rule.kind == ContradictionKind::kept_longer ? fact.hours > claim.hours * tolerance
                                                                              : !close(fact.hours, claim.hours);
            if (!conflict) continue;
            report(context, rule, view, claim, fact, rule.claim_falls);
            report(context, rule, *fact.view, fact, claim, false);
            break;
        }
    }
}

void compare_list(Case& context, const Contradiction& rule, View& view)
{
    if (rule.claim_topic.empty() || !in_topic(view, rule.claim_topic) || view.own.words == 0) return;
    for (const std::string& concept_id : rule.fact) {
        if (context.first_hit(view.own, concept_id, false)) continue;
        for (const Statement& fact : statements(context, {concept_id}, rule.fact_topic)) {
            if (!fact.view || fact.view == &view) continue;
            const Statement list{&view, &view.own, {0, std::min<std::size_t>(1, view.own.folded.text.size())}, 0};
            report(context, rule, view, list, fact, rule.claim_falls);
            report(context, rule, *fact.view, fact, list, false);
        }
    }
}

}  // namespace

void check_contradictions(Case& context, View& view)
{
    if (!view.answer || view.outcome == Outcome::unanswered) return;
    for (const Contradiction& rule : context.matcher.lexicon().contradictions) switch (rule.kind) {
            case ContradictionKind::statements: compare_statements(context, rule, view); break;
            case ContradictionKind::periods_differ:
            case ContradictionKind::kept_longer: compare_periods(context, rule, view); break;
            case ContradictionKind::unlisted: compare_list(context, rule, view); break;
        }
}

}  // namespace samsvar::rules
