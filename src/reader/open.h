#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "model/document.h"

namespace samsvar::reader {

/// Reads a supplier's file of any supported kind, recognised by content and not by name: DOCX/DOTX/DOCM,
/// XLSX/XLSM/XLTX, ODT/OTT, ODS/OTS, CSV and its like. Throws Error: not_found, io; malformed (truncated, damaged),
/// unsupported (password-protected, old binary Word/Excel, PDF, other kinds: says what to ask the supplier for),
/// limit_exceeded (names the limit).
model::Document open(const std::filesystem::path& path, const Limits& limits = {});

/// The same from memory; `file` is the name to show in places.
model::Document open_bytes(std::string_view bytes, const std::string& file, const Limits& limits = {});

}  // namespace samsvar::reader
