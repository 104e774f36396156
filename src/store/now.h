#pragma once

#include <string>

// Internal to the folder.
namespace samsvar::store {

/// The time in UTC, ISO 8601 with seconds: "2026-11-29T10:15:00Z". Only what was done when depends on it, no result.
std::string now();

}  // namespace samsvar::store
