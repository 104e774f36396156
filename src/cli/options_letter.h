#pragma once

#include "cli/options_catalog.h"

// Internal to the folder.
namespace samsvar::cli {

/// Adds --deadline, and --template of letters, to a command that writes to suppliers.
void add_deadline(CLI::App* command, LetterOptions& letter);
void add_template(CLI::App* command, LetterOptions& letter);

/// Adds samsvar letter and samsvar mark to the program. `with_check` adds what says how the file is assessed.
std::vector<Known> add_letter_commands(CLI::App& program, Options& options, const CommonOptions& common,
                                       const std::function<void(CLI::App*)>& with_check);

/// Adds samsvar form prefill to the command form.
Known add_form_prefill(CLI::App& form, Options& options, const CommonOptions& common);
/// Adds --previous to form make.
void add_previous(CLI::App& make, Options& options);

}  // namespace samsvar::cli
