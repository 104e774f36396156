#pragma once

#include <string>

#include "model/agreement.h"
#include "report/agreement_words.h"

namespace samsvar::report {

/// A memo of at most two pages for the file, as the bytes of a DOCX (ECMA-376, transitional): the agreement and its
/// parties, the outcome of every limb, what is lacking, conflicts and deviations in numbers, and room for the officer's
/// conclusion, which is not drawn here. The same arguments give the same bytes.
std::string memo_docx(const model::AgreementAssessment& assessment, const Words& words, model::Language language);

}  // namespace samsvar::report
