#pragma once

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

    /// A match of a pattern that sees no more than a word at a time.
    struct Match {
        std::uint32_t pattern = 0;
        std::uint32_t group = PatternGroup::none;
        std::uint16_t begin = 0;
        std::uint16_t end = 0;
    };
    /// Letters that another pattern uses.
    struct Event {
        std::uint32_t pattern = 0;
        std::uint32_t group = PatternGroup::none;
        std::uint16_t form = 0;
        std::uint8_t begin = 0;
        std::uint8_t end = 0;
    };
    /// A literal that patterns ask for.
    struct Occurrence {
        std::uint32_t literal = 0;
        std::uint32_t begin = 0;
    };
    struct Findings {
        std::span<const Match> matches;  ///< those of a pattern by place
        std::span<const Event> events;
        std::span<const Match> matches_beside;  ///< the same of patterns that are wanted only beside others
        std::span<const Event> events_beside;
        std::span<const Occurrence> occurrences;
    };

    /// All must stay as long as this.
    KnownWords(const PatternTable& table, const LiteralScan& words, CompiledPatterns& compiled)
        : table_(table), literals_(words), compiled_(compiled)
    {
    }

    /// Good until the next word is asked for.
    Findings of(std::string_view word);

private:
    /// Where what belongs to a word begins; it ends where that of the next one does.
    struct Entry {
        std::uint64_t beginning = 0;  ///< its first bytes: most words have no others
        std::uint32_t hash = 0;
        std::uint32_t letters = 0;
        std::uint32_t matches = 0;
        std::uint32_t events = 0;
        std::uint32_t matches_beside = 0;
        std::uint32_t events_beside = 0;
        std::uint32_t occurrences = 0;
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
    /// Where the next word's things begin.
    Entry next() const;
    Findings findings_of(const Entry& entry) const;

    const PatternTable& table_;
    const LiteralScan& literals_;
    CompiledPatterns& compiled_;
    std::string letters_;
    std::vector<Entry> entries_{1};     ///< one more at the end
    std::vector<std::uint32_t> slots_;  ///< a power of two of them: entries, counted from 1; 0 is free
    std::vector<Match> matches_, matches_beside_;
    std::vector<Event> events_, events_beside_;
    std::vector<Occurrence> occurrences_;
    std::vector<Use> uses_;  ///< of the word that is being made
};

}  // namespace samsvar::text
