#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/analysis.h"

namespace samsvar::text {

/// The value of a number in figures ("2,5", "90") or words ("tre", "fjorton", "twenty-four", "kaksi"), folded.
std::optional<double> number_value(std::string_view folded);

/// Lengths of time, in order. Sentence and clause are filled in by the caller.
std::vector<Duration> find_durations(std::string_view folded);
/// How often, in order; where two overlap the longer one stands.
std::vector<Frequency> find_frequencies(std::string_view folded);
/// Dates, in order; versions, clause numbers, telephone numbers and standards are none.
std::vector<FoundDate> find_dates(std::string_view folded);

/// References to other answers and to annexes.
std::vector<Reference> find_references(std::string_view folded);
std::vector<AnnexReference> find_annexes(std::string_view folded);

}  // namespace samsvar::text
