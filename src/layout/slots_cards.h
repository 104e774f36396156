#pragma once

#include <string>
#include <vector>

#include "layout/slots_entry.h"
#include "layout/slots_found.h"

namespace samsvar::layout {

/// Whether the parts of a question have rows of their own: "Id | 3.1",
/// "Requirement | …", "Response | …".
bool holds_cards(const TableEntries& entries);

/// The questions of a table of cards, those with a text and a place to answer;
/// `section` holds unless a card names its own. Cells that are answers are
/// dropped from the holders.
std::vector<FoundSlot> find_cards(TableEntries& entries, const std::string& section);

}  // namespace samsvar::layout
