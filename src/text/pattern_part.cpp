#include "text/pattern_part.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace samsvar::text {

namespace {

/// -log2 of how often one of the literals is to be expected: longer is rarer, more of them is more frequent.
double rarity(const Strings& literals)
{
    double expected = 0;
    for (const std::string& one : literals)
        expected += std::ldexp(1.0, -4 * static_cast<int>(std::min<std::size_t>(one.size(), 12)));
    return -std::log2(expected);
}

/// Letters between the rests of words in an expansion.
struct Piece {
    std::string letters;
    std::size_t before = 0;
    std::size_t open_before = 0;
};

/// The longest run of letters in an expansion.
Piece longest_piece(std::string_view expansion)
{
    Piece best;
    Piece piece;
    std::size_t before = 0;
    std::size_t open_before = 0;
    for (std::size_t at = 0; at <= expansion.size(); ++at) {
        const bool ends = at == expansion.size() || expansion[at] == star_mark || expansion[at] == plus_mark;
        if (!ends) {
            // A boundary takes no room: the letters on both sides stand together.
            if (expansion[at] == boundary_mark) continue;
            piece.letters += expansion[at];
            ++before;
            continue;
        }
        if (piece.letters.size() > best.letters.size()) best = std::move(piece);
        piece = {{}, before, ++open_before};
    }
    return best;
}

/// One of the others stands in it: where it is, that one is, too.
bool holds_another(const std::string& literal, const Strings& others)
{
    return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
        return other.size() < literal.size() && literal.find(other) != std::string::npos;
    });
}

/// Literals one of which is in any text that holds one of `left` or one of `right`.
Required either_of(const Required& left, const Required& right)
{
    Strings both;
    both.reserve(left.literals.size() + right.literals.size());
    std::set_union(left.literals.begin(), left.literals.end(), right.literals.begin(), right.literals.end(),
                   std::back_inserter(both));
    Required either{{}, std::max(left.before, right.before), std::max(left.open_before, right.open_before)};
    for (const std::string& one : both) {
        if (!holds_another(one, both)) either.literals.push_back(one);
        // The shorter one may begin as much later as the longer is long.
        else
            either.before = std::max(either.before, std::max(left.before, right.before) + one.size());
    }
    return either;
}

/// The set of `branch` that makes `chosen` the rarest together with it.
Required with_best_of(const Required& chosen, const std::vector<Required>& branch)
{
    Required best;
    for (const Required& one : branch) {
        Required both = either_of(chosen, one);
        if (best.literals.empty() || rarity(both.literals) > rarity(best.literals)) best = std::move(both);
    }
    return best;
}

}  // namespace

bool is_mark(char c)
{
    return c == boundary_mark || c == star_mark || c == plus_mark;
}

Required literals_of(const Strings& expansions)
{
    Required required;
    required.literals.reserve(expansions.size());
    for (const std::string& one : expansions) {
        Piece piece = longest_piece(one);
        if (piece.letters.empty()) return {};
        required.literals.push_back(std::move(piece.letters));
        required.before = std::max(required.before, piece.before);
        required.open_before = std::max(required.open_before, piece.open_before);
    }
    std::sort(required.literals.begin(), required.literals.end());
    required.literals.erase(std::unique(required.literals.begin(), required.literals.end()), required.literals.end());
    return required;
}

std::vector<Required> required_by_every(const std::vector<std::vector<Required>>& branches)
{
    for (const std::vector<Required>& branch : branches)
        if (branch.empty() || branch.front().literals.empty()) return {};
    std::vector<Required> required;
    for (const Required& first : branches.front()) {
        Required chosen = first;
        for (auto branch = std::next(branches.begin()); branch != branches.end(); ++branch)
            chosen = with_best_of(chosen, *branch);
        const bool known = std::any_of(required.begin(), required.end(),
                                       [&](const Required& one) { return one.literals == chosen.literals; });
        if (!known) required.push_back(std::move(chosen));
    }
    return required;
}

void require(Part& part, Required required)
{
    if (required.literals.empty()) return;
    if (part.required.literals.empty() || rarity(required.literals) > rarity(part.required.literals))
        part.required = required;
    part.all.push_back(std::move(required));
}

}  // namespace samsvar::text
