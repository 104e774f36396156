#pragma once

#include "app/library.h"
#include "cli/options.h"

namespace samsvar::cli {

/// samsvar compare: 0 nothing to follow up, 1 findings, 2 when a file could not be read; the others are compared all
/// the same. Throws Error as the functions of app it calls.
int compare(const Options& options, const app::Library& library);

}  // namespace samsvar::cli
