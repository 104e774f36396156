#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "text/literal_scan.h"
#include "text/pattern.h"
#include "text/pattern_shape.h"

namespace samsvar::text {

/// What many patterns are looked for by, laid out to be used where it lies: their shapes (pattern_shape.h) and what each
/// literal is good for. Views into the bytes it is read from, which must stay.
struct PatternTable {
    /// Letters in `letters`.
    struct Letters {
        std::uint32_t at = 0;
        std::uint32_t size = 0;
    };
    /// A LiteralForm; its letters are a literal of the scan.
    struct Form {
        std::uint32_t size = 0;
        std::uint8_t from_word_start = 0;
        std::uint8_t boundary_before = 0;
        Tail tail = Tail::none;
        std::uint8_t to_boundary = 0;

        bool open() const { return tail == Tail::rest_of_word || tail == Tail::more_of_word; }
    };
    /// Letters of which each match holds one: needed[first, first + count).
    struct Needed {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    struct Pattern {
        std::uint64_t reach = 0;
        std::uint64_t gap_least = 0;
        std::uint64_t gap_most = 0;
        Letters expression;
        std::uint32_t first_form = 0;  ///< the forms, then those behind the gap
        std::uint32_t forms = 0;
        std::uint32_t then = 0;
        std::uint32_t first_also = 0;
        std::uint32_t also = 0;
        std::uint32_t open_words = 0;
        std::uint8_t common = 0;  ///< CompiledPattern
        std::uint8_t whole_line = 0;
        std::uint8_t whole_text = 0;
        std::uint8_t always = 0;  ///< without letters to look for
        std::uint32_t unused = 0;
    };
    /// What a literal is good for: `form` of a pattern, or a sign that the pattern may match nearby.
    struct Use {
        std::uint32_t pattern = 0;
        std::int32_t form = 0;  ///< -1: a sign
    };

    std::string_view letters;
    std::span<const Pattern> patterns;
    std::span<const Form> forms;
    std::span<const Needed> also;
    std::span<const Letters> needed;
    std::span<const Use> uses;                ///< by literal
    std::span<const std::uint32_t> first_use;  ///< by literal, one more at the end
    std::span<const std::uint32_t> always;     ///< patterns without letters

    std::string_view text(const Letters& of) const { return letters.substr(of.at, of.size); }
    /// The text holds one literal of each of the pattern's lists.
    bool holds_each(const Pattern& pattern, std::string_view text) const;

    void write(BytesWriter& into) const;
    static PatternTable read(BytesReader& from);

    /// The bytes of a table of these patterns; adds their literals to `scan`.
    static std::vector<std::byte> of(const std::vector<Regex>& patterns, LiteralScan& scan);
};

}  // namespace samsvar::text
