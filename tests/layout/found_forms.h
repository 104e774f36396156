#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/layout.h"

namespace samsvar::test {

/// A question with its answer as an oracle says it (tests/layout/forms/README.md).
struct ExpectedQuestion {
    std::string id, section, question, choice, answer, remark, evidence;
};

/// Reads a `.expected.tsv`.
std::vector<ExpectedQuestion> read_expected(const std::filesystem::path& path);

/// What was found of one file.
struct FormScore {
    std::size_t questions = 0, found = 0, missed = 0, extra = 0;
    std::size_t ids_wrong = 0;       ///< found by its text, with another id
    std::size_t texts_wrong = 0;     ///< found by its id, with another text
    std::size_t sections_wrong = 0;  ///< told, not demanded: what counts as a section is a matter of taste
    std::size_t answers = 0;         ///< questions whose answer, or having none, was compared: those found
    std::size_t right = 0, wrong = 0, answers_missed = 0, invented = 0;
    std::size_t evidence_wrong = 0;
    std::vector<std::string> differences;

    void add(const FormScore& other);
};

/// Holds what was found against an oracle. A question is the same by id and text, else by text, else by id; an answer is
/// right when choice, answer and remark together hold the same lines, whatever their order and roles.
FormScore compare(const std::vector<ExpectedQuestion>& expected, const std::vector<model::LayoutQuestion>& found);

/// A text as it is compared: folded, blanks and punctuation at the ends apart; of other scripts than Latin as it is.
std::string compared(const std::string& text);

/// The layout of a file, found with the shipped vocabulary.
model::Layout layout_of(const std::filesystem::path& path);

/// Choice, answer and remark of a question that was found, joined by line breaks.
std::string answer_of(const model::LayoutQuestion& question);

}  // namespace samsvar::test
