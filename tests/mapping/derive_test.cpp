#include "mapping/derive.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "catalog/load.h"
#include "mapping/ways.h"

using namespace samsvar;
using model::Outcome;
using model::Relation;

BOOST_AUTO_TEST_SUITE(mapping_derive_test)

namespace {

model::Mapping line(const char* from_catalog, const char* from, Relation relation, const char* to_catalog,
                    const char* to)
{
    return {from_catalog, from, to_catalog, to, relation, "", {"m.xml", 1}};
}

model::RequirementResult stated(const char* catalog, const char* id, Outcome outcome)
{
    model::RequirementResult result;
    result.catalog = catalog;
    result.id = id;
    result.outcome = outcome;
    result.answers = {std::string("q-") + id};
    return result;
}

model::RequirementResult derived(const std::vector<model::RequirementResult>& assessed,
                                 const std::vector<model::Mapping>& mappings)
{
    model::Catalog target;
    target.id = "T";
    target.requirements.emplace_back();
    target.requirements.back().id = "t";
    return mapping::derive(target, assessed, mappings).at(0);
}

constexpr Relation all_relations[] = {Relation::equal, Relation::subset, Relation::superset, Relation::intersects};

}  // namespace

BOOST_AUTO_TEST_CASE(the_weakest_relation_wins)
{
    using mapping::composed;
    BOOST_TEST((composed(Relation::equal, Relation::subset) == Relation::subset));
    BOOST_TEST((composed(Relation::subset, Relation::subset) == Relation::subset));
    BOOST_TEST((composed(Relation::superset, Relation::equal) == Relation::superset));
    BOOST_TEST((composed(Relation::subset, Relation::superset) == Relation::intersects));
    BOOST_TEST((composed(Relation::intersects, Relation::equal) == Relation::intersects));
    BOOST_TEST((composed(Relation::equal, Relation::equal) == Relation::equal));
}

BOOST_AUTO_TEST_CASE(one_step_never_better_than_what_was_stated)
{
    for (const Relation relation : all_relations)
        for (const Outcome outcome : model::all_outcomes)
            BOOST_TEST_CONTEXT(name_of(relation) << ' ' << name_of(outcome))
            {
                const auto result = derived({stated("S", "s", outcome)}, {line("S", "s", relation, "T", "t")});
                BOOST_TEST(badness(result.outcome) >= badness(outcome));
                BOOST_TEST_REQUIRE(result.derived.size() == 1u);
                BOOST_TEST((result.derived[0].stated == outcome));
                BOOST_TEST(result.answers == std::vector<std::string>{"q-s"}, boost::test_tools::per_element());
            }
    const auto by = [](Relation relation) {
        return derived({stated("S", "s", Outcome::satisfied)}, {line("S", "s", relation, "T", "t")}).outcome;
    };
    BOOST_TEST((by(Relation::equal) == Outcome::satisfied));
    BOOST_TEST((by(Relation::superset) == Outcome::satisfied));
    BOOST_TEST((by(Relation::subset) == Outcome::partial));
    BOOST_TEST((by(Relation::intersects) == Outcome::unclear));
}

BOOST_AUTO_TEST_CASE(ways_lead_over_other_catalogues_and_say_so)
{
    // Written from T to M: read the other way, a superset is a subset.
    const std::vector<model::Mapping> mappings = {line("S", "s", Relation::equal, "M", "m"),
                                                  line("T", "t", Relation::superset, "M", "m")};
    const auto result = derived({stated("S", "s", Outcome::satisfied)}, mappings);
    BOOST_TEST((result.outcome == Outcome::partial));
    BOOST_TEST_REQUIRE(result.derived.size() == 1u);
    BOOST_TEST(result.derived[0].way() == "s (S) equal m (M) subset t (T)");
    // The direct way is stronger, and taken.
    std::vector<model::Mapping> more = mappings;
    more.push_back(line("S", "s", Relation::equal, "T", "t"));
    BOOST_TEST(derived({stated("S", "s", Outcome::satisfied)}, more).derived.at(0).way() == "s (S) equal t (T)");
    // No way goes through a catalogue twice.
    const std::vector<model::Mapping> around = {line("S", "s", Relation::equal, "M", "m"),
                                                line("M", "m", Relation::equal, "S", "s2"),
                                                line("S", "s2", Relation::equal, "T", "t")};
    BOOST_TEST(derived({stated("S", "s", Outcome::satisfied)}, around).derived.size() == 0u);
}

