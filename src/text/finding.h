#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "model/catalog.h"
#include "text/analysis.h"
#include "text/scope.h"

namespace samsvar::text {

/// A place where a pattern or a word of a concept was found, before anything is said of what it is worth there.
struct Finding {
    enum class Kind : std::uint8_t {
        hit,
        exception,  ///< takes hits of its concept back
        cue,        ///< of kind `cue`: says what the hits beside it are worth
        no_cue,     ///< takes cues of kind `cue` back that it overlaps
    };
    std::uint32_t begin = 0;  ///< in the folded text
    std::uint32_t end = 0;
    std::uint32_t concept_index = 0;
    Kind kind = Kind::hit;
    std::uint8_t cue = 0;  ///< index into cue_lists
    Nature nature = Nature::plain;
    std::uint32_t since = 0;  ///< as a Hit's
};

/// Makes the hits of what was found, sentence by sentence: nothing in one decides what a hit in another is worth, but
/// for words that reach over its end. Costs no more than the length of the text and, but for a sort, the number of
/// findings; keeps nothing of a sentence but its hits.
class SentenceHits {
public:
    /// Sentences, clauses and language of `analysis` are known already; it must stay. `concepts` is how many there are.
    SentenceHits(const Analysis& analysis, std::size_t concepts);
    ~SentenceHits();

    /// Takes what a sentence of the same letters was found to hold, if it was met before with the same found in the
    /// whole text, by position: a large text often says the same many times over. When it says no, take must follow.
    bool take_again(std::size_t sentence, std::span<const Finding> in_all);

    /// Takes what begins in Analysis::range_of(sentence), in any order. Sentences come in order.
    void take(std::size_t sentence, const std::vector<Finding>& findings);

    std::vector<Hit> hits;    ///< by position
    std::vector<Span> plans;  ///< as those of an Analysis
    std::vector<Span> options;
    std::vector<Span> denials;

private:
    void take_new(std::size_t sentence, const std::vector<Finding>& findings);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace samsvar::text
