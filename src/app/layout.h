#pragma once

#include <string>

#include "app/library.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/layout.h"

namespace samsvar::app {

/// The vocabulary with its words ready for use, which point into it.
class KnownWords {
public:
    explicit KnownWords(const Library& library) : vocabulary_(library.vocabulary()), words_(vocabulary_) {}
    KnownWords(const KnownWords&) = delete;
    KnownWords& operator=(const KnownWords&) = delete;

    const model::Vocabulary& vocabulary() const { return vocabulary_; }
    const layout::Words& words() const { return words_; }

private:
    model::Vocabulary vocabulary_;
    layout::Words words_;
};

/// The layout of a file as a form's regions say (`form`: id or path). Throws Error when the form cannot be read, holds no
/// region, or names a table or column that the file does not have.
model::Layout layout_said_by(const Library& library, const std::string& form, const model::Document& document,
                             const layout::Words& words);

}  // namespace samsvar::app
