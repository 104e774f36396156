// Questions nobody described: what their own words ask for is what an answer is held against.
#include <algorithm>
#include <span>

#include "rules/checks.h"
#include "rules/evade.h"
#include "rules/other_words.h"
#include "rules/undescribed.h"
#include "text/segment.h"

namespace samsvar::rules {

using model::Outcome;

namespace {

bool holds(const std::vector<std::string>& list, const std::string& one)
{
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// The question's matter is stated outright: anywhere, or beside one sentence.
bool states_matter(const Case& context, const View& view, std::optional<std::size_t> but_in = {})
{
    const auto& concepts = context.matcher.lexicon().concepts;
    return std::any_of(view.own.hits.begin(), view.own.hits.end(), [&](const text::Hit& hit) {
        const model::Concept& known = concepts[hit.concept_index];
        return outright(hit) && !known.weak && hit.sentence != but_in && of_matter(view, known.id);
    });
}

/// A time, a date or a document that the answer states.
bool has_value(const View& view)
{
    const text::Analysis& own = view.own;
    return std::any_of(own.durations.begin(), own.durations.end(),
                       [](const text::Duration& one) { return !one.immediate; }) ||
           std::any_of(own.frequencies.begin(), own.frequencies.end(),
                       [](const text::Frequency& one) { return !one.vague && (one.event || one.interval_days > 0); }) ||
           !own.dates.empty() ||
           (!view.has("dangling-reference") && (!own.annexes.empty() || view.names_document || view.encloses_document));
}

/// A value, or a matter beyond what the question itself names: repeating the question's words says nothing.
bool has_substance(const Case& context, const View& view, bool of_the_matter)
{
    if (has_value(view)) return true;
    const auto& concepts = context.matcher.lexicon().concepts;
    return std::any_of(view.own.hits.begin(), view.own.hits.end(), [&](const text::Hit& hit) {
        const model::Concept& known = concepts[hit.concept_index];
        if (!outright(hit) || holds(view.question->topic, known.id)) return false;
        return of_the_matter ? expected(view, known.id) : known.is_matter;
    });
}

bool states_a_thing(const Case& context, const View& view)
{
    return std::any_of(view.own.hits.begin(), view.own.hits.end(), [&](const text::Hit& hit) {
        return outright(hit) && context.matcher.lexicon().concepts[hit.concept_index].is_matter;
    });
}

/// "AES-256 on the database and the copies": a thing with its figure says all there is in few words.
bool names_measure(const Case& context, const View& view)
{
    return std::any_of(view.own.hits.begin(), view.own.hits.end(), [&](const text::Hit& hit) {
        const std::string_view words = view.own.folded.view(hit.span);
        return outright(hit) && context.matcher.lexicon().concepts[hit.concept_index].is_matter &&
               words.find_first_of("0123456789") != std::string_view::npos &&
               view.asked.folded.text.find(words) == std::string::npos;
    });
}

std::ptrdiff_t count_praise(const Case& context, const View& view)
{
    return std::count_if(view.own.hits.begin(), view.own.hits.end(), [&](const text::Hit& hit) {
        return context.matcher.lexicon().concepts[hit.concept_index].id == "marketing";
    });
}

/// Assurances, praise and big words, each place counted once.
std::size_t count_assurances(const Case& context, const View& view)
{
    std::size_t count = 0;
    std::size_t end = 0;
    for (const text::Hit& hit : view.own.hits) {
        const std::string& id = context.matcher.lexicon().concepts[hit.concept_index].id;
        if (id != "empty-assurance" && id != "marketing" && id != "vague-words" && id != "vague-protection") continue;
        if (count > 0 && hit.span.begin < end) continue;
        ++count;
        end = hit.span.end;
    }
    return count;
}

/// "We have modern tools, and always keep a close eye on it": one assurance for every dozen or so of words, and no
/// figure, document or time.
bool is_only_assurances(const Case& context, const View& view)
{
    constexpr std::size_t at_least = 2;
    constexpr std::size_t words_beside_one = 16;
    if (has_value(view) || view.own.folded.text.find_first_of("0123456789") != std::string::npos) return false;
    const std::size_t count = count_assurances(context, view);
    return count >= at_least && count * words_beside_one >= view.own.words;
}

/// "See the sheet with sub-processors", and there is one.
bool points_at_list(const Case& context, const View& view)
{
    return tagged(view, "recipients") && !context.submission.subprocessors.empty() &&
           context.first_hit(view.own, "speaks-of-list", false) != nullptr;
}

/// A thing is named, but how it is done, which is what the question asks, is not told.
void add_unfinished(Case& context, View& view)
{
    Words words;
    words.detail = "description";
    words.what = phrase(context, "fuller-description");
    view.findings.push_back(make_finding(context, view, "missing-element", words, view.question->severity,
                                         Outcome::partial, view.question->origin));
    view.evaded = true;
    explain<model::StepId::too_thin>(view, view.question->origin, counted(view.own.words));
}

/// Whether the question wants more than yes or no: its words ask for it ("Describe", "How", "Vilka"), or it has a place
/// for an explanation that the supplier uses elsewhere.
bool wants_explanation(const Case& context, const View& view)
{
    return asks(context, view, "asks-description") ||
           (context.explained && (view.question->kind == model::AnswerKind::yesno_explanation ||
                                  view.question->kind == model::AnswerKind::free));
}

/// "No." and a choice of it, not "No self-registration", which begins a description.
bool is_no_by_itself(const Case& context, const View& view)
{
    const text::Hit* hit = context.first_hit(view.own, "answer-no", false);
    if (!hit) return false;
    const std::string& folded = view.own.folded.text;
    const std::size_t end = hit->span.end;
    return end >= folded.size() || std::string_view(".,;:!\n").find(folded[end]) != std::string_view::npos;
}

/// A no beside a yes that denies nothing: "we do nothing that the instruction does not say", "found nothing to change,
/// but read it all", or a value stands beside it.
bool takes_back(const Case& context, const View& view, std::size_t sentence)
{
    const auto in_it = [&](const text::Span& one) { return view.own.sentence_of(one) == sentence; };
    if (std::count_if(view.own.denials.begin(), view.own.denials.end(), in_it) > 1) return true;
    const std::span<const text::Hit> hits = view.own.hits_in(sentence);
    const bool turned = std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
        return context.matcher.lexicon().concepts[hit.concept_index].id == "turns-about";
    });
    return turned || std::any_of(view.own.dates.begin(), view.own.dates.end(), [&](const text::FoundDate& one) {
               return one.sentence == sentence && one.date <= context.date;
           });
}

const text::Span* denial(const View& view)
{
    return view.own.denials.empty() ? nullptr : &view.own.denials.front();
}

/// What the question is about, in a word: the first matter that its own words hold.
model::LocalText matter_asked_for(const Case& context, const View& view)
{
    const auto& topic = view.question->topic;
    const model::Concept* first = topic.empty() ? nullptr : context.matcher.lexicon().find(topic.front());
    return first ? first->label : phrase(context, "matter-asked-for");
}

/// "Partly. It is to be in place next year" holds no part that is there.
bool is_only_promise(const Case& context, const View& view)
{
    return view.polarity == Polarity::no ||
           ((view.polarity == Polarity::none || view.partly) && !states_matter(context, view));
}

void add_promise(Case& context, View& view, const text::Span& plan)
{
    Words words;
    words.what = matter_asked_for(context, view);
    words.quote = sentence_quote(view.own, plan);
    view.findings.push_back(make_finding(context, view, "planned-not-in-place", words, view.question->severity,
                                         is_only_promise(context, view) ? Outcome::gap : Outcome::partial,
                                         view.question->origin));
    explain<model::StepId::promise_for_later>(view, view.question->origin, matched(view, plan));
}

}  // namespace

