#pragma once

#include <string>

#include "app/assess.h"
#include "app/library.h"
#include "cli/options.h"
#include "model/assessment.h"

namespace samsvar::cli {

/// keep_checked of register_command.h, for the program that can.
using Keeper = std::string (*)(const Options& options, const app::AssessRequest& request,
                               model::Assessment& assessment);

/// Checks every file and writes its result; one that cannot be read does not stop the others. Gives the exit status: 0
/// nothing to follow up, 1 findings, 2 a file could not be handled. `keeper` is called when options.keeping says so.
int check(const Options& options, const app::Library& library, Keeper keeper);

/// Shows what was found in a file and why. Gives the exit status: 1 when there are no questions in it. Throws Error.
int inspect(const Options& options, const app::Library& library);

}  // namespace samsvar::cli
