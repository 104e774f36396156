#pragma once

#include <string>
#include <vector>

#include "model/profile.h"

namespace samsvar::profile {

/// Whether one requirement applies to the case.
struct Verdict {
    std::string id;
    bool applies = true;
    model::LocalText reason;  ///< why, or why not
};

/// One verdict a requirement, in the catalogue's order. A requirement applies when it is on one of the profile's roles,
/// none of its conditions is denied, and the highest level of one of its aspects reaches the one from which it applies;
/// one without levels always does. What the profile does not say never takes a requirement away: the reason says so.
std::vector<Verdict> select(const model::Profile& profile, const model::Catalog& catalog);

}  // namespace samsvar::profile
