#pragma once

#include <filesystem>
#include <string>

#include "agreement/rules.h"
#include "app/library.h"
#include "app/read.h"
#include "base/limits.h"
#include "model/agreement.h"
#include "model/catalog.h"

namespace samsvar::app {

/// What to hold an agreement against.
struct AgreementRequest {
    std::filesystem::path file;
    std::filesystem::path questionnaire;  ///< the same supplier's answers; empty = none
    std::filesystem::path standard;       ///< the text it should follow; empty = none
    model::Date date;
    Limits limits;
};

/// One agreement in, one result out: clauses, elements, limbs of the regulation, facts, and what differs from the
/// standard text and from the questionnaire where they are given. Throws Error when a file cannot be read, and
/// Error(unsupported) when it is no data processing agreement, saying why it was not taken for one.
model::AgreementAssessment assess_agreement(const Library& library, const AgreementRequest& request,
                                            const Progress& progress = {});

/// The rules that are shipped. Throws Error as agreement::load_rules.
agreement::Rules agreement_rules(const Library& library);

/// A summary for a terminal: one line a limb that is not covered, with what is lacking; then conflicts and deviations.
std::string agreement_text(const Library& library, const model::AgreementAssessment& assessment,
                           model::Language language);

/// The result as JSON.
std::string agreement_json(const model::AgreementAssessment& assessment);

/// Writes the agreement matrix as XLSX. Throws Error(io) naming `out`; then an older file stays as it was.
void write_agreement_matrix(const Library& library, const model::AgreementAssessment& assessment,
                            model::Language language, const std::filesystem::path& out);

/// Writes a memo of two pages for the file as DOCX; as write_agreement_matrix.
void write_agreement_memo(const Library& library, const model::AgreementAssessment& assessment,
                          model::Language language, const std::filesystem::path& out);

}  // namespace samsvar::app
