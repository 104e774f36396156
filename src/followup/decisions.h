#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/follow_up.h"

namespace samsvar::followup {

/// What becomes of last year's decisions. `now_of` says which question of now a question of before is. A decision is
/// carried over when the words it was made on (model::digest_of) are the same, but an accepted risk only until its day;
/// it is settled when its finding is gone and the answer stands as good or better, else reopened with both texts.
std::vector<model::CarriedDecision> carry(const model::KeptAssessment& before, const model::Record& now,
                                          const std::map<std::string, std::string>& now_of,
                                          const std::vector<model::RequirementChange>& requirements);

}  // namespace samsvar::followup
