// Step 5, beside the expectations: practices that are weak wherever they stand, and validities that ran out.
#include <algorithm>
#include <span>

#include "rules/checks.h"
#include "rules/explain.h"

namespace samsvar::rules {

using model::Outcome;
using model::Severity;
using model::StepId;

bool is_weak_practice_of(const Case& context, const View& view, const text::Hit& hit)
{
    const model::Concept& known = context.matcher.lexicon().concepts[hit.concept_index];
    if (!known.weak || hit.since > context.date.number() || hit.scope.planned || hit.scope.negated || hit.scope.unsaid())
        return false;
    // A weak hash in an answer about traffic is another matter than one in an answer about passwords: only what the
    // question is about lowers it, or what no question is about in particular.
    const auto& topic = view.question->topic;
    if (std::find(topic.begin(), topic.end(), known.id) != topic.end()) return true;
    return !context.look_ups->is_asked_for(hit.concept_index);
}

void check_weak_practice(Case& context, View& view)
{
    if (!view.answer || view.outcome == Outcome::unanswered || view.outcome == Outcome::not_applicable) return;
    const auto& concepts = context.matcher.lexicon().concepts;
    for (const text::Hit& hit : view.own.hits) {
        const model::Concept& known = concepts[hit.concept_index];
        if (!is_weak_practice_of(context, view, hit)) continue;
        const bool told = std::any_of(view.findings.begin(), view.findings.end(), [&](const model::Finding& one) {
            return one.code == "weak-practice" && one.detail == known.id;
        });
        if (told) continue;
        Words words;
        words.detail = known.id;
        words.what = known.label;
        words.quote = sentence_quote(view.own, hit.span);
        // "No, administrators log in without a second factor" is told once, as the no it is.
        const bool denied = std::any_of(view.findings.begin(), view.findings.end(), [&](const model::Finding& one) {
            return one.code == "negative" && one.quote.find(words.quote) != std::string::npos;
        });
        if (denied) continue;
        // Where nothing of what is expected is there, the weak practice is all there is.
        const bool all_there_is = !view.question->concluded && view.musts() > 0 && view.musts(Standing::met) == 0 &&
                                  view.own.sentences.size() == 1;
        view.findings.push_back(make_finding(context, view, "weak-practice", words, view.question->severity,
                                             all_there_is ? Outcome::gap : Outcome::partial, known.origin));
        explain<StepId::weak_practice>(view, known.origin, called(known), matched(view, hit.span));
    }
}

namespace {

/// A certificate or report is spoken of in that sentence.
bool about_assurance(const Case& context, const View& view, std::size_t sentence, bool validity_words)
{
    const auto& concepts = context.matcher.lexicon().concepts;
    const std::span<const text::Hit> hits = view.own.hits_in(sentence);
    return std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
        const std::string& id = concepts[hit.concept_index].id;
        return id == "assurance-document" || (validity_words && id == "validity-word");
    });
}

void expired(Case& context, View& view, const text::FoundDate& found)
{
    Words words;
    words.detail = found.date.text();
    words.date = found.date.text();
    words.quote = sentence_quote(view.own, found.span);
    view.findings.push_back(make_finding(context, view, "expired", words,
                                         std::min(view.question->severity, Severity::medium), Outcome::partial,
                                         view.question->origin));
}

}  // namespace

void check_validity(Case& context, View& view)
{
    if (!view.answer || view.settled) return;
    // Reports on a past period are good for about a year and a half: the next one is due after twelve months.
    constexpr int report_months = 18;
    for (const text::FoundDate& found : view.own.dates) {
        // A month without a day lasts to its end.
        const model::Date last{found.date.year, found.date.month ? found.date.month : 12,
                               found.date.day ? found.date.day : 31};
        if (!found.until || last >= context.date) continue;
        if (!about_assurance(context, view, found.sentence, true)) continue;
        // "Ran out in June and is replaced by one valid until 2029."
        const bool renewed =
            std::any_of(view.own.dates.begin(), view.own.dates.end(), [&](const text::FoundDate& other) {
                return other.until && other.sentence == found.sentence && other.date >= context.date;
            });
        if (renewed) continue;
        expired(context, view, found);
        explain<StepId::certificate_expired>(view, view.question->origin, matched(view, found.span),
                                             dated(context.date));
        return;
    }
    const text::FoundDate* newest = nullptr;
    for (const text::FoundDate& found : view.own.dates)
        if (!found.until && !found.planned &&
            (about_assurance(context, view, found.sentence, false) ||
             (found.sentence > 0 && about_assurance(context, view, found.sentence - 1, false))) &&
            context.first_hit(view.own, "assurance-report") && (!newest || newest->date < found.date))
            newest = &found;
    if (!newest || newest->date > context.date) return;
    const int months = (context.date.year - newest->date.year) * 12 + context.date.month -
                       (newest->date.month ? newest->date.month : 12);
    if (months <= report_months) return;
    expired(context, view, *newest);
    explain<StepId::report_too_old>(view, view.question->origin, matched(view, newest->span), dated(context.date),
                                    counted(report_months));
}

}  // namespace samsvar::rules
