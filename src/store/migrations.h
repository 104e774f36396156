#pragma once

#include <vector>

#include "store/database.h"

// Internal to the folder.
namespace samsvar::store {

/// One step of the register's schema, forward only. Never changed once released: a new step is added. {id}, {bytes} are
/// the types the two databases call differently.
struct Migration {
    int version = 0;
    std::vector<const char*> statements, sqlite, postgresql;  ///< in this order
};

/// In order of version, from 1 without gaps.
const std::vector<Migration>& migrations();
int newest_version();

/// The version of the schema; 0 when there is none yet. Throws Error(unsupported) when it is newer than this program or
/// the database belongs to something else.
int version_of(Database& database);

/// Brings the schema to `version` (default: the newest) in one transaction of its own.
void migrate(Database& database, int version = newest_version());

}  // namespace samsvar::store
