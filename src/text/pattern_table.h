#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "text/break_scan.h"
#include "text/literal_scan.h"
#include "text/pattern.h"
#include "text/pattern_group.h"
#include "text/pattern_shape.h"

namespace samsvar::text {

/// What many patterns are looked for by, laid out to be used where it lies: their shapes (pattern_shape.h) and what
/// each literal is good for. Views into the bytes it is read from, which must stay.
struct PatternTable {
    /// Letters in `letters`.
    struct Letters {
        std::uint32_t at = 0;
        std::uint32_t size = 0;
    };
    /// A LiteralForm.
    struct Form {
        std::uint32_t size = 0;  ///< of its literal
        Letters then;
        std::uint8_t around = 0;  ///< what must stand around the literal: Around, added up
        std::uint8_t from_word_start = 0;
        Tail tail = Tail::none;
        std::uint8_t to_boundary = 0;
        std::array<std::uint8_t, 4> unused{};

        bool open() const { return tail == Tail::rest_of_word || tail == Tail::more_of_word; }
    };
    struct Segment {
        std::uint32_t first_form = 0;
        std::uint32_t forms = 0;
        std::uint32_t gap_least = 0;
        std::uint32_t gap_most = 0;
        std::uint32_t begins = 0;
    };
    /// Literals of which each match holds one: needed[first, first + count).
    struct Needed {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    /// A line of the processor's cache long: most that is met is asked no more than this.
    struct Pattern {
        std::uint32_t reach = 0;  ///< PatternShape
        std::uint32_t before = 0;
        std::uint32_t open_before = 0;
        Letters expression;
        std::uint32_t first_form = 0;
        std::uint32_t forms = 0;
        std::uint32_t first_segment = 0;
        std::uint32_t segments = 0;
        std::uint32_t first_also = 0;
        std::uint32_t also = 0;
        std::uint32_t open_words = 0;
        std::uint32_t group = PatternGroup::none;
        std::uint8_t common = 0;  ///< CompiledPattern
        std::uint8_t whole_line = 0;
        std::uint8_t whole_text = 0;
        std::uint8_t always = 0;       ///< without letters to look for
        std::uint8_t within_word = 0;  ///< PatternShape; without segments
        std::uint8_t only_beside = 0;  ///< others of its group
        std::array<std::uint8_t, 6> unused{};
    };
    static_assert(sizeof(Pattern) == 64);
    /// What a literal is good for: a form of a pattern, or a sign that the pattern, or a branch of it, may match
    /// nearby.
    struct Use {
        static constexpr std::uint16_t sign = 0xFFFF;

        std::uint32_t pattern = 0;
        std::uint16_t form = 0;        ///< or a segment of the branch, or `sign`
        std::uint8_t around = 0;       ///< what must stand around it: Around, added up
        std::uint8_t only_beside = 0;  ///< as of the pattern
    };
    enum Around : std::uint8_t {
        begins_at_boundary = 1,
        ends_at_boundary = 2,
        word_goes_on = 4,  ///< behind it
    };

    /// Its uses: uses[first_use, first_use + count).
    struct Literal {
        std::uint32_t first_use = 0;
        std::uint16_t count = 0;
        std::uint16_t size = 0;
        std::uint32_t asked = 0;  ///< whether a pattern asks where it stands (Needed, Segment)
    };

    std::string_view letters;
    std::span<const Pattern> patterns;
    std::span<const Form> forms;
    std::span<const std::uint32_t> literal_of_form;  ///< of `literals`
    std::span<const Segment> segments;
    std::span<const Needed> also;
    std::span<const std::uint32_t> needed;  ///< literals
    std::span<const Literal> literals;      ///< those of the scan of words, then those of the other one
    std::span<const Use> uses;              ///< by literal
    std::span<const std::uint32_t> always;  ///< patterns without letters

    std::string_view text(const Letters& of) const { return letters.substr(of.at, of.size); }

    void write(BytesWriter& into) const;
    static PatternTable read(BytesReader& from);

    /// The bytes of a table of these patterns; adds their literals to the scans: those that are letters of a word only,
    /// and those with other characters among them. `sample` is text such as will be searched, folded, or nothing.
    static std::vector<std::byte> of(const std::vector<Regex>& patterns, const std::vector<PatternGroup>& groups,
                                     std::string_view sample, LiteralScan& words, BreakScan& others);
};

}  // namespace samsvar::text
