#include "app/catalog_source.h"

#include <boost/test/unit_test.hpp>

#include "app/catalog_output.h"
#include "support/temporary_folder.h"
#include "xml/parsed.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(catalog_source_test)

namespace {

struct Desk {
    TemporaryFolder folder;
    app::Library library{SAMSVAR_SOURCE_DIR};

    app::CatalogTree tree(const std::string& name, const std::string& content, app::CatalogSource source = {}) const
    {
        return app::read_catalog_tree(library, folder.file(name, content), source);
    }
    /// "id group title | text" a line.
    std::string read(const std::string& name, const std::string& content, app::CatalogSource source = {}) const
    {
        const app::CatalogTree made = tree(name, content, source);
        folder.file("written.xml", app::catalog_xml(made));
        const model::Catalog catalog = library.catalog((folder.path() / "written.xml").string());
        std::string text = catalog.id + '\n';
        for (const model::Requirement& one : catalog.requirements)
            text += one.id + ' ' + one.group + ' ' + one.title.in(source.language) + " | " +
                    one.text.in(source.language) + '\n';
        return text;
    }
    std::string failure(const std::string& name, const std::string& content, app::CatalogSource source = {}) const
    {
        return xml::failure_of([&] { read(name, content, source); });
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_table_by_its_headers)
{
    const Desk desk;
    BOOST_TEST(
        desk.read("Our rules.csv",
                  "Rules of the house;;;\nNo;Chapter;Title;Description\n1.1;Access;Log in;Two factors\n"
                  "1.2;Access;Log out;\n;;;\n2 a;Data;Copies;\"Every\nnight\"\n") ==
        "our-rules\n1.1 group-1 Log in | Two factors\n1.2 group-1 Log out | \n2-a group-2 Copies | Every night\n");
}

BOOST_AUTO_TEST_CASE(a_table_by_columns_that_are_said)
{
    const Desk desk;
    app::CatalogSource source;
    source.id = "mine";
    source.language = model::Language::sv;
    source.columns = {"id=B", "text=Vad som gäller"};
    BOOST_TEST(desk.read("t.csv", "X;Y;Vad som gäller\na;1;Logga in\nb;2;Logga ut\n", source) ==
               "mine\n1  Logga in | \n2  Logga ut | \n");
    source.columns = {"id=B"};
    BOOST_TEST(desk.failure("t.csv", "X;Y\na;1\n", source) ==
               "invalid-argument: --column id=B: a column for id and one for title or text are needed");
    source.columns = {"where=B"};
    BOOST_TEST(desk.failure("t.csv", "X;Y\na;1\n", source).find("write it as id=A") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(mistakes_in_tables_name_the_cell)
{
    const Desk desk;
    BOOST_TEST(desk.failure("t.csv", "Id;Title\n1;a\n1;b\n")
                   .find("the id \"1\" stands a second time; the first is at "
                         "t.csv") != std::string::npos);
    BOOST_TEST(desk.failure("t.csv", "Fruit;Colour\napple;red\n").find("no table with columns for id") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(xml_of_another_shape)
{
    const Desk desk;
    BOOST_TEST(desk.read("s.xml",
                         "<standard version=\"4\"><name>S</name><chapter><code>V1</code><title>One</title>"
                         "<items><item><code>V1.1</code><description>Do <b>it</b>.</description></item>"
                         "<item><code>V1.2</code><description>And that.</description></item></items></chapter>"
                         "<chapter><code>V2</code><title>Empty</title></chapter></standard>") ==
               "s\nV1.1 V1 V1.1 | Do it.\nV1.2 V1 V1.2 | And that.\n");
    BOOST_TEST(desk.failure("s.xml", "<a><b/></a>").find("neither a catalogue nor OSCAL") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_shipped_catalogue_can_be_had_by_id)
{
    const Desk desk;
    const app::CatalogTree tree =
        app::read_catalog_tree(desk.library, desk.library.catalog_file("klassa-supplier"), {});
    BOOST_TEST(app::requirement_count(tree) == 42u);
    const std::string oscal = app::oscal_catalog_xml(tree, {2026, 11, 21});
    BOOST_TEST(oscal.find("<last-modified>2026-11-21T00:00:00Z</last-modified>") != std::string::npos);
    // OSCAL files are catalogues like any other, from a path or a folder of the user's.
    desk.folder.file("k.xml", oscal);
    BOOST_TEST(desk.library.catalog((desk.folder.path() / "k.xml").string()).id == "klassa-supplier");
    const app::CatalogDiff diff =
        app::compare_catalogs(desk.library, "klassa-supplier", (desk.folder.path() / "k.xml").string());
    BOOST_TEST(app::diff_text(diff, model::Language::en) == "0 added, 0 removed, 0 changed, 0 renumbered\n");
}

BOOST_AUTO_TEST_SUITE_END()
