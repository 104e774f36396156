#pragma once

#include <string_view>
#include <vector>

#include "text/analysis.h"
#include "text/measure.h"

namespace samsvar::text {

/// Lengths of time, in order. Sentence and clause are filled in by the caller.
std::vector<Duration> find_durations(const Tokens& tokens);
/// How often, in order; where two overlap the longer one stands.
std::vector<Frequency> find_frequencies(const Tokens& tokens);
/// Dates, in order; versions, clause numbers, telephone numbers and standards are none.
std::vector<FoundDate> find_dates(const Tokens& tokens);

/// References to other answers, in order.
std::vector<Reference> find_references(const Tokens& tokens);
/// References to enclosed documents, in order; `tokens` are those of `folded`.
std::vector<AnnexReference> find_annexes(const Folded& folded, const Tokens& tokens);

}  // namespace samsvar::text
