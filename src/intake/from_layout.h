#pragma once

#include "layout/words.h"
#include "model/document.h"
#include "model/form.h"
#include "model/layout.h"
#include "model/submission.h"

namespace samsvar::intake {

/// As many questions a file may hold that nobody described: five times the largest questionnaires. The time of judging
/// grows faster than their number, and a file of ten kilobytes can repeat a question sixty thousand times.
inline constexpr std::size_t most_inferred_questions = 10'000;

/// A form made of the questions that stand in the file: the same questions in another supplier's copy give the same
/// form. Nothing is expected of an answer but that it is one (Form::inferred). Ids are the printed ones, made to differ.
/// The questions stand in the layout's order and have no fingerprints. Throws Error(limit_exceeded).
model::Form form_of(const model::Document& document, const model::Layout& layout, const model::Vocabulary& vocabulary);

/// The regions of a form as a layout of this file, for layout::read_as: tables found by name, else by position. Throws
/// Error(unsupported) naming the form's line and the tables there are when the file has no such table.
model::Layout layout_of(const model::Document& document, const model::Form& form);

/// Reads a file by its layout. Questions are those of `form`, told by their exact words, then by number, then by the
/// form's patterns. Facts, sub-processors and annexes are known by the words of the vocabulary and by those of the form.
/// Every unit of the document ends up in the ledger once. The confidence is the layout's, times the share of the form's
/// questions that were found.
model::Submission read(const model::Document& document, const model::Layout& layout, const model::Form& form,
                       const layout::Words& words);

/// How many of the form's questions a layout holds.
std::size_t questions_found(const model::Layout& layout, const model::Form& form);

}  // namespace samsvar::intake
