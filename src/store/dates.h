#pragma once

#include <optional>
#include <string>

#include "model/catalog.h"
#include "store/database.h"

// Internal to the folder.
namespace samsvar::store {

/// A day as it is kept and compared: ISO 8601, always with month and day, so that texts sort as days do. A date that
/// leaves the day open is its last, one without a month the last of the year: what expires "in 2026" holds so long.
std::string kept_day(model::Date date);
Value kept_day(const std::optional<model::Date>& date);
/// Nothing for "".
std::optional<model::Date> day_named(const std::string& text);

}  // namespace samsvar::store
