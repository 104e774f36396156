#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/pattern_part.h"

namespace samsvar::text {

/// What may stand behind a literal.
enum class Tail : std::uint8_t {
    none,          ///< anything
    boundary,      ///< \b
    rest_of_word,  ///< \w*
    more_of_word,  ///< \w+
};

/// A pattern, or a piece of it, that is letters only: found by looking, without an automaton.
struct LiteralForm {
    std::string text;
    bool from_word_start = false;  ///< \w* in front: the match begins where the word does
    bool boundary_before = false;  ///< \b in front (of the \w*, when there is one)
    std::string
        then;  ///< behind the text: the rest of the word and these letters, which begin with no letter of a word
    Tail tail = Tail::none;
    bool to_boundary = false;  ///< \b behind the rest of the word: no less of it will do
};

/// A piece of a pattern that is letters only, in their order of preference, behind a gap of `gap_least` to `gap_most`
/// characters of one line, or at the beginning of a branch.
struct Segment {
    std::vector<LiteralForm> forms;
    bool begins = false;  ///< a branch
    std::size_t gap_least = 0;
    std::size_t gap_most = 0;
};
/// A pattern of more of them is left to an automaton.
inline constexpr std::size_t most_segments = 64;

/// What can be told of a pattern without compiling it: which letters each match holds and how far it can stretch.
/// Compiling some thousand patterns costs a quarter of a second at every start; this costs a few milliseconds, and only
/// the patterns whose letters occur are compiled.
struct PatternShape {
    bool understood = false;  ///< false: the pattern uses syntax beyond the common part, or is wrong; only RE2 can tell
    bool may_be_empty = false;       ///< matches the empty text
    std::vector<LiteralForm> forms;  ///< when not empty, the pattern is these, the preferred one first
    std::vector<Segment> segments;   ///< when not empty, it is these: branch by branch, the preferred one first
    Required required;               ///< when not empty, each match holds one of these …
    std::vector<Required> also;      ///< … and one of each of these, too
    std::size_t reach = 0;           ///< longest match in bytes, the rests of words (\w*) left out
    std::size_t open_words = 0;      ///< number of \w* and \w+: each can add one word
    bool within_word = false;        ///< each match stands within one word
    bool whole_line = false;         ///< holds an unbounded repeat that stays on its line
    bool whole_text = false;         ///< holds an unbounded repeat that can pass a line break
};

/// The shape of a folded expression in RE2 syntax.
PatternShape shape_of(std::string_view folded_expression);

/// The text holds one of the literals.
bool holds_one(std::string_view text, const std::vector<std::string>& literals);
/// The text holds one literal of each list.
bool holds_each(std::string_view text, const std::vector<Required>& lists);

}  // namespace samsvar::text
