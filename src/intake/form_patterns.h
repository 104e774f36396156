#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/words.h"
#include "model/form.h"
#include "text/fold.h"
#include "text/pattern.h"

namespace samsvar::intake {

/// A form's patterns, compiled once per reading; those of the questions when the first text needs them. All take text;
/// folding and trimming is done here. Not for use by several threads at once.
class FormPatterns {
public:
    /// This and the functions below throw Error(malformed) at the form's line when a pattern is wrong. With `words`,
    /// labels of facts, sub-processors and annexes are known by the vocabulary too; the form then holds its facts.
    explicit FormPatterns(const model::Form& form, const layout::Words* words = nullptr);

    const model::Form& form() const { return form_; }

    /// What a column with that header holds. Long texts are no headers.
    std::optional<model::ColumnRole> column_role(std::string_view header) const;
    /// The fact with that label ("Org. nr.:"), or null.
    const model::FormFact* fact(std::string_view label) const;
    /// Whether a short text heads the list of sub-processors.
    bool heads_subprocessors(std::string_view label) const;
    /// Where the word for an annex ("Vedlegg") ends in `folded`, which starts with it; nothing when it does not.
    std::optional<std::size_t> annex_word(std::string_view folded) const;
    const model::Section* section(std::string_view label) const;
    bool is_title(std::string_view line) const;
    /// The vocabulary knows the text as the header of some other table.
    bool is_known_label(std::string_view text) const { return words_ && !words_->other_table(text).empty(); }
    /// Whether anything tells the list of sub-processors, or of annexes, from other texts.
    bool knows_subprocessors() const { return words_ || !subprocessors_.empty(); }
    bool knows_annexes() const { return words_ || !annexes_.empty(); }
    /// Indexes of the questions that are printed in exactly these words (case, punctuation and blanks apart): as the
    /// form prints them, or with our paraphrase as their first line.
    std::vector<std::size_t> questions_in_words(std::string_view printed) const;
    /// Indexes of the questions all of whose patterns match the printed text.
    std::vector<std::size_t> questions(std::string_view folded) const;
    /// Index of the question with that id, written in any of the usual ways ("19", "19.", "Spm 19", "A.9.4.2 Title").
    std::optional<std::size_t> question_with_id(std::string_view printed) const;

private:
    using Patterns = std::vector<text::Regex>;
    struct Column {
        model::ColumnRole role;
        Patterns headers;
    };

    const model::Form& form_;
    const layout::Words* words_;
    layout::WordList subprocessor_words_;
    std::vector<std::string> annex_words_;  ///< folded
    std::vector<Column> columns_;
    std::vector<Patterns> facts_;
    Patterns subprocessors_;
    Patterns annexes_;
    std::vector<Patterns> sections_;
    Patterns titles_;
    mutable std::vector<Patterns> questions_;                      ///< empty until they are needed
    std::vector<std::string> ids_;                                 ///< folded, of the questions
    std::multimap<std::string, std::size_t> printings_;            ///< fingerprint of a printed question → question
    mutable std::multimap<std::string, std::size_t> paraphrases_;  ///< likewise of our own; empty until needed
};

/// A printed number without the words and signs around it, folded: "19" of "Spm. 19)", "a.9.4.2" of "A.9.4.2".
std::string plain_id(std::string_view printed);

/// A label folded, without the colon, star or full stop at its end and without a number in front.
std::string plain_label(std::string_view label);

/// A number or letter that stands in front of a text ("19. Hvordan …", "Spørsmål 7: …").
struct LeadingId {
    std::string id;        ///< plain_id of it; empty when the text starts with a word
    std::size_t rest = 0;  ///< byte where the text after it starts
};
LeadingId leading_id(std::string_view text);

}  // namespace samsvar::intake
