#pragma once

#include <string>
#include <vector>

#include "model/agreement.h"
#include "report/agreement_words.h"

namespace samsvar::report {

/// A summary for a terminal: counts, the limbs that are not covered with what is lacking, conflicts and deviations.
std::string to_text(const model::AgreementAssessment& assessment, const Words& words, model::Language language);

/// "17 covered, 1 partial, 1 missing of 19 limbs".
std::string count_line(const model::AgreementAssessment& assessment, const Words& words, model::Language language);
/// How many deviations and filled blanks, how many conflicts; empty for what was not compared.
std::vector<std::string> comparison_lines(const model::AgreementAssessment& assessment, const Words& words,
                                          model::Language language);

}  // namespace samsvar::report
