#pragma once

#include <string>
#include <string_view>

#include "base/limits.h"
#include "model/document.h"

namespace samsvar::delimited {

/// Reads a text with columns (CSV, TSV and their like; RFC 4180) as one sheet that has the name of the file without its
/// extension. Encoding and separator are found. Throws Error: unsupported when it is no text, or a text without
/// columns; malformed when it has more rows or columns than a sheet; limit_exceeded.
model::Document open_bytes(std::string_view bytes, const std::string& file, const Limits& limits = {});

}  // namespace samsvar::delimited
