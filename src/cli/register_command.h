#pragma once

#include <string>

#include "app/assess.h"
#include "cli/options.h"
#include "model/assessment.h"

namespace samsvar::cli {

/// samsvar register …: gives the exit status, 0. Throws Error as the register does.
int register_command(const Options& options);

/// check --keep: keeps what was assessed, gives what to say about it, and sets in the assessment which one of the
/// register it is and what was decided on it.
std::string keep_checked(const Options& options, const app::AssessRequest& request, model::Assessment& assessment);

}  // namespace samsvar::cli
