#pragma once

#include "odf/package.h"

namespace samsvar::odf {

/// Reads an OpenDocument text into the draft: paragraphs and tables in reading order; notes, comments, text boxes, page
/// headers and footers as asides. Throws Error: malformed, limit_exceeded.
void read_text_document(const Archive& archive, Draft& draft);

}  // namespace samsvar::odf
