// The shipped catalogues and mappings: counts, texts, and what their sources promise.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "base/files.h"
#include "catalog/lint.h"
#include "catalog/sample.h"
#include "text/fold.h"
#include "text/pattern.h"

using namespace samsvar;
using namespace samsvar::catalog;
using model::Catalog;
using model::Language;
using model::Mapping;
using model::Relation;
using model::Requirement;
namespace fs = std::filesystem;

namespace {

const fs::path folder = SAMSVAR_SOURCE_DIR "/catalogs";

const Catalog& shipped(const std::string& id)
{
    static std::map<std::string, Catalog> loaded;
    const auto known = loaded.find(id);
    if (known != loaded.end()) return known->second;
    return loaded.emplace(id, load(folder / (id + ".xml"), "catalogs/" + id + ".xml")).first->second;
}

std::vector<Catalog> all_shipped()
{
    std::vector<Catalog> catalogs;
    for (const fs::path& file : files_in(folder, ".xml"))
        catalogs.push_back(load(file, "catalogs/" + file.filename().string()));
    return catalogs;
}

std::vector<Mapping> mappings(const std::string& name)
{
    return load_mappings(folder / "mappings" / (name + ".xml"), "catalogs/mappings/" + name + ".xml");
}

bool has_attribute(const Requirement& requirement, const std::string& attribute)
{
    return std::find(requirement.attributes.begin(), requirement.attributes.end(), attribute) !=
           requirement.attributes.end();
}

template <typename Test>
std::ptrdiff_t count(const Catalog& catalog, Test test)
{
    return std::count_if(catalog.requirements.begin(), catalog.requirements.end(), test);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shipped_tests)

BOOST_AUTO_TEST_CASE(each_catalogue_holds_all_its_requirements_in_order)
{
    struct Row {
        const char* id;
        std::size_t requirements;
        std::size_t groups;
        const char* first;
        const char* last;
    };
    const Row rows[] = {
        {"iso27001-2013", 114, 14, "A.5.1.1", "A.18.2.3"}, {"iso27001-2022", 93, 4, "A.5.1", "A.8.34"},
        {"klassa-supplier", 42, 13, "KL2-S01", "KL2-S42"}, {"klassa-system-manager", 62, 12, "KL2-M01", "KL2-M62"},
        {"gdpr-processor", 57, 5, "DPA-01", "DPA-57"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.id)
        {
            const Catalog& catalog = shipped(row.id);
            BOOST_TEST(catalog.id == row.id);
            BOOST_TEST(catalog.requirements.size() == row.requirements);
            BOOST_TEST(catalog.groups.size() == row.groups);
            BOOST_TEST(catalog.requirements.front().id == row.first);
            BOOST_TEST(catalog.requirements.back().id == row.last);
            std::set<std::string> ids;
            for (const Requirement& requirement : catalog.requirements) ids.insert(requirement.id);
            BOOST_TEST(ids.size() == row.requirements);
            // Every group has something in it.
            for (const model::Group& group : catalog.groups)
                BOOST_TEST(count(catalog, [&](const Requirement& one) { return one.group == group.id; }) > 0, group.id);
        }
}

BOOST_AUTO_TEST_CASE(every_text_stands_in_three_languages_and_nothing_needs_correcting)
{
    for (const Catalog& catalog : all_shipped()) BOOST_TEST_CONTEXT(catalog.id)
        {
            std::string notices;
            for (const Notice& notice : lint(catalog)) notices += notice.origin.text() + ": " + notice.text + '\n';
            BOOST_TEST(notices == "");
            BOOST_TEST(!catalog.note.empty());
            for (const Requirement& requirement : catalog.requirements) {
                BOOST_TEST(requirement.title.all().size() == 3u);
                BOOST_TEST(requirement.text.all().size() == 3u);
                for (const Requirement& part : requirement.parts) BOOST_TEST(part.text.all().size() == 3u);
            }
        }
}

BOOST_AUTO_TEST_CASE(a_requirement_is_recognised_in_its_own_words)
{
    // Patterns stand in the order nb, sv, en.
    constexpr Language languages[] = {Language::nb, Language::sv, Language::en};
    for (const char* id : {"klassa-supplier", "klassa-system-manager", "gdpr-processor"})
        for (const Requirement& requirement : shipped(id).requirements) {
            BOOST_TEST_REQUIRE(requirement.recognise.size() == 3u);
            for (std::size_t at = 0; at < 3; ++at) {
                const std::string words =
                    requirement.title.in(languages[at]) + '\n' + requirement.text.in(languages[at]);
                BOOST_TEST(text::Regex(requirement.recognise[at], requirement.origin).matches(text::fold_text(words)),
                           requirement.id << ' ' << name_of(languages[at]) << ": " << words);
            }
        }
}

BOOST_AUTO_TEST_CASE(klassa_requirements_carry_what_the_list_gives)
{
    for (const char* id : {"klassa-supplier", "klassa-system-manager"}) {
        const Catalog& catalog = shipped(id);
        for (const Requirement& requirement : catalog.requirements) BOOST_TEST_CONTEXT(requirement.id)
            {
                BOOST_TEST((requirement.role ==
                            (catalog.id == "klassa-supplier" ? model::Role::supplier : model::Role::system_manager)));
                BOOST_TEST(!requirement.evidence.empty());
                BOOST_TEST(requirement.evidence_text.all().size() == 3u);
                BOOST_TEST(requirement.text.all().size() == 3u);
                // The levels are our own inference, and each requirement has one or a condition.
                BOOST_TEST((!requirement.levels.empty() || !requirement.conditions.empty()));
                for (const model::Level& level : requirement.levels) BOOST_TEST(level.inferred);
            }
    }
    struct Row {
        const char* catalog;
        const char* id;
        const char* condition;
    };
    const Row rows[] = {{"klassa-supplier", "KL2-S09", "user-administration"},
                        {"klassa-supplier", "KL2-S41", "personal-data"},
                        {"klassa-system-manager", "KL2-M59", "personal-data"}};
    for (const Row& row : rows) {
        const Requirement* requirement = shipped(row.catalog).find(row.id);
        BOOST_TEST_REQUIRE(requirement);
        BOOST_TEST_REQUIRE(requirement->conditions.size() == 1u);
        BOOST_TEST(requirement->conditions[0] == row.condition);
    }
    BOOST_TEST(has_attribute(*shipped("klassa-supplier").find("KL2-S07"), "parameter=frequency<=12 months"));
}

BOOST_AUTO_TEST_CASE(bundled_requirements_are_taken_apart)
{
    const Catalog& catalog = shipped("klassa-system-manager");
    BOOST_TEST(catalog.find("KL2-M16")->parts.size() == 5u);
    BOOST_TEST(catalog.find("KL2-M40")->parts.size() == 7u);
    BOOST_TEST(catalog.find("KL2-M59")->parts.size() == 6u);
    BOOST_TEST(count(catalog, [](const Requirement& one) { return !one.parts.empty(); }) == 3);
}

BOOST_AUTO_TEST_CASE(gdpr_elements_are_weighed_by_their_source)
{
    const Catalog& catalog = shipped("gdpr-processor");
    const auto of_level = [&](const std::string& level) {
        return count(catalog, [&](const Requirement& one) { return one.level == level; });
    };
    BOOST_TEST(of_level("must") == 42);
    BOOST_TEST(of_level("should") == 11);
    BOOST_TEST(of_level("context") == 4);
    for (const Requirement& requirement : catalog.requirements) BOOST_TEST_CONTEXT(requirement.id)
        {
            BOOST_TEST(!requirement.legal.empty());
            BOOST_TEST(requirement.legal.front().starts_with("GDPR "));
            BOOST_TEST(requirement.covered_when.all().size() == 3u);
            BOOST_TEST(requirement.partial_when.all().size() == 3u);
            BOOST_TEST(((requirement.severity == model::Severity::none) == (requirement.level == "context")));
        }
    // Every limb that a review reports on has an element that must be there.
    for (const char* limb :
         {"28(2)", "28(3)(a)", "28(3)(b)", "28(3)(c)", "28(3)(d)", "28(3)(e)", "28(3)(f)", "28(3)(g)", "28(3)(h)",
          "28(4)", "28(3) subject-matter", "28(3) duration", "28(3) nature", "28(3) purpose", "28(3) type of data",
          "28(3) categories of data subjects", "32", "33(2)", "44-49 transfers"})
        BOOST_TEST(count(catalog,
                         [&](const Requirement& one) {
                             return one.level == "must" && has_attribute(one, std::string("limb=") + limb);
                         }) > 0,
                   limb);
}

BOOST_AUTO_TEST_CASE(every_mapping_names_requirements_there_are)
{
    std::vector<Mapping> all;
    const std::vector<fs::path> files = files_in(folder / "mappings", ".xml");
    BOOST_TEST(files.size() == 8u);
    for (const fs::path& file : files)
        for (Mapping& mapping : load_mappings(file, file.filename().string())) all.push_back(std::move(mapping));
    const std::vector<Catalog> catalogs = all_shipped();
    std::string notices;
    for (const Notice& notice : check_references(all, catalogs))
        notices += notice.origin.text() + ": " + notice.text + '\n';
    BOOST_TEST(notices == "");
    // check_references leaves out catalogues it does not know: here all must be known.
    std::set<std::string> ids;
    for (const Catalog& catalog : catalogs) ids.insert(catalog.id);
    for (const Mapping& mapping : all)
        BOOST_TEST((ids.count(mapping.from_catalog) == 1 && ids.count(mapping.to_catalog) == 1));
}

BOOST_AUTO_TEST_CASE(the_iso_editions_map_as_the_standard_says)
{
    const std::vector<Mapping> lines = mappings("iso27001-2013-2022");
    std::map<std::string, int> from, to;
    for (const Mapping& line : lines) {
        ++from[line.from_id];
        ++to[line.to_id];
    }
    BOOST_TEST(lines.size() == 115u);
    BOOST_TEST(from.size() == 114u);
    BOOST_TEST(to.size() == 82u);
    int equal = 0;
    for (const Mapping& line : lines) BOOST_TEST_CONTEXT(line.from_id << " to " << line.to_id)
        {
            // One to one is equal; several into one is part of it; anything else only overlaps.
            const Relation rule = from[line.from_id] > 1 ? Relation::intersects
                                  : to[line.to_id] > 1   ? Relation::subset
                                                         : Relation::equal;
            BOOST_TEST((line.relation == rule));
            if (line.relation == Relation::equal) ++equal;
        }
    BOOST_TEST(equal == 58);
    // What has no predecessor is marked new, and nothing else is.
    int fresh = 0;
    for (const Requirement& control : shipped("iso27001-2022").requirements) {
        BOOST_TEST(has_attribute(control, "new=yes") == (to.count(control.id) == 0), control.id);
        if (has_attribute(control, "new=yes")) ++fresh;
    }
    BOOST_TEST(fresh == 11);
}

BOOST_AUTO_TEST_CASE(every_klassa_requirement_maps_to_both_editions)
{
    for (const char* list : {"klassa-supplier", "klassa-system-manager"})
        for (const char* edition : {"2013", "2022"}) BOOST_TEST_CONTEXT(list << ' ' << edition)
            {
                std::set<std::string> mapped;
                for (const Mapping& line : mappings(std::string(list) + "-iso27001-" + edition))
                    mapped.insert(line.from_id);
                BOOST_TEST(mapped.size() == shipped(list).requirements.size());
            }
}

BOOST_AUTO_TEST_CASE(klassa_reaches_the_agreements_elements_by_article)
{
    const Catalog& elements = shipped("gdpr-processor");
    for (const char* list : {"klassa-supplier", "klassa-system-manager"})
        for (const Mapping& line : mappings(std::string(list) + "-gdpr-processor"))
            BOOST_TEST_CONTEXT(line.origin.text())
            {
                // The note is the article by which they met, and the requirement's own legal basis.
                const Requirement* from = shipped(list).find(line.from_id);
                BOOST_TEST_REQUIRE(from);
                BOOST_TEST(std::count(from->legal.begin(), from->legal.end(), line.note) == 1);
                BOOST_TEST(elements.find(line.to_id));
            }
}

BOOST_AUTO_TEST_SUITE_END()
