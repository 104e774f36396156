#pragma once

#include "cli/options.h"

namespace samsvar::cli {

/// The day the result holds for: as said, else today. The one place that looks at the clock.
model::Date day_of(const Options& options);

}  // namespace samsvar::cli
