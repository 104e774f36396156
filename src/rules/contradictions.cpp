// Step 7: statements that cannot both be true. The pairs are data (catalogs/lexicon/contradictions.xml); no question
// is known by its number here, only by its tags.
#include <algorithm>
#include <optional>
#include <span>

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

/// So many periods of one answer are compared with those of the others.
constexpr std::size_t most_periods = 60;

std::string id_of(const Statement& one)
{
    return one.view ? one.view->id() : "header";
}

std::string quote_of(const Statement& one)
{
    return sentence_quote(*one.analysis, one.span);
}

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

/// Where one of them is stated with one of `beside` in its sentence; anywhere when there are none of those.
std::optional<text::Span> stated_beside(const Case& context, const text::Analysis& analysis,
                                        const std::vector<std::string>& concept_ids,
                                        const std::vector<std::string>& beside)
{
    if (beside.empty()) return stated(context, analysis, concept_ids);
    for (const std::string& id : concept_ids)
        if (const text::Hit* hit = context.first_hit_beside(analysis, id, beside)) return hit->span;
    return std::nullopt;
}

/// What is made of a key by `find`, which is asked once.
template <typename Find>
const std::vector<Statement>& once(Case& context, const void* key, Find&& find)
{
    const auto [known, added] = context.statements.try_emplace(key);
    if (added) known->second = find();
    return known->second;
}

/// What `find` finds in the answers that the rule's fact counts in.
template <typename Find>
std::vector<Statement> find_statements(Case& context, const Contradiction& rule, Find&& find)
{
    std::vector<Statement> found;
    for (View& view : context.views) {
        if (!view.answer || view.outcome == Outcome::unanswered || !in_topic(view, rule.fact_topic)) continue;
        if (const auto span = find(view.own)) found.push_back({&view, &view.own, *span, 0});
    }
    return found;
}

/// The rule's fact in the answers, and in the header when its topics name that.
std::vector<Statement> find_facts(Case& context, const Contradiction& rule)
{
    std::vector<Statement> found = find_statements(context, rule, [&](const text::Analysis& own) {
        return stated_beside(context, own, rule.fact, rule.fact_beside);
    });
    if (!wants_header(rule.fact_topic)) return found;
    const bool lists = std::find(rule.fact.begin(), rule.fact.end(), "has-subprocessors") != rule.fact.end();
    if (lists && !context.submission.subprocessors.empty())
        found.push_back(
            {nullptr, &context.header, {0, std::min<std::size_t>(1, context.header.folded.text.size())}, 0});
    else if (const auto span = stated(context, context.header, rule.fact))
        found.push_back({nullptr, &context.header, *span, 0});
    return found;
}

/// No other length of time stands in the sentence of this one; "at once" is none. They are in the order of the text.
bool is_alone(const std::vector<text::Duration>& durations, std::size_t at)
{
    const auto in_sentence = [&](std::size_t index) { return durations[index].sentence == durations[at].sentence; };
    for (std::size_t before = at; before-- > 0 && in_sentence(before);)
        if (!durations[before].immediate) return false;
    for (std::size_t behind = at + 1; behind < durations.size() && in_sentence(behind); ++behind)
        if (!durations[behind].immediate) return false;
    return true;
}

/// Periods said of a subject: a duration in the same clause as the subject, or the only one of its sentence. "At once"
/// is none: it goes with any limit.
void add_periods(const Case& context, View& view, const Contradiction& rule, const std::vector<std::string>& subject,
                 const std::vector<std::string>& topics, std::vector<Statement>& found)
{
    const std::vector<text::Duration>& durations = view.own.durations;
    const std::vector<std::uint32_t> of_subject = context.held_of(view.own, subject);
    const std::vector<std::uint32_t> excusing = context.held_of(view.own, rule.unless);
    // "How long are the logs kept?": the only time told is of what was asked about.
    const bool all_there_is = !topics.empty() && durations.size() == 1 && asks(context, view, "asks-kept-how-long");
    if (of_subject.empty() && !all_there_is) return;
    const auto is_one_of = [](const text::Hit& hit, const std::vector<std::uint32_t>& concepts) {
        return std::find(concepts.begin(), concepts.end(), hit.concept_index) != concepts.end();
    };
    std::size_t told = 0;
    for (std::size_t at = 0; at < durations.size() && told < most_periods; ++at) {
        const text::Duration& duration = durations[at];
        if (duration.interval || duration.immediate) continue;
        const bool alone = is_alone(durations, at);
        const std::span<const text::Hit> hits = view.own.hits_in(duration.sentence);
        const bool said_of_subject = std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
            // Words of the subject may run over clauses: "erased within 30 days, the copies after 35".
            return is_one_of(hit, of_subject) &&
                   (alone || (hit.clause <= duration.clause &&
                              (hit.clause == duration.clause ||
                               duration.clause <= view.own.clause_of({hit.span.end - 1, hit.span.end}))));
        });
        if (!said_of_subject && !all_there_is) continue;
        if (std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) { return is_one_of(hit, excusing); }))
            continue;
        found.push_back({&view, &view.own, duration.span, duration.hours});
        ++told;
    }
}

