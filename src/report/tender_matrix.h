#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/comparison.h"
#include "model/lexicon.h"
#include "report/layout.h"
#include "report/matrix.h"
#include "report/words.h"

namespace samsvar::report {

/// Bidders side by side laid out: sheets Overview, Differences, Requirements, Answers, Findings, Weights, Basis. Scores
/// are formulas over weights and points, with the result they have now; nothing else is a formula. `layout` and `words`
/// are those of load_tender_layout and load_tender_words, `findings` the titles of the codes. Pure.
Matrix make_tender(const model::Comparison& comparison, const std::vector<model::FindingText>& findings,
                   const Layout& layout, const Words& words, model::Language language);

/// A line a bidder for the terminal, then what could not be compared.
std::string tender_text(const model::Comparison& comparison, const std::vector<model::FindingText>& findings,
                        const Layout& layout, const Words& words, model::Language language);

/// The comparison as JSON: for scripts, keys are only ever added.
std::string to_json(const model::Comparison& comparison);

}  // namespace samsvar::report
