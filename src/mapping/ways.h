#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/catalog.h"

namespace samsvar::mapping {

/// A requirement by catalogue and id.
using Key = std::pair<std::string, std::string>;

/// How one requirement leads to another.
struct Way {
    std::vector<model::Mapping> steps;                  ///< each read from left to right; at least one
    model::Relation relation = model::Relation::equal;  ///< of the first to the last: the weakest of the steps
};

/// What two relations in a row amount to: a R b, b S c. Never more than the weaker: part of a part is a part, but part
/// of something wider is only an overlap.
model::Relation composed(model::Relation first, model::Relation second);

/// For each requirement of `target` that can be reached from `from`, the best way from each of those: the strongest
/// relation, then the fewest steps, then the order of the mappings. Mappings are read both ways; no way visits a
/// catalogue twice, and none has more than four steps.
std::map<Key, std::map<Key, Way>> ways_to(const std::string& target, const std::vector<Key>& from,
                                          const std::vector<model::Mapping>& mappings);

}  // namespace samsvar::mapping
