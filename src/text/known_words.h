#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/literal_scan.h"
#include "text/pattern_table.h"

namespace samsvar::text {

class CompiledPatterns;

/// What the patterns of a set find in a single word, wherever it stands: found once and looked up from then on, since
/// texts say the same words again and again. For one thread.
class KnownWords {
public:
    /// Longer words are not looked up: `of` must not be asked for them.
    static constexpr std::size_t longest = 64;

    /// A match of a pattern that sees no more than a word at a time, letters that another pattern uses, or a literal
    /// that patterns ask for.
    struct Thing {
        std::uint32_t number = 0;  ///< of the pattern, or of the literal
        std::uint32_t group = PatternGroup::none;
        std::uint16_t form = 0;
        std::uint8_t begin = 0;  ///< in the word
        std::uint8_t end = 0;
    };
    struct Findings {
        std::span<const Thing> matches;  ///< those of a pattern by place
        std::span<const Thing> events;
        std::span<const Thing> matches_beside;  ///< the same of patterns that are wanted only beside others
        std::span<const Thing> events_beside;
        std::span<const Thing> occurrences;
    };

    /// All must stay as long as this.
    KnownWords(const PatternTable& table, const LiteralScan& words, CompiledPatterns& compiled)
        : table_(table), literals_(words), compiled_(compiled)
    {
    }

    /// To be called before `most` words, at most, are asked for: forgets what is known when that is too much, and with
    /// it the numbers.
    void make_room(std::size_t most);
    /// What a word is looked up by.
    static std::uint32_t hash_of(std::string_view word);
    /// The number of a word, good until make_room is called.
    std::uint32_t number_of(std::string_view word, std::uint32_t hash);
    /// Fetch ahead what number_of will look at, first and then, and of.
    void fetch_slot(std::uint32_t hash) const;
    void fetch_entry(std::uint32_t hash) const;
    void fetch_things(std::uint32_t number) const;
    /// Good until the next word is asked for.
    Findings of(std::uint32_t number) const;

private:
    /// In the order of Findings.
    enum Kind : std::size_t { matching, met, matching_beside, met_beside, occurring, kinds };
    /// What belongs to a word lies side by side, kind by kind.
    struct Entry {
        std::uint64_t beginning = 0;  ///< its first bytes: most words have no others
        std::uint32_t hash = 0;
        std::uint32_t letters = 0;
        std::uint32_t things = 0;
        std::array<std::uint32_t, kinds> counts{};
        std::uint32_t size = 0;
    };
    struct Use {
        std::uint32_t pattern = 0;
        std::uint16_t form = 0;
        std::uint16_t begin = 0;
        std::uint16_t end = 0;
    };

    void make(std::string_view word, std::uint32_t hash, std::uint64_t beginning);
    void settle(std::string_view word, std::span<Use> uses);
    /// The letters of each list that a pattern asks for are in the word that is being made.
    bool holds_each(const PatternTable::Pattern& pattern) const;
    void grow();

    const PatternTable& table_;
    const LiteralScan& literals_;
    CompiledPatterns& compiled_;
    std::string letters_;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;  ///< a power of two of them: entries, counted from 1; 0 is free
    std::vector<Thing> things_;
    // Of the word that is being made:
    std::array<std::vector<Thing>, kinds> made_;
    std::vector<Use> uses_;
};

}  // namespace samsvar::text
