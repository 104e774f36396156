#pragma once

#include <string>
#include <string_view>

#include "layout/words.h"
#include "model/document.h"

namespace samsvar::layout {

/// What a line of a form can look like; what places to answer and their labels are told by.

/// Nothing but blanks, also those a form field leaves behind (en spaces).
bool is_blank(std::string_view text);
/// A line to write on: "______", ". . . . .", "………".
bool is_rule(std::string_view text);
/// Where the line to write on begins in "Name: ______", or npos. What follows it is at most a sign.
std::size_t rule_at_end(std::string_view text);

/// A question mark at the end, in any script.
bool ends_with_question_mark(std::string_view text);
/// A question or a request to write something: ends in a question mark, or begins with a word that asks ("Hvordan …",
/// "Beskriv …", "Onko …") in one of the languages known here.
bool asks(std::string_view text);
bool ends_with_colon(std::string_view text);
/// Help printed between a question and its answer: all of it in brackets, or announced ("Veiledning: …").
bool is_guidance(std::string_view text);
/// An instruction in square brackets ("[Anvisning: …]"): what follows it is to be filled in.
bool is_bracketed(std::string_view text);
/// An answer by its first words: yes, no …, or a supplier speaking of itself ("We …", "Vår …", "Meillä …").
bool speaks_for_supplier(std::string_view text, const Words& words);
/// "Signature", "Underskrift": what is signed, not answered.
bool is_signature(std::string_view label);
/// "Name", "Place and date", "For the supplier": what stands beside a signature.
bool is_beside_signature(std::string_view label);
/// The value that a control still shows is its prompt, not a choice that was made.
bool is_prompt(const model::Control& control, const Words& words);
/// An entry of a table of contents.
bool is_contents_entry(const model::Paragraph& paragraph);

/// A label without its colons, marks of what must be filled in behind them ("Name:*") and blanks, line breaks folded.
std::string plain_label(std::string_view text);
/// Where the value begins in "Contact: Kari", 0 when the text is no short label with a value.
std::size_t value_after_label(std::string_view text);

}  // namespace samsvar::layout
