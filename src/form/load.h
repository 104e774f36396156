#pragma once

#include <filesystem>

#include "model/form.h"

namespace samsvar::form {

/// Reads one form (forms/*.xml, see forms/form.xsd). `shown` is the name used in origins ("forms/skolesec-ros.xml").
/// Throws Error with file, line and column: malformed XML, unknown elements and attributes, double ids, wrong patterns.
model::Form load(const std::filesystem::path& path, const std::string& shown);

}  // namespace samsvar::form
