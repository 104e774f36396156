#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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
    };
    std::uint32_t begin = 0;  ///< in the folded text
    std::uint32_t end = 0;
    std::uint32_t concept_index = 0;
    Kind kind = Kind::hit;
    std::uint8_t cue = 0;  ///< index into cue_lists
    Nature nature = Nature::plain;
    model::Date since{};
};

/// Makes the hits of what was found, sentence by sentence: nothing in one decides what a hit in another is worth, but
/// for words that reach over its end. Costs no more than the length of the text and, but for a sort, the number of
/// findings; keeps nothing of a sentence but its hits.
class SentenceHits {
public:
    /// Sentences, clauses and language of `analysis` are known already; it must stay. `concepts` is how many there are.
    SentenceHits(const Analysis& analysis, std::size_t concepts);
    ~SentenceHits();

    /// Takes what begins in a sentence or between it and the next one (or before the first one), in any order.
    /// Sentences come in order. Leaves `findings` as it likes.
    void take(std::size_t sentence, std::vector<Finding>& findings);

    std::vector<Hit> hits;    ///< by position
    std::vector<Span> plans;  ///< as those of an Analysis
    std::vector<Span> options;
    std::vector<Span> denials;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace samsvar::text
