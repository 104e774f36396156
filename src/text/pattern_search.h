#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/break_scan.h"
#include "text/fold.h"
#include "text/known_words.h"
#include "text/literal_scan.h"
#include "text/pattern_set.h"
#include "text/pattern_table.h"

namespace samsvar::text {

class CompiledPatterns;

/// What a search needs to have at hand of one set.
struct PreparedPatterns {
    std::uint64_t number = 0;  ///< no other set has it
    const PatternTable& table;
    const LiteralScan& words;
    const BreakScan& others;
    CompiledPatterns& compiled;
};

/// Searches parts of texts with all patterns at once: word by word what is known of it, then one pass over the letters
/// for what goes beyond words, tell where which pattern may match; then each pattern that was met is settled by itself.
/// Keeps what it has allocated: one for each thread, for any set.
class PatternSearch {
public:
    /// Adds the matches in `part` of the text as if it were all there is: those of a pattern by position, the patterns
    /// in the order they were met.
    /// Of the groups in `found_already` something was found otherwise.
    void search(const PreparedPatterns& prepared, std::string_view folded, const Span& part,
                std::span<const std::uint32_t> found_already, std::vector<PatternSet::Match>& matches);

private:
    using Use = PatternTable::Use;

    /// A literal at a place; the one before it of the same literal is linked to it, the first to itself.
    struct Occurrence {
        std::uint32_t literal = 0;
        std::uint32_t begin = 0;
        std::uint32_t previous = 0;
    };
    /// A literal that a pattern uses, at a place; the next one of the same pattern is linked to it.
    struct Event {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::uint32_t next = 0;
        std::uint16_t form = 0;
    };
    /// The same of a pattern that is wanted only beside others, or a match of it: not settled before they are.
    struct Beside {
        std::uint32_t pattern = 0;
        std::uint32_t group = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::uint16_t form = 0;
        bool is_match = false;
    };
    /// The events of a pattern, if `search` is the present one.
    struct Met {
        std::uint32_t search = 0;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    /// A form of a segment at a place.
    struct Piece {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;  ///< the rest of the word left out
        std::uint32_t form = 0;
        std::uint32_t failed = 0;  ///< nothing that may follow does
    };
    /// Segments [begin, end) of a pattern.
    struct Branch {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    /// The pieces of a segment: pieces_[first, last), by position and, at one, by preference.
    struct Pieces {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        Span word;  ///< the last that was asked for
    };

    void begin(const PreparedPatterns& prepared, std::string_view text);
    KnownWords& known_words();
    void look_up_words();
    void take_word(const KnownWords::Findings& findings, std::uint32_t at);
    bool has_long_word() const;
    void occurs(std::uint32_t literal, std::size_t at);
    void note(std::uint32_t literal, std::size_t at);
    /// Where the letters of a pattern's events stand, in order.
    const std::vector<Span>& places_of(std::uint32_t number);
    /// What stands around letters: PatternTable::Around, added up.
    std::uint8_t around_of(std::size_t begin, std::size_t end) const;
    bool is_seen(std::uint32_t literal) const { return (seen_[literal / 64] >> (literal % 64) & 1u) != 0; }
    void add(std::uint32_t pattern, std::uint16_t form, std::size_t begin, std::size_t end);
    bool holds_each(const PatternTable::Pattern& pattern) const;

    void found_of(std::uint32_t group);
    bool is_found(std::uint32_t group) const { return group < found_groups_.size() && found_groups_[group] == search_; }
    void settle_all();
    void settle_beside();
    void settle(std::uint32_t number);
    void take_letters(std::uint32_t number);
    void take_segments(std::uint32_t number);
    void take_around(std::uint32_t number);
    void take_lines(std::uint32_t number);
    void take_everywhere(std::uint32_t number);
    Span matched(std::uint32_t number, const Event& event);
    void found(std::uint32_t number, const Span& span);

    /// Finds the branches that were met and may have a match, in their order.
    void find_branches(std::uint32_t number, std::span<const PatternTable::Segment> segments);
    /// Finds their pieces, and where a match may start.
    void gather(std::span<const PatternTable::Segment> segments);
    Pieces gather(const PatternTable::Segment& segment);
    bool may_match(std::span<const PatternTable::Segment> segments, const Branch& branch, std::size_t sign) const;
    bool holds_one(const PatternTable::Segment& segment) const;
    std::optional<Piece> piece_at(const PatternTable::Form& form, const Occurrence& occurrence);
    /// Where the match ends that goes on with a piece, if there is one.
    std::optional<std::size_t> end_of(std::span<const PatternTable::Segment> segments, std::size_t segment,
                                      const Piece& piece);

    std::size_t word_end(std::size_t at) { return end_of_word(word_, at); }
    std::size_t word_begin(std::size_t at);
    std::size_t end_of_word(Span& known, std::size_t at) const;
    std::size_t longest_word();

    const PreparedPatterns* prepared_ = nullptr;
    std::string_view text_;   ///< the part
    std::size_t offset_ = 0;  ///< of the part in the whole text
    std::vector<PatternSet::Match>* matches_ = nullptr;

    std::uint32_t search_ = 0;  ///< number of the present search; what bears another number is of another
    std::vector<std::pair<std::uint64_t, std::unique_ptr<KnownWords>>> words_;  ///< by number of their set
    std::vector<Occurrence> occurrences_;
    std::vector<std::uint64_t> seen_;  ///< a bit for each literal: it occurs
    std::vector<std::uint32_t> last_;  ///< by literal that occurs: its last occurrence
    std::vector<Event> events_;
    std::vector<Met> met_;              ///< by pattern
    std::vector<std::uint32_t> order_;  ///< patterns as they were met
    std::vector<Beside> beside_;
    std::vector<std::uint32_t> found_groups_;  ///< by group: the search in which one of its patterns was found
    std::vector<Event> chain_;
    std::vector<Span> places_;
    std::vector<Piece> pieces_;
    std::vector<Branch> branches_;
    std::vector<Pieces> of_segment_;                               ///< of the branches that were met
    std::vector<std::pair<std::uint32_t, std::uint32_t>> starts_;  ///< segment and piece
    // A word of a megabyte is walked through once, not once for each question about it.
    Span word_;
    std::optional<std::size_t> longest_;
};

}  // namespace samsvar::text
