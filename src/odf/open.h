#pragma once

#include <string>
#include <string_view>

#include "base/limits.h"
#include "model/document.h"

namespace samsvar::odf {

/// Reads an OpenDocument text or workbook: ODT/OTT, ODS/OTS. Other kinds of file are told apart before, by
/// reader::open. `file` is the name to show in places. Throws Error: malformed (truncated, damaged), unsupported
/// (password-protected, other kinds of OpenDocument), limit_exceeded (names the limit).
model::Document open_bytes(std::string_view bytes, const std::string& file, const Limits& limits = {});

}  // namespace samsvar::odf
