#pragma once

#include <set>

#include "layout/slots_records.h"

namespace samsvar::layout {

/// Finds places to answer that are no rows of a question table, each with its label: a label and an answer in one cell
/// or in neighbouring cells, answer boxes under a heading or question, check-box groups, content controls in running
/// text, numbered questions with the answer in the paragraphs below; and `records`. Adds regions of kind slots, with
/// their reasons, and their questions to `layout`; tables in `taken` (question tables) are left alone.
void find_slots(const model::Document& document, const Words& words, const std::set<const model::Table*>& taken,
                std::vector<FoundRecords> records, model::Layout& layout);

/// The same, with the records that are found now.
void find_slots(const model::Document& document, const Words& words, const std::set<const model::Table*>& taken,
                model::Layout& layout);

}  // namespace samsvar::layout
