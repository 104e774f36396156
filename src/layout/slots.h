#pragma once

#include <set>

#include "layout/words.h"
#include "model/document.h"
#include "model/layout.h"

namespace samsvar::layout {

/// Finds places to answer that are no rows of a question table, each with its label: a label and an answer in one cell
/// or in neighbouring cells, answer boxes under a heading or question, check-box groups, content controls in running
/// text, numbered questions with the answer in the paragraphs below. Adds regions of kind slots, with their reasons,
/// and their questions to `layout`; tables in `taken` (question tables) are left alone.
void find_slots(const model::Document& document, const Words& words, const std::set<const model::Table*>& taken,
                model::Layout& layout);

}  // namespace samsvar::layout
