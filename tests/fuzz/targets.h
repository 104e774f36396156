#pragma once

#include <string_view>

namespace samsvar::fuzz {

/// Each reads the bytes as hostile input, lets an Error pass as the right answer, and aborts when the document that
/// comes out breaks a promise of model/document.h.

/// A whole file.
void package(std::string_view bytes);
/// Parts of a workbook, one after the other with a line "----" between: sheet, shared strings, styles, comments.
void workbook(std::string_view bytes);
/// Parts of a Word document in the same way: body, numbering, styles, comments.
void document(std::string_view bytes);

}  // namespace samsvar::fuzz
