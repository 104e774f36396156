#pragma once

#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/comparison.h"

namespace samsvar::test {

/// How a bidder stands in one requirement: its number in the catalogue "made", the outcome, or nothing when the form
/// does not ask about it.
struct Standing {
    int requirement;
    std::optional<model::Outcome> outcome;
};

/// A catalogue "made" of `count` requirements R-1 …: every third should, importance high, medium, low in turn.
model::Catalog made_catalog(int count);

/// A bidder that answered the form "made-form", whose question N covers R-N and says nothing of others. Words, places,
/// findings and evidence follow from the outcome.
model::Record made_bidder(const std::string& supplier, const std::string& file, const model::Catalog& catalog,
                          const std::vector<Standing>& standings);

/// The terms that are shipped, without reading them: 1, 0.5, 0, 0, 0–1; 3, 2, 1, 0; 2, 1, 1.
model::ComparisonTerms made_terms();

/// Ten bidders and 300 requirements, outcomes in a fixed pattern, long Norwegian answers.
std::vector<model::Record> ten_bidders(const model::Catalog& catalog);

}  // namespace samsvar::test
