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

bool negated(std::string_view folded, const Span& span, const Span& clause, const Cues& cues)
{
    for (const Span& cue : cues.negation) {
        if (!clause.overlaps(cue)) continue;
        // "cannot be switched off", "ikke bare": the negation serves the statement.
        if (inside_any(cue, cues.strengthen)) continue;
        if (cue.end <= span.begin && words_between(folded, cue.end, span.begin) <= words_before) return true;
        if (cue.begin >= span.end && words_between(folded, span.end, cue.begin) <= words_after) return true;
        if (span.contains(cue)) return true;
    }
    return false;
}

}  // namespace

Scope scope_of(std::string_view folded, const Span& span, const Span& clause, const Span& sentence, const Cues& cues,
               bool carries_negation)
{
    Scope scope;
    scope.negated = !carries_negation && negated(folded, span, clause, cues);
    // A plan is usually said once for the sentence; but "we have X, and Y is planned" plans only Y.
    const bool several_clauses = clause.size() < sentence.size();
    const bool plan_in_clause = any_in(cues.plan, clause);
    const auto follows = [&](const Span& cue) { return cue.begin >= clause.end && sentence.contains(cue); };
    scope.planned = plan_in_clause ||
                    (!several_clauses && any_in(cues.plan, sentence)) ||
                    (several_clauses && std::any_of(cues.plan.begin(), cues.plan.end(), [&](const Span& cue) {
                        // "…, som innføres i 2027": a relative clause right behind still speaks of it.
                        return follows(cue) && words_between(folded, clause.end, cue.begin) <= 2;
                    }));
    scope.hedged = any_in(cues.hedge, clause);
    scope.customer = any_in(cues.customer, clause);
    scope.conditional = any_in(cues.condition, clause);
    scope.optional = any_in(cues.optional, clause);
    return scope;
}

}  // namespace samsvar::text
