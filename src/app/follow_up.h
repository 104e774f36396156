#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/assess.h"
#include "app/library.h"
#include "app/open_store.h"
#include "app/output.h"
#include "model/follow_up.h"

namespace samsvar::app {

/// This year's answers of a supplier in the register.
struct FollowUpRequest {
    AssessRequest assess;
    std::string supplier;      ///< as Store::find_supplier takes it
    std::string contract;      ///< empty = the only one
    std::int64_t against = 0;  ///< id of the assessment to hold it against; 0 = the latest of the contract
    bool keep = true;          ///< the new assessment, with the decisions that were carried over
};

struct FollowUpResult {
    model::FollowUp follow_up;
    model::Assessment assessment;  ///< this year's, with its decisions and, when kept, its id
};

/// Assesses the file, holds it against the last assessment of the contract, and keeps it with the decisions that still
/// stand; the next follow-up of the contract is set. A file that is the contract's latest already is held against the
/// one before it and not kept again. Throws Error as assess() and the register; not_found when nothing was kept before.
FollowUpResult follow_up(const Library& library, store::Store& store, const FollowUpRequest& request,
                         const Progress& progress = {});

std::string follow_up_text(const Library& library, const model::FollowUp& follow_up, model::Language language);
std::string follow_up_json(const model::FollowUp& follow_up);
/// Writes the workbook. Throws Error(io) naming `out`; then an older file stays as it was.
void write_follow_up(const Library& library, const model::FollowUp& follow_up, model::Language language,
                     const std::filesystem::path& out);

}  // namespace samsvar::app
