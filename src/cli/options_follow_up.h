#pragma once

#include "cli/options_catalog.h"

// Internal to the folder.
namespace samsvar::cli {

/// Adds samsvar decisions …, follow-up, due and portfolio to the program. `with_check` adds what says how a file is
/// assessed, as for check.
std::vector<Known> add_follow_up_commands(CLI::App& program, Options& options, const CommonOptions& common,
                                          const std::function<void(CLI::App*)>& with_check);

/// Adds --store and --by.
void add_register_options(CLI::App* command, Options& options);

}  // namespace samsvar::cli
