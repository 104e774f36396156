#pragma once

#include <filesystem>
#include <string>

#include "app/assess.h"
#include "app/library.h"
#include "app/output.h"

namespace samsvar::app {

/// Why one question of a filled-in questionnaire got its outcome: the answer with the deciding words marked, the steps,
/// the findings with rule and question to send back, the requirements. In nb, sv, da, fi or en. Throws
/// Error(not_found) when there is no such question.
std::string explain_verdict(const Library& library, const AssessRequest& request, const std::string& question,
                            model::Language language, const Screen& screen = {});

/// The same from a result that `check --format json` wrote, without the supplier's file and in any of the languages.
/// Throws Error(malformed) when the file is no such result, or one from before results held their steps.
std::string explain_result(const Library& library, const std::filesystem::path& result, const std::string& question,
                           model::Language language, const Screen& screen = {});

/// Whether a file is to be read as a result rather than as a supplier's.
bool is_result(const std::filesystem::path& file);

}  // namespace samsvar::app
