#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/score.h"
#include "model/assessment.h"
#include "model/form.h"
#include "model/submission.h"

namespace samsvar::quality {

/// Rows of a tab-separated file without its header line; blank lines left out, fields as written.
std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& file);
/// A field with its line breaks: "\n" written as two characters is one.
std::string unescaped(std::string field);

/// Answers and facts as a submission; the columns are those of tests/quality/cases/README.md, of which the first four
/// count. Without a file at `facts` the submission has none. Throws Error(malformed) with the row when columns lack.
model::Submission read_case(const std::filesystem::path& answers, const std::filesystem::path& facts,
                            const model::Form& form);
/// A judged case of tests/quality/cases as a submission: NAME.tsv (answers) and NAME.facts.tsv (header, annexes).
model::Submission read_case(const std::filesystem::path& answers, const model::Form& form);

/// What an assessment says, as a reviewer's verdicts are written.
std::vector<app::Verdict> verdicts_of(const model::Assessment& assessment);

/// Adds the counts of one case to those of all.
void add(app::Score& all, const app::Score& one);

/// Names of the cases in a folder, sorted.
std::vector<std::filesystem::path> cases_in(const std::filesystem::path& folder);

}  // namespace samsvar::quality