/// "The first exercise is planned for March": a sentence that promises and tells a day still to come, or says that
/// nothing is there yet. "Next due in January 2027" follows on one that has been.
const text::Span* promise(const Case& context, const View& view)
{
    for (const text::Span& plan : view.own.plans) {
        const std::size_t sentence = view.own.sentence_of(plan);
        const std::span<const text::Hit> hits = view.own.hits_in(sentence);
        const bool follows_on = std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
            return context.matcher.lexicon().concepts[hit.concept_index].id == "next-in-turn";
        });
        // "Also when we do not know all yet" promises nothing.
        const bool concedes = std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
            constexpr std::size_t one_clause = 60;
            return hit.span.end <= plan.end && plan.begin < hit.span.end + one_clause &&
                   context.matcher.lexicon().concepts[hit.concept_index].id == "concession";
        });
        if (follows_on || concedes) continue;
        const bool to_come = std::any_of(view.own.dates.begin(), view.own.dates.end(), [&](const text::FoundDate& one) {
            return one.sentence == sentence && !one.until && one.date > context.date;
        });
        const bool whole = view.own.sentences.size() <= 2;  // one sentence beside the choice: the promise is the answer
        if (to_come || whole) return &plan;
    }
    // "The first one is set for March 2027": no word of a plan, but a first time that is still to come.
    for (const text::FoundDate& one : view.own.dates) {
        if (one.until || one.date <= context.date) continue;
        for (const text::Hit& hit : view.own.hits_in(one.sentence))
            if (context.matcher.lexicon().concepts[hit.concept_index].id == "first-time") return &one.span;
    }
    return nullptr;
}

