#pragma once

#include "model/form.h"
#include "model/submission.h"
#include "text/analysis.h"

namespace samsvar::coverage {

/// Describes the questions that nobody has described, as in a form that was inferred from the file's layout or only
/// drafted: what the question is about (tags, topic), how much a gap matters, whether a "no" is the comfortable answer,
/// whether "not applicable" can hold, and whether a document is asked for. All of it follows from the question's words as
/// printed in `submission`, else as in the form, and the lexicon's subjects (catalogs/lexicon/subjects.xml). Questions
/// that a person described come back as they are; the others with Question::concluded set.
model::Form describe(model::Form form, const model::Submission& submission, const text::Matcher& matcher);

/// Whether nobody has said what a good answer to the question holds.
bool is_undescribed(const model::Question& question);

}  // namespace samsvar::coverage