const std::vector<Statement>& periods(Case& context, const Contradiction& rule, const std::vector<std::string>& subject,
                                      const std::vector<std::string>& topics)
{
    return once(context, &subject, [&] {
        std::vector<Statement> found;
        for (View& view : context.views)
            if (view.answer && in_topic(view, topics)) add_periods(context, view, rule, subject, topics, found);
        return found;
    });
}

/// Those of one view; they stand together.
std::span<const Statement> of_view(const std::vector<Statement>& all, const View& view)
{
    const auto before = [](const Statement& one, const View* wanted) { return one.view < wanted; };
    const auto first = std::lower_bound(all.begin(), all.end(), &view, before);
    auto last = first;
    while (last != all.end() && last->view == &view) ++last;
    return {first, last};
}

void report(Case& context, const Contradiction& rule, View& on, const Statement& here, const Statement& there,
            bool falls)
{
    if (!may_contradict(context, on, id_of(there))) return;
    Words words;
    words.detail = rule.id;
    words.with = id_of(there);
    words.what = rule.label;
    words.quote = quote_of(here);
    const Outcome at_best = !falls ? Outcome::satisfied : rule.becomes_gap ? Outcome::gap : Outcome::partial;
    model::Finding finding = make_finding(context, on, "contradiction", words,
                                          falls ? on.question->severity : Severity::low, at_best, rule.origin);
    finding.with_quote = quote_of(there);
    if (there.view && there.view->answer)
        finding.with_place = there.view->answer->place();
    else if (!there.view)
        finding.with_place = context.header_place(there.span);
    on.findings.push_back(std::move(finding));
    explain<StepId::contradiction_found>(on, rule.origin, called(rule.id, rule.label), matched(on, here.span),
                                         matched_there(there.view, *there.analysis, there.span),
                                         other_question(id_of(there)));
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
    words.with = id_of(fact);
    words.stated = fact.analysis->folded.quote(fact.span);
    words.quote = quote_of(fact);
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
    const auto claim_span = stated_beside(context, view.own, rule.claim, rule.claim_beside);
    if (!claim_span || (!rule.unless.empty() && context.states_any(view.own, rule.unless))) return;
    const Statement claim{&view, &view.own, *claim_span, 0};
    const std::vector<Statement>& facts = once(context, &rule.fact, [&] { return find_facts(context, rule); });
    for (const Statement& fact : facts) {
        if (fact.view == &view) continue;
        if (is_contradicted_enough(context, view)) break;
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
    const std::span<const Statement> claims = of_view(periods(context, rule, rule.claim, rule.claim_topic), view);
    if (claims.empty()) return;
    const std::vector<Statement>& facts = periods(context, rule, rule.fact, rule.fact_topic);
    // What is kept or takes longer than every time promised.
    const bool longer = rule.kind == ContradictionKind::kept_longer;
    const auto longest = std::max_element(claims.begin(), claims.end(),
                                          [](const Statement& a, const Statement& b) { return a.hours < b.hours; });
    const auto close = [&](double a, double b) { return a <= b * tolerance && b <= a * tolerance; };
    for (const Statement& fact : facts) {
        if (fact.view == &view) continue;
        if (is_contradicted_enough(context, view)) return;
        // A period they share settles it: "within 12 hours, a full report within two days" agrees with "12 hours".
        const std::span<const Statement> beside = of_view(facts, *fact.view);
        const bool shared = std::any_of(claims.begin(), claims.end(), [&](const Statement& claim) {
            return std::any_of(beside.begin(), beside.end(),
                               [&](const Statement& other) { return close(claim.hours, other.hours); });
        });
        if (shared) continue;
        for (const Statement& claim : claims) {
            const bool conflict =
                longer ? &claim == &*longest && fact.hours > claim.hours * tolerance : !close(fact.hours, claim.hours);
            if (!conflict) continue;
            report(context, rule, view, claim, fact, rule.claim_falls);
            report(context, rule, *fact.view, fact, claim, false);
            break;
        }
    }
}

/// The question names the subject, where nobody has described it: "Every quarter" is then all an answer need say.
bool is_asked_about(const View& view, const std::vector<std::uint32_t>& of_subject)
{
    return view.question->concluded &&
           std::any_of(of_subject.begin(), of_subject.end(), [&](std::uint32_t one) { return view.asked.holds(one); });
}

/// A concept of `wanted` stands in the sentence, and none that the rule excuses.
bool said_in(const Case& context, const View& view, std::size_t sentence, const std::vector<std::string>& wanted)
{
    const std::span<const text::Hit> hits = view.own.hits_in(sentence);
    return std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
        const std::string& id = context.matcher.lexicon().concepts[hit.concept_index].id;
        return !hit.scope.negated && !hit.scope.planned && std::find(wanted.begin(), wanted.end(), id) != wanted.end();
    });
}

