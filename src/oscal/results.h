#pragma once

#include "model/assessment.h"
#include "model/language.h"
#include "xml/element.h"

namespace samsvar::oscal {

/// An assessment as OSCAL assessment results: one <result> a catalogue, an observation for each answer that covers one
/// of its requirements (quote, place and reason of every finding), a finding for each requirement. satisfied is
/// satisfied, everything else not-satisfied with the outcome as a prop of ours; requirements that do not apply are
/// excluded from the controls reviewed. UUIDs depend on the content, dates on the assessment's date.
xml::Element results_of(const model::Assessment& assessment, model::Language language);

}  // namespace samsvar::oscal
