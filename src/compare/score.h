#pragma once

#include <functional>
#include <vector>

#include "model/comparison.h"

// Internal to the folder, and the tests'.
namespace samsvar::compare {

/// The points of a cell; nothing when it leaves both sums.
std::optional<model::PointRange> points_of(const model::ComparedCell& cell, const model::ComparisonTerms& terms);

/// What a row is worth when the buyer has not said it.
double weight_of(const model::ComparedRow& row, const model::ComparisonTerms& terms);

/// Whether a gap in the row knocks out when the buyer has not said it.
bool knocks_out(const model::ComparedRow& row, const model::ComparisonTerms& terms);

/// Whether a cell of the row knocks its bidder out, or may do so.
model::KnockOut knock_out_of(const model::ComparedRow& row, const model::ComparedCell& cell,
                             const model::ComparisonTerms& terms);

/// Scores nearer to each other than this are the same: sums in another order differ in their last digits.
inline constexpr double same_score = 1e-9;

/// Gives every bidder its places, by the scores they have.
void give_places(std::vector<model::ComparedBidder>& bidders);

/// Σ weight × points ÷ Σ weight over the rows that `counts` lets through and that have points for the bidder (index).
model::ScoreRange score(const std::vector<model::ComparedRow>& rows, std::size_t bidder,
                        const std::function<bool(const model::ComparedRow&)>& counts);

}  // namespace samsvar::compare
