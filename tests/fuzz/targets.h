#pragma once

#include <optional>
#include <string_view>

#include "model/document.h"

namespace samsvar::fuzz {

/// Each reads the bytes as hostile input, lets an Error pass as the right answer, and aborts when the document that
/// comes out breaks a promise of model/document.h.

/// The document of a whole file of any kind, its promises checked; nothing when it is refused.
std::optional<model::Document> open_checked(std::string_view bytes, const char* file);

/// A whole file of any kind; whether it was read.
bool package(std::string_view bytes);
/// Parts of a workbook, one after the other with a line "----" between: sheet, shared strings, styles, comments.
void workbook(std::string_view bytes);
/// Parts of a Word document in the same way: body, numbering, styles, comments.
void document(std::string_view bytes);
/// Parts of an OpenDocument file: content, styles, meta; read as a text and as a workbook.
void odf(std::string_view bytes);
/// A text with columns.
void delimited(std::string_view bytes);
/// A whole file in which questions are then looked for (layout_target.cpp).
void layout(std::string_view bytes);

}  // namespace samsvar::fuzz
