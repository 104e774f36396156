#include "catalog/lexicon_bytes.h"

#include <concepts>
#include <string>

namespace samsvar::catalog {

namespace {

/// Texts side by side and numbers in turn: most texts are a word or two.
class Put {
public:
    template <typename Number>
        requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    void operator()(const Number& number)
    {
        numbers_.push_back(static_cast<std::uint32_t>(number));
    }
    void operator()(const std::string& text)
    {
        letters_ += text;
        (*this)(text.size());
    }
    void operator()(const model::LocalText& text)
    {
        (*this)(text.all().size());
        for (const auto& [language, words] : text.all()) {
            (*this)(language);
            (*this)(words);
        }
    }
    std::size_t count(std::size_t known)
    {
        (*this)(known);
        return known;
    }
    void finish(BytesWriter& into)
    {
        into.put_text(letters_);
        into.put_all(numbers_);
    }

private:
    std::string letters_;
    std::vector<std::uint32_t> numbers_;
};

class Take {
public:
    explicit Take(BytesReader& from) : letters_(from.take_text()), numbers_(from.take_all<std::uint32_t>()) {}

    template <typename Number>
        requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    void operator()(Number& number)
    {
        number = static_cast<Number>(numbers_.front());
        numbers_ = numbers_.subspan(1);
    }
    void operator()(std::string& text)
    {
        const std::size_t size = count(0);
        text.assign(letters_.substr(0, size));
        letters_.remove_prefix(size);
    }
    void operator()(model::LocalText& text)
    {
        for (std::size_t left = count(0); left > 0; --left) {
            model::Language language{};
            std::string words;
            (*this)(language);
            (*this)(words);
            text.set(language, std::move(words));
        }
    }
    std::size_t count(std::size_t)
    {
        std::uint32_t number = 0;
        (*this)(number);
        return number;
    }

private:
    std::string_view letters_;
    std::span<const std::uint32_t> numbers_;
};

// What a lexicon is made of, told once for both directions.

template <typename Bytes, typename Origin>
void each_of_origin(Bytes& bytes, Origin& origin)
{
    bytes(origin.file);
    bytes(origin.line);
}

template <typename Bytes, typename List, typename Each>
void each_in(Bytes& bytes, List& list, const Each& each)
{
    const std::size_t count = bytes.count(list.size());
    if constexpr (!std::is_const_v<List>) list.resize(count);
    for (auto& one : list) each(one);
}

template <typename Bytes, typename List>
void each_text(Bytes& bytes, List& list)
{
    each_in(bytes, list, [&](auto& text) { bytes(text); });
}

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

/// One more than its number, 0 for none.
template <typename Bytes, typename Optional>
void each_of_language(Bytes& bytes, Optional& language)
{
    const std::size_t number = bytes.count(language ? static_cast<std::size_t>(*language) + 1 : 0);
    if constexpr (!std::is_const_v<Optional>)
        if (number > 0) language = static_cast<model::Language>(number - 1);
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
    for (auto* list : {&one.claim, &one.fact, &one.claim_topic, &one.fact_topic, &one.unless}) each_text(bytes, *list);
    bytes(one.claim_falls);
    bytes(one.one_sided);
    bytes(one.becomes_gap);
    each_of_origin(bytes, one.origin);
}

template <typename Bytes, typename Expectation>
void each_of_expectation(Bytes& bytes, Expectation& one)
{
    bytes(one.id);
    bytes(one.label);
    bytes(one.kind);
    bytes(one.weight);
    bytes(one.minimum);
    for (auto* list : {&one.met_by, &one.violated_by, &one.about}) each_text(bytes, *list);
    for (auto* flag : {&one.violation_is_gap, &one.limit_is_stated, &one.evidence_meets}) bytes(*flag);
    // In minutes, 0 for none.
    for (auto* hours : {&one.at_most_hours, &one.interval_days}) {
        const std::size_t minutes = bytes.count(*hours ? static_cast<std::size_t>(**hours * 60 + 0.5) : 0);
        if constexpr (!std::is_const_v<Expectation>)
            if (minutes > 0) *hours = static_cast<double>(minutes) / 60;
    }
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
            for (auto* language : {&word.language, &word.not_in}) each_of_language(bytes, *language);
            each_of_origin(bytes, word.origin);
        });
}

}  // namespace

void write(const model::Lexicon& lexicon, BytesWriter& into)
{
    Put put;
    each_of_lexicon(put, lexicon);
    put.finish(into);
}

model::Lexicon read_lexicon(BytesReader& from)
{
    Take take(from);
    model::Lexicon lexicon;
    each_of_lexicon(take, lexicon);
    return lexicon;
}

}  // namespace samsvar::catalog
