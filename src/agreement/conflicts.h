#pragma once

#include <vector>

#include "agreement/judge.h"
#include "agreement/reading.h"
#include "model/agreement.h"
#include "model/submission.h"

namespace samsvar::agreement {

/// What the same supplier says differently in the agreement and in its answers, as contradictions with both places:
/// periods (notice of a breach, of new sub-processors, deletion), how changes of sub-processors are told,
/// sub-processors and countries named in one of the two only, data denied in the answers and listed in the agreement,
/// audits allowed in one and refused in the other. `quote` and `place` are the agreement's, `with…` the answer's.
std::vector<model::Finding> find_conflicts(const Reading& reading, const std::vector<model::AgreementFact>& facts,
                                           const Judgement& judgement, const model::Submission& submission);

}  // namespace samsvar::agreement
