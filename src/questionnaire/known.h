#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/words.h"
#include "model/catalog.h"
#include "model/document.h"
#include "model/form.h"
#include "model/layout.h"
#include "questionnaire/template.h"

namespace samsvar::questionnaire {

/// A questionnaire of ours that came back: its questions, one a requirement, and where their answers stand.
struct Returned {
    model::Form form;      ///< a question for every requirement the questionnaire was sent with; ids as printed
    model::Layout layout;  ///< for intake::read(document, layout, form, words)
};

/// Whether any table holds a mark: quick, to be asked of every file.
bool is_marked(const model::Document& document);

/// Knows a questionnaire by the marks hidden in it, wherever its rows were moved to and whatever was added around them;
/// nothing when there are none. A row a supplier added belongs to the requirement above it unless it asks something of
/// its own. `texts` are the shipped labels, which say what the columns are.
std::optional<Returned> known(const model::Document& document, const std::vector<model::Catalog>& catalogs,
                              const Template& texts, const layout::Words& words);

}  // namespace samsvar::questionnaire
