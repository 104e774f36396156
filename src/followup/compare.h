#pragma once

#include <vector>

#include "model/catalog.h"
#include "model/follow_up.h"

namespace samsvar::followup {

/// Holds this year's assessment of a supplier against last year's with its decisions. `mappings` join catalogues that
/// differ; `evidence` is what was received from the supplier otherwise. Pure.
model::FollowUp compare(const model::Supplier& supplier, const model::KeptAssessment& before, const model::Record& now,
                        const std::vector<model::Mapping>& mappings,
                        const std::vector<model::ReceivedEvidence>& evidence);

}  // namespace samsvar::followup
