#pragma once

#include "cli/options_catalog.h"

// Internal to the folder.
namespace samsvar::cli {

/// Adds samsvar compare to the program. `with_check` adds what says how each file is assessed, as for check.
Known add_compare(CLI::App& program, Options& options, const CommonOptions& common,
                  const std::function<void(CLI::App*)>& with_check);

}  // namespace samsvar::cli
