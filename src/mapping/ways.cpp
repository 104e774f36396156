#include "mapping/ways.h"

#include <algorithm>

namespace samsvar::mapping {

using model::Mapping;
using model::Relation;

Relation composed(Relation first, Relation second)
{
    if (first == Relation::equal) return second;
    if (second == Relation::equal || first == second) return first;
    return Relation::intersects;
}

namespace {

constexpr std::size_t most_steps = 4;

int strength(Relation relation)
{
    switch (relation) {
        case Relation::equal: return 2;
        case Relation::subset:
        case Relation::superset: return 1;
        case Relation::intersects: break;
    }
    return 0;
}

/// A way and where it has got to.
struct Walk {
    Key at;
    std::vector<const Mapping*> steps;
    Relation relation = Relation::equal;

    bool has_visited(const std::string& catalog) const
    {
        return std::any_of(steps.begin(), steps.end(),
                           [&](const Mapping* step) { return step->from_catalog == catalog; });
    }
};

bool better(Relation relation, std::size_t steps, const Way& than)
{
    if (strength(relation) != strength(than.relation)) return strength(relation) > strength(than.relation);
    return steps < than.steps.size();
}

}  // namespace

std::map<Key, std::map<Key, Way>> ways_to(const std::string& target, const std::vector<Key>& from,
                                          const std::vector<Mapping>& mappings)
{
    std::vector<Mapping> both = mappings;
    for (const Mapping& mapping : mappings) both.push_back(inverted(mapping));
    std::map<Key, std::vector<const Mapping*>> steps_from;
    for (const Mapping& mapping : both) steps_from[{mapping.from_catalog, mapping.from_id}].push_back(&mapping);

    std::map<Key, std::map<Key, Way>> found;
    for (const Key& start : from) {
        if (start.first == target) continue;
        // Breadth first, a requirement again only by a stronger relation: small, whatever the mappings are.
        std::map<Key, int> reached;
        std::vector<Walk> walks{{start, {}, Relation::equal}};
        for (std::size_t index = 0; index < walks.size(); ++index) {
            const Walk walk = walks[index];
            if (walk.steps.size() >= most_steps) continue;
            const auto next = steps_from.find(walk.at);
            if (next == steps_from.end()) continue;
            for (const Mapping* step : next->second) {
                if (step->to_catalog == start.first || walk.has_visited(step->to_catalog)) continue;
                Walk further = walk;
                further.at = {step->to_catalog, step->to_id};
                further.steps.push_back(step);
                further.relation = walk.steps.empty() ? step->relation : composed(walk.relation, step->relation);
                if (step->to_catalog == target) {
                    Way& best = found[further.at][start];
                    if (best.steps.empty() || better(further.relation, further.steps.size(), best)) {
                        best.relation = further.relation;
                        best.steps.clear();
                        for (const Mapping* one : further.steps) best.steps.push_back(*one);
                    }
                    continue;
                }
                const auto [known, fresh] = reached.emplace(further.at, strength(further.relation));
                if (!fresh && known->second >= strength(further.relation)) continue;
                known->second = strength(further.relation);
                walks.push_back(std::move(further));
            }
        }
    }
    return found;
}

}  // namespace samsvar::mapping
