// The schemas beside the formats, held against the shipped files and against samples that must not pass. Needs xmllint.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "base/files.h"
#include "catalog/sample.h"

using namespace samsvar;
using namespace samsvar::catalog;
namespace fs = std::filesystem;

namespace {

const fs::path catalogs = SAMSVAR_SOURCE_DIR "/catalogs";

bool have_xmllint()
{
    static const bool found = std::system("xmllint --version >/dev/null 2>&1") == 0;
    if (!found) BOOST_TEST_MESSAGE("skipped: xmllint is not installed");
    return found;
}

bool valid(const fs::path& schema, const fs::path& file)
{
    const std::string command =
        "xmllint --nonet --noout --schema '" + schema.string() + "' '" + file.string() + "' >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
}

/// The namespace a file's root element, or what a schema describes, is in.
std::string name_space_of(const fs::path& file, const std::string& attribute)
{
    const std::string content = read_file(file, 1u << 20);
    const std::string beginning = attribute + "=\"urn:samsvar:";
    const std::size_t at = content.find(beginning);
    if (at == std::string::npos) return {};
    const std::size_t name = at + beginning.size();
    return content.substr(name, content.find('"', name) - name);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema_tests)

BOOST_AUTO_TEST_CASE(the_shipped_files_are_valid)
{
    if (!have_xmllint()) return;
    struct Row {
        const char* schema;
        const char* folder;
    };
    const Row rows[] = {{"catalog.xsd", ""}, {"mapping.xsd", "mappings"}, {"lexicon.xsd", "lexicon"}};
    for (const Row& row : rows) {
        const std::vector<fs::path> files = files_in(catalogs / row.folder, ".xml");
        BOOST_TEST(files.size() >= 5u);
        for (const fs::path& file : files)
            BOOST_TEST(valid(catalogs / row.schema, file), file.string() << " is not valid");
    }
}

BOOST_AUTO_TEST_CASE(the_shipped_reports_and_forms_are_valid)
{
    if (!have_xmllint()) return;
    for (const char* folder : {"reports", "forms"}) {
        const fs::path beside = catalogs / ".." / folder;
        for (const fs::path& file : files_in(beside, ".xml")) {
            const std::string wanted = name_space_of(file, "xmlns");
            const std::vector<fs::path> schemas = files_in(beside, ".xsd");
            const auto schema = std::find_if(schemas.begin(), schemas.end(), [&](const fs::path& one) {
                return name_space_of(one, "targetNamespace") == wanted;
            });
            BOOST_TEST_REQUIRE((schema != schemas.end()), file.string() << " has no schema");
            BOOST_TEST(valid(*schema, file), file.string() << " is not valid");
        }
    }
}

BOOST_AUTO_TEST_CASE(schema_and_loader_refuse_the_same)
{
    if (!have_xmllint()) return;
    const TemporaryFolder folder;
    BOOST_TEST(valid(catalogs / "catalog.xsd", folder.file("good.xml", sample_catalog)));
    struct Row {
        const char* name;
        const char* from;
        const char* to;
    };
    const Row rows[] = {
        {"unknown attribute", " version=\"3\"", " version=\"3\" vresion=\"3\""},
        {"unknown element", "<note xml:lang=\"en\">Made up</note>", "<notes/>"},
        {"text without a language", "<text xml:lang=\"nb\">To", "<text>To"},
        {"text in an unknown language", "<text xml:lang=\"nb\">To", "<text xml:lang=\"nob\">To"},
        {"a requirement twice", "id=\"H-2\"", "id=\"H-1\""},
        {"an id with a blank", "id=\"H-2\"", "id=\"H 2\""},
        {"a requirement without a title", "<title xml:lang=\"en\">Logs</title>", ""},
        {"an unknown group", "group=\"access\"", "group=\"acess\""},
        {"an unknown role", "role=\"supplier\"", "role=\"vendor\""},
        {"an unknown level", "level=\"must\"", "level=\"may\""},
        {"a level by number", "from=\"moderate\"", "from=\"1\""},
        {"an undeclared condition", "<condition id=\"personal-data\"/>", "<condition id=\"personaldata\"/>"},
        {"an expectation with a typing error", "violated-by=", "violated="},
        {"a part twice", "<part id=\"b\">", "<part id=\"a\">"},
        {"a part in a part", "<part id=\"b\">", "<part id=\"b\"><part id=\"c\"/>"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const std::string wrong = changed(sample_catalog, row.from, row.to);
            BOOST_TEST(!valid(catalogs / "catalog.xsd", folder.file("wrong.xml", wrong)));
            BOOST_TEST(failure_of([&] { loaded(wrong); }) != "no Error");
        }
}

BOOST_AUTO_TEST_SUITE_END()
