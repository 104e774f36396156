#pragma once

#include <optional>
#include <vector>

#include "model/form.h"
#include "model/layout.h"

namespace samsvar::intake {

/// Which question of a form a question found in a file is.
struct LayoutMatch {
    std::optional<std::size_t> question;  ///< index into Form::questions
    bool rewritten = false;               ///< only the number says so
};

/// One entry per question of the layout; no question of the form is taken twice. A question in the form's exact words
/// with its number counts most, then the exact words, then the form's patterns, then the number alone.
std::vector<LayoutMatch> match(const model::Layout& layout, const model::Form& form);

}  // namespace samsvar::intake
