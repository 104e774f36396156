#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/lexicon.h"
#include "text/fold.h"
#include "text/literal_scan.h"
#include "text/word_forms.h"

namespace samsvar::text {

/// Words of the lexicon (<word>) found in folded text: inflected, at any place in a compound, with a hyphen or a blank
/// where the word has one, none or the other, and with one slip of the pen in long words. Immutable once prepared.
class WordSet {
public:
    struct Found {
        std::uint32_t concept_index = 0;
        Span span;  ///< the whole words of the text
    };

    /// Throws Error(malformed) at the word's place when it holds anything but letters, digits, blanks and hyphens, or
    /// has fewer than three of them.
    void add(std::uint32_t concept_index, const model::Word& word);
    /// To be called once, after the last add.
    void prepare();
    bool empty() const { return words_.empty(); }

    /// Adds every word that begins in `range`, which cuts none in two; slips after the others. `known` tells of a word
    /// of the text that it is a right word of another kind, no slip of one here. Linear in the length of the range.
    void find_in(std::string_view folded, const Span& range, const std::function<bool(std::string_view)>& known,
                 std::vector<Found>& found) const;
    /// The same for all of a text.
    std::vector<Found> find_all(std::string_view folded, const std::function<bool(std::string_view)>& known) const;

private:
    struct Word {
        std::uint32_t concept_index = 0;
        model::Language language = model::Language::nb;
        std::size_t letters = 0;
        std::vector<std::string> further;  ///< of a phrase: the parts behind the first
    };
    struct Form {
        std::uint32_t word = 0;
        Stem stem;
        bool first_of_phrase = false;
    };

    /// A form whose letters stand in a word, at this place of it.
    struct Candidate {
        std::uint32_t form = 0;
        std::uint32_t at = 0;
    };
    struct Candidates {
        std::span<const Candidate> forms;
        const Form* slip = nullptr;  ///< what the word may be a slip of, when it is none of those
    };
    class SeenWords;

    /// Adds what is found at a word; true when it holds a stem, whether it is the word or turns it around.
    bool take_stems(std::string_view folded, const Span& word, std::span<const Candidate> forms,
                    std::vector<Found>& found) const;
    bool stands(std::string_view folded, std::size_t begin, std::size_t at, const Form& form) const;
    const Form* slip_of(std::string_view token) const;
    /// Where the phrase ends whose first part ends at `at`, or 0.
    std::size_t phrase_end(std::string_view folded, std::size_t at, const Word& word) const;

    /// Forms by three letters of theirs: asked of every long word of a text, so that most must be sent away at once.
    class Pieces {
    public:
        struct Entry {
            std::uint32_t letters = 0;
            std::uint32_t form = 0;
        };
        void add(std::string_view letters, std::uint32_t form) { entries_.push_back({key_of(letters), form}); }
        void prepare();
        /// In the order in which they were added.
        std::span<const Entry> find(std::string_view letters) const;

    private:
        static constexpr std::uint32_t bits = 1u << 13;
        static std::uint32_t key_of(std::string_view letters);
        static std::uint32_t bit_of(std::uint32_t key) { return (key * 2654435761u) >> 19; }

        std::vector<Entry> entries_;  ///< by letters
        std::bitset<bits> seen_;
    };

    std::uint64_t number_ = 0;  ///< of this set among all that were prepared
    std::vector<Word> words_;
    std::vector<Form> forms_;
    LiteralScan scan_;
    std::vector<std::vector<std::uint32_t>> forms_of_;  ///< by literal
    std::array<Pieces, 2> parts_;                       ///< long forms by their beginning and by their middle
};

}  // namespace samsvar::text
