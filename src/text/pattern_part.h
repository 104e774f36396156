#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/character_set.h"

/// What a word pattern is made of.
namespace samsvar::text {

// Stand-ins for \b, \w* and \w+ among the letters of an expansion; folded text holds no control characters but \n.
inline constexpr char boundary_mark = 1;
inline constexpr char star_mark = 2;
inline constexpr char plus_mark = 3;

/// Bytes; a part that reaches farther reaches without end.
inline constexpr std::size_t longest_reach = 1u << 20;

using Strings = std::vector<std::string>;

bool is_mark(char c);

/// Literals of which each match holds one, and how far from its beginning that one can begin at most: `before` bytes
/// and `open_before` rests of words. (Of a literal that comes again and again: the first.)
struct Required {
    Strings literals;
    std::size_t before = 0;
    std::size_t open_before = 0;
};

/// What is known of a part of a pattern.
struct Part {
    std::size_t least = 0;
    std::size_t reach = 0;
    std::size_t open_words = 0;
    std::size_t repeats = 1;  ///< product of nested counts
    bool of_word = true;      ///< it matches characters of a word only
    bool newline = false;     ///< can match a line break
    bool whole_line = false;
    bool whole_text = false;
    std::optional<Strings> exact;  ///< all it can match, in order of preference
    Required required;             ///< the rarest of `all`
    std::vector<Required> all;     ///< each match holds one of each
    std::optional<Set> single;     ///< it is one character of this set
    bool gap = false;              ///< it is .{least,reach}
};

/// A concatenation of expansions and gaps, and nothing else.
struct Pieces {
    bool plain = true;
    std::vector<Strings> runs{1};  ///< one more than gaps
    std::vector<std::pair<std::size_t, std::size_t>> gaps;
};

/// The literals one of which each match of `expansions` holds; none when some match holds none.
Required literals_of(const Strings& expansions);
/// What each match of a choice requires, whichever branch it takes: sets of literals, made of one set of each branch.
/// For "a.*b|b.*a" that is an a and a b. Empty when a branch requires nothing.
std::vector<Required> required_by_every(const std::vector<std::vector<Required>>& branches);
/// Adds a set of literals one of which each match holds.
void require(Part& part, Required required);

}  // namespace samsvar::text
