#pragma once

#include <vector>

#include "model/comparison.h"

// Internal to the folder.
namespace samsvar::compare {

/// Remarks that follow from the bidders themselves: files with the same bytes, catalogues and forms not all have, other
/// versions of them, and catalogues that count together.
std::vector<model::Remark> remarks_on_bidders(const model::Comparison& comparison);

/// Requirements of the catalogues compared that only some bidders were asked about, one remark for each bidder and
/// catalogue that lacks any.
std::vector<model::Remark> remarks_on_unasked(const model::Comparison& comparison);

}  // namespace samsvar::compare
