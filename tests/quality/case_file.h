#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/submission.h"

namespace samsvar::quality {

/// A judged case of tests/quality/cases as a submission: NAME.tsv (answers) and NAME.facts.tsv (header, annexes).
model::Submission read_case(const std::filesystem::path& answers, const model::Form& form);

/// Names of the cases in a folder, sorted.
std::vector<std::filesystem::path> cases_in(const std::filesystem::path& folder);

}  // namespace samsvar::quality
