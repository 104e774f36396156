#pragma once

#include "app/library.h"
#include "cli/options.h"
#include "model/catalog.h"

namespace samsvar::cli {

/// `samsvar agreement`: 0 every limb is covered and nothing differs, 1 something to follow up. Throws Error.
int agreement(const Options& options, const app::Library& library, model::Date date);

}  // namespace samsvar::cli
