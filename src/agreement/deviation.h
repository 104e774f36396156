#pragma once

#include <vector>

#include "model/agreement.h"

namespace samsvar::agreement {

/// Holds an agreement against the text it should follow, sentence by sentence, in the order of the agreement. Only
/// words count: letter case, blanks, kinds of quotation marks and dashes, styles and clause numbers do not. Blanks of
/// the standard text ("[name]", "____", "Name:", rows under the header of a table) that are filled in are told as such.
/// A run of sentences that stands elsewhere is one deviation. Time is bounded: beyond most_sentences in either text
/// equal sentences are still found, and the rest is told as missing and added.
std::vector<model::Deviation> compare(const model::Agreement& standard, const model::Agreement& agreement);

inline constexpr std::size_t most_sentences = 4'000;

}  // namespace samsvar::agreement
