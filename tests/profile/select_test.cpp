#include "profile/select.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "catalog/load.h"
#include "profile/load.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(profile_select_test)

namespace {

using model::Language;

const model::Catalog& shipped(const std::string& id)
{
    static std::map<std::string, model::Catalog> known;
    auto found = known.find(id);
    if (found == known.end())
        found =
            known.emplace(id, catalog::load(std::string(SAMSVAR_SOURCE_DIR) + "/catalogs/" + id + ".xml", id)).first;
    return found->second;
}

std::set<std::string> selected(const std::string& profile, const std::string& catalog)
{
    std::set<std::string> ids;
    for (const profile::Verdict& one : profile::select(profile::parse(profile), shipped(catalog))) {
        // Each says why, whichever way it went, in the languages of the reports.
        for (const Language language : {Language::nb, Language::sv, Language::en})
            BOOST_TEST(!one.reason.in(language).empty(), one.id);
        if (one.applies) ids.insert(one.id);
    }
    return ids;
}

model::Requirement requirement(std::vector<model::Level> levels, std::vector<std::string> conditions = {})
{
    model::Requirement made;
    made.id = "r";
    made.levels = std::move(levels);
    made.conditions = std::move(conditions);
    return made;
}

std::string verdict(const std::string& profile, const model::Requirement& one)
{
    model::Catalog catalog;
    catalog.requirements.push_back(one);
    const auto made = profile::select(profile::parse(profile), catalog).at(0);
    return std::string(made.applies ? "applies: " : "no: ") + made.reason.in(Language::en);
}

const std::string linkoping = "C=significant,I=serious,A=moderate";

}  // namespace

BOOST_AUTO_TEST_CASE(the_linkoping_case_selects_the_42_and_62_of_the_seed)
{
    BOOST_TEST(selected(linkoping, "klassa-supplier").size() == 42u);
    BOOST_TEST(selected(linkoping, "klassa-system-manager").size() == 62u);
    const std::string seed = std::string(SAMSVAR_SHARED_DIR) + "/domain/klassa-seed-requirements.tsv";
    std::ifstream file(seed);
    if (!file) {
        BOOST_TEST_MESSAGE("skipped: " << seed << " is not there");
        return;
    }
    std::set<std::string> supplier, manager;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("KL2-S")) supplier.insert(line.substr(0, line.find('\t')));
        if (line.starts_with("KL2-M")) manager.insert(line.substr(0, line.find('\t')));
    }
    BOOST_TEST(selected(linkoping, "klassa-supplier") == supplier, boost::test_tools::per_element());
    BOOST_TEST(selected(linkoping, "klassa-system-manager") == manager, boost::test_tools::per_element());
    // The two lists are one role each.
    BOOST_TEST(selected(linkoping + ",role=supplier", "klassa-system-manager").size() == 0u);
    BOOST_TEST(selected(linkoping + ",role=supplier", "klassa-supplier").size() == 42u);
}

BOOST_AUTO_TEST_CASE(a_lower_classification_selects_fewer)
{
    const std::set<std::string> full = selected(linkoping, "klassa-supplier");
    for (const char* lower : {"C=moderate,I=serious,A=moderate", "C=significant,I=significant,A=moderate",
                              "C=significant,I=serious,A=negligible", "C=moderate,I=moderate,A=moderate"}) {
        const std::set<std::string> fewer = selected(lower, "klassa-supplier");
        BOOST_TEST(fewer.size() < full.size(), lower);
        BOOST_TEST(std::includes(full.begin(), full.end(), fewer.begin(), fewer.end()));
    }
    // What hangs on personal data alone has no level.
    BOOST_TEST(selected("C=negligible,I=negligible,A=negligible", "klassa-supplier").size() == 1u);
    BOOST_TEST(selected("C=negligible,I=negligible,A=negligible,personal-data=no", "klassa-supplier").size() == 0u);
    const std::set<std::string> highest = selected("C=extreme,I=extreme,A=extreme", "klassa-supplier");
    BOOST_TEST(highest == full, boost::test_tools::per_element());
    // Personal data are denied: what depends on them goes.
    BOOST_TEST(selected(linkoping + ",personal-data=no", "klassa-supplier").size() < full.size());
}

BOOST_AUTO_TEST_CASE(reasons)
{
    const model::Level confidential{"confidentiality", "significant", true};
    const model::Level available{"availability", "moderate", false};
    BOOST_TEST(
        verdict("C=serious,I=moderate,A=negligible", requirement({confidential, available})) ==
        "applies: confidentiality is serious (1), and the requirement applies from significant, by our inference");
    BOOST_TEST(
        verdict("C=moderate,I=moderate,A=negligible", requirement({confidential, available})) ==
        "no: confidentiality is moderate (1), and the requirement applies only from significant, by our inference; "
        "availability is negligible (1), and the requirement applies only from moderate");
    BOOST_TEST(verdict("C=moderate", requirement({available})) ==
               "applies: availability is not classified: the requirement applies until it is");
    BOOST_TEST(verdict("C=moderate", requirement({})) == "applies: applies whatever the level");
    BOOST_TEST(verdict("C=moderate,transfer=no", requirement({}, {"transfer"})) ==
               "no: data are transferred to third countries: no");
    BOOST_TEST(verdict("C=moderate,transfer=yes", requirement({}, {"transfer"})) ==
               "applies: applies whatever the level; data are transferred to third countries: yes");
    BOOST_TEST(
        verdict("C=moderate", requirement({}, {"transfer"})) ==
        "applies: applies whatever the level; data are transferred to third countries: not answered, counts as yes");
    model::Requirement managers = requirement({});
    managers.role = model::Role::system_manager;
    BOOST_TEST(verdict("C=moderate,role=supplier", managers) == "no: the requirement is on the system manager");
}

BOOST_AUTO_TEST_SUITE_END()
