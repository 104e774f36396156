#pragma once

#include "base/bytes.h"
#include "layout/words.h"
#include "model/vocabulary.h"

namespace samsvar::layout {

/// A vocabulary with its words ready for use, which point into it.
class KnownWords {
public:
    explicit KnownWords(model::Vocabulary vocabulary);
    /// What write() wrote in the same build, used where it lies: reading some thousand words and making them ready takes
    /// longer than finding the questions.
    explicit KnownWords(BytesReader prepared);
    KnownWords(const KnownWords&) = delete;
    KnownWords& operator=(const KnownWords&) = delete;

    void write(BytesWriter& into) const;

    const model::Vocabulary& vocabulary() const { return vocabulary_; }
    const Words& words() const { return words_; }

private:
    model::Vocabulary vocabulary_;
    Words words_;
};

}  // namespace samsvar::layout
