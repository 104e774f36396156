#pragma once

#include <vector>

#include "model/assessment.h"
#include "text/analysis.h"

namespace samsvar::rules {

struct Evaluation {
    std::vector<model::AnswerResult> answers;            ///< one per question of the form, in its order
    std::vector<model::Finding> general;                 ///< about the submission as a whole
    std::vector<model::EvidenceDocument> annexes;        ///< Submission::annexes, when there is a folder
    std::vector<model::RequirementResult> requirements;  ///< every requirement of every catalogue once, in order
};

/// Reasons about one submission: the eight steps of the design. Depends on its arguments only; `date` is the day the
/// verdicts hold for, `files` the documents that came with it: without them nothing is said of what came.
Evaluation evaluate(const model::Form& form, const std::vector<model::Catalog>& catalogs, const text::Matcher& matcher,
                    const model::Submission& submission, model::Date date,
                    const model::EvidenceFolder* files = nullptr);

}  // namespace samsvar::rules
