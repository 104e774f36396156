#pragma once

#include <filesystem>

#include "model/assessment.h"
#include "report/layout.h"
#include "report/matrix.h"

namespace samsvar::report {

/// Writes the compliance matrix of an assessment as XLSX (ECMA-376, transitional). The same assessment, layout and
/// language give the same bytes. Text of the supplier's is only ever a string, never a formula or a link. Throws
/// Error(io) naming `out` when it cannot be written; then nothing is left behind and an older file stays as it was.
void write_matrix(const model::Assessment& assessment, const Layout& layout, model::Language language,
                  const std::filesystem::path& out);

/// Loads what writing a matrix needs, which takes some time the first time. Throws Error(not_found) when it is missing.
void prepare_to_write();

/// Writes a matrix that is made already; as write_matrix.
void write_xlsx(const Matrix& matrix, const Layout& layout, const std::filesystem::path& out);

}  // namespace samsvar::report
