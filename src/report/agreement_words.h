#pragma once

#include <string>
#include <string_view>

#include "model/language.h"

namespace samsvar::report {

/// A word of the reports on agreements in nb, sv or en; the key itself when there is none (a bug, seen in the report).
std::string_view agreement_word(std::string_view key, model::Language language);

/// A limb of the regulation as people name it: "28(3) subject-matter" is "28(3) gjenstand" in Norwegian.
std::string limb_name(const std::string& article, model::Language language);

}  // namespace samsvar::report
