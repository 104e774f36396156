#pragma once

#include "model/assessment.h"

namespace samsvar::test {

/// A made-up supplier's 52 Norwegian answers of ordinary length, 249 requirements of three catalogues, and findings of
/// every severity: what a report looks like on an ordinary day.
model::Assessment sample_assessment();

/// No supplier, no questions, no findings.
model::Assessment empty_assessment();

/// Answers that try to be formulas, break the XML, or do not fit, and 500 requirements.
model::Assessment hostile_assessment();

model::LocalText texts(const char* nb, const char* sv, const char* en);

}  // namespace samsvar::test
