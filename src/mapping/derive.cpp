#include "mapping/derive.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "mapping/ways.h"

namespace samsvar::mapping {

namespace {

using model::Outcome;
using model::Relation;
using model::RequirementResult;

Outcome worse(Outcome one, Outcome other)
{
    return badness(one) >= badness(other) ? one : other;
}

/// The best an outcome can be once it has come by such a relation (source to target).
Outcome best_by(Relation relation)
{
    switch (relation) {
        case Relation::equal:
        case Relation::superset: return Outcome::satisfied;
        case Relation::subset: return Outcome::partial;
        case Relation::intersects: break;
    }
    return Outcome::unclear;
}

bool holds_all(Relation relation)
{
    return relation == Relation::equal || relation == Relation::superset;
}

class Derivation {
public:
    Derivation(const model::Catalog& target, const std::vector<RequirementResult>& assessed,
               const std::vector<model::Mapping>& mappings)
        : target_(target)
    {
        std::vector<Key> from;
        for (const RequirementResult& one : assessed) {
            results_.emplace(Key(one.catalog, one.id), &one);
            // What no question asked about says nothing of anything else.
            if (!one.answers.empty()) from.emplace_back(one.catalog, one.id);
        }
        ways_ = ways_to(target.id, from, mappings);
    }

    RequirementResult result(const model::Requirement& requirement) const
    {
        const Key key(target_.id, requirement.id);
        if (const auto own = results_.find(key); own != results_.end() && !own->second->answers.empty())
            return *own->second;
        RequirementResult made;
        made.catalog = target_.id;
        made.id = requirement.id;
        const auto ways = ways_.find(key);
        if (ways == ways_.end()) {
            if (const auto own = results_.find(key); own != results_.end()) return *own->second;
            made.severity = std::min(requirement.severity, model::Severity::low);
            return made;
        }
        for (const auto& [source, way] : ways->second) add(made, *results_.at(source), way);
        // The strongest first: what decides is read first.
        std::stable_sort(made.derived.begin(), made.derived.end(),
                         [](const model::Derived& a, const model::Derived& b) {
                             return badness(best_by(a.relation)) < badness(best_by(b.relation));
                         });
        decide(made);
        return made;
    }

private:
    static void add(RequirementResult& made, const RequirementResult& source, const Way& way)
    {
        model::Derived derived;
        derived.catalog = source.catalog;
        derived.id = source.id;
        derived.stated = source.outcome;
        derived.relation = way.relation;
        derived.steps = way.steps;
        made.derived.push_back(std::move(derived));
        for (const std::string& question : source.answers)
            if (std::find(made.answers.begin(), made.answers.end(), question) == made.answers.end())
                made.answers.push_back(question);
        made.severity = std::max(made.severity, source.severity);
        if (proof_lacking(source.evidence) > proof_lacking(made.evidence)) made.evidence = source.evidence;
    }

    /// Which ways count: those that hold all of the target and those that are part of it; overlaps only without any.
    static void decide(RequirementResult& made)
    {
        const bool any_whole = std::any_of(made.derived.begin(), made.derived.end(),
                                           [](const model::Derived& one) { return holds_all(one.relation); });
        const bool only_overlaps = std::all_of(made.derived.begin(), made.derived.end(), [](const model::Derived& one) {
            return one.relation == Relation::intersects;
        });
        std::optional<Outcome> outcome;
        for (const model::Derived& one : made.derived) {
            if (one.relation == Relation::intersects && !only_overlaps) continue;
            // A part that is in order takes nothing from what holds all of it.
            const bool good = one.stated == Outcome::satisfied || one.stated == Outcome::not_applicable;
            if (any_whole && !holds_all(one.relation) && good) continue;
            const Outcome passed = worse(one.stated, best_by(one.relation));
            outcome = outcome ? worse(*outcome, passed) : passed;
        }
        made.outcome = outcome.value_or(Outcome::unanswered);
    }

    const model::Catalog& target_;
    std::map<Key, const RequirementResult*> results_;
    std::map<Key, std::map<Key, Way>> ways_;
};

}  // namespace

std::vector<RequirementResult> derive(const model::Catalog& target, const std::vector<RequirementResult>& assessed,
                                      const std::vector<model::Mapping>& mappings)
{
    const Derivation derivation(target, assessed, mappings);
    std::vector<RequirementResult> results;
    for (const model::Requirement& requirement : target.requirements) results.push_back(derivation.result(requirement));
    return results;
}

}  // namespace samsvar::mapping