bool expected(const View& view, const std::string& concept_id)
{
    return std::any_of(view.question->expectations.begin(), view.question->expectations.end(),
                       [&](const model::Expectation& one) { return holds(one.met_by, concept_id); });
}

bool of_matter(const View& view, const std::string& concept_id)
{
    return holds(view.question->topic, concept_id) || expected(view, concept_id);
}

bool outright(const text::Hit& hit)
{
    return !hit.scope.negated && !hit.scope.planned && !hit.scope.customer;
}

bool asks(const Case& context, const View& view, std::string_view concept_id)
{
    return context.first_hit(view.asked, concept_id, false) != nullptr;
}

std::size_t things_named(const Case& context, const View& view)
{
    constexpr std::size_t stem = 5;
    std::vector<std::size_t> named;
    for (const text::Hit& hit : view.own.hits) {
        if (!outright(hit) || !context.matcher.lexicon().concepts[hit.concept_index].is_matter) continue;
        const std::string_view words = view.own.folded.view(hit.span);
        if (view.asked.folded.text.find(words.substr(0, stem)) != std::string::npos) continue;
        // One word may show several concepts: each place counts once.
        if (std::find(named.begin(), named.end(), hit.span.begin) == named.end()) named.push_back(hit.span.begin);
    }
    return named.size();
}

bool is_lowered(const View& view, std::initializer_list<std::string_view> but_for)
{
    return view.outcome || std::any_of(view.findings.begin(), view.findings.end(), [&](const model::Finding& one) {
               return one.outcome != Outcome::satisfied &&
                      std::find(but_for.begin(), but_for.end(), one.code) == but_for.end();
           });
}

bool says_more_than(const Case& context, const View& view, std::size_t sentence)
{
    return states_matter(context, view, sentence);
}

bool check_bare_choice(Case& context, View& view)
{
    if (view.polarity == Polarity::no && is_no_by_itself(context, view)) {
        // "No" is the comfortable answer to "are accounts shared?", and to "must not be used for".
        if (!view.question->yes_is_good || asks(context, view, "asks-not")) return false;
        evade<model::StepId::only_no>(context, view, "negative", Outcome::gap, view.question->severity, opening(view));
        return true;
    }
    if (view.polarity != Polarity::yes || !view.referred.empty() || !wants_explanation(context, view)) return false;
    if (view.words_beyond_polarity > 1 && asks(context, view, "asks-how-fast")) return false;  // vague about the time
    // "Yes, in 4 hours" holds a value; "Yes, all staff are trained" says the question once more.
    constexpr std::size_t few_words = 6;
    if (view.words_beyond_polarity > few_words || has_substance(context, view, false)) return false;
    evade<model::StepId::only_yes>(context, view, "yes-only", Outcome::partial, view.question->severity, opening(view));
    return true;
}

