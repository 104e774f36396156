#include <boost/test/unit_test.hpp>

#include "catalog/load.h"
#include "catalog/sample.h"

using namespace samsvar;
using namespace samsvar::catalog;

namespace {

const std::string sample = R"(<mapping xmlns="urn:samsvar:mapping:1" from-catalog="old" to-catalog="new">
<map from="A.1" to="A.5" relation="subset" note="merged"/>
<map from="A.2" to="A.5" relation="subset"/>
</mapping>
)";

std::vector<model::Mapping> loaded_mappings(const std::string& content)
{
    const TemporaryFolder folder;
    return load_mappings(folder.file("m.xml", content), "catalogs/mappings/m.xml");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mapping_tests)

BOOST_AUTO_TEST_CASE(a_line_becomes_a_mapping)
{
    const std::vector<model::Mapping> mappings = loaded_mappings(sample);
    BOOST_REQUIRE(mappings.size() == 2u);
    BOOST_TEST(mappings[0].from_catalog + ' ' + mappings[0].from_id == "old A.1");
    BOOST_TEST(mappings[0].to_catalog + ' ' + mappings[0].to_id == "new A.5");
    BOOST_TEST((mappings[0].relation == model::Relation::subset));
    BOOST_TEST(mappings[0].note == "merged");
    BOOST_TEST(mappings[1].note.empty());
    BOOST_TEST(mappings[1].origin.text() == "catalogs/mappings/m.xml:3");
}

BOOST_AUTO_TEST_CASE(wrong_mappings_are_named)
{
    struct Row {
        const char* name;
        const char* from;
        const char* to;
        const char* message;
    };
    const Row rows[] = {
        {"another root", "urn:samsvar:mapping:1", "urn:samsvar:catalog:1",
         "1:1: <mapping>: not a mapping file; the root must be <mapping xmlns=\"urn:samsvar:mapping:1\">"},
        {"no catalogue", " to-catalog=\"new\"", "", "1:1: <mapping>: attribute \"to-catalog\" is missing or empty"},
        {"unknown attribute", "note=\"merged\"", "remark=\"merged\"",
         "2:1: <map>: unknown attribute \"remark\"; allowed: from, to, relation, note"},
        {"no relation", "relation=\"subset\" note", "note", "2:1: <map>: attribute \"relation\" is missing or empty"},
        {"an unknown relation", "relation=\"subset\" note", "relation=\"part\" note",
         "2:1: <map>: attribute \"relation\" must be one of equal, subset, superset, intersects, not \"part\""},
        {"a pair twice", "from=\"A.2\"", "from=\"A.1\"",
         "3:1: <map>: a second line from \"A.1\" to \"A.5\"; the first is at line 2"},
        {"two ids in one", "from=\"A.2\"", "from=\"A.2 A.3\"",
         "3:1: <map>: attribute \"from\" must not hold blanks: \"A.2 A.3\""},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(failure_of([&] { loaded_mappings(changed(sample, row.from, row.to)); }) ==
                       std::string("malformed: catalogs/mappings/m.xml:") + row.message);
        }
    BOOST_TEST(failure_of([] {
                   loaded_mappings("<mapping xmlns=\"urn:samsvar:mapping:1\" from-catalog=\"a\" to-catalog=\"b\"/>");
               }) == "malformed: catalogs/mappings/m.xml:1:1: <mapping>: a <map> is missing inside it");
}

BOOST_AUTO_TEST_SUITE_END()
