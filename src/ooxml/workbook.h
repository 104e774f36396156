#pragma once

#include <string>

#include "archive/draft.h"
#include "ooxml/package.h"

namespace samsvar::ooxml {

/// Reads a workbook whose main part is `main` into the draft: one Table per sheet, notes and comments as asides.
/// Throws Error: malformed, limit_exceeded.
void read_workbook(const Package& package, const std::string& main, Draft& draft);

}  // namespace samsvar::ooxml
