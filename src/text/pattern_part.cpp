#include "text/pattern_part.h"

#include <algorithm>
#include <cmath>

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

/// The longest run of letters in an expansion.
std::string longest_piece(std::string_view expansion)
{
    // A boundary takes no room: the letters on both sides stand together.
    const auto letters = [](std::string_view piece) {
        return piece.size() - static_cast<std::size_t>(std::count(piece.begin(), piece.end(), boundary_mark));
    };
    std::string_view best;
    std::size_t most = 0;
    for (std::size_t begin = 0; begin <= expansion.size();) {
        std::size_t end = begin;
        while (end < expansion.size() && expansion[end] != star_mark && expansion[end] != plus_mark) ++end;
        const std::string_view piece = expansion.substr(begin, end - begin);
        if (piece.size() > most)
            if (const std::size_t count = letters(piece); count > most) {
                best = piece;
                most = count;
            }
        begin = end + 1;
    }
    std::string longest(best);
    if (most < best.size()) std::erase(longest, boundary_mark);
    return longest;
}

}  // namespace

bool is_mark(char c)
{
    return c == boundary_mark || c == star_mark || c == plus_mark;
}

Strings literals_of(const Strings& expansions)
{
    Strings literals;
    literals.reserve(expansions.size());
    for (const std::string& one : expansions) {
        std::string piece = longest_piece(one);
        if (piece.empty()) return {};
        literals.push_back(std::move(piece));
    }
    if (literals.size() == 1) return literals;
    std::sort(literals.begin(), literals.end());
    literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
    return literals;
}

void require(Part& part, Strings literals)
{
    if (literals.empty()) return;
    part.all.push_back(literals);
    if (part.required.empty() || rarity(literals) > rarity(part.required)) part.required = std::move(literals);
}

}  // namespace samsvar::text
