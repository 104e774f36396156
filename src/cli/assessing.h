#pragma once

#include "app/assess.h"
#include "cli/options.h"

namespace samsvar::cli {

/// How files are assessed, as the options say; without a file.
app::AssessRequest assess_request(const Options& options);

}  // namespace samsvar::cli
