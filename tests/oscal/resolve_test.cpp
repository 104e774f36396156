#include "oscal/resolve.h"

#include <boost/test/unit_test.hpp>

#include "oscal/names.h"
#include "support/temporary_folder.h"
#include "xml/parsed.h"
#include "xml/write.h"

using namespace samsvar;
using xml::Element;

BOOST_AUTO_TEST_SUITE(oscal_resolve_test)

namespace {

const std::string head =
    "<metadata><title>T</title><last-modified>2026-01-02T03:04:05Z</last-modified><version>1</version>"
    "<oscal-version>1.1.2</oscal-version></metadata>";
const std::string opening =
    " xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\" uuid=\"74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724\">";

std::string control(const std::string& id, const std::string& content = "")
{
    return "<control id=\"" + id + "\"><title>" + id + "</title>" + content + "</control>";
}

struct Disk {
    TemporaryFolder folder;
    Disk()
    {
        catalog("a.xml",
                "<param id=\"loose\"><label>l</label></param>"
                "<group id=\"g\"><title>G</title><param id=\"used\"><label>u</label></param>" +
                    control("a-1",
                            "<param id=\"p\"><label>old</label><value>1</value></param>"
                            "<prop name=\"label\" value=\"A1\"/>"
                            "<part id=\"a-1_smt\" name=\"statement\"><p>X <insert type=\"param\" "
                            "id-ref=\"used\"/></p><part id=\"a-1_smt.a\" name=\"item\"><p>one</p></part>"
                            "</part>" +
                                control("a-1.1")) +
                    control("a-2") + "</group><group id=\"h\"><title>H</title>" + control("b-1") + "</group>");
    }
    void catalog(const std::string& name, const std::string& content) const
    {
        folder.file(name, "<catalog" + opening + head + content + "</catalog>");
    }
    void profile(const std::string& name, const std::string& content) const
    {
        folder.file(name, "<profile" + opening + head + content + "</profile>");
    }
    oscal::Resolution resolve(const std::string& content) const
    {
        profile("p.xml", content);
        return resolve_file("p.xml");
    }
    oscal::Resolution resolve_file(const std::string& name) const
    {
        const auto path = folder.path() / name;
        return oscal::resolve(xml::parse(read_file(path, 1u << 20), name), path, oscal::Folder(folder.path()));
    }
};

/// "g(a-1(a-1.1) a-2)"
std::string outline(const Element& element)
{
    std::string text;
    for (const Element& child : element.children)
        if (child.name == "group" || child.name == "control") {
            const std::string inner = outline(child);
            text += (text.empty() ? "" : " ") + child.attribute_or("id", "") + (inner.empty() ? "" : "(" + inner + ")");
        }
    return text;
}

std::string outline_of(const std::string& content)
{
    return outline(Disk().resolve(content).catalog);
}

const std::string include(const std::string& ids, const std::string& more = "")
{
    return "<import href=\"a.xml\"><include-controls" + more + ">" + ids + "</include-controls></import>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(selections)
{
    const std::string as_is = "<merge><as-is>true</as-is></merge>";
    BOOST_TEST(outline_of("<import href=\"a.xml\"/>" + as_is) == "g(a-1(a-1.1) a-2) h(b-1)");
    BOOST_TEST(outline_of("<import href=\"a.xml\"><include-all/><exclude-controls><with-id>a-2</with-id>"
                          "</exclude-controls></import>" +
                          as_is) == "g(a-1(a-1.1)) h(b-1)");
    BOOST_TEST(outline_of(include("<with-id>a-1</with-id>") + as_is) == "g(a-1)");
    BOOST_TEST(outline_of(include("<with-id>a-1</with-id>", " with-child-controls=\"yes\"") + as_is) ==
               "g(a-1(a-1.1))");
    BOOST_TEST(outline_of(include("<matching pattern=\"a-*\"/>") + as_is) == "g(a-1(a-1.1) a-2)");
    // The control around it is not selected: its place is taken.
    BOOST_TEST(outline_of(include("<with-id>a-1.1</with-id>") + as_is) == "g(a-1.1)");
}

BOOST_AUTO_TEST_CASE(merges)
{
    BOOST_TEST(outline_of("<import href=\"a.xml\"/>") == "a-1 a-1.1 a-2 b-1");
    BOOST_TEST(outline_of("<import href=\"a.xml\"/><merge><flat/></merge>") == "a-1 a-1.1 a-2 b-1");
    BOOST_TEST(outline_of("<import href=\"a.xml\"/><merge><custom><group id=\"mine\"><title>Mine</title>"
                          "<insert-controls order=\"descending\"><include-controls><matching pattern=\"a-?\"/>"
                          "</include-controls></insert-controls></group></custom></merge>") == "mine(a-2 a-1)");
}

BOOST_AUTO_TEST_CASE(two_imports_of_one_control_need_a_rule)
{
    const Disk disk;
    disk.catalog("b.xml", "<group id=\"g\"><title>G</title>" + control("a-1", "<prop name=\"x\" value=\"y\"/>") +
                              control("c-1") + "</group>");
    const std::string both = "<import href=\"a.xml\"/><import href=\"b.xml\"/><merge>";
    BOOST_TEST(xml::failure_of([&] {
                   disk.resolve(both + "<as-is>true</as-is></merge>");
               }).find("two imports bring the control \"a-1\"") != std::string::npos);
    const auto first = disk.resolve(both + "<combine method=\"use-first\"/><as-is>true</as-is></merge>");
    BOOST_TEST(outline(first.catalog) == "g(a-1(a-1.1) a-2 c-1) h(b-1)");
    BOOST_TEST(xml::write(first.catalog).find("value=\"y\"") == std::string::npos);
    const auto merged = disk.resolve(both + "<combine method=\"merge\"/><as-is>true</as-is></merge>");
    BOOST_TEST(outline(merged.catalog) == "g(a-1(a-1.1) a-2 c-1) h(b-1)");
    BOOST_TEST(xml::write(merged.catalog).find("value=\"y\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(parameters_and_alterations)
{
    const auto resolution = Disk().resolve(
        include("<with-id>a-1</with-id>") +
        "<merge><as-is>true</as-is></merge><modify>"
        "<set-parameter param-id=\"p\"><label>new</label><value>2</value></set-parameter>"
        "<set-parameter param-id=\"nowhere\"><value>2</value></set-parameter>"
        "<alter control-id=\"a-1\"><remove by-id=\"a-1_smt.a\"/>"
        "<add position=\"starting\"><prop name=\"priority\" value=\"P1\"/></add>"
        "<add by-id=\"a-1_smt\" position=\"after\"><part id=\"n\" name=\"guidance\"><p>N</p></part></add>"
        "<add by-id=\"a-1_smt\" position=\"ending\"><part id=\"m\" name=\"item\"><p>M</p></part></add></alter>"
        "<alter control-id=\"a-2\"><add><prop name=\"q\" value=\"r\"/></add></alter></modify>");
    const Element& made = resolution.catalog.require_child("group").require_child("control");
    BOOST_TEST(made.require_child("param").require_child("label").text == "new");
    BOOST_TEST(made.require_child("param").all("value").size() == 1u);
    BOOST_TEST(made.require_child("param").require_child("value").text == "2");
    BOOST_TEST(made.all("prop").at(0)->attribute_or("name", "") == "priority");
    BOOST_TEST(made.all("prop").at(1)->attribute_or("name", "") == "label");
    BOOST_TEST(made.all("part").size() == 2u);
    BOOST_TEST(made.all("part").at(1)->attribute_or("id", "") == "n");
    BOOST_TEST(made.all("part").at(0)->children.back().attribute_or("id", "") == "m");
    // The group's parameter is used, the catalogue's is not.
    BOOST_TEST(resolution.catalog.require_child("group").all("param").size() == 1u);
    BOOST_TEST(resolution.catalog.all("param").size() == 0u);
    BOOST_TEST_REQUIRE(resolution.notes.size() == 2u);
    BOOST_TEST(resolution.notes[0].find("sets the parameter \"nowhere\"") != std::string::npos);
    BOOST_TEST(resolution.notes[1].find("alters \"a-2\", which is not selected") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(profiles_of_profiles)
{
    const Disk disk;
    disk.profile("inner.xml", include("<matching pattern=\"a-*\"/>") + "<merge><as-is>true</as-is></merge>");
    const auto resolution = disk.resolve(
        "<import href=\"inner.xml\"><include-controls><with-id>a-2</with-id>"
        "<with-id>b-1</with-id></include-controls></import>"
        "<merge><as-is>true</as-is></merge>");
    BOOST_TEST(outline(resolution.catalog) == "g(a-2)");
    BOOST_TEST_REQUIRE(resolution.notes.size() == 1u);
    BOOST_TEST(resolution.notes[0].find("selects \"b-1\", which inner.xml does not hold") != std::string::npos);

    disk.profile("one.xml", "<import href=\"two.xml\"/>");
    disk.profile("two.xml", "<import href=\"one.xml\"/>");
    BOOST_TEST(xml::failure_of([&] { disk.resolve_file("one.xml"); }).find("which imports this profile") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(resources_nothing_refers_to_are_left_out)
{
    const Disk disk;
    disk.catalog("r.xml", control("r-1", "<link href=\"#11111111-1111-4111-8111-111111111111\" rel=\"reference\"/>") +
                              "<back-matter><resource uuid=\"11111111-1111-4111-8111-111111111111\"/>"
                              "<resource uuid=\"22222222-2222-4222-8222-222222222222\"/></back-matter>");
    const auto resolution = disk.resolve("<import href=\"r.xml\"/>");
    BOOST_TEST(resolution.catalog.require_child("back-matter").children.size() == 1u);
}

BOOST_AUTO_TEST_CASE(mistakes_are_told_with_their_place)
{
    BOOST_TEST(xml::failure_of([] {
                   Disk().resolve("<import href=\"#gone\"/>");
               }).find("names no resource of the back matter") != std::string::npos);
    BOOST_TEST(xml::failure_of([] {
                   Disk().resolve("<import href=\"a.xml\"/><merge><as-is>maybe</as-is></merge>");
               }).find("<as-is>: must be true or false, not \"maybe\"") != std::string::npos);
    BOOST_TEST(xml::failure_of([] { Disk().resolve(""); }).find("an <import> is missing") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
