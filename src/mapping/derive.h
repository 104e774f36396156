#pragma once

#include <vector>

#include "model/assessment.h"

namespace samsvar::mapping {

/// The outcomes of `assessed` requirements told as outcomes of `target`, one a requirement, in its order, each with the
/// ways it came by (RequirementResult::derived). Never better than what was stated: an equal or wider requirement
/// passes on its outcome, one that is only part of the target makes it partial at best, one that merely overlaps leaves
/// it unclear at best and counts only when there is nothing better. The worst of what counts wins. A requirement of the
/// target that was assessed itself keeps its result when a question covers it. Requirements no question covers lead nowhere; what
/// nothing leads to is unanswered.
std::vector<model::RequirementResult> derive(const model::Catalog& target,
                                             const std::vector<model::RequirementResult>& assessed,
                                             const std::vector<model::Mapping>& mappings);

}  // namespace samsvar::mapping