bool check_denial(Case& context, View& view)
{
    if (!view.question->yes_is_good || asks(context, view, "asks-not") || states_matter(context, view)) return false;
    // "No fixed scheme. We share articles.": begins with a no about what is asked, and holds no value.
    if (const text::Hit* hit = context.first_hit(view.own, "opens-with-a-lack", false); hit && !has_value(view)) {
        evade<model::StepId::only_no>(context, view, "negative", Outcome::gap, view.question->severity, hit->span);
        return true;
    }
    const auto& concepts = context.matcher.lexicon().concepts;
    // A no that answers comes first; what is denied further on is mostly something beside it.
    const std::size_t answering = view.polarity == Polarity::none ? 0 : 1;
    for (const text::Hit& hit : view.own.hits) {
        const std::string& id = concepts[hit.concept_index].id;
        if (!hit.scope.negated || hit.scope.planned || !holds(view.question->topic, id)) continue;
        if (hit.sentence > answering) continue;
        if (view.polarity == Polarity::yes && takes_back(context, view, hit.sentence)) continue;
        evade<model::StepId::only_no>(context, view, "negative",
                                      view.polarity == Polarity::yes || view.partly ? Outcome::partial : Outcome::gap,
                                      view.question->severity, hit.span);
        return true;
    }
    return false;
}

bool check_reference_helps(Case& context, View& view)
{
    constexpr std::size_t few_words = 6;
    if (view.referred.empty() || view.words_beyond_polarity > few_words || view.own.references.empty()) return false;
    // What this question is about and the other is not: the other's answer would have to say it of its own accord.
    std::vector<std::string> of_its_own;
    for (const std::string& one : view.question->topic)
        if (std::none_of(view.referred.begin(), view.referred.end(),
                         [&](std::size_t index) { return holds(context.views[index].question->topic, one); }))
            of_its_own.push_back(one);
    if (of_its_own.empty()) return false;
    for (const std::size_t index : view.referred)
        if (context.states_any(context.views[index].own, of_its_own) ||
            context.states_any(context.views[index].evidence, of_its_own))
            return false;
    if (context.states_any(view.own, of_its_own)) return false;
    if (view.polarity == Polarity::yes && wants_explanation(context, view))
        evade<model::StepId::only_yes>(context, view, "yes-only", Outcome::partial, view.question->severity,
                                       opening(view));
    const text::Span& span = view.own.references.front().span;
    Words words;
    words.document = view.own.references.front().number;
    words.quote = sentence_quote(view.own, span);
    view.findings.push_back(make_finding(context, view, "dangling-reference", words, view.question->severity,
                                         Outcome::partial, view.question->origin));
    explain<model::StepId::reference_unhelpful>(view, view.question->origin, matched(view, span));
    return true;
}

bool check_subject(Case& context, View& view)
{
    constexpr std::size_t enough_words = 12;
    if (view.own.words < enough_words || !view.referred.empty() || view.question->topic.empty()) return false;
    // What follows on a yes or a no is taken to belong to it.
    if (view.polarity != Polarity::none || view.names_document || view.encloses_document) return false;
    const auto& concepts = context.matcher.lexicon().concepts;
    bool speaks = false;
    for (const text::Hit& hit : view.own.hits) {
        const model::Concept& known = concepts[hit.concept_index];
        if (of_matter(view, known.id)) return false;
        speaks = speaks || known.is_matter;
    }
    // Words of the question in the answer are of the matter, whether or not anything knows them.
    constexpr std::size_t beginning = 5;
    for (const std::string_view word : text::words_in(view.asked.folded.text))
        if (word.size() >= beginning && view.own.folded.text.find(word.substr(0, beginning)) != std::string::npos)
            return false;
    if (!speaks) return false;
    if (in_other_words(context, view, view.question->topic)) return false;
    evade<model::StepId::another_subject>(context, view, "off-topic", Outcome::gap, view.question->severity,
                                          opening(view));
    return true;
}

