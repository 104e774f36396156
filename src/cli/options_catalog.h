#pragma once

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cli/options.h"

// Internal to the folder.
namespace samsvar::cli {

/// A subcommand and what it stands for.
using Known = std::pair<CLI::App*, Command>;

/// Parts of the command line that many commands have.
struct CommonOptions {
    std::function<void(CLI::App*)> language, catalog_language, date, limits, text_or_json, xlsx_or_json;
};

/// An option that takes one of `languages`.
CLI::Validator language_of(std::span<const model::Language> languages);

/// Adds an option that takes a day, written as 2026-11-21.
void add_day(CLI::App* command, const std::string& name, std::optional<model::Date>& day, const std::string& what);

/// Adds samsvar catalog … and samsvar profile … to the program.
std::vector<Known> add_catalog_commands(CLI::App& program, Options& options, const CommonOptions& common);

/// Adds samsvar form make to the command form.
Known add_form_make(CLI::App& form, Options& options, const CommonOptions& common);

}  // namespace samsvar::cli
