#pragma once

#include <vector>

#include "model/catalog.h"
#include "model/comparison.h"

namespace samsvar::compare {

/// Which questions are rows besides the requirements.
enum class Questions {
    all_uncovered,  ///< every question that no row covers
    only_unmapped,  ///< of these, those that cover no requirement of any catalogue: the buyer has named the catalogues
};

/// Bidders side by side, in the order given. Rows are the requirements of the catalogues that all records have and that
/// at least one bidder was asked about; and, when all answered the same form, questions beside them. `catalogs` says
/// how much a gap in a requirement matters; one that is not in them counts as medium. What could not be compared
/// stands in Comparison::remarks. `records` must not be empty.
model::Comparison compare(std::vector<model::Record> records, const std::vector<model::Catalog>& catalogs,
                          const model::ComparisonTerms& terms, Questions questions);

/// The catalogues (ids) all records have, in the order of the first.
std::vector<std::string> common_catalogs(const std::vector<model::Record>& records);

}  // namespace samsvar::compare
