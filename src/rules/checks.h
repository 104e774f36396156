#pragma once

#include <span>

#include "rules/case.h"

namespace samsvar::rules {

/// One kind of reasoning: runs over one answer and adds findings and steps to its view.
struct Check {
    const char* name;   ///< stable: presence, polarity, references …
    int step;           ///< of the eight steps of the design
    const char* codes;  ///< finding codes it may raise, blank-separated
    const char* about;  ///< what it does, in English, for `samsvar explain`
    void (*run)(Case& context, View& view);
};

/// The explicit table of checks, in the order they run: each check runs over all answers before the next one starts,
/// since a later check looks at what an earlier one found out about other answers.
std::span<const Check> checks();

void check_presence(Case& context, View& view);
void check_polarity(Case& context, View& view);
void check_references(Case& context, View& view);
void find_documents(Case& context, View& view);
void check_enclosures(Case& context, View& view);
void seek_expectations(Case& context, View& view);
void check_evasions(Case& context, View& view);
void check_expectations(Case& context, View& view);
void check_stated_limits(Case& context, View& view);
void check_choices(Case& context, View& view);
void check_promises(Case& context, View& view);
void check_partly(Case& context, View& view);
void check_weak_practice(Case& context, View& view);
void check_validity(Case& context, View& view);
void check_recipients(Case& context, View& view);
void check_contradictions(Case& context, View& view);
void check_copies(Case& context, View& view);
void check_evidence(Case& context, View& view);
void check_question_text(Case& context, View& view);

}  // namespace samsvar::rules
