#pragma once

#include <vector>

#include "text/analysis.h"

namespace samsvar::text {

/// Cues found in a sentence, by position: words that change what a concept beside them is worth
/// (catalogs/lexicon/scope.xml, negation.xml).
struct Cues {
    std::vector<Span> negation, strengthen, plan, hedge, customer, condition, optional, abolition, privative, others,
        hypothetical;
};

/// How a concept takes to negation.
enum class Nature {
    plain,
    carries_negation,  ///< says "not" itself: cues within or beside it do not turn it
    weak_practice,     ///< cues within it do not turn it, cues beside it do, and "blocked", "abolished" take it back
};

/// What the cues of the hit's sentence make of it.
Scope scope_of(const Analysis& analysis, const Hit& hit, const Cues& cues, Nature nature);

}  // namespace samsvar::text
