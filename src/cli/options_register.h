#pragma once

#include "cli/options_catalog.h"

// Internal to the folder.
namespace samsvar::cli {

/// Adds --keep, --supplier, --contract, --store and --by to check.
void add_keep_options(CLI::App* check, Options& options);
/// Adds samsvar register … to the program.
std::vector<Known> add_register_commands(CLI::App& program, Options& options, const CommonOptions& common);

}  // namespace samsvar::cli
