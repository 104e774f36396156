#pragma once

#include "app/library.h"
#include "cli/options.h"

namespace samsvar::cli {

/// samsvar profile make, show and check. Give the exit status: 0, for check 1 when there is something to correct. Throw
/// Error as the functions of app they call.
int profile_make(const Options& options);
int profile_show(const Options& options, const app::Library& library);
int profile_check(const Options& options, const app::Library& library);

/// samsvar form make.
int form_make(const Options& options, const app::Library& library);

}  // namespace samsvar::cli
