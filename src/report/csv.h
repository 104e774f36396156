#pragma once

#include <string>

#include "model/assessment.h"

namespace samsvar::report {

/// The answers, one line a question, as RFC 4180 CSV: commas, CR LF, and a byte order mark so that Excel reads UTF-8.
/// Columns are named and outcomes told in the words of the XML and JSON; findings, asks and questions in `language`.
/// A field that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, CSV injection).
std::string to_csv(const model::Assessment& assessment, model::Language language);

}  // namespace samsvar::report
