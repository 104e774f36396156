// Step 5: what the question expects, looked for in the answer and in everything that counts as part of it.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <span>

#include "rules/checks.h"
#include "rules/explain.h"
#include "rules/other_words.h"
#include "rules/undescribed.h"

namespace samsvar::rules {

using model::Expectation;
using model::ExpectationKind;
using model::Outcome;
using model::Severity;
using model::StepId;
using model::Weight;

namespace {

std::vector<Source> gather_sources(const Case& context, const View& view)
{
    std::vector<Source> sources{{&view.own, view.answer, true}};
    if (!view.evidence.folded.text.empty()) sources.push_back({&view.evidence, view.answer, true});
    for (const text::Analysis& title : view.annex_titles) sources.push_back({&title, nullptr, true});
    for (const std::size_t index : view.referred)
        sources.push_back({&context.views[index].own, context.views[index].answer, false});
    return sources;
}

/// How good a standing is for the reader; the best one found decides.
int rank(Standing standing)
{
    switch (standing) {
        case Standing::met: return 7;
        case Standing::short_of: return 6;
        case Standing::planned: return 5;
        case Standing::negated: return 4;
        case Standing::vague: return 3;
        case Standing::deflected: return 2;
        case Standing::optional: return 6;
        case Standing::absent: return 1;
        case Standing::violated: return 8;  // shown, and nothing said elsewhere takes it back
    }
    return 0;
}

/// A date ahead in the same sentence makes it a promise, unless it is the end of a validity.
bool promised(const Case& context, const text::Analysis& analysis, const text::Hit& hit)
{
    return std::any_of(analysis.dates.begin(), analysis.dates.end(), [&](const text::FoundDate& one) {
        return one.sentence == hit.sentence && !one.until && one.planned && one.date > context.date;
    });
}

Standing standing_of(const Case& context, const text::Analysis& analysis, const text::Hit& hit)
{
    if (hit.scope.planned || promised(context, analysis, hit)) return Standing::planned;
    if (hit.scope.negated) return Standing::negated;
    if (hit.scope.customer) return Standing::deflected;
    if (hit.scope.optional || hit.scope.conditional) return Standing::optional;
    return Standing::met;
}

/// "as above" needs no about-concepts; otherwise the quantity's sentence must hold one of them.
bool about(const Case& context, const text::Analysis& analysis, std::size_t sentence, const Expectation& expectation)
{
    if (expectation.about.empty()) return true;
    const std::span<const text::Hit> hits = analysis.hits_in(sentence);
    return std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
        return std::find(expectation.about.begin(), expectation.about.end(),
                         context.matcher.lexicon().concepts[hit.concept_index].id) != expectation.about.end();
    });
}

/// A plan is said in the clause: "from next year we will notify within 24 hours" keeps no limit today.
bool promised_in(const text::Analysis& analysis, std::size_t clause)
{
    const text::Span& wanted = analysis.clauses[clause];
    const text::Span& sentence = analysis.sentences[analysis.sentence_of(wanted)];
    auto plan = std::lower_bound(analysis.plans.begin(), analysis.plans.end(), sentence.begin,
                                 [](const text::Span& one, std::size_t at) { return one.begin < at; });
    for (; plan != analysis.plans.end() && plan->begin < wanted.end; ++plan)
        if (wanted.overlaps(*plan)) return true;
    return false;
}

class Seeker {
public:
    Seeker(const Case& context, const View& view, const Expectation& expectation) : context_(context), view_(view)
    {
        best_.expectation = &expectation;
    }

    Sought seek()
    {
        const Expectation& expectation = *best_.expectation;
        for (const Source& source : view_.sources) {
            seek_violations(source, expectation);
            if (!expectation.met_by.empty()) seek_concepts(source, expectation);
            seek_names(source, expectation);
            if (expectation.kind == ExpectationKind::duration) seek_durations(source, expectation);
            if (expectation.kind == ExpectationKind::frequency) seek_frequencies(source, expectation);
            if (expectation.kind == ExpectationKind::recent) seek_dates(source);
        }
        settle_quantities(expectation);
        if (expectation.kind == ExpectationKind::concepts && static_cast<int>(distinct_.size()) < expectation.minimum &&
            best_.standing == Standing::met) {
            best_.standing = Standing::absent;
            best_.touched = true;
        }
        best_.distinct = distinct_.size();
        return best_;
    }

private:
    void offer(Standing standing, const Source& source, const text::Span& span, std::string concept_id,
               std::string stated)
    {
        if (best_.source && rank(standing) <= rank(best_.standing)) return;
        best_.standing = standing;
        best_.source = &source;
        best_.span = span;
        best_.concept_id = std::move(concept_id);
        best_.stated = std::move(stated);
        best_.own = source.own;
    }

