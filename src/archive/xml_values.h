#pragma once

#include <string_view>

namespace samsvar::archive {

/// "1", "true", "on" in any case.
bool is_true(std::string_view value);
/// Whole number at the start of `text`; `absent` when there is none or it does not fit.
int to_int(std::string_view text, int absent = 0);

}  // namespace samsvar::archive