bool check_substance(Case& context, View& view)
{
    if (!view.referred.empty()) return false;
    constexpr std::size_t few_words = 7;
    const bool short_answer = view.own.words <= few_words && !has_value(view) && !names_measure(context, view) &&
                              !points_at_list(context, view);
    // "Who?" is answered by a role.
    const bool names_who = asks(context, view, "asks-who") && states_a_thing(context, view);
    const bool tells_time = context.states(view.own, "speaks-of-a-time") &&
                            (asks(context, view, "asks-how-fast") || asks(context, view, "asks-how-long"));
    const bool thin = short_answer && !names_who && !tells_time && asks(context, view, "asks-description");
    // "How fast?" wants a time: "as soon as possible" is none.
    const bool time_wanted =
        short_answer && !tells_time && (asks(context, view, "asks-how-long") || asks(context, view, "asks-how-fast"));
    const bool praise = context.first_hit(view.own, "marketing", false) &&
                        (!has_substance(context, view, true) || !states_matter(context, view));
    // Praise three times over, and no figure anywhere.
    constexpr std::ptrdiff_t much = 3;
    const bool only_praise = count_praise(context, view) >= much && !has_value(view) && !names_measure(context, view);
    const bool empty_words =
        context.states_any(view.own, {"vague-words", "vague-protection"}) && !has_substance(context, view, false);
    const bool assured = wants_explanation(context, view) && is_only_assurances(context, view);
    if (!thin && !time_wanted && !praise && !only_praise && !empty_words && !assured) return false;
    if (thin && !time_wanted && !praise) {
        const std::size_t things = things_named(context, view);
        constexpr std::size_t a_list = 3;
        if (things >= a_list) return false;
        if (things > 0) {
            add_unfinished(context, view);
            return true;
        }
        if (view.polarity == Polarity::yes) {
            evade<model::StepId::only_yes>(context, view, "yes-only", Outcome::partial, view.question->severity,
                                           opening(view));
            return true;
        }
    }
    evade<model::StepId::words_without_content>(context, view, "vague", Outcome::partial, view.question->severity,
                                                opening(view));
    return true;
}

void check_choices(Case& context, View& view)
{
    if (view.settled || !view.answer || !view.question->concluded || view.own.options.empty()) return;
    if (!asks(context, view, "asks-obligation") && !asks(context, view, "asks-enforced")) return;
    if (view.has("weak-practice")) return;
    const text::Span& option = view.own.options.front();
    const std::size_t sentence = view.own.sentence_of(option);
    Words words;
    words.detail = "optional";
    words.what = phrase(context, "optional-though-required");
    words.quote = sentence_quote(view.own, option);
    view.findings.push_back(make_finding(context, view, "weak-practice", words, view.question->severity,
                                         says_more_than(context, view, sentence) ? Outcome::partial : Outcome::gap,
                                         view.question->origin));
    explain<model::StepId::left_to_choice>(view, view.question->origin, matched(view, option));
}

void check_promises(Case& context, View& view)
{
    if (view.settled || !view.answer || !view.question->concluded) return;
    const text::Span* const plan = promise(context, view);
    if (plan == nullptr) return;
    if (!view.has("planned-not-in-place")) return add_promise(context, view, *plan);
    // A part is promised: with nothing beside it the whole answer is.
    if (!is_only_promise(context, view)) return;
    for (model::Finding& one : view.findings)
        if (one.code == "planned-not-in-place") one.outcome = Outcome::gap;
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
    // What it says may be all that was asked for: then the reviewer is told, and no more.
    view.findings.push_back(make_finding(context, view, "missing-element", words,
                                         denied ? view.question->severity : model::Severity::low,
                                         denied ? Outcome::partial : Outcome::satisfied, view.question->origin));
}

}  // namespace samsvar::rules
