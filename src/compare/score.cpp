#include "compare/score.h"

namespace samsvar::compare {

using model::KnockOut;
using model::Outcome;

std::optional<model::PointRange> points_of(const model::ComparedCell& cell, const model::ComparisonTerms& terms)
{
    if (!cell.asked) return terms.not_asked;
    const auto found = terms.points.find(cell.outcome);
    return found == terms.points.end() ? std::nullopt : std::optional(found->second);
}

double weight_of(const model::ComparedRow& row, const model::ComparisonTerms& terms)
{
    const auto importance = terms.importance.find(row.importance);
    if (importance == terms.importance.end()) return 0;
    return importance->second * (row.question ? terms.question : row.shall ? terms.shall : terms.should);
}

bool knocks_out(const model::ComparedRow& row, const model::ComparisonTerms& terms)
{
    // What is of no importance at all is told for context; it is no obligation.
    return !row.question && row.shall && row.importance != model::Severity::none && terms.knock_out_from &&
           row.importance >= *terms.knock_out_from;
}

KnockOut knock_out_of(const model::ComparedRow& row, const model::ComparedCell& cell,
                      const model::ComparisonTerms& terms)
{
    if (!row.knocks_out || !cell.asked) return KnockOut::no;
    if (cell.outcome == Outcome::gap || cell.outcome == Outcome::unanswered) return KnockOut::yes;
    const bool grave = terms.unclear_from && row.importance >= *terms.unclear_from;
    return cell.outcome == Outcome::unclear && grave ? KnockOut::possible : KnockOut::no;
}

model::ScoreRange score(const std::vector<model::ComparedRow>& rows, std::size_t bidder,
                        const std::function<bool(const model::ComparedRow&)>& counts)
{
    double low = 0, high = 0, all = 0;
    for (const model::ComparedRow& row : rows) {
        const std::optional<model::PointRange>& points = row.cells[bidder].points;
        if (!points || !counts(row)) continue;
        low += row.weight * points->low;
        high += row.weight * points->high;
        all += row.weight;
    }
    if (all == 0) return std::nullopt;
    return model::PointRange{low / all, high / all};
}

void give_places(std::vector<model::ComparedBidder>& bidders)
{
    for (model::ComparedBidder& bidder : bidders) {
        if (!bidder.score) continue;
        bidder.best_place = bidder.worst_place = 1;
        for (const model::ComparedBidder& other : bidders) {
            if (&other == &bidder || !other.score) continue;
            bidder.best_place += other.score->low > bidder.score->high + same_score ? 1 : 0;
            bidder.worst_place += other.score->high > bidder.score->low + same_score ? 1 : 0;
        }
    }
}

}  // namespace samsvar::compare
