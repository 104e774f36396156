#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/layout_sheets.h"

namespace samsvar::report {

/// The tables of the compliance matrix.
const ReportTables& matrix_tables();

/// Parts that a summary may have.
const std::vector<std::string_view>& block_keys();

/// Styles the writer uses by name; a layout must have them all and may add more.
const std::vector<std::string_view>& required_styles();

/// Texts the writer uses by name; a layout must have exactly these.
const std::vector<std::string_view>& required_texts();

/// The reviewer's decisions (design: accept, reject, accept-risk, ask-supplier).
const std::vector<std::string_view>& decision_ids();

/// Tones a layout must have, as "outcome.gap".
std::vector<std::string> required_tones();

}  // namespace samsvar::report
