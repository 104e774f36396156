#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "model/document.h"

namespace samsvar::ooxml {

/// Reads a Word document or workbook: DOCX/DOTX/DOCM, XLSX/XLSM/XLTX. Other kinds of file are told apart before, by
/// reader::open. `file` is the name to show in places. Throws Error: malformed (truncated, damaged, not a package),
/// unsupported (other packages), limit_exceeded (names the limit).
model::Document open_bytes(std::string_view bytes, const std::string& file, const Limits& limits = {});

/// The same from a file.
model::Document open(const std::filesystem::path& path, const Limits& limits = {});

}  // namespace samsvar::ooxml
