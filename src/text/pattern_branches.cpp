// The part of PatternSearch that puts pieces together: patterns that are letters with gaps between them.
#include <algorithm>
#include <bit>

#include "text/character_set.h"
#include "text/pattern_search.h"

namespace samsvar::text {

std::optional<PatternSearch::Piece> PatternSearch::piece_at(const PatternTable::Form& form,
                                                            const Occurrence& occurrence)
{
    std::size_t begin = occurrence.begin;
    std::size_t end = begin + form.size;
    if (form.around != 0 && (form.around & ~around_of(begin, end)) != 0) return std::nullopt;
    if (form.from_word_start != 0) begin = word_begin(begin);
    if (form.then.size > 0) {
        end = word_end(end);
        if (!text_.substr(end).starts_with(prepared_->table.text(form.then))) return std::nullopt;
        end += form.then.size;
        const bool behind = word_at(text_, end);
        if (form.tail == Tail::boundary && in_word(text_[end - 1]) == behind) return std::nullopt;
        if (form.tail == Tail::more_of_word && !behind) return std::nullopt;
    }
    return Piece{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), 0, 0};
}

PatternSearch::Pieces PatternSearch::gather(const PatternTable::Segment& segment)
{
    const auto first = static_cast<std::uint32_t>(pieces_.size());
    for (std::uint32_t number = segment.first_form; number < segment.first_form + segment.forms; ++number) {
        const std::uint32_t literal = prepared_->table.literal_of_form[number];
        if (!is_seen(literal)) continue;
        for (std::uint32_t at = last_[literal];; at = occurrences_[at].previous) {
            if (std::optional<Piece> piece = piece_at(prepared_->table.forms[number], occurrences_[at])) {
                piece->form = number;
                pieces_.push_back(*piece);
            }
            if (occurrences_[at].previous == at) break;
        }
    }
    const auto last = static_cast<std::uint32_t>(pieces_.size());
    if (last - first > 1)
        std::sort(pieces_.begin() + first, pieces_.end(), [](const Piece& a, const Piece& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.form < b.form;
        });
    return {first, last, {}};
}

bool PatternSearch::holds_one(const PatternTable::Segment& segment) const
{
    const auto literals = prepared_->table.literal_of_form.subspan(segment.first_form, segment.forms);
    return std::any_of(literals.begin(), literals.end(), [&](std::uint32_t one) { return is_seen(one); });
}

/// Without one of its segments the others are of no use; the sign was found.
bool PatternSearch::may_match(std::span<const PatternTable::Segment> segments, const Branch& branch,
                              std::size_t sign) const
{
    for (std::size_t segment = branch.begin; segment < branch.end; ++segment)
        if (segment != sign && !holds_one(segments[segment])) return false;
    return true;
}

void PatternSearch::find_branches(std::uint32_t number, std::span<const PatternTable::Segment> segments)
{
    static_assert(most_segments <= 64, "signs are kept as the bits of a number");
    std::uint64_t signs = 0;  // each of another branch
    const Met& met = met_[number];
    for (std::uint32_t at = met.first;; at = events_[at].next) {
        signs |= std::uint64_t{1} << events_[at].form;
        if (at == met.last) break;
    }
    branches_.clear();
    for (; signs != 0; signs &= signs - 1) {
        const auto sign = static_cast<std::uint32_t>(std::countr_zero(signs));
        Branch branch{sign, sign + 1};
        while (segments[branch.begin].begins == 0) --branch.begin;
        while (branch.end < segments.size() && segments[branch.end].begins == 0) ++branch.end;
        if (may_match(segments, branch, sign)) branches_.push_back(branch);
    }
}

void PatternSearch::gather(std::span<const PatternTable::Segment> segments)
{
    pieces_.clear();
    of_segment_.resize(std::max(of_segment_.size(), segments.size()));
    starts_.clear();
    for (const Branch& branch : branches_) {
        bool whole = true;
        for (std::size_t segment = branch.begin; whole && segment < branch.end; ++segment) {
            of_segment_[segment] = gather(segments[segment]);
            whole = of_segment_[segment].last > of_segment_[segment].first;
        }
        if (whole)
            for (std::uint32_t piece = of_segment_[branch.begin].first; piece < of_segment_[branch.begin].last; ++piece)
                starts_.emplace_back(branch.begin, piece);
    }
}

std::optional<std::size_t> PatternSearch::end_of(std::span<const PatternTable::Segment> segments, std::size_t segment,
                                                 const Piece& piece)
{
    const PatternTable::Form& form = prepared_->table.forms[piece.form];
    const std::size_t longest = form.open() ? end_of_word(of_segment_[segment].word, piece.end) : piece.end;
    const std::size_t next = segment + 1;
    if (next == segments.size() || segments[next].begins != 0) return longest;
    const std::size_t shortest =
        !form.open() || form.to_boundary != 0 ? longest : piece.end + (form.tail == Tail::more_of_word ? 1 : 0);
    // As much of the word and then of the gap as can be comes first: the last place, then the one before. A gap passes
    // no line break.
    const std::size_t low = shortest + segments[next].gap_least;
    const std::size_t high = longest + std::min<std::size_t>(text_.substr(longest, segments[next].gap_most).find('\n'),
                                                             segments[next].gap_most);
    const auto pieces =
        std::span(pieces_).subspan(of_segment_[next].first, of_segment_[next].last - of_segment_[next].first);
    const auto begins_before = [](const Piece& one, std::size_t at) { return one.begin < at; };
    auto behind = std::lower_bound(pieces.begin(), pieces.end(), high + 1, begins_before);
    while (behind != pieces.begin() && std::prev(behind)->begin >= low) {
        const auto first = std::lower_bound(pieces.begin(), behind, std::prev(behind)->begin, begins_before);
        for (auto one = first; one != behind; ++one) {
            if (one->failed != 0) continue;
            if (const std::optional<std::size_t> end = end_of(segments, next, *one)) return end;
            one->failed = 1;
        }
        behind = first;
    }
    return std::nullopt;
}

/// "x.{0,40}y|z.{0,20}x": leftmost, then the preferred branch and its preferred form, in the order in which a search
/// with the pattern would try.
void PatternSearch::take_segments(std::uint32_t number)
{
    const PatternTable::Pattern& pattern = prepared_->table.patterns[number];
    const std::span<const PatternTable::Segment> segments =
        prepared_->table.segments.subspan(pattern.first_segment, pattern.segments);
    find_branches(number, segments);
    if (branches_.empty()) return;
    gather(segments);
    std::sort(starts_.begin(), starts_.end(), [&](const auto& a, const auto& b) {
        const Piece& first = pieces_[a.second];
        const Piece& second = pieces_[b.second];
        return first.begin != second.begin ? first.begin < second.begin : first.form < second.form;
    });
    std::size_t free_from = 0;
    for (const auto& [segment, piece] : starts_) {
        const std::size_t begin = pieces_[piece].begin;
        if (begin < free_from) continue;
        const std::optional<std::size_t> end = end_of(segments, segment, pieces_[piece]);
        if (!end) continue;
        found(number, {begin, *end});
        free_from = *end;
    }
}

}  // namespace samsvar::text
