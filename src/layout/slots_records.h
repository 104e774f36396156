#pragma once

#include <set>
#include <vector>

#include "layout/slots_found.h"

namespace samsvar::layout {

/// Questions of one kind of record, and the tables they stand in.
struct FoundRecords {
    FoundRegion found;
    std::vector<const model::Table*> tables;
    std::set<const model::Paragraph*> used_above;  ///< questions that stand over their tables
};

/// Finds questions whose parts have rows of their own, on the left what the part is called and on the right what it
/// says: "S-01 | Who …?", "Answer | We …", "Remark | …", again and again, in a table for each question or down one
/// table or sheet. The left column tells them: the same few words come back with every question. Three questions are
/// the least; fewer are left to the single places to answer.
std::vector<FoundRecords> find_records(const model::Document& document, const Words& words);

}  // namespace samsvar::layout
