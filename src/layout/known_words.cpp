#include "layout/known_words.h"

#include "model/as_bytes.h"

namespace samsvar::layout {

namespace {

using namespace model::as_bytes;

template <typename Bytes, typename Vocabulary>
void each_of_vocabulary(Bytes& bytes, Vocabulary& vocabulary)
{
    each_in(bytes, vocabulary.columns, [&](auto& column) {
        bytes(column.role);
        each_text(bytes, column.words);
    });
    each_in(bytes, vocabulary.choices, [&](auto& choice) {
        bytes(choice.meaning);
        each_text(bytes, choice.words);
    });
    for (auto* list : {&vocabulary.unanswered, &vocabulary.samples, &vocabulary.answers, &vocabulary.buyers})
        each_text(bytes, *list);
    each_in(bytes, vocabulary.others, [&](auto& other) {
        bytes(other.kind);
        each_text(bytes, other.words);
    });
    each_in(bytes, vocabulary.facts, [&](auto& fact) {
        bytes(fact.key);
        bytes(fact.label);
        each_text(bytes, fact.words);
    });
    for (auto* list : {&vocabulary.subprocessors, &vocabulary.annexes}) each_text(bytes, *list);
    each_of_origin(bytes, vocabulary.origin);
}

model::Vocabulary read_vocabulary(BytesReader& from)
{
    Take take(from);
    model::Vocabulary vocabulary;
    each_of_vocabulary(take, vocabulary);
    return vocabulary;
}

}  // namespace

KnownWords::KnownWords(model::Vocabulary vocabulary) : vocabulary_(std::move(vocabulary)), words_(vocabulary_) {}

KnownWords::KnownWords(BytesReader prepared) : vocabulary_(read_vocabulary(prepared)), words_(vocabulary_, prepared) {}

void KnownWords::write(BytesWriter& into) const
{
    Put put;
    each_of_vocabulary(put, vocabulary_);
    put.finish(into);
    words_.write(into);
}

}  // namespace samsvar::layout
