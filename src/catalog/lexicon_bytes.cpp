#include "catalog/lexicon_bytes.h"

#include "catalog/expectation_bytes.h"

namespace samsvar::catalog {

namespace {

using namespace model::as_bytes;

// What a lexicon is made of, told once for both directions.

template <typename Bytes, typename List>
void each_pattern(Bytes& bytes, List& list)
{
    each_in(bytes, list, [&](auto& pattern) {
        bytes(pattern.expression);
        bytes(pattern.language);
        each_of_origin(bytes, pattern.origin);
        bytes(pattern.since.year);
        bytes(pattern.since.month);
        bytes(pattern.since.day);
    });
}

template <typename Bytes, typename Concept>
void each_of_concept(Bytes& bytes, Concept& one)
{
    bytes(one.id);
    bytes(one.topic);
    bytes(one.label);
    each_pattern(bytes, one.patterns);
    each_in(bytes, one.words, [&](auto& word) {
        bytes(word.text);
        bytes(word.language);
        each_of_origin(bytes, word.origin);
    });
    bytes(one.carries_negation);
    bytes(one.weak);
    bytes(one.is_matter);
    bytes(one.agreements_only);
    bytes(one.whereabouts);
    bytes(one.of_data);
    each_pattern(bytes, one.except);
    each_of_origin(bytes, one.origin);
}

template <typename Bytes, typename Contradiction>
void each_of_contradiction(Bytes& bytes, Contradiction& one)
{
    bytes(one.id);
    bytes(one.label);
    bytes(one.kind);
    for (auto* list :
         {&one.claim, &one.fact, &one.claim_topic, &one.fact_topic, &one.unless, &one.fact_beside, &one.claim_beside})
        each_text(bytes, *list);
    bytes(one.claim_falls);
    bytes(one.one_sided);
    bytes(one.becomes_gap);
    each_of_origin(bytes, one.origin);
}

template <typename Bytes, typename Lexicon>
void each_of_lexicon(Bytes& bytes, Lexicon& lexicon)
{
    each_in(bytes, lexicon.concepts, [&](auto& one) { each_of_concept(bytes, one); });
    each_in(bytes, lexicon.contradictions, [&](auto& one) { each_of_contradiction(bytes, one); });
    each_in(bytes, lexicon.findings, [&](auto& one) {
        bytes(one.code);
        for (auto* text : {&one.title, &one.meaning, &one.reason, &one.ask}) bytes(*text);
        each_of_origin(bytes, one.origin);
    });
    each_in(bytes, lexicon.phrases, [&](auto& one) {
        bytes(one.id);
        bytes(one.text);
        each_of_origin(bytes, one.origin);
    });
    each_in(bytes, lexicon.subjects, [&](auto& one) {
        bytes(one.id);
        bytes(one.label);
        each_text(bytes, one.asked_by);
        each_text(bytes, one.unless);
        bytes(one.severity);
        bytes(one.no_is_good);
        bytes(one.always);
        bytes(one.renewed);
        each_of_origin(bytes, one.origin);
    });
    each_in(bytes, lexicon.elements, [&](auto& one) {
        each_text(bytes, one.asked_by);
        each_text(bytes, one.unless);
        each_of_expectation(bytes, one.expectation);
    });
    for (const auto& [id, name] : model::word_list_names)
        each_in(bytes, lexicon.lists[id], [&](auto& word) {
            for (auto* text : {&word.text, &word.folded, &word.of}) bytes(*text);
            for (auto* language : {&word.language, &word.not_in}) each_optional(bytes, *language);
            each_of_origin(bytes, word.origin);
        });
}

}  // namespace

void write(const model::Lexicon& lexicon, BytesWriter& into)
{
    put_all(lexicon, into, [](auto& bytes, auto& all) { each_of_lexicon(bytes, all); });
}

model::Lexicon read_lexicon(BytesReader& from)
{
    return take_all<model::Lexicon>(from, [](auto& bytes, auto& all) { each_of_lexicon(bytes, all); });
}

}  // namespace samsvar::catalog
