#pragma once

#include <string_view>
#include <vector>

#include "text/analysis.h"

namespace samsvar::text {

/// Cues found in a text: words that change what a concept beside them is worth (catalogs/lexicon/scope.xml).
struct Cues {
    std::vector<Span> negation, strengthen, plan, hedge, customer, condition, optional, abolition;
};

/// How a concept takes to negation.
enum class Nature {
    plain,
    carries_negation,  ///< says "not" itself: cues within or beside it do not turn it
    weak_practice,     ///< cues within it do not turn it, cues beside it do, and "blocked", "abolished" take it back
};

/// What the cues around `span` make of it. Sentences and clauses are those of the text.
Scope scope_of(std::string_view folded, const Span& span, const Span& clause, const Span& sentence, const Cues& cues,
               Nature nature);

}  // namespace samsvar::text
