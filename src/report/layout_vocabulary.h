#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samsvar::report {

/// Column keys that a sheet of that table may use, or empty when there is no such table.
std::vector<std::string_view> column_keys(std::string_view table);

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
