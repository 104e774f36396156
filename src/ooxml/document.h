#pragma once

#include <string>

#include "archive/draft.h"
#include "ooxml/package.h"

namespace samsvar::ooxml {

/// Reads a Word document whose main part is `main` into the draft: body blocks; headers, notes, comments and text
/// boxes as asides. Throws Error: malformed, limit_exceeded.
void read_document(const Package& package, const std::string& main, Draft& draft);

}  // namespace samsvar::ooxml
