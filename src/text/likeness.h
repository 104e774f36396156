#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace samsvar::text {

/// How like a sentence is to those that people wrote of a concept: for what is said in words that no pattern knows.
/// Sentences are held against each other by the runs of four letters in their words, each counting for more
/// the fewer sentences hold it (tf-idf, Salton and Buckley 1988), and a concept is the sum of its sentences (Rocchio
/// 1971), with square roots so that no single run decides. Runs cross inflections and neighbouring languages, so all
/// languages are in one. It tells what a sentence is about, never whether it is said to be so: "not" is but one word
/// more.
class Likeness {
public:
    struct Example {
        std::uint32_t concept_index = 0;
        std::string_view folded;
    };
    struct Found {
        std::uint16_t concept_index = 0;
        float likeness = 0;  ///< 0 (no run in common) to 1 (the same runs, in the same proportions)
    };

    /// Knows nothing.
    Likeness() = default;
    /// Of all examples; `concepts` is how many there are. The order of the examples does not matter.
    Likeness(std::span<const Example> examples, std::size_t concepts);
    Likeness(Likeness&&) noexcept = default;
    Likeness& operator=(Likeness&&) noexcept = default;

    /// The concepts that `folded` is most like, the likest first and at most `most`.
    std::vector<Found> nearest(std::string_view folded, std::size_t most) const;
    /// Whether anybody wrote of the concept.
    bool knows(std::uint32_t concept_index) const;

    /// As bytes, and again; what is read looks into the reader's bytes, which must stay.
    void write(BytesWriter& into) const;
    static Likeness read(BytesReader& from);

private:
    /// That a run speaks for a concept, and how much.
    struct Posting {
        std::uint16_t concept_index = 0;
        std::uint16_t weight = 0;  ///< of `whole_weight`
    };
    void look_into(BytesReader& from);

    std::vector<std::byte> own_;             ///< what the others look into, unless they were read
    std::span<const std::uint32_t> runs_;    ///< by value
    std::span<const std::uint32_t> rarity_;  ///< by run, of `whole_weight`
    std::span<const std::uint32_t> first_;   ///< by run, of postings_; one more for the end
    std::span<const Posting> postings_;      ///< by run and concept
    std::span<const std::uint8_t> known_;    ///< by concept
};

}  // namespace samsvar::text
