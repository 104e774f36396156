#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "model/document.h"

namespace samsvar::ooxml {

/// Reads a supplier's file of any supported kind (recognised by content, not by name): DOCX/DOTX/DOCM, XLSX/XLSM/XLTX.
/// Throws Error: not_found, io; malformed (truncated, damaged, not a package), unsupported (password-protected,
/// old binary Word/Excel, PDF, other kinds: says what to ask the supplier for), limit_exceeded (names the limit).
model::Document open(const std::filesystem::path& path, const Limits& limits = {});

/// The same from memory; `file` is the name to show in places.
model::Document open_bytes(std::string_view bytes, const std::string& file, const Limits& limits = {});

}  // namespace samsvar::ooxml
