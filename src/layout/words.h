#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "model/vocabulary.h"

namespace samsvar::layout {

/// A short text made ready to be held against many words. Views into itself: not to be copied.
struct Label {
    explicit Label(std::string_view source);
    Label(const Label&) = delete;
    Label& operator=(const Label&) = delete;

    std::string_view raw;  ///< trimmed; into the source
    std::string folded;
    std::string_view plain;  ///< folded, without the signs around it
    bool latin = true;
    bool short_enough = false;  ///< what is longer is no label, and fits nothing

    /// The part of `plain` that names the thing, and which letters and digits stand in `plain`: found out when first
    /// asked, since most labels are a word or none at all.
    struct Parts {
        std::string_view head;
        std::uint64_t letters = 0;
    };
    const Parts& parts() const;

private:
    mutable std::optional<Parts> parts_;
};

/// A list of words and phrases, ready to be looked for in short texts. Latin letters are compared folded (text/fold.h),
/// other scripts as they are.
class WordList {
public:
    WordList() = default;
    explicit WordList(const std::vector<std::string>& words);
    /// What write() wrote, used where it lies.
    explicit WordList(BytesReader& prepared);
    void write(BytesWriter& into) const;

    /// How well a label, header or cell fits one of the words: 1 = it is the word; 0.92 = the word ends its main phrase
    /// ("Control ID"), 0.85 = begins it, 0.75 = stands inside it; 0.6-0.8 = part of a compound; less = only in what
    /// follows a preposition or stands in parentheses; 0 = not at all.
    double fit(const Label& label) const;
    /// fit() of 0.9 and more: it is one of the words, or one ends its main phrase. Takes as long for many words as for few.
    bool ends(const Label& label) const;
    /// Whether the whole text is one of the words, punctuation at its ends apart.
    bool is(const Label& label) const;
    /// Whether one of the label's own words is in the list.
    bool holds_word_of(const Label& label) const;

private:
    struct Word {
        std::uint64_t letters;  ///< of the folded text, or `other_script`
        std::uint32_t at;       ///< where its text begins in `texts_`: folded, or as it is
        std::uint32_t size;
    };
    static constexpr std::uint64_t other_script = ~std::uint64_t{0};
    struct Sorted {
        std::uint64_t start;  ///< first bytes of the folded text
        std::uint64_t word;   ///< index of `words_`
    };
    struct Own {
        std::string texts;
        std::vector<Word> words;
        std::vector<Sorted> sorted;
    };
    std::string_view text_of(const Word& word) const { return texts_.substr(word.at, word.size); }
    bool has(std::string_view plain) const;

    std::shared_ptr<const Own> own_;  ///< what the views below point into when nothing was prepared
    std::string_view texts_;
    std::span<const Word> words_;
    std::span<const Sorted> sorted_;  ///< the folded ones, by text
    std::uint64_t sizes_ = 0;         ///< one bit a size of folded texts: what has another is none of them
};

/// A vocabulary ready for use.
class Words {
public:
    explicit Words(const model::Vocabulary& vocabulary);
    /// What write() wrote of the same vocabulary, used where it lies.
    Words(const model::Vocabulary& vocabulary, BytesReader& prepared);
    void write(BytesWriter& into) const;

    struct RoleFit {
        model::ColumnRole role = model::ColumnRole::other;
        double fit = 0;
    };
    /// Every role a header fits, best first; the order of the vocabulary decides between equals.
    std::vector<RoleFit> roles(std::string_view header) const;
    /// yes, no, partly, planned, not-applicable or unknown, when the whole text is such a word (or "Yes / Ja").
    std::optional<std::string> choice(std::string_view text) const;
    /// A prompt or default that is no answer ("Select …", "not yet answered").
    bool is_unanswered(std::string_view text) const;
    /// "Example: …": the text announces a sample.
    bool announces_sample(std::string_view text) const;
    /// Where an answer starts in "… Answer: we do", 0 when it is not announced.
    std::size_t answer_after_label(std::string_view text) const;
    /// Kind of another table that a header belongs to, or "".
    std::string other_table(std::string_view header) const;
    /// Key of the fact about the supplier that a label asks for, or "".
    std::string fact(std::string_view label) const;

    /// "Appendix C: …" heads an annex.
    bool heads_annex(std::string_view heading) const;

    const model::Vocabulary& vocabulary() const { return *vocabulary_; }

private:
    const model::Vocabulary* vocabulary_;
    std::vector<std::pair<model::ColumnRole, WordList>> columns_;
    std::vector<std::pair<std::string, WordList>> choices_;
    WordList unanswered_;
    WordList samples_;
    WordList answers_;
    WordList annexes_;
    WordList buyers_;
    std::vector<std::pair<std::string, WordList>> others_;
    std::vector<std::pair<std::string, WordList>> facts_;
};

}  // namespace samsvar::layout
