#pragma once

#include "cli/options.h"

namespace samsvar::cli {

/// Does what the options ask for; returns the exit status: 0 nothing to follow up, 1 findings, 2 a file could not be
/// handled. Throws Error for what stops the whole command. `argv` is main's, to find the data folders. There are two of
/// it: the program's (quick.cpp) knows the commands that are used most and becomes the whole program (commands.cpp) for
/// all others.
int run(const Options& options, char** argv);

}  // namespace samsvar::cli
