#pragma once

#include <filesystem>
#include <vector>

#include "cli/options.h"

namespace samsvar::cli {

/// Where the result of each file of `check` goes, in the order of options.files; an empty path is the terminal. Throws
/// Error(invalid_argument), before anything is read, when a result would replace a file to be checked, another result
/// or something that is no ordinary file.
std::vector<std::filesystem::path> outputs(const Options& options);

/// A place to write to, links followed. Throws Error(invalid_argument) when it is one of the input files or no ordinary
/// file.
std::filesystem::path checked_output(const Options& options, std::filesystem::path out);

/// Throws Error(invalid_argument) when `out` is there already: what people correct by hand is not replaced.
void require_new(const std::filesystem::path& out);

}  // namespace samsvar::cli