    void seek_violations(const Source& source, const Expectation& expectation)
    {
        for (const std::string& concept_id : expectation.violated_by)
            if (const text::Hit* hit = context_.first_hit(*source.analysis, concept_id))
                offer(Standing::violated, source, hit->span, concept_id, {});
    }

    void seek_concepts(const Source& source, const Expectation& expectation)
    {
        const std::vector<std::uint32_t> wanted = context_.held_of(*source.analysis, expectation.met_by);
        if (wanted.empty()) return;
        for (const text::Hit& hit : source.analysis->hits) {
            if (std::find(wanted.begin(), wanted.end(), hit.concept_index) == wanted.end() || hit.scope.unsaid())
                continue;
            const model::Concept& known = context_.matcher.lexicon().concepts[hit.concept_index];
            Standing standing = standing_of(context_, *source.analysis, hit);
            // "The last log-in we cannot show, unfortunately": the part is named to say that it is not there.
            if (standing == Standing::met && view_.question->concluded && declined(*source.analysis, hit))
                standing = Standing::negated;
            if (standing == Standing::met && std::find(distinct_.begin(), distinct_.end(), known.id) == distinct_.end())
                distinct_.push_back(known.id);
            offer(standing, source, hit.span, known.id, {});
        }
    }

    bool declined(const text::Analysis& analysis, const text::Hit& hit) const
    {
        const std::span<const text::Hit> hits = analysis.hits_in(hit.sentence);
        return std::any_of(hits.begin(), hits.end(), [&](const text::Hit& other) {
            return other.clause == hit.clause &&
                   context_.matcher.lexicon().concepts[other.concept_index].id == "declines-part";
        });
    }

    /// Who names one of the listed sub-processors speaks of them.
    void seek_names(const Source& source, const Expectation& expectation)
    {
        constexpr std::size_t shortest_name = 4;
        constexpr const char* listed = "has-subprocessors";
        if (std::find(expectation.met_by.begin(), expectation.met_by.end(), listed) == expectation.met_by.end()) return;
        const std::string& folded = source.analysis->folded.text;
        for (const model::Subprocessor& one : context_.submission.subprocessors) {
            const std::string name = text::fold_text(one.name);
            const std::string first = name.substr(0, name.find_first_of(" ,."));
            if (first.size() < shortest_name) continue;
            const std::size_t at = folded.find(first);
            if (at == std::string::npos) continue;
            if (std::find(distinct_.begin(), distinct_.end(), listed) == distinct_.end())
                distinct_.emplace_back(listed);
            offer(Standing::met, source, {at, at + first.size()}, listed, {});
        }
    }

    void seek_durations(const Source& source, const Expectation& expectation)
    {
        for (const text::Duration& duration : source.analysis->durations) {
            if (duration.interval || !source.answer) continue;
            const bool near = about(context_, *source.analysis, duration.sentence, expectation);
            // Without a limit any length of time would do, so it must at least stand beside the matter.
            if (!near && !expectation.at_most_hours && !expectation.about.empty()) continue;
            if (promised_in(*source.analysis, duration.clause))
                offer(Standing::planned, source, duration.span, {}, source.analysis->folded.quote(duration.span));
            else
                quantities_.push_back({&source, duration.span, duration.hours, near});
        }
    }

    void seek_frequencies(const Source& source, const Expectation& expectation)
    {
        for (const text::Frequency& frequency : source.analysis->frequencies) {
            const bool near = about(context_, *source.analysis, frequency.sentence, expectation);
            if (frequency.vague)
                offer(Standing::vague, source, frequency.span, {}, source.analysis->folded.quote(frequency.span));
            else if (frequency.event && expectation.interval_days)
                offer(Standing::vague, source, frequency.span, {}, source.analysis->folded.quote(frequency.span));
            else
                quantities_.push_back({&source, frequency.span, frequency.event ? 0 : frequency.interval_days, near});
        }
        for (const text::Duration& duration : source.analysis->durations)
            if (duration.interval)
                quantities_.push_back({&source, duration.span, duration.hours / 24,
                                       about(context_, *source.analysis, duration.sentence, expectation)});
    }

