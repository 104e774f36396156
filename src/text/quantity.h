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
std::vector<FoundDate> find_dates(std::string_view folded);

/// References to other answers and to annexes.
std::vector<Reference> find_references(std::string_view folded);
std::vector<AnnexReference> find_annexes(std::string_view folded);

}  // namespace samsvar::text
