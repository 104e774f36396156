// Steps 1 and 2: is there an answer, and what do its first words say?
#include <algorithm>

#include "rules/checks.h"
#include "text/fold.h"

namespace samsvar::rules {

using model::Outcome;
using model::Severity;

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
    const std::string answer = text::fingerprint(view.own.folded.source);
    if (view.own.words >= 4 && answer == text::fingerprint(view.answer->printed_question)) return true;
    const auto& texts = view.question->text.all();
    return view.own.words >= 4 && std::any_of(texts.begin(), texts.end(), [&](const auto& entry) {
               return text::fingerprint(entry.second) == answer;
           });
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

void say_unanswered(Case& context, View& view, const char* nb, const char* sv, const char* en, const std::string& quote)
{
    Words words;
    words.quote = quote;
    view.findings.push_back(make_finding(context, view, "no-answer", words,
                                         std::max(view.question->severity, Severity::medium), Outcome::unanswered,
                                         view.question->origin));
    explain(view, "answer", nb, sv, en);
    settle(view, Outcome::unanswered);
}

}  // namespace

void check_presence(Case& context, View& view)
{
    const std::string& folded = view.own.folded.text;
    if (!view.answer) {
        say_unanswered(context, view, "Spørsmålet står ikke i filen.", "Frågan finns inte i filen.",
                       "The question is not in the file.", {});
        return;
    }
    if (only_symbols(folded)) {
        // A document in the evidence column alone is a pointer, not silence.
        if (!view.evidence.annexes.empty()) {
            explain(view, "answer", "Svarfeltet er tomt, men et dokument er oppgitt.",
                    "Svarsfältet är tomt, men ett dokument anges.", "The answer is blank, but a document is named.");
            return;
        }
        say_unanswered(context, view, "Svaret er tomt.", "Svaret är tomt.", "The answer is blank.",
                       view.own.folded.source);
        return;
    }
    if (context.first_hit(view.own, "placeholder", false) || repeats_question(view)) {
        say_unanswered(context, view, "Svaret er en plassholder eller gjentar spørsmålet.",
                       "Svaret är en platshållare eller upprepar frågan.",
                       "The answer is a placeholder or repeats the question.", view.own.folded.source);
        return;
    }
    explain(view, "answer", "Det er et svar på " + std::to_string(view.own.words) + " ord.",
            "Det finns ett svar på " + std::to_string(view.own.words) + " ord.",
            "There is an answer of " + std::to_string(view.own.words) + " words.");
}

namespace {

/// An answer that makes not-applicable right while it stands: "no", or that nothing of the kind happens.
View* grounds_for_not_applicable(Case& context, const View& view)
{
    if (view.question->na_follows_from.empty()) return nullptr;
    View* grounds = context.find(view.question->na_follows_from);
    if (!grounds || !grounds->answer) return nullptr;
    const bool stands = context.first_hit(grounds->own, "answer-no", false) || context.states(grounds->own, "eea-only");
    return stands ? grounds : nullptr;
}

void judge_not_applicable(Case& context, View& view)
{
    const auto finding = [&](const char* code, const std::string& with, Outcome at_best, Severity severity) {
        Words words;
        words.with = with;
        words.quote = sentence_quote(view.own, {0, std::min<std::size_t>(view.own.folded.text.size(), 1)});
        view.findings.push_back(make_finding(context, view, code, words, severity, at_best, view.question->origin));
    };
    if (const View* grounds = grounds_for_not_applicable(context, view)) {
        // A bare "no" is weak ground: it is asked to be confirmed.
        constexpr std::size_t substantiated = 6;
        if (grounds->own.words < substantiated)
            finding("na-conditional", grounds->id(), Outcome::not_applicable, Severity::low);
        explain(view, "normalise", "Ikke aktuelt følger av svaret på " + grounds->id() + " så lenge det står.",
                "Ej tillämpligt följer av svaret på " + grounds->id() + " så länge det gäller.",
                "Not applicable follows from the answer to " + grounds->id() + " as long as that stands.");
        settle(view, Outcome::not_applicable);
        return;
    }
    constexpr std::size_t reason_words = 4;
    // Where the matter may be inherited from a data centre, having none of one's own is a reason.
    const bool allowed = view.question->na_allowed || view.question->may_inherit;
    if (allowed && view.words_beyond_polarity >= reason_words) {
        explain(view, "normalise", "Ikke aktuelt med begrunnelse.", "Ej tillämpligt med motivering.",
                "Not applicable with a reason.");
        settle(view, Outcome::not_applicable);
        return;
    }
    finding("na-unjustified", {}, Outcome::gap, view.question->severity);
    explain(view, "normalise", "Ikke aktuelt uten en begrunnelse som holder.",
            "Ej tillämpligt utan en motivering som håller.", "Not applicable without a reason that holds.");
    settle(view, Outcome::gap);
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
            break;
        }
    view.partly = context.first_hit(view.own, "answer-partly", false) != nullptr;
    if (view.polarity == Polarity::not_applicable) {
        judge_not_applicable(context, view);
        return;
    }
    // "Do not know" is never "not applicable": somebody has to find out.
    if (view.polarity == Polarity::unknown && view.words_beyond_polarity <= 12)
        say_unanswered(context, view, "Leverandøren vet ikke.", "Leverantören vet inte.", "The supplier does not know.",
                       view.own.folded.source);
}

}  // namespace samsvar::rules
