#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/place.h"
#include "text/fold.h"

namespace samsvar::text {

/// A pattern in the part of RE2's syntax that word patterns use, run by trying branches in their order and remembering
/// what was tried. Gives what RE2 gives. It is made in some microseconds, where RE2 takes most of a millisecond for its
/// two automata: that counts for hundreds of patterns that meet a sentence or two each. Immutable.
class QuickRegex {
public:
    /// Nothing when the expression (folded) uses other syntax, is wrong, or may match the empty text.
    static std::optional<QuickRegex> compile(std::string_view expression);

    enum class Result {
        none,
        found,
        too_large,  ///< not looked for: text and pattern together are too large to remember all that was tried
    };

    /// The leftmost match within `window` that begins at `last` at the latest, of those the preferred one; what stands
    /// around the window counts for \b.
    Result find(std::string_view text, const Span& window, std::size_t last, Span& match) const;
    /// Whether the whole text is one match.
    Result matches_all_of(std::string_view text) const;

    using Set = std::bitset<256>;
    enum class Op : std::uint8_t {
        letters,   ///< letters_[first, first + count), then next
        one_of,    ///< a character of sets_[first]
        run_of,    ///< `least` to `most` characters of sets_[first], the most first unless lazy; next is a try
        either,    ///< next, else other
        pick,      ///< picks_[first + the next character], without going over it
        attempt,   ///< goes on to next, once for each place
        boundary,  ///< \b
        not_boundary,
        text_begin,
        text_end,
        accept,
    };
    static constexpr std::uint32_t no_set = ~std::uint32_t{0};
    static constexpr std::uint32_t no_step = ~std::uint32_t{0};
    static constexpr std::size_t pick_size = 128;  ///< a folded text holds no other characters
    struct Step {
        Op op = Op::accept;
        bool lazy = false;
        bool dot = false;   ///< of a run: of anything but a line break
        bool once = false;  ///< of a run: not part of a loop
        std::uint32_t next = 0;
        std::uint32_t other = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        std::uint32_t least = 0;
        std::uint32_t most = 0;
        std::uint32_t mark = 0;               ///< number among the steps whose places are remembered
        std::uint32_t ahead = no_set;         ///< what `next` can begin with, when it must be something …
        std::uint32_t ahead_second = no_set;  ///< … and go on with
    };

private:
    class Maker;
    struct Tries;

    Result run(std::string_view text, std::size_t at, const Span& window, bool to_end, Tries& tries,
               std::size_t& end) const;

    /// Whether `next` of a step may match at a place.
    bool may_go_on(const Step& step, std::string_view text, std::size_t at, std::size_t end) const;

    std::string letters_;
    std::vector<Set> sets_;
    std::vector<Step> steps_;
    std::vector<std::uint32_t> picks_;  ///< steps, by character; no_step: nothing begins with it
    std::uint32_t begin_ = 0;
    std::uint32_t marks_ = 0;
    Set first_;                   ///< what a match can begin with …
    Set second_;                  ///< … and go on with, when it does
    bool from_boundary_ = false;  ///< it begins at a \b
    bool from_text_begin_ = false;
};

}  // namespace samsvar::text
