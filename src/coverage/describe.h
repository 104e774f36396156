#pragma once

#include <vector>

#include "model/catalog.h"
#include "model/form.h"
#include "model/submission.h"
#include "text/analysis.h"

namespace samsvar::coverage {

/// What questions are mapped to.
struct Requirements {
    std::vector<model::Catalog> catalogs;
    std::vector<model::Mapping> mappings;
};

/// Describes the questions that nobody has described, as in a form that was inferred from the file's layout or only
/// drafted. All of it follows from the question's words as printed in `submission`, else as in the form:
///  - the lexicon's subjects (catalogs/lexicon/subjects.xml) say what it is about (tags), how much a gap matters,
///    whether a "no" is the comfortable answer, and whether "not applicable" can hold;
///  - requirements it covers, unless a person has said them: by printed identifiers with confidence 1, else by
///    RequirementSearch when that is sure;
///  - what those requirements expect is looked for and told, but is not a must; what shows the opposite of it counts.
/// Questions that a person described come back as they are; the others with Question::concluded set.
model::Form describe(model::Form form, const model::Submission& submission, const Requirements& requirements,
                     const text::Matcher& matcher);

/// Whether nobody has said what a good answer to the question holds; which requirements it covers may have been said.
bool is_undescribed(const model::Question& question);
/// Whether a form has such questions.
bool is_undescribed(const model::Form& form);

}  // namespace samsvar::coverage
