#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/analysis.h"
#include "text/measure.h"
#include "text/pattern_set.h"

namespace samsvar::text {

/// What some of the searches below look for besides tokens: set phrases, as patterns over the whole text. The caller
/// finds them together with others of its own, and hands over those of each search, numbered as here and in that order.
std::vector<PatternSet::Written> duration_phrases();
std::vector<PatternSet::Written> frequency_phrases();
std::vector<PatternSet::Written> reference_phrases();

using Phrases = std::span<const PatternSet::Match>;

/// Lengths of time, in order. Sentence and clause are filled in by the caller.
std::vector<Duration> find_durations(const Tokens& tokens, Phrases phrases);
/// How often, in order; where two overlap the longer one stands.
std::vector<Frequency> find_frequencies(const Tokens& tokens, Phrases phrases);
/// Dates, in order; versions, clause numbers, telephone numbers and standards are none.
std::vector<FoundDate> find_dates(const Tokens& tokens);

/// References to other answers, in order.
std::vector<Reference> find_references(const Tokens& tokens, Phrases phrases);
/// References to enclosed documents, in order; `tokens` are those of `folded`.
std::vector<AnnexReference> find_annexes(const Folded& folded, const Tokens& tokens);

}  // namespace samsvar::text
