#pragma once

#include <string>
#include <vector>

#include "layout/words.h"
#include "model/document.h"
#include "model/layout.h"

namespace samsvar::test {

/// Words of the shipped vocabulary.
const layout::Words& shipped_words();

/// A document from lines of text:
///   = heading   == heading below it   {1.} automatic number   <Style> style   | a | b | row of a table (~ parts
///   paragraphs of a cell)   >> sheet that the rows below belong to; fields as in add_controls.
model::Document document_of(const std::string& text);

/// "[id] text {section} (guidance) = role: text; role: text <prefilled>", one line per question.
std::string summary(const model::Layout& layout);

/// Checks what every layout promises.
void check_promises(const model::Document& document, const model::Layout& layout);

/// A document as text, and the summary of the slots to be found in it.
struct SlotsCase {
    const char* name;
    const char* document;
    const char* expected;
    bool known_words = true;  ///< false: structure alone
};

/// Checks the summary and the promises of each.
void check_slots(const std::vector<SlotsCase>& cases);

}  // namespace samsvar::test
