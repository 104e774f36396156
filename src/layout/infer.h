#pragma once

#include "layout/words.h"
#include "model/document.h"
#include "model/layout.h"

namespace samsvar::layout {

/// Finds the questions and answers of a file nobody described: scored evidence, no training, each conclusion with its
/// reasons. Deterministic; time is linear in the cells.
model::Layout infer(const model::Document& document, const Words& words);

/// The same, but the regions are those of `given` (from a form's <layout> or `--layout FILE`): tables by name, header
/// rows and columns as said there. Throws Error(unsupported) naming a table or column that the file does not have.
model::Layout read_as(const model::Document& document, const model::Layout& given, const Words& words);

}  // namespace samsvar::layout
