#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/library.h"
#include "cli/options.h"

namespace samsvar::cli {

/// samsvar catalog import|export|diff and samsvar profile resolve. Give the exit status: 0, for diff 1 when the
/// catalogues differ. Throw Error as the functions of app they call.
int catalog_import(const Options& options, const app::Library& library);
int catalog_export(const Options& options, const app::Library& library);
int catalog_diff(const Options& options, const app::Library& library);
int profile_resolve(const Options& options);

}  // namespace samsvar::cli
