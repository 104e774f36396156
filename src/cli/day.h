#pragma once

#include <optional>
#include <string>

#include "cli/options.h"

namespace samsvar::cli {

/// The day the result holds for: as said, else today. The one place that looks at the clock.
model::Date day_of(const Options& options);

/// A day written as 2026-11-21; nothing when it is none.
std::optional<model::Date> day_written(const std::string& written);

/// The day so many days after a whole date.
model::Date later(model::Date day, int days);

}  // namespace samsvar::cli
