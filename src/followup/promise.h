#pragma once

#include <optional>
#include <string_view>

#include "model/catalog.h"

namespace samsvar::followup {

/// The last day of what a promise says, made on `said`: "innen Q3 2026" is 2026-09-30, "in spring" nothing, "i løpet av
/// 2027" 2027-12-31, "by the end of the year" the year of `said`, a quarter without a year the next one to end.
std::optional<model::Date> due_of(std::string_view promise, model::Date said);

/// The last day of a date that names only a year or a month.
model::Date last_day_of(model::Date date);

}  // namespace samsvar::followup
