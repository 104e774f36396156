// Questions nobody described: what their own words ask for is what an answer is held against.
#include <algorithm>

#include "rules/checks.h"
#include "rules/explain.h"

namespace samsvar::rules {

using model::Outcome;

namespace {

constexpr double tolerance = 1.05;  // "12 months" for a year

/// A length or an interval with where it stands.
struct Amount {
    double value = 0;
    text::Span span;
};

std::vector<Amount> intervals(const text::Analysis& analysis)
{
    std::vector<Amount> found;
    for (const text::Frequency& one : analysis.frequencies)
        if (!one.vague && !one.event) found.push_back({one.interval_days, one.span});
    for (const text::Duration& one : analysis.durations)
        if (one.interval) found.push_back({one.hours / 24, one.span});
    return found;
}

/// "At once, and within 72 hours": the figure is what can be relied on.
std::vector<Amount> lengths(const text::Analysis& analysis)
{
    std::vector<Amount> found;
    const bool figures = std::any_of(analysis.durations.begin(), analysis.durations.end(),
                                     [](const text::Duration& one) { return !one.interval && !one.immediate; });
    for (const text::Duration& one : analysis.durations)
        if (!one.interval && !(one.immediate && figures)) found.push_back({one.hours, one.span});
    return found;
}

/// A question that states one limit is answered beyond it by everything the answer states of the kind. Two limits, or
/// none in the answer, are for a person.
void hold_against_limit(Case& context, View& view, const char* code, const std::vector<Amount>& asked,
                        const std::vector<Amount>& said)
{
    if (asked.size() != 1 || asked.front().value <= 0 || said.empty()) return;
    const auto best =
        std::min_element(said.begin(), said.end(), [](const Amount& a, const Amount& b) { return a.value < b.value; });
    if (best->value <= asked.front().value * tolerance) return;
    Words words;
    words.detail = "stated-limit";
    words.stated = view.own.folded.quote(best->span);
    const std::string limit = view.asked.folded.quote(asked.front().span);
    words.limit = phrase(context, "as-written", limit);
    words.what = phrase(context, "said-in-the-question");
    words.quote = sentence_quote(view.own, best->span);
    view.findings.push_back(
        make_finding(context, view, code, words, view.question->severity, Outcome::gap, view.question->origin));
    explain<model::StepId::limit_exceeded>(view, view.question->origin, matched(view, best->span),
                                           limited(words.limit));
}

bool is_lowered(const View& view)
{
    return view.outcome || std::any_of(view.findings.begin(), view.findings.end(),
                                       [](const model::Finding& one) { return one.outcome != Outcome::satisfied; });
}

/// "The first exercise is planned for March": a sentence that promises and tells a day still to come, or says that
/// nothing is there yet. "Next due in January 2027" follows on one that has been.
const text::Span* promise(const Case& context, const View& view)
{
    for (const text::Span& plan : view.own.plans) {
        const std::size_t sentence = view.own.sentence_of(plan);
        const bool follows_on = std::any_of(view.own.hits.begin(), view.own.hits.end(), [&](const text::Hit& hit) {
            return hit.sentence == sentence &&
                   context.matcher.lexicon().concepts[hit.concept_index].id == "next-in-turn";
        });
        if (follows_on) continue;
        const bool to_come = std::any_of(view.own.dates.begin(), view.own.dates.end(), [&](const text::FoundDate& one) {
            return one.sentence == sentence && !one.until && one.date > context.date;
        });
        const bool whole = view.own.sentences.size() <= 2;  // one sentence beside the choice: the promise is the answer
        if (to_come || whole) return &plan;
    }
    return nullptr;
}

const text::Span* denial(const View& view)
{
    return view.own.denials.empty() ? nullptr : &view.own.denials.front();
}

void add_promise(Case& context, View& view, const text::Span& plan)
{
    Words words;
    words.quote = sentence_quote(view.own, plan);
    view.findings.push_back(make_finding(context, view, "planned-not-in-place", words, view.question->severity,
                                         view.polarity == Polarity::no ? Outcome::gap : Outcome::partial,
                                         view.question->origin));
    explain<model::StepId::promise_for_later>(view, view.question->origin, matched(view, plan));
}

}  // namespace

bool asks(const Case& context, const View& view, std::string_view concept_id)
{
    return context.first_hit(view.asked, concept_id, false) != nullptr;
}

bool wants_explanation(const Case& context, const View& view)
{
    if (!view.answer) return false;
    return asks(context, view, "asks-description") ||
           (context.explained && view.question->kind == model::AnswerKind::yesno_explanation);
}

bool has_substance(const Case& context, const View& view)
{
    const text::Analysis& own = view.own;
    const bool valued = std::any_of(own.durations.begin(), own.durations.end(),
                                    [](const text::Duration& one) { return !one.immediate; }) ||
                        std::any_of(own.frequencies.begin(), own.frequencies.end(),
                                    [](const text::Frequency& one) { return !one.vague; }) ||
                        !own.dates.empty() || !own.annexes.empty() || view.names_document;
    if (valued) return true;
    const auto& concepts = context.matcher.lexicon().concepts;
    static constexpr const char* manners[] = {"openings", "evasion", "evidence", "statements-of-practice", "questions"};
    return std::any_of(own.hits.begin(), own.hits.end(), [&](const text::Hit& hit) {
        const std::string& topic = concepts[hit.concept_index].topic;
        return std::none_of(std::begin(manners), std::end(manners), [&](const char* one) { return topic == one; }) &&
               !hit.scope.planned && !hit.scope.customer;
    });
}

void check_stated_limits(Case& context, View& view)
{
    if (view.settled || !view.answer || !view.question->concluded) return;
    // "Kept for at least twelve months" and "thirty days before" set a least time: more of it is better.
    const bool least = asks(context, view, "asks-at-least");
    const bool within = asks(context, view, "asks-within-limit");
    if (least) hold_against_limit(context, view, "too-infrequent", intervals(view.asked), intervals(view.own));
    if (within && !least) hold_against_limit(context, view, "too-slow", lengths(view.asked), lengths(view.own));
}

void check_promises(Case& context, View& view)
{
    if (view.settled || !view.answer || !view.question->concluded) return;
    if (const text::Span* plan = promise(context, view)) add_promise(context, view, *plan);
}

void check_partly(Case& context, View& view)
{
    if (!view.partly || is_lowered(view)) return;
    if (!view.own.plans.empty()) {
        add_promise(context, view, view.own.plans.front());
        return;
    }
    Words words;
    words.detail = "said-partly";
    words.what = phrase(context, "said-to-be-partly");
    const text::Span* denied = denial(view);
    const text::Span said = denied ? *denied : text::Span{0, std::min<std::size_t>(1, view.own.folded.text.size())};
    words.quote = sentence_quote(view.own, said);
    explain<model::StepId::said_to_be_partly>(view, view.question->origin, matched(view, said));
    view.findings.push_back(make_finding(context, view, "missing-element", words, view.question->severity,
                                         Outcome::partial, view.question->origin));
}

}  // namespace samsvar::rules
