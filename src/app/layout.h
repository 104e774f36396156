#pragma once

#include <string>

#include "app/library.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/layout.h"

namespace samsvar::app {

/// The layout of a file as a form's regions say (`form`: id or path). Throws Error when the form cannot be read, holds no
/// region, or names a table or column that the file does not have.
model::Layout layout_said_by(const Library& library, const std::string& form, const model::Document& document,
                             const layout::Words& words);

}  // namespace samsvar::app