    void seek_dates(const Source& source)
    {
        for (const text::FoundDate& found : source.analysis->dates) {
            if (found.until || found.planned || found.date > context_.date) continue;
            if (!source.answer) continue;
            const int months = (context_.date.year - found.date.year) * 12 + context_.date.month -
                               (found.date.month ? found.date.month : 6);
            quantities_.push_back({&source, found.span, std::max(0, months) * 30.44, true});
        }
        for (const text::Frequency& frequency : source.analysis->frequencies)
            if (!frequency.vague)
                quantities_.push_back({&source, frequency.span, frequency.event ? 0 : frequency.interval_days, true});
            else
                offer(Standing::vague, source, frequency.span, {}, source.analysis->folded.quote(frequency.span));
    }

    /// The strictest of the quantities counts: "notice within 24 hours, a full report within 14 days". Those in a
    /// sentence about the matter come before all others ("outages within an hour; breaches within ten days").
    void settle_quantities(const Expectation& expectation)
    {
        const bool some_about =
            std::any_of(quantities_.begin(), quantities_.end(), [](const Quantity& one) { return one.about; });
        if (some_about) std::erase_if(quantities_, [](const Quantity& one) { return !one.about; });
        if (quantities_.empty()) return;
        const auto best = std::min_element(quantities_.begin(), quantities_.end(),
                                           [](const Quantity& a, const Quantity& b) { return a.value < b.value; });
        constexpr double tolerance = 1.05;  // "12 months" for a year, "a year" for 365 days
        const auto limit =
            expectation.kind == ExpectationKind::duration ? expectation.at_most_hours : expectation.interval_days;
        const bool within = !limit || best->value <= *limit * tolerance;
        offer(within ? Standing::met : Standing::short_of, *best->source, best->span, {},
              best->source->analysis->folded.quote(best->span));
    }

    struct Quantity {
        const Source* source;
        text::Span span;
        double value;
        bool about;
    };

    const Case& context_;
    const View& view_;
    Sought best_;
    std::vector<std::string> distinct_;
    std::vector<Quantity> quantities_;
};

/// The limit in the largest unit it is a whole number of, or near it.
model::LocalText limit_text(const Case& context, const Expectation& expectation)
{
    const double hours = expectation.kind == ExpectationKind::duration ? expectation.at_most_hours.value_or(0)
                                                                       : expectation.interval_days.value_or(0) * 24;
    struct Unit {
        double hours;
        double from;  ///< "72 hours" and "14 days" are how people say it
        const char *one, *many;
    };
    static constexpr Unit units[] = {{8766, 8760, "unit-year", "unit-years"},
                                     {730.5, 720, "unit-month", "unit-months"},
                                     {24, 168, "unit-day", "unit-days"},
                                     {1, 0.99, "unit-hour", "unit-hours"}};
    for (const Unit& unit : units) {
        if (hours < unit.from) continue;
        const long count = std::max(1L, std::lround(hours / unit.hours));
        return phrase(context, count == 1 ? unit.one : unit.many, std::to_string(count));
    }
    return {};
}

Words words_of(const Case& context, const Sought& sought)
{
    Words words;
    words.detail = sought.expectation->id;
    words.what = sought.expectation->label;
    words.limit = limit_text(context, *sought.expectation);
    words.stated = sought.stated;
    if (sought.source) words.quote = sentence_quote(*sought.source->analysis, sought.span);
    return words;
}

template <StepId id>
void tell_words(View& view, const Sought& sought)
{
    explain<id>(view, sought.expectation->origin, called(*sought.expectation),
                matched(view, *sought.source, sought.span));
}

