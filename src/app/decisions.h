#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/library.h"
#include "app/open_store.h"
#include "base/limits.h"
#include "model/register.h"

namespace samsvar::app {

/// What reading a matrix back came to.
struct ImportedDecisions {
    std::int64_t assessment = 0;
    std::string supplier;
    std::vector<model::Decision> made;
    std::vector<store::Conflict> conflicts;  ///< decided by somebody else since the matrix was made; left as they are
    std::size_t unchanged = 0;
    std::vector<model::Target> missing;    ///< rows that were deleted from the matrix; their decisions stand
    std::vector<model::Problem> problems;  ///< edited words, what could not be understood

    bool clean() const { return conflicts.empty() && missing.empty() && problems.empty(); }
};

/// Reads the decisions out of a matrix a reviewer worked in and makes them in the register. What the reviewer left as
/// the matrix showed it is no decision, so an older copy overrules nobody; a cell that was emptied withdraws. With
/// `overrule`, conflicts are decided as in the matrix. Throws Error when the file is no matrix or its assessment is not
/// in the register.
ImportedDecisions import_decisions(const Library& library, store::Store& store, const std::filesystem::path& matrix,
                                   bool overrule, const Limits& limits = {});

/// One decision, as import_decisions makes them. Throws Error(invalid_argument) for a target the assessment does not
/// have, naming some that it has.
ImportedDecisions make_decision(store::Store& store, std::int64_t assessment, model::Decision decision);

/// For a terminal.
std::string imported_text(const ImportedDecisions& imported);
std::string decisions_text(const model::KeptAssessment& assessment);
std::string decisions_json(const model::KeptAssessment& assessment);

/// The assessment with the decisions the register has on it, so that the next matrix shows them; as it is when the
/// register knows nothing of the file on that day.
void show_decisions(store::Store& store, model::Assessment& assessment);

}  // namespace samsvar::app