BOOST_AUTO_TEST_CASE(of_several_the_worst_that_counts_wins)
{
    const std::vector<model::Mapping> mappings = {line("S", "whole", Relation::superset, "T", "t"),
                                                  line("S", "part", Relation::subset, "T", "t"),
                                                  line("S", "near", Relation::intersects, "T", "t")};
    const auto outcome = [&](Outcome whole, Outcome part, Outcome near) {
        return derived({stated("S", "whole", whole), stated("S", "part", part), stated("S", "near", near)}, mappings)
            .outcome;
    };
    BOOST_TEST((outcome(Outcome::satisfied, Outcome::satisfied, Outcome::gap) == Outcome::satisfied));
    BOOST_TEST((outcome(Outcome::satisfied, Outcome::gap, Outcome::satisfied) == Outcome::gap));
    BOOST_TEST((outcome(Outcome::partial, Outcome::satisfied, Outcome::satisfied) == Outcome::partial));
    BOOST_TEST((outcome(Outcome::unanswered, Outcome::satisfied, Outcome::satisfied) == Outcome::unanswered));
}

BOOST_AUTO_TEST_CASE(what_nothing_leads_to_is_unanswered_and_what_was_asked_keeps_its_result)
{
    const auto none = derived({stated("S", "s", Outcome::satisfied)}, {});
    BOOST_TEST((none.outcome == Outcome::unanswered));
    BOOST_TEST(none.derived.size() == 0u);
    const auto own = derived({stated("T", "t", Outcome::partial), stated("S", "s", Outcome::satisfied)},
                             {line("S", "s", Relation::equal, "T", "t")});
    BOOST_TEST((own.outcome == Outcome::partial));
    BOOST_TEST(own.derived.size() == 0u);
}

BOOST_AUTO_TEST_CASE(a_requirement_nobody_asked_about_leads_nowhere)
{
    model::RequirementResult silent = stated("S", "s", Outcome::unanswered);
    silent.answers.clear();
    const auto result =
        derived({silent, stated("S", "other", Outcome::satisfied)},
                {line("S", "s", Relation::subset, "T", "t"), line("S", "other", Relation::subset, "T", "t")});
    BOOST_TEST((result.outcome == Outcome::partial));
    BOOST_TEST(result.derived.size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_shipped_mappings_lead_from_klassa_to_the_others)
{
    const std::filesystem::path folder = std::string(SAMSVAR_SOURCE_DIR) + "/catalogs";
    std::vector<model::Mapping> mappings;
    for (const auto& file : files_in(folder / "mappings", ".xml"))
        for (model::Mapping& one : catalog::load_mappings(file, file.filename().string())) mappings.push_back(one);
    std::vector<model::RequirementResult> assessed;
    for (const model::Requirement& one : catalog::load(folder / "klassa-supplier.xml", "k").requirements)
        assessed.push_back(stated("klassa-supplier", one.id.c_str(), Outcome::satisfied));
    for (const char* id : {"iso27001-2013", "iso27001-2022", "gdpr-processor", "nis2-article-21"})
        BOOST_TEST_CONTEXT(id)
        {
            const model::Catalog target = catalog::load(folder / (std::string(id) + ".xml"), id);
            std::size_t reached = 0;
            for (const model::RequirementResult& one : mapping::derive(target, assessed, mappings)) {
                reached += !one.derived.empty();
                for (const model::Derived& way : one.derived) {
                    BOOST_TEST_REQUIRE(!way.steps.empty());
                    BOOST_TEST(way.steps.front().from_catalog == "klassa-supplier");
                    BOOST_TEST(way.steps.back().to_id == one.id);
                }
            }
            BOOST_TEST(reached > 0u);
            BOOST_TEST_MESSAGE(id << ": " << reached << " of " << target.requirements.size());
        }
}

BOOST_AUTO_TEST_SUITE_END()
