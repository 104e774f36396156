#pragma once

#include "cli/options.h"

namespace samsvar::cli {

/// Writes what stands in a file to the terminal or to options.out, and what was not understood to the error stream.
/// Gives the exit status. Throws Error when the file cannot be read or the output not be written.
int read(const Options& options);

}  // namespace samsvar::cli
