// Steps 1 and 2: is there an answer, and what do its first words say?
#include <algorithm>

#include "rules/checks.h"
#include "rules/explain.h"
#include "text/fold.h"

namespace samsvar::rules {

using model::Outcome;
using model::Severity;
using model::StepId;

namespace {

void settle(View& view, Outcome outcome)
{
    view.settled = true;
    view.outcome = outcome;
}

bool only_symbols(std::string_view folded)
{
    return std::none_of(folded.begin(), folded.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

bool repeats_question(const View& view)
{
    constexpr std::size_t enough_words = 4;
    if (view.own.words < enough_words) return false;
    if (text::same_words(view.own.folded, view.answer->printed_question)) return true;
    const auto& texts = view.question->text.all();
    return std::any_of(texts.begin(), texts.end(),
                       [&](const auto& entry) { return text::same_words(view.own.folded, entry.second); });
}

/// Words after the hit that opens the answer.
std::size_t words_after(const text::Analysis& analysis, const text::Hit& opening)
{
    std::size_t words = 0;
    bool inside = false;
    for (std::size_t at = opening.span.end; at < analysis.folded.text.size(); ++at) {
        const char c = analysis.folded.text[at];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter && !inside) ++words;
        inside = letter;
    }
    return words;
}

/// The step that tells why stands before it.
void say_unanswered(Case& context, View& view, const std::string& quote)
{
    Words words;
    words.quote = quote;
    view.findings.push_back(make_finding(context, view, "no-answer", words,
                                         std::max(view.question->severity, Severity::medium), Outcome::unanswered,
                                         view.question->origin));
    settle(view, Outcome::unanswered);
}

}  // namespace

void check_presence(Case& context, View& view)
{
    const std::string& folded = view.own.folded.text;
    const model::Origin& rule = view.question->origin;
    if (view.question->concluded) explain<StepId::description_concluded>(view, rule);
    if (!view.answer) {
        explain<StepId::question_absent>(view, rule);
        say_unanswered(context, view, {});
        return;
    }
    if (only_symbols(folded)) {
        // A document in the evidence column alone is a pointer, not silence.
        if (!view.evidence.annexes.empty()) {
            explain<StepId::answer_blank_with_document>(
                view, rule, document(view.evidence.folded.quote(view.evidence.annexes.front().span)));
            return;
        }
        explain<StepId::answer_blank>(view, rule);
        say_unanswered(context, view, view.own.folded.source);
        return;
    }
    if (const text::Hit* hit = context.first_hit(view.own, "placeholder", false)) {
        explain<StepId::answer_placeholder>(view, rule, matched(view, hit->span));
        say_unanswered(context, view, view.own.folded.source);
        return;
    }
    if (repeats_question(view)) {
        explain<StepId::answer_repeats_question>(view, rule);
        say_unanswered(context, view, view.own.folded.source);
        return;
    }
    explain<StepId::answer_given>(view, rule, counted(view.own.words));
}

namespace {

/// An answer that makes not-applicable right while it stands: "no", or that nothing of the kind happens.
View* grounds_for_not_applicable(Case& context, const View& view)
{
    if (view.question->na_follows_from.empty()) return nullptr;
    const auto at = context.look_ups->question(view.question->na_follows_from);
    View* grounds = at ? &context.views[*at] : nullptr;
    if (!grounds || !grounds->answer) return nullptr;
    const bool stands = context.first_hit(grounds->own, "answer-no", false) || context.states(grounds->own, "eea-only");
    return stands ? grounds : nullptr;
}

void judge_not_applicable(Case& context, View& view)
{
    const model::Origin& rule = view.question->origin;
    const auto finding = [&](const char* code, const std::string& with, Outcome at_best, Severity severity) {
        Words words;
        words.with = with;
        words.quote = sentence_quote(view.own, {0, std::min<std::size_t>(view.own.folded.text.size(), 1)});
        view.findings.push_back(make_finding(context, view, code, words, severity, at_best, view.question->origin));
    };
    if (const View* grounds = grounds_for_not_applicable(context, view)) {
        // A bare "no" is weak ground: it is asked to be confirmed.
        constexpr std::size_t substantiated = 6;
        explain<StepId::not_applicable_follows>(view, rule, other_question(grounds->id()));
        if (grounds->own.words < substantiated) {
            explain<StepId::not_applicable_weak_ground>(view, rule, other_question(grounds->id()),
                                                        counted(grounds->own.words));
            finding("na-conditional", grounds->id(), Outcome::not_applicable, Severity::low);
        }
        settle(view, Outcome::not_applicable);
        return;
    }
    constexpr std::size_t reason_words = 4;
    // Where the matter may be inherited from a data centre, having none of one's own is a reason.
    const bool allowed = view.question->na_allowed || view.question->may_inherit;
    if (allowed && view.words_beyond_polarity >= reason_words) {
        explain<StepId::not_applicable_reasoned>(view, rule, counted(view.words_beyond_polarity));
        settle(view, Outcome::not_applicable);
        return;
    }
    finding("na-unjustified", {}, Outcome::gap, view.question->severity);
    explain<StepId::not_applicable_unfounded>(view, rule);
    settle(view, Outcome::gap);
}

}  // namespace

namespace {

void explain_opening(View& view, const text::Hit& hit)
{
    const model::Origin& rule = view.question->origin;
    switch (view.polarity) {
        case Polarity::yes: explain<StepId::opens_with_yes>(view, rule, matched(view, hit.span)); break;
        case Polarity::no: explain<StepId::opens_with_no>(view, rule, matched(view, hit.span)); break;
        case Polarity::not_applicable:
            explain<StepId::opens_with_not_applicable>(view, rule, matched(view, hit.span));
            break;
        case Polarity::unknown: explain<StepId::opens_with_unknown>(view, rule, matched(view, hit.span)); break;
        case Polarity::none: break;
    }
}

/// "If registration of users is part of the delivery, …", and the answer begins by saying that it is not.
bool condition_fails(const Case& context, const View& view)
{
    constexpr std::size_t reason_words = 3;
    if (view.polarity == Polarity::yes || view.polarity == Polarity::unknown || view.partly) return false;
    if (view.words_beyond_polarity < reason_words || !context.first_hit(view.asked, "asks-if-included", false))
        return false;
    const text::Hit* hit = context.first_hit(view.own, "says-not-included", false);
    return hit && hit->sentence <= (view.polarity == Polarity::none ? 0U : 1U);
}

}  // namespace

void check_polarity(Case& context, View& view)
{
    if (view.settled) return;
    const std::pair<const char*, Polarity> openings[] = {
        {"answer-na", Polarity::not_applicable},
        {"answer-unknown", Polarity::unknown},
        {"answer-yes", Polarity::yes},
        {"answer-no", Polarity::no},
    };
    view.words_beyond_polarity = view.own.words;
    for (const auto& [concept_id, polarity] : openings)
        if (const text::Hit* hit = context.first_hit(view.own, concept_id, false)) {
            view.polarity = polarity;
            view.words_beyond_polarity = words_after(view.own, *hit);
            explain_opening(view, *hit);
            break;
        }
    view.partly = context.first_hit(view.own, "answer-partly", false) != nullptr;
    if (view.polarity == Polarity::not_applicable) {
        judge_not_applicable(context, view);
        return;
    }
    if (condition_fails(context, view)) {
        explain<StepId::not_applicable_reasoned>(view, view.question->origin, counted(view.words_beyond_polarity));
        settle(view, Outcome::not_applicable);
        return;
    }
    // "Do not know" is never "not applicable": somebody has to find out.
    if (view.polarity == Polarity::unknown && view.words_beyond_polarity <= 12) {
        explain<StepId::unknown_and_no_more>(view, view.question->origin);
        say_unanswered(context, view, view.own.folded.source);
    }
}

}  // namespace samsvar::rules