/// What was found of one expectation.
void tell(const Case& context, View& view, const Sought& sought)
{
    const Expectation& expectation = *sought.expectation;
    const model::Origin& rule = expectation.origin;
    if (!sought.source) {
        if (expectation.weight == Weight::must)
            explain<StepId::expectation_absent>(view, rule, called(expectation));
        else
            explain<StepId::expectation_wish_absent>(view, rule, called(expectation));
        return;
    }
    const model::LocalText limit = limit_text(context, expectation);
    switch (sought.standing) {
        case Standing::met:
            if (sought.stated.empty() || limit.empty())
                tell_words<StepId::expectation_met>(view, sought);
            else
                explain<StepId::expectation_met_within>(view, rule, called(expectation),
                                                        matched(view, *sought.source, sought.span), limited(limit));
            break;
        case Standing::planned: tell_words<StepId::expectation_planned>(view, sought); break;
        case Standing::negated: tell_words<StepId::expectation_negated>(view, sought); break;
        case Standing::deflected: tell_words<StepId::expectation_on_customer>(view, sought); break;
        case Standing::optional: tell_words<StepId::expectation_optional>(view, sought); break;
        case Standing::violated: tell_words<StepId::expectation_violated>(view, sought); break;
        case Standing::vague: tell_words<StepId::expectation_vague>(view, sought); break;
        case Standing::short_of:
            explain<StepId::expectation_beyond_limit>(view, rule, called(expectation),
                                                      matched(view, *sought.source, sought.span), limited(limit));
            break;
        case Standing::absent:  // some of it is there, though not enough
            explain<StepId::expectation_too_few>(view, rule, called(expectation),
                                                 matched(view, *sought.source, sought.span), counted(sought.distinct),
                                                 at_least(static_cast<std::size_t>(expectation.minimum)));
            break;
    }
}

/// The answer is one sentence that states a practice weak in itself ("We take no backups"), and nothing else is there.
bool only_weak_practice(const Case& context, const View& view)
{
    if (view.own.sentences.size() != 1 || !view.answer) return false;
    return std::any_of(view.own.hits.begin(), view.own.hits.end(),
                       [&](const text::Hit& hit) { return is_weak_practice_of(context, view, hit); }) &&
           std::all_of(view.sought.begin(), view.sought.end(), [](const Sought& one) {
               return one.standing == Standing::absent || one.standing == Standing::negated;
           });
}

/// The answer holds a matter that is known at all: what it does not mention is then more likely not there than said in
/// words nobody knows.
bool speaks(const Case& context, const View& view)
{
    if (context.states(view.own, "answers-all-of-it")) return false;
    // Nobody hides two parts in so few words.
    constexpr std::size_t few_words = 8;
    if (view.words_beyond_polarity > 0 && view.own.words <= few_words) return true;
    const auto& concepts = context.matcher.lexicon().concepts;
    return std::any_of(view.own.hits.begin(), view.own.hits.end(),
                       [&](const text::Hit& hit) { return concepts[hit.concept_index].is_matter; });
}

}  // namespace

void seek_expectations(Case& context, View& view)
{
    if (view.settled) return;
    view.sources = gather_sources(context, view);
    for (const Expectation& expectation : view.question->expectations) {
        view.sought.push_back(Seeker(context, view, expectation).seek());
        tell(context, view, view.sought.back());
    }
}

