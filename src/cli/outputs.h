#pragma once

#include <filesystem>
#include <vector>

#include "cli/options.h"

namespace samsvar::cli {

/// Where the result of each file of `check` goes, in the order of options.files; an empty path is the terminal. Throws
/// Error(invalid_argument), before anything is read, when a result would replace a file to be checked, another result
/// or something that is no ordinary file.
std::vector<std::filesystem::path> outputs(const Options& options);

}  // namespace samsvar::cli
