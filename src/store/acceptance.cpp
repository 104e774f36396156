#include "store/acceptance.h"

#include "store/dates.h"

namespace samsvar::store {

std::string accepted_until(const StandingDecisions& standing, const std::string& part_of, const std::string& whose,
                           const std::string& finding_target)
{
    using Kind = model::Target::Kind;
    auto found = standing.find({Kind::finding, finding_target});
    // A comment alone settles nothing and leaves the word to the decision on the whole.
    if (found == standing.end() || !found->second.kind) {
        if (part_of == "answer")
            found = standing.find({Kind::answer, whose});
        else if (part_of == "requirement")
            found = standing.find({Kind::requirement, whose});
        else
            return {};
    }
    if (found == standing.end() || !found->second.kind) return {};
    const Standing& decision = found->second;
    if (decision.kind == model::DecisionKind::accept) return for_ever;
    if (decision.kind == model::DecisionKind::accept_risk) return decision.due ? kept_day(*decision.due) : for_ever;
    return {};
}

void FindingCounts::add(model::Severity severity, const std::string& accepted)
{
    const int open = accepted.empty() ? 1 : 0;
    switch (severity) {
        case model::Severity::high: ++high, open_high += open; break;
        case model::Severity::medium: ++medium, open_medium += open; break;
        case model::Severity::low: ++low, open_low += open; break;
        case model::Severity::none: break;
    }
    if (!accepted.empty() && accepted != for_ever && (first_lapse.empty() || accepted < first_lapse))
        first_lapse = accepted;
}

}  // namespace samsvar::store
