#pragma once

#include <filesystem>

#include "model/agreement.h"
#include "report/agreement_words.h"
#include "report/layout.h"
#include "report/matrix.h"

namespace samsvar::report {

/// An agreement's result laid out: sheets Coverage, Clauses, Facts, Deviations, Follow-up, Ledger. `layout` gives looks
/// and the words shared with the compliance matrix. Pure.
Matrix make_matrix(const model::AgreementAssessment& assessment, const Layout& layout, const Words& words,
                   model::Language language);

/// Writes it as XLSX; as write_xlsx.
void write_matrix(const model::AgreementAssessment& assessment, const Layout& layout, const Words& words,
                  model::Language language, const std::filesystem::path& out);

/// A sentence with its marks as text: what fell away [-so-], what came in {+so+}.
std::string marked_text(const std::vector<model::TextPiece>& pieces);

}  // namespace samsvar::report
