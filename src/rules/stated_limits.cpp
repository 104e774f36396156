// Limits that a question nobody described states itself: "within 72 hours", "every year", "regularly".
#include <algorithm>
#include <optional>
#include <span>

#include "rules/checks.h"
#include "rules/evade.h"
#include "rules/undescribed.h"

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
    for (const text::Duration& one : analysis.durations) {
        const bool told =
            std::any_of(found.begin(), found.end(), [&](const Amount& other) { return other.span.overlaps(one.span); });
        if (one.interval && !told) found.push_back({one.hours / 24, one.span});
    }
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

/// `said` of the answer passes the limit that the question states in the words `limit`.
void add_beyond_limit(Case& context, View& view, const char* code, const model::LocalText& limit,
                      const text::Span& said, Outcome at_best = Outcome::gap)
{
    Words words;
    words.detail = "stated-limit";
    words.stated = view.own.folded.quote(said);
    words.limit = limit;
    words.what = phrase(context, at_best == Outcome::gap ? "said-in-the-question" : "customary");
    words.quote = sentence_quote(view.own, said);
    view.findings.push_back(
        make_finding(context, view, code, words, view.question->severity, at_best, view.question->origin));
    explain<model::StepId::limit_exceeded>(view, view.question->origin, matched(view, said), limited(words.limit));
}

/// How much of the question's matter a sentence holds: different concepts, stated outright.
std::size_t matter_in(const Case& context, const View& view, std::size_t sentence)
{
    const auto& concepts = context.matcher.lexicon().concepts;
    std::vector<std::uint32_t> held;
    for (const text::Hit& hit : view.own.hits) {
        const model::Concept& known = concepts[hit.concept_index];
        if (hit.sentence != sentence || !outright(hit) || known.weak) continue;
        if (!of_matter(view, known.id)) continue;
        if (std::find(held.begin(), held.end(), hit.concept_index) == held.end()) held.push_back(hit.concept_index);
    }
    return held.size();
}

/// Those in the sentences that hold most of the question's matter: "outages within an hour; breaches of personal data
/// within ten days".
std::vector<Amount> about_matter(const Case& context, const View& view, const std::vector<Amount>& amounts)
{
    std::size_t most = 0;
    for (const Amount& one : amounts) most = std::max(most, matter_in(context, view, view.own.sentence_of(one.span)));
    std::vector<Amount> about;
    for (const Amount& one : amounts)
        if (matter_in(context, view, view.own.sentence_of(one.span)) == most) about.push_back(one);
    return about;
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
    add_beyond_limit(context, view, code, phrase(context, "as-written", view.asked.folded.quote(asked.front().span)),
                     best->span);
}

/// Times that follow one another, added up: "erased after 30 days; the copies then run out within 45".
std::vector<Amount> one_after_another(const Case& context, const View& view)
{
    std::vector<Amount> sums;
    std::optional<Amount> before;
    for (const text::Duration& one : view.own.durations) {
        if (one.interval || one.immediate) continue;
        Amount now{one.hours, one.span};
        const std::span<const text::Hit> beside = view.own.hits_in(one.sentence);
        const bool follows = before && std::any_of(beside.begin(), beside.end(), [&](const text::Hit& hit) {
                                 return hit.span.begin >= before->span.end &&
                                        context.matcher.lexicon().concepts[hit.concept_index].id == "follows-on";
                             });
        if (follows) sums.push_back({now.value += before->value, one.span});
        before = now;
    }
    return sums;
}

/// Where copies are asked about by name, the time they last counts as much as that of what they are copies of.
std::vector<Amount> of_copies(const Case& context, const View& view)
{
    std::vector<Amount> found;
    for (const Amount& one : lengths(view.own)) {
        const std::span<const text::Hit> beside = view.own.hits_in(view.own.sentence_of(one.span));
        if (std::any_of(beside.begin(), beside.end(), [&](const text::Hit& hit) {
                return outright(hit) && context.matcher.lexicon().concepts[hit.concept_index].id == "speaks-of-copies";
            }))
            found.push_back(one);
    }
    return found;
}

/// "It was last gone through in September 2024" is no day until which something holds, nor one to come.
bool is_told_as_last(const Case& context, const View& view, const text::FoundDate& date)
{
    const std::span<const text::Hit> beside = view.own.hits_in(date.sentence);
    return std::any_of(beside.begin(), beside.end(), [&](const text::Hit& hit) {
        return hit.clause == date.clause && context.matcher.lexicon().concepts[hit.concept_index].id == "last-time";
    });
}

/// The latest day of the answer, up to the day of the assessment, that `counts`; or null.
template <typename Counts>
const text::FoundDate* latest_day(const Case& context, const View& view, Counts&& counts)
{
    const text::FoundDate* last = nullptr;
    for (const text::FoundDate& one : view.own.dates)
        if (one.date <= context.date && counts(one) && (!last || last->date < one.date)) last = &one;
    return last;
}

/// The latest day the answer names as done, when it names no interval and no report, whose age is check_validity's to
/// say.
const text::FoundDate* last_time(const Case& context, const View& view)
{
    // "When something changes" and "regularly" are no intervals.
    if (!intervals(view.own).empty()) return nullptr;
    // A test is as old as its report.
    if (!tagged(view, "security-test") && context.states_any(view.own, {"assurance-document", "assurance-report"}))
        return nullptr;
    return latest_day(context, view, [&](const text::FoundDate& one) {
        return (!one.until && !one.planned) || is_told_as_last(context, view, one);
    });
}

