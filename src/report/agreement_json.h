#pragma once

#include <string>

#include "model/agreement.h"

namespace samsvar::report {

/// An agreement's result as JSON, by the same contract as to_json: keys are only ever added.
std::string to_json(const model::AgreementAssessment& assessment);

}  // namespace samsvar::report
