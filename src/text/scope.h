#pragma once

#include <span>

#include "text/analysis.h"

namespace samsvar::text {

/// Cues found in a sentence, by position: words that change what a concept beside them is worth
/// (catalogs/lexicon/scope.xml, negation.xml).
struct Cues {
    using List = std::span<const Span>;
    List negation, strengthen, plan, hedge, customer, condition, optional, abolition, privative, others, hypothetical;
};

/// The lists of Cues in their order.
inline constexpr Cues::List Cues::*cue_lists[] = {
    &Cues::negation, &Cues::strengthen, &Cues::plan,      &Cues::hedge,  &Cues::customer,    &Cues::condition,
    &Cues::optional, &Cues::abolition,  &Cues::privative, &Cues::others, &Cues::hypothetical};

/// How a concept takes to negation.
enum class Nature {
    plain,
    carries_negation,  ///< says "not" itself: cues within or beside it do not turn it
    weak_practice,     ///< cues within it do not turn it, cues beside it do, and "blocked", "abolished" take it back
};

/// What the cues of the hit's sentence make of it; `question` is what question_at says of that.
Scope scope_of(const Analysis& analysis, const Hit& hit, const Cues& cues, Nature nature, Analysis::Question question);
/// The same where there are none, as beside most hits.
Scope scope_without_cues(Analysis::Question question);

}  // namespace samsvar::text