/// Whether the day is longer ago than the interval, with half of it again, since the next one may be a while late.
bool long_ago(const Case& context, const text::FoundDate& last, double interval_days)
{
    constexpr double days_a_month = 30.44;
    constexpr double overdue = 1.5;
    const int months =
        (context.date.year - last.date.year) * 12 + context.date.month - (last.date.month ? last.date.month : 12);
    return months * days_a_month > interval_days * overdue;
}

/// "The last one was in 2023" where it is to be done every year: as long ago tells the interval that was not said.
void hold_last_time_against_limit(Case& context, View& view)
{
    const std::vector<Amount> asked = intervals(view.asked);
    if (asked.size() != 1 || asked.front().value <= 0) return;
    const text::FoundDate* last = last_time(context, view);
    if (!last || !long_ago(context, *last, asked.front().value)) return;
    add_beyond_limit(context, view, "too-infrequent",
                     phrase(context, "as-written", view.asked.folded.quote(asked.front().span)), last->span);
}

/// "The last one that was held is from May 2024" where a question of a form asks for one a year: the plan in the answer
/// is not kept.
void hold_last_time_against_form(Case& context, View& view)
{
    const text::FoundDate* last = latest_day(
        context, view, [&](const text::FoundDate& one) { return !one.until && is_told_as_last(context, view, one); });
    if (!last) return;
    for (const model::Expectation& one : view.question->expectations) {
        if (one.kind != model::ExpectationKind::frequency || !one.interval_days) continue;
        if (!long_ago(context, *last, *one.interval_days)) continue;
        add_beyond_limit(context, view, "too-infrequent", one.label, last->span);
        return;
    }
}

/// "Regularly" states no limit, but what comes round less often than every other year is not regular.
void hold_against_regular(Case& context, View& view)
{
    const text::Hit* regular = context.first_hit(view.asked, "asks-regular", false);
    const auto& subjects = context.matcher.lexicon().subjects;
    const bool by_nature = std::any_of(subjects.begin(), subjects.end(),
                                       [&](const model::Subject& one) { return one.renewed && tagged(view, one.id); });
    if (!regular && !by_nature) return;
    constexpr double two_years = 2 * 365.25;
    const model::LocalText limit = regular ? phrase(context, "as-written", view.asked.folded.quote(regular->span))
                                           : phrase(context, "every-other-year");
    const std::vector<Amount> said = intervals(view.own);
    const auto best =
        std::min_element(said.begin(), said.end(), [](const Amount& a, const Amount& b) { return a.value < b.value; });
    if (best != said.end()) {
        if (best->value > two_years * tolerance)
            add_beyond_limit(context, view, "too-infrequent", limit, best->span, Outcome::partial);
        return;
    }
    const text::FoundDate* last = last_time(context, view);
    if (last && long_ago(context, *last, two_years))
        add_beyond_limit(context, view, "too-infrequent", limit, last->span, Outcome::partial);
}

/// "At least 30 days before": every time that is told is shorter.
void hold_notice(Case& context, View& view)
{
    const std::vector<Amount> asked = lengths(view.asked);
    const std::vector<Amount> said = lengths(view.own);
    if (asked.size() != 1 || said.empty()) return;
    const auto longest =
        std::max_element(said.begin(), said.end(), [](const Amount& a, const Amount& b) { return a.value < b.value; });
    if (longest->value * tolerance >= asked.front().value) return;
    add_beyond_limit(context, view, "too-slow",
                     phrase(context, "as-written", view.asked.folded.quote(asked.front().span)), longest->span);
}

}  // namespace

void check_stated_limits(Case& context, View& view)
{
    if (view.settled || !view.answer) return;
    if (!view.question->concluded && !view.has("too-infrequent")) hold_last_time_against_form(context, view);
    if (!view.question->concluded) return;
    // "Kept for at least twelve months" and "thirty days before" set a least time: more of it is better.
    const bool least = asks(context, view, "asks-at-least");
    const bool within = asks(context, view, "asks-within-limit");
    if (!least) hold_against_regular(context, view);
    if (least && tagged(view, "recipient-change")) hold_notice(context, view);
    if (least) {
        hold_against_limit(context, view, "too-infrequent", intervals(view.asked), intervals(view.own));
        hold_last_time_against_limit(context, view);
    }
    const std::vector<Amount> asked = lengths(view.asked);
    // "Without undue delay" is no answer to "within 24 hours?".
    const bool no_figure = std::all_of(view.own.durations.begin(), view.own.durations.end(),
                                       [](const text::Duration& one) { return one.immediate; });
    if (within && !least && asked.size() == 1 && no_figure && view.own.dates.empty() &&
        view.polarity == Polarity::none && view.referred.empty() && !view.encloses_document && !view.evaded &&
        !view.has("missing-element")) {
        Words words;
        words.detail = "deadline";
        words.what = phrase(context, "the-limit-asked-for", view.asked.folded.quote(asked.front().span));
        view.findings.push_back(make_finding(context, view, "missing-element", words, view.question->severity,
                                             Outcome::partial, view.question->origin));
        explain<model::StepId::limit_exceeded>(view, view.question->origin, matched(view, opening(view)),
                                               limited(words.what));
    }
    if (!within || least) return;
    hold_against_limit(context, view, "too-slow", asked, about_matter(context, view, lengths(view.own)));
    if (!tagged(view, "erasure") || view.has("too-slow")) return;
    hold_against_limit(context, view, "too-slow", asked, one_after_another(context, view));
    if (!view.has("too-slow") && asks(context, view, "asks-copies-too"))
        hold_against_limit(context, view, "too-slow", asked, of_copies(context, view));
}

}  // namespace samsvar::rules
