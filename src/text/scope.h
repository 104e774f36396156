#pragma once

#include <string_view>
#include <vector>

#include "text/analysis.h"

namespace samsvar::text {

/// Cues found in a text: words that change what a concept beside them is worth (catalogs/lexicon/scope.xml).
struct Cues {
    std::vector<Span> negation, strengthen, plan, hedge, customer, condition, optional;
};

/// What the cues around `span` make of it. `carries_negation`: the concept says "not" itself, so negation cues within
/// or beside it do not turn it. Sentences and clauses are those of the text; indexes as in Hit.
Scope scope_of(std::string_view folded, const Span& span, const Span& clause, const Span& sentence, const Cues& cues,
               bool carries_negation);

}  // namespace samsvar::text
