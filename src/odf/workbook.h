#pragma once

#include "odf/package.h"

namespace samsvar::odf {

/// Reads an OpenDocument workbook into the draft, its content streamed: one Table per sheet, notes and text boxes as
/// asides. Throws Error: malformed, limit_exceeded.
void read_workbook(const Archive& archive, Draft& draft);

}  // namespace samsvar::odf
