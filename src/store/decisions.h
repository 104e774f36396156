#pragma once

#include "model/register.h"
#include "store/database.h"

// Internal to the folder.
namespace samsvar::store {

/// Adds a decision with its revision and makes it the standing one of its target.
void write_decision(Database& database, std::int64_t assessment, const model::Decision& decision);
/// Of a row whose columns are those of query::standing_decisions.
model::Decision read_decision(const Row& row);
/// The standing decisions of an assessment, in order of target.
std::vector<model::Decision> read_standing(Database& database, std::int64_t assessment);

}  // namespace samsvar::store
