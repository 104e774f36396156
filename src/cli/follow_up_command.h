#pragma once

#include "app/library.h"
#include "cli/options.h"

namespace samsvar::cli {

/// samsvar decisions …: 0 done, 1 when there are conflicts or something was edited. Throw Error as the functions of
/// app.
int decisions_import(const Options& options, const app::Library& library);
int decisions_list(const Options& options);
int decisions_make(const Options& options);
/// 0 when nothing got worse and nothing is to be followed up, else 1.
int follow_up(const Options& options, const app::Library& library);
/// 0 nothing is due, 1 something is.
int due(const Options& options, const app::Library& library);
int portfolio(const Options& options, const app::Library& library);

}  // namespace samsvar::cli
