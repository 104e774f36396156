#include "text/scope.h"

#include <algorithm>

#include "text/segment.h"

namespace samsvar::text {

namespace {

/// A negation reaches this many words forward to its concept ("har per i dag ingen egen funksjon for X") …
constexpr std::size_t words_before = 4;
/// … and a concept this many forward to a negation behind it ("gjenoppretting av basen testes ikke").
constexpr std::size_t words_after = 3;

std::size_t words_between(std::string_view folded, std::size_t begin, std::size_t end)
{
    return begin < end ? count_words(folded.substr(begin, end - begin)) : 0;
}

bool inside_any(const Span& cue, const std::vector<Span>& spans)
{
    return std::any_of(spans.begin(), spans.end(), [&](const Span& one) { return one.contains(cue); });
}

bool any_in(const std::vector<Span>& cues, const Span& range)
{
    return std::any_of(cues.begin(), cues.end(), [&](const Span& cue) { return range.overlaps(cue); });
}

/// "Ingen av de tre …", "No one …" at the head of a clause is about all of it.
bool heads_clause(std::string_view folded, const Span& cue, const Span& clause)
{
    if (words_between(folded, clause.begin, cue.begin) > 1) return false;
    const std::string_view word = folded.substr(cue.begin, cue.size());
    for (const std::string_view head : {"ing", "no", "none", "intet", "verken", "hverken", "varken", "neither"})
        if (word == head || (head == "ing" && word.starts_with(head))) return true;
    return false;
}

bool negated(std::string_view folded, const Span& span, const Span& clause, const Cues& cues, Nature nature)
{
    for (const Span& cue : cues.negation) {
        if (!clause.overlaps(cue)) continue;
        // "cannot be switched off", "ikke bare": the negation serves the statement.
        if (inside_any(cue, cues.strengthen)) continue;
        if (span.contains(cue)) {
            if (nature == Nature::plain) return true;
            continue;
        }
        if (cue.end <= span.begin && (words_between(folded, cue.end, span.begin) <= words_before || heads_clause(folded, cue, clause)))
            return true;
        if (cue.begin >= span.end && words_between(folded, span.end, cue.begin) <= words_after) return true;
    }
    if (nature != Nature::weak_practice) return false;
    return std::any_of(cues.abolition.begin(), cues.abolition.end(), [&](const Span& cue) {
        return clause.overlaps(cue) && !span.contains(cue);
    });
}

/// Between a concept and a plan in the same sentence a word that turns ("men", "but") parts what is from what will be.
bool turned_between(std::string_view folded, const Span& a, const Span& b)
{
    const std::size_t begin = std::min(a.end, b.end);
    const std::size_t end = std::max(a.begin, b.begin);
    if (begin >= end) return false;
    const std::string_view between = folded.substr(begin, end - begin);
    for (const std::string_view word : {" men ", " but ", " mens ", " medan ", " while ", " mutta ", " og vi har ", " och vi har ", " and we have "})
        if (between.find(word) != std::string_view::npos) return true;
    return false;
}

}  // namespace

Scope scope_of(std::string_view folded, const Span& span, const Span& clause, const Span& sentence, const Cues& cues,
               Nature nature)
{
    Scope scope;
    scope.negated = nature != Nature::carries_negation && negated(folded, span, clause, cues, nature);
    // A plan is said once for a whole enumeration: "TLS 1.3, HSTS and key rotation are on our roadmap".
    scope.planned = std::any_of(cues.plan.begin(), cues.plan.end(), [&](const Span& cue) {
        return sentence.overlaps(cue) && !turned_between(folded, span, cue);
    });
    scope.hedged = any_in(cues.hedge, clause);
    scope.customer = any_in(cues.customer, clause);
    scope.conditional = any_in(cues.condition, clause);
    scope.optional = any_in(cues.optional, clause);
    return scope;
}

}  // namespace samsvar::text
