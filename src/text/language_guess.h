#pragma once

#include <string_view>

#include "model/language.h"
#include "text/measure.h"

namespace samsvar::text {

/// The language whose function words are most frequent; nb when none speaks for another.
model::Language guess_language(std::string_view folded);
model::Language guess_language(const Tokens& tokens);

}  // namespace samsvar::text
