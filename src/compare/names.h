#pragma once

#include <string>
#include <vector>

#include "model/comparison.h"

// Internal to the folder.
namespace samsvar::compare {

/// Gives every bidder its label, its name and its short name.
void name_bidders(std::vector<model::ComparedBidder>& bidders);

}  // namespace samsvar::compare
