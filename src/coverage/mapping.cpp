#include "coverage/mapping.h"

#include <algorithm>

namespace samsvar::coverage {

namespace {

constexpr double mapped_confidence = 0.8;  ///< a mapping's relation is "intersects" at most times

/// The catalogue whose identifiers the questions are numbered by, or null.
const model::Catalog* numbering(const std::vector<Asked>& asked, const std::vector<model::Catalog>& catalogs)
{
    constexpr std::size_t enough = 5;
    for (const model::Catalog& catalog : catalogs) {
        const auto known = static_cast<std::size_t>(std::count_if(
            asked.begin(), asked.end(), [&](const Asked& one) { return catalog.find(one.question->id) != nullptr; }));
        if (known >= enough && known * 10 >= asked.size() * 8) return &catalog;
    }
    return nullptr;
}

bool in_identifier(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

/// Identifiers such as a.8.5 in a folded text that names the standard.
std::vector<std::string> identifiers_in(const std::string& folded)
{
    std::vector<std::string> found;
    if (folded.find("27001") == std::string::npos && folded.find("27002") == std::string::npos) return found;
    for (std::size_t at = folded.find("a."); at != std::string::npos; at = folded.find("a.", at + 1)) {
        if (at > 0 && in_identifier(folded[at - 1])) continue;
        std::size_t end = at + 2;
        while (end < folded.size() && ((folded[end] >= '0' && folded[end] <= '9') || folded[end] == '.')) ++end;
        std::string id = 'A' + folded.substr(at + 1, end - at - 1);
        while (id.ends_with('.')) id.pop_back();
        if (id.size() >= 4) found.push_back(std::move(id));
    }
    return found;
}

class Mapper {
public:
    explicit Mapper(const Requirements& requirements) : requirements_(requirements) {}

    void add(std::vector<Covered>& list, const model::Catalog& catalog, const std::string& id, double confidence,
             bool printed, bool mapped) const
    {
        const model::Requirement* requirement = catalog.find(id);
        if (!requirement) return;
        for (Covered& known : list)
            if (known.requirement == requirement) {
                known.confidence = std::max(known.confidence, confidence);
                return;
            }
        list.push_back({&catalog, requirement, confidence, printed, mapped});
    }

    /// What the printed requirement is mapped to in other catalogues, in one step.
    void follow(std::vector<Covered>& list, const model::Catalog& catalog, const std::string& id) const
    {
        for (const model::Mapping& one : requirements_.mappings) {
            const bool onward = one.from_catalog == catalog.id && one.from_id == id;
            const bool backward = one.to_catalog == catalog.id && one.to_id == id;
            if (!onward && !backward) continue;
            for (const model::Catalog& other : requirements_.catalogs)
                if (other.id == (onward ? one.to_catalog : one.from_catalog))
                    add(list, other, onward ? one.to_id : one.from_id, mapped_confidence, false, true);
        }
    }

private:
    const Requirements& requirements_;
};

}  // namespace

std::vector<std::vector<Covered>> map_questions(const std::vector<Asked>& asked, const Requirements& requirements,
                                                const text::Matcher& matcher)
{
    std::vector<Query> queries;
    for (const Asked& one : asked) queries.push_back({&one.analysis, one.section, one.analysis.language});
    const RequirementSearch search(requirements.catalogs, matcher, queries);
    const model::Catalog* numbered_by = numbering(asked, requirements.catalogs);
    const Mapper mapper(requirements);

    std::vector<std::vector<Covered>> covered(asked.size());
    for (std::size_t at = 0; at < asked.size(); ++at) {
        std::vector<Covered>& list = covered[at];
        for (const model::Coverage& said : asked[at].question->covers)
            for (const model::Catalog& catalog : requirements.catalogs)
                if (catalog.id == said.catalog) mapper.add(list, catalog, said.id, 1, true, false);
        if (!list.empty()) continue;
        const std::string& id = asked[at].question->id;
        if (numbered_by && numbered_by->find(id)) {
            mapper.add(list, *numbered_by, id, 1, true, false);
            mapper.follow(list, *numbered_by, id);
        }
        for (const std::string& named : identifiers_in(asked[at].analysis.folded.text))
            for (const model::Catalog& catalog : requirements.catalogs)
                mapper.add(list, catalog, named, 1, true, false);
        constexpr std::size_t best_two = 2;
        for (const Match& match : search.find(queries[at], best_two)) {
            if (match.confidence < unsure_below) continue;
            const model::Catalog& catalog = requirements.catalogs[match.catalog];
            // Where the file itself says which requirement of a catalogue is meant, nothing is guessed beside it.
            const bool said = std::any_of(list.begin(), list.end(),
                                          [&](const Covered& one) { return one.catalog == &catalog && one.printed; });
            if (!said)
                mapper.add(list, catalog, catalog.requirements[match.requirement].id, match.confidence, false, false);
        }
        std::stable_sort(list.begin(), list.end(),
                         [](const Covered& a, const Covered& b) { return a.confidence > b.confidence; });
    }
    return covered;
}

}  // namespace samsvar::coverage
