#include "catalog/prepared_catalogs.h"

#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "catalog/load.h"
#include "support/temporary_folder.h"

namespace samsvar::catalog {

namespace {

const std::filesystem::path tree = SAMSVAR_SOURCE_DIR;

}  // namespace

BOOST_AUTO_TEST_SUITE(prepared_catalogs_test)

BOOST_AUTO_TEST_CASE(what_is_shipped_prepared_is_what_is_read)
{
    const std::vector<std::byte> bytes = prepare_catalogs(tree);
    const PreparedCatalogs prepared(bytes);
    std::size_t requirements = 0, expectations = 0, limits = 0, mappings = 0;
    for (const std::filesystem::path& path : files_in(tree / "catalogs", ".xml")) {
        const std::string shown = "catalogs/" + path.filename().string();
        BOOST_TEST(prepared.is_prepared(path, shown));
        const model::Catalog catalog = prepared.catalog(path, shown);
        BOOST_TEST((catalog == load(path, shown)), shown);
        requirements += catalog.requirements.size();
        for (const model::Requirement& requirement : catalog.requirements)
            for (const model::Expectation& one : requirement.expectations) {
                ++expectations;
                limits += one.at_most_hours || one.interval_days;
            }
    }
    for (const std::filesystem::path& path : files_in(tree / "catalogs" / "mappings", ".xml")) {
        const std::string shown = "catalogs/mappings/" + path.filename().string();
        const std::vector<model::Mapping> read = prepared.mappings(path, shown);
        BOOST_TEST(prepared.is_prepared(path, shown));
        BOOST_TEST((read == load_mappings(path, shown)), shown);
        mappings += read.size();
    }
    BOOST_TEST(requirements > 300);
    BOOST_TEST(expectations > 100);
    BOOST_TEST(limits > 2);
    BOOST_TEST(mappings > 200);
}

BOOST_AUTO_TEST_CASE(a_file_that_was_changed_is_read_anew)
{
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "catalogs" / "mappings");
    const std::string name = "gdpr-processor.xml", shown = "catalogs/" + name;
    const std::filesystem::path path = folder.path() / shown;
    std::string text = read_file(tree / shown, 1 << 24);
    write_file(path, text);
    const std::vector<std::byte> bytes = prepare_catalogs(folder.path());
    const PreparedCatalogs prepared(bytes);
    BOOST_TEST(prepared.is_prepared(path, shown));
    const std::string version = prepared.catalog(path, shown).version;

    const std::size_t at = text.find("version=\"" + version) + 9;
    text.replace(at, version.size(), "changed");
    write_file(path, text);
    BOOST_TEST(!prepared.is_prepared(path, shown));
    BOOST_TEST(prepared.catalog(path, shown).version == "changed");
    // Nor what it holds under another name, nor without anything prepared.
    BOOST_TEST(!prepared.is_prepared(path, "catalogs/other.xml"));
    BOOST_TEST(!PreparedCatalogs({}).is_prepared(tree / shown, shown));
    BOOST_TEST((PreparedCatalogs({}).catalog(tree / shown, shown) == load(tree / shown, shown)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::catalog
