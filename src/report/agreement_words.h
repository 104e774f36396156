#pragma once

#include <string_view>

#include "model/language.h"

namespace samsvar::report {

/// A word of the reports on agreements in nb, sv or en; the key itself when there is none (a bug, seen in the report).
std::string_view agreement_word(std::string_view key, model::Language language);

}  // namespace samsvar::report
