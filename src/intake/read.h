#pragma once

#include <optional>
#include <vector>

#include "model/document.h"
#include "model/form.h"
#include "model/submission.h"

namespace samsvar::intake {

/// How well a document fits a form.
struct Recognition {
    const model::Form* form = nullptr;
    double confidence = 0;  ///< share of the form's questions that were found in a question table, raised by a title
    std::size_t questions_found = 0;
};

/// The form that fits best, or nothing when none reaches 0.5. Does not need to be told which form it is.
std::optional<Recognition> recognise(const model::Document& document, const std::vector<model::Form>& forms);

/// Reads a filled form. Every unit of the document ends up in the ledger once. Throws Error(unsupported) naming the
/// file and what was looked for when no question table of the form is found.
model::Submission read(const model::Document& document, const model::Form& form);

}  // namespace samsvar::intake
