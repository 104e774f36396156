#pragma once

#include <filesystem>

#include "app/library.h"
#include "base/limits.h"
#include "model/comparison.h"

namespace samsvar::app {

/// The terms that are shipped (reports/tender-terms.xml). Throws Error naming line and attribute.
model::ComparisonTerms shipped_terms(const Library& library);

/// `terms` with what a file of the buyer's says over it: terms as XML, or a table (CSV, XLSX, ODS …) with columns for
/// requirement ("A.8.5" or "iso27001-2022/A.8.5"), weight, and if wanted catalog and knock-out (yes or no); the first
/// row that heads such columns counts, so a workbook of an earlier comparison serves as well. Throws Error naming the
/// line or cell.
model::ComparisonTerms with_own_terms(model::ComparisonTerms terms, const std::filesystem::path& file,
                                      const Limits& limits);

}  // namespace samsvar::app
