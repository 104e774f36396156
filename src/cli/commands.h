#pragma once

#include "cli/options.h"

namespace samsvar::cli {

/// Does what the options ask for; returns the exit status: 0 nothing to follow up, 1 findings, 2 a file could not be
/// handled. Throws Error for what stops the whole command. `program` is argv[0], to find the data folders.
int run(const Options& options, const char* program);

}  // namespace samsvar::cli