void check_expectations(Case& context, View& view)
{
    if (view.settled) return;
    const int musts = view.musts();
    const int met = view.musts(Standing::met);
    // With a document named, what is not in the words may stand in the document: partial, not a gap.
    const bool touched = std::any_of(view.sought.begin(), view.sought.end(), [](const Sought& one) {
        return one.touched || (one.expectation->weight == Weight::should && one.standing == Standing::met);
    });
    const bool nothing = musts > 0 && met == 0 && !touched && !view.names_document && !view.encloses_document &&
                         !view.has("reference-only");
    // With the document enclosed and most of the matter said, what is not in the words is looked up in the document,
    // unless the question itself asks for it.
    constexpr std::size_t full_answer = 15;
    const bool documented = view.encloses_document && !view.has("dangling-reference") && met * 2 >= musts && met > 0 &&
                            view.own.words >= full_answer;
    const Severity weight = view.question->severity;
    // "We do not do that" says all there is to say: what else is not mentioned follows from it.
    const bool denied = met == 0 && !touched && view.musts(Standing::negated) > 0;
    const bool weak = met == 0 && !touched && only_weak_practice(context, view);

    for (const Sought& sought : view.sought) {
        const Expectation& expectation = *sought.expectation;
        const bool must = expectation.weight == Weight::must;
        const auto add = [&](const char* code, Words words, Outcome at_best, Severity severity) {
            const Source* source = words.quote.empty() ? nullptr : sought.source;
            // A title in the list of annexes is no place of the answer's: told without the quote.
            if (source && !source->answer) words.quote.clear();
            view.findings.push_back(make_finding(context, view, code, words, severity, at_best, expectation.origin));
            if (source && source->answer) view.findings.back().place = source->answer->place();
        };
        // Where nobody said what is expected, the question's matter may well be met without what it asks for besides.
        const bool besides = view.question->concluded;
        const Outcome lowered = nothing && !besides ? Outcome::gap : Outcome::partial;
        switch (sought.standing) {
            case Standing::met: break;
            case Standing::violated: {
                const model::Concept* known = context.matcher.lexicon().find(sought.concept_id);
                Words words = words_of(context, sought);
                const Outcome at_best = expectation.violation_is_gap ? Outcome::gap : Outcome::partial;
                if (known && (known->weak || (besides && expectation.violation_is_gap))) {
                    words.detail = known->id;
                    words.what = known->label;
                    add("weak-practice", words, at_best, weight);
                }
                else if (known && expectation.violation_is_gap) {
                    add("negative", words, at_best, weight);
                }
                else {
                    // Said outright to be missing: the same follow-up as when it is not mentioned, with the quote.
                    add("missing-element", words, at_best, weight);
                }
                break;
            }
            case Standing::short_of:
                add(expectation.kind == ExpectationKind::duration ? "too-slow" : "too-infrequent",
                    words_of(context, sought), expectation.limit_is_stated ? Outcome::gap : Outcome::partial, weight);
                break;
            case Standing::planned:
                // A time limit lies ahead by its nature: "by the end of the last working day".
                if (besides && expectation.kind == ExpectationKind::duration) break;
                if (must) {
                    add("planned-not-in-place", words_of(context, sought), lowered, weight);
                    if (!view.evaded && (met > 0 || besides))
                        add("missing-element", words_of(context, sought), Outcome::partial, weight);
                }
                break;
            case Standing::optional:
                if (must) {
                    Words words = words_of(context, sought);
                    words.detail = "optional-" + expectation.id;
                    // Where the opposite would be a gap, leaving it to choice is one: "secured with at least two
                    // factors".
                    add("weak-practice", words,
                        !expectation.violated_by.empty() && expectation.violation_is_gap ? Outcome::gap
                                                                                         : Outcome::partial,
                        weight);
                }
                break;
            case Standing::negated:
                // A "no" among much that is said is something missing; a "no" alone is the answer.
                if (must && !view.evaded && !besides && (view.polarity == Polarity::no || met == 0)) {
                    add("negative", words_of(context, sought), met > 0 ? Outcome::partial : lowered, weight);
                    break;
                }
                [[fallthrough]];
            case Standing::deflected:
            case Standing::vague:
            case Standing::absent:
                if (must && documented && !expectation.limit_is_stated)
                    explain<StepId::expectation_left_to_document>(view, expectation.origin, called(expectation));
                if (!must || (documented && !expectation.limit_is_stated)) break;
                // Of parts left out each is told, also of an answer without content.
                if (besides && (is_lowered(view, {"missing-element", "vague"}) || !speaks(context, view))) break;
                // A limit the question itself states is asked for by name even when the answer only points elsewhere.
                const bool quantity = expectation.kind != ExpectationKind::concepts;
                const bool vague = view.has("vague") && !view.has("yes-only");
                // "As described under 22" leaves out everything at once.
                constexpr std::size_t few_words = 8;
                if (besides && vague && view.own.words <= few_words) break;
                if (view.evaded && !(quantity && (view.has("reference-only") || vague)) && !(besides && vague)) break;
                if ((denied && sought.standing == Standing::absent) || weak) break;
                if (sought.standing == Standing::absent && !sought.touched && !quantity) {
                    if (const text::Span* said = in_other_words(context, view, expectation.met_by)) {
                        explain<StepId::expectation_in_other_words>(view, expectation.origin, called(expectation),
                                                                    matched(view, *said));
                        break;
                    }
                }
                Words words = words_of(context, sought);
                words.quote.clear();
                add("missing-element", words, view.evaded ? Outcome::partial : lowered, weight);
                break;
        }
    }
}

}  // namespace samsvar::rules
