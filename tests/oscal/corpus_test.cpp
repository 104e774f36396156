// Published OSCAL files (shared/corpus/catalogs); skipped, saying so, when they are not there.
#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "catalog/load.h"
#include "oscal/catalog.h"
#include "oscal/names.h"
#include "oscal/resolve.h"
#include "xml/build.h"
#include "xml/write.h"

using namespace samsvar;
using xml::Element;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(oscal_corpus_test)

namespace {

const fs::path folder = std::string(SAMSVAR_SHARED_DIR) + "/corpus/catalogs";

bool is_there()
{
    if (fs::is_directory(folder)) return true;
    BOOST_TEST_MESSAGE("skipped: " << folder.string() << " is not there");
    return false;
}

Element read(const std::string& name)
{
    return xml::parse(read_file(folder / name, 1u << 25), name);
}

struct Level {
    const char* name;
    std::size_t controls;
};
constexpr Level levels[] = {{"LOW", 124}, {"MODERATE", 261}, {"HIGH", 343}};
const std::string rev4 = "NIST_SP-800-53_rev4_";

}  // namespace

BOOST_AUTO_TEST_CASE(catalogues_load_with_the_known_counts_and_come_out_again)
{
    if (!is_there()) return;
    const std::pair<std::string, std::size_t> files[] = {{rev4 + "catalog.xml", 922},
                                                         {rev4 + "LOW-baseline-resolved-profile_catalog.xml", 124},
                                                         {rev4 + "MODERATE-baseline-resolved-profile_catalog.xml", 261},
                                                         {rev4 + "HIGH-baseline-resolved-profile_catalog.xml", 343},
                                                         {"oscal-basic-catalog.xml", 4}};
    for (const auto& [name, controls] : files) BOOST_TEST_CONTEXT(name)
        {
            const Element before = read(name);
            const Element own = xml::parse(xml::write(oscal::to_own(before, {"x", model::Language::en})), name);
            BOOST_TEST(catalog::read(own).requirements.size() == controls);
            const Element after = xml::parse(xml::write(oscal::from_own(own, "2030-01-01T00:00:00Z")), name);
            BOOST_TEST(xml::same(before, after));
        }
}

BOOST_AUTO_TEST_CASE(resolving_the_three_baselines_gives_the_published_catalogues)
{
    if (!is_there()) return;
    for (const Level& level : levels) BOOST_TEST_CONTEXT(level.name)
        {
            const std::string name = rev4 + level.name + "-baseline_profile.xml";
            const oscal::Resolution resolution = oscal::resolve(read(name), folder / name, oscal::Folder(folder));
            BOOST_TEST(resolution.notes.size() == 0u);
            const Element published = read(rev4 + level.name + "-baseline-resolved-profile_catalog.xml");
            // Groups, controls, parameters, statements, properties and the resources referred to: all the same. What
            // differs is the document's uuid and, in the metadata, who resolved it and when.
            BOOST_TEST_REQUIRE(resolution.catalog.children.size() == published.children.size());
            for (std::size_t index = 0; index < published.children.size(); ++index)
                if (published.children[index].name != "metadata")
                    BOOST_TEST(xml::same(resolution.catalog.children[index], published.children[index]), index);
            const auto own = oscal::to_own(resolution.catalog, {"x", model::Language::en});
            BOOST_TEST(catalog::read(own).requirements.size() == level.controls);
            const Element &metadata = resolution.catalog.require_child("metadata"),
                          &other = published.require_child("metadata");
            BOOST_TEST_REQUIRE(metadata.children.size() == other.children.size());
            for (std::size_t index = 0; index < metadata.children.size(); ++index) {
                BOOST_TEST(metadata.children[index].name == other.children[index].name);
                if (other.children[index].name == "last-modified" || other.children[index].name == "prop" ||
                    other.children[index].name == "oscal-version")
                    continue;
                BOOST_TEST(xml::same(metadata.children[index], other.children[index]), other.children[index].name);
            }
        }
}

BOOST_AUTO_TEST_SUITE_END()
