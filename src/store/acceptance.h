#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "model/register.h"

// Internal to the folder: which findings a reviewer's decisions settle, and until when.
namespace samsvar::store {

/// The decisions that hold, by kind of target and target.
struct Standing {
    std::optional<model::DecisionKind> kind;
    std::optional<model::Date> due;
};
using StandingDecisions = std::map<model::Target, Standing>;

/// What an acceptance without an end holds until.
inline constexpr const char* for_ever = "9999-12-31";

/// The last day a finding is accepted, for_ever, or "" when it is open. `part_of` is "answer", "requirement" or
/// "general", `whose` the question or the requirement's name.
std::string accepted_until(const StandingDecisions& standing, const std::string& part_of, const std::string& whose,
                           const std::string& finding_target);

/// Numbers of the findings by severity, and the first day an acceptance ends.
struct FindingCounts {
    int high = 0, medium = 0, low = 0;
    int open_high = 0, open_medium = 0, open_low = 0;
    std::string first_lapse;  ///< "" when none ends

    void add(model::Severity severity, const std::string& accepted);
};

}  // namespace samsvar::store