std::vector<std::uint32_t> indices_of(const Case& context, const std::vector<std::string>& concept_ids)
{
    std::vector<std::uint32_t> indices;
    for (const std::string& id : concept_ids)
        if (const auto index = context.matcher.index_of(id)) indices.push_back(*index);
    return indices;
}

/// How often the subject is said to be done, in hours.
void add_intervals(const Case& context, View& view, const Contradiction& rule, std::vector<Statement>& found)
{
    std::vector<const text::Frequency*> told;
    for (const text::Frequency& one : view.own.frequencies)
        if (!one.vague && !one.event && one.interval_days > 0) told.push_back(&one);
    const bool all_there_is = told.size() == 1 && is_asked_about(view, indices_of(context, rule.claim));
    for (const text::Frequency* one : told) {
        if (!all_there_is && !said_in(context, view, one->sentence, rule.claim)) continue;
        if (said_in(context, view, one->sentence, rule.unless)) continue;
        found.push_back({&view, &view.own, one->span, one->interval_days * 24});
        if (found.size() > most_periods && found[found.size() - most_periods].view == &view) return;
    }
}

/// How long ago the subject was last done, in hours: the latest day that is told as the last time.
void add_last_time(const Case& context, View& view, const Contradiction& rule, std::vector<Statement>& found)
{
    const bool asked = is_asked_about(view, indices_of(context, rule.fact));
    const text::FoundDate* last = nullptr;
    for (const text::FoundDate& one : view.own.dates) {
        if (one.until || one.planned || one.date > context.date) continue;
        if (!said_in(context, view, one.sentence, {"last-time"})) continue;
        if (!asked && !said_in(context, view, one.sentence, rule.fact)) continue;
        if (!last || last->date < one.date) last = &one;
    }
    if (!last) return;
    constexpr double days_a_month = 30.44;
    const int months =
        (context.date.year - last->date.year) * 12 + context.date.month - (last->date.month ? last->date.month : 12);
    found.push_back({&view, &view.own, last->span, months * days_a_month * 24});
}

template <typename Add>
const std::vector<Statement>& of_all_views(Case& context, const void* key, const std::vector<std::string>& topics,
                                           const Add& add)
{
    return once(context, key, [&] {
        std::vector<Statement> found;
        for (View& view : context.views)
            if (view.answer && in_topic(view, topics)) add(view, found);
        return found;
    });
}

void compare_last_time(Case& context, const Contradiction& rule, View& view)
{
    const std::vector<Statement>& told =
        of_all_views(context, &rule.claim, rule.claim_topic,
                     [&](View& one, std::vector<Statement>& found) { add_intervals(context, one, rule, found); });
    const std::span<const Statement> claims = of_view(told, view);
    if (claims.empty()) return;
    const auto shorter = [](const Statement& a, const Statement& b) { return a.hours < b.hours; };
    // The next time may be half an interval late.
    constexpr double overdue = 1.5;
    const Statement& longest = *std::max_element(claims.begin(), claims.end(), shorter);
    const std::vector<Statement>& last_times =
        of_all_views(context, &rule.fact, rule.fact_topic,
                     [&](View& one, std::vector<Statement>& found) { add_last_time(context, one, rule, found); });
    for (const Statement& fact : last_times) {
        if (fact.view == &view || fact.hours <= longest.hours * overdue) continue;
        if (is_contradicted_enough(context, view)) return;
        report(context, rule, view, longest, fact, rule.claim_falls);
        report(context, rule, *fact.view, fact, longest, false);
    }
}

void compare_list(Case& context, const Contradiction& rule, View& view)
{
    if (rule.claim_topic.empty() || !in_topic(view, rule.claim_topic) || view.own.words == 0) return;
    for (const std::string& concept_id : rule.fact) {
        if (context.first_hit(view.own, concept_id, false)) continue;
        const std::vector<Statement>& facts = once(context, &concept_id, [&] {
            return find_statements(context, rule,
                                   [&](const text::Analysis& own) { return stated(context, own, {concept_id}); });
        });
        for (const Statement& fact : facts) {
            if (!fact.view || fact.view == &view) continue;
            if (is_contradicted_enough(context, view)) return;
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
            case ContradictionKind::last_done: compare_last_time(context, rule, view); break;
            case ContradictionKind::unlisted: compare_list(context, rule, view); break;
        }
}

}  // namespace samsvar::rules
