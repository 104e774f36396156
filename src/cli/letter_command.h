#pragma once

#include <filesystem>

#include "app/library.h"
#include "cli/options.h"

namespace samsvar::cli {

/// `samsvar mark`: 0 nothing is open and the file is as it was, 1 there are marks in it. Throws Error.
int mark(const Options& options, const app::Library& library);

/// `samsvar letter`: 0 nothing is open, 1 the letter has points. Throws Error.
int letter(const Options& options, const app::Library& library);

/// `samsvar form prefill`: 0. Throws Error.
int form_prefill(const Options& options, const app::Library& library);

/// Fills options.letter.previous into the blank form `blank` and writes it to `out`; says what came of it. Throws
/// Error.
void write_prefilled(const Options& options, const app::Library& library, const std::filesystem::path& blank,
                     const std::filesystem::path& out);

}  // namespace samsvar::cli
