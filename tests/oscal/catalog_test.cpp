#include "oscal/catalog.h"

#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "catalog/load.h"
#include "oscal/names.h"
#include "xml/build.h"
#include "xml/parsed.h"
#include "xml/write.h"

using namespace samsvar;
using xml::Element;
using xml::failure_of;

BOOST_AUTO_TEST_SUITE(oscal_catalog_test)

namespace {

Element parsed(const std::string& text)
{
    return xml::parse(text, "c.xml");
}

/// Written and read again: what a file would hold.
Element through_file(const Element& element)
{
    return parsed(xml::write(element));
}

Element oscal_catalog(const std::string& content)
{
    return parsed(
        "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\" uuid=\"74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724\">"
        "<metadata><title>Sample</title><last-modified>2026-01-02T03:04:05Z</last-modified>"
        "<version>7</version><oscal-version>1.1.2</oscal-version></metadata>" +
        content + "</catalog>");
}

const char* const two_controls =
    "<group id=\"g\" class=\"family\"><title>Group <em>one</em></title>"
    "<control id=\"c-1\" class=\"K\"><title>First</title>"
    "<param id=\"p1\"><label>a period</label></param>"
    "<param id=\"p2\"><select how-many=\"one-or-more\"><choice>at once</choice>"
    "<choice>within <insert type=\"param\" id-ref=\"p1\"/></choice></select></param>"
    "<prop name=\"label\" value=\"C-1\"/><link href=\"#r\" rel=\"reference\"/>"
    "<part id=\"c-1_smt\" name=\"statement\"><p>Do it <insert type=\"param\" id-ref=\"p2\"/>:</p>"
    "<part id=\"c-1_smt.a\" name=\"item\"><prop name=\"label\" value=\"a.\"/><p>well;</p></part></part>"
    "<part id=\"c-1_gdn\" name=\"guidance\"><p>Because.</p></part>"
    "<control id=\"c-1.1\"><title>Inside</title><prop name=\"status\" value=\"withdrawn\"/></control></control></group>"
    "<back-matter><resource uuid=\"11111111-1111-4111-8111-111111111111\"><title>R</title></resource></back-matter>";

}  // namespace

BOOST_AUTO_TEST_CASE(a_control_becomes_a_requirement_with_its_parameters_filled_in)
{
    const model::Catalog catalog =
        catalog::read(oscal::to_own(oscal_catalog(two_controls), {"sample", model::Language::en}));
    BOOST_TEST(catalog.id == "sample");
    BOOST_TEST(catalog.version == "7");
    BOOST_TEST(catalog.groups.at(0).title.in(model::Language::en) == "Group one");
    BOOST_TEST_REQUIRE(catalog.requirements.size() == 2u);
    const model::Requirement& first = catalog.requirements[0];
    BOOST_TEST(first.group == "g");
    BOOST_TEST(first.title.in(model::Language::en) == "First");
    BOOST_TEST(first.text.in(model::Language::en) == "Do it [one or more of: at once; within [a period]]: a. well;");
    BOOST_TEST(first.attributes == std::vector<std::string>{"label=C-1"}, boost::test_tools::per_element());
    const model::Requirement& inside = catalog.requirements[1];
    BOOST_TEST(inside.parent == "c-1");
    // Withdrawn: nothing is asked any more.
    BOOST_TEST((inside.severity == model::Severity::none));
}

BOOST_AUTO_TEST_CASE(what_oscal_says_beyond_comes_out_again)
{
    const Element before = oscal_catalog(two_controls);
    const Element own = through_file(oscal::to_own(before, {"sample", model::Language::en}));
    const Element after = through_file(oscal::from_own(own, "2030-01-01T00:00:00Z"));
    BOOST_TEST(xml::same(before, after), xml::write(after));
}

BOOST_AUTO_TEST_CASE(what_was_corrected_in_our_catalogue_is_in_the_oscal_written)
{
    Element own = oscal::to_own(oscal_catalog(two_controls), {"sample", model::Language::en});
    for (Element& child : own.children)
        if (child.name == "requirement" && child.attribute_or("id", "") == "c-1") {
            for (Element& text : child.children) {
                if (text.name == "title") text.text = "First, corrected";
                if (text.name == "text") text.text = "Do it today.";
            }
            Element legal = xml::make("legal", child.name_space);
            xml::set(legal, "ref", "GDPR 32");
            child.children.insert(child.children.begin() + 2, legal);
            xml::set(child, "role", "supplier");
        }
    const Element after =
        oscal::to_own(through_file(oscal::from_own(own, "2030-01-01T00:00:00Z")), {"sample", model::Language::en});
    const model::Catalog catalog = catalog::read(after);
    const model::Requirement& first = catalog.requirements.at(0);
    BOOST_TEST(first.title.in(model::Language::en) == "First, corrected");
    BOOST_TEST(first.text.in(model::Language::en) == "Do it today.");
    BOOST_TEST(first.legal == std::vector<std::string>{"GDPR 32"}, boost::test_tools::per_element());
    BOOST_TEST((first.role == model::Role::supplier));
    const std::string written = xml::write(oscal::from_own(own, "2030-01-01T00:00:00Z"));
    BOOST_TEST(written.find("<p>Because.</p>") != std::string::npos);
    BOOST_TEST(written.find("well;") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_shipped_catalogue_comes_back_as_it_was)
{
    const std::filesystem::path folder = std::string(SAMSVAR_SOURCE_DIR) + "/catalogs";
    int files = 0;
    for (const auto& file : files_in(folder, ".xml")) BOOST_TEST_CONTEXT(file.filename().string())
        {
            ++files;
            const Element before = xml::parse(read_file(file, 1u << 25), "c.xml");
            const Element oscal = through_file(oscal::from_own(before, "2030-01-01T00:00:00Z"));
            const Element after = through_file(oscal::to_own(oscal, {"other", model::Language::nb}));
            BOOST_TEST_REQUIRE(before.children.size() == after.children.size());
            BOOST_TEST(before.attribute_or("id", "") == after.attribute_or("id", ""));
            BOOST_TEST(before.attribute_or("version", "") == after.attribute_or("version", ""));
            for (std::size_t index = 0; index < before.children.size(); ++index)
                BOOST_TEST_REQUIRE(xml::same(before.children[index], after.children[index]),
                                   xml::write(before.children[index]) << xml::write(after.children[index]));
            // And nothing of it needed the element for what only OSCAL knows.
            BOOST_TEST(xml::write(after).find("<oscal>") == std::string::npos);
        }
    BOOST_TEST(files >= 5);
}

BOOST_AUTO_TEST_CASE(ids_that_are_no_tokens_keep_their_text)
{
    const Element own = parsed(
        "<catalog xmlns=\"urn:samsvar:catalog:1\" id=\"t\" version=\"1\"><title xml:lang=\"sv\">T</title>"
        "<group id=\"5\"><title xml:lang=\"sv\">Fem</title></group>"
        "<requirement id=\"5.1\" group=\"5\"><title xml:lang=\"sv\">A &amp; B</title></requirement></catalog>");
    const Element oscal = oscal::from_own(own, "2030-01-01T00:00:00Z");
    BOOST_TEST(xml::write(oscal).find("<control id=\"_5.1\">") != std::string::npos);
    const Element after = oscal::to_own(oscal, {"x", model::Language::en});
    BOOST_TEST(xml::same(own, after), xml::write(after));
}

BOOST_AUTO_TEST_CASE(complaints_name_line_and_column)
{
    BOOST_TEST(failure_of([] {
                   oscal::to_own(
                       oscal_catalog("\n<group id=\"g\"><title>G</title>\n  <control><title>T</title></control>"
                                     "</group>"),
                       {"x", model::Language::en});
               }) == "malformed: c.xml:3:3: <control>: attribute \"id\" is missing or empty");
    BOOST_TEST(
        failure_of([] {
            oscal::to_own(parsed("<profile xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"/>"), {"x", model::Language::en});
        }) ==
        "unsupported: c.xml:1:1: not an OSCAL catalog; the root must be <catalog "
        "xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\">, it is <profile "
        "xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\">");
    BOOST_TEST(failure_of([] {
                   oscal::to_own(oscal_catalog(""), {"x", model::Language::en});
               }) == "malformed: c.xml:1:1: <catalog>: the catalogue holds no control");
}

BOOST_AUTO_TEST_CASE(a_doctype_is_refused)
{
    BOOST_TEST(failure_of([] {
                   parsed(
                       "<!DOCTYPE catalog SYSTEM \"file:///etc/passwd\"><catalog "
                       "xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"/>");
               }).starts_with("unsupported: c.xml:1:"));
}

BOOST_AUTO_TEST_CASE(identifiers_depend_on_nothing_but_their_subject)
{
    BOOST_TEST(oscal::uuid_of("a") == oscal::uuid_of("a"));
    BOOST_TEST(oscal::uuid_of("a") != oscal::uuid_of("b"));
    const std::string uuid = oscal::uuid_of("a");
    BOOST_TEST(uuid.size() == 36u);
    BOOST_TEST(uuid[14] == '5');
    BOOST_TEST(std::string("89ab").find(uuid[19]) != std::string::npos);
    BOOST_TEST(oscal::token_of("A.5.1") == "A.5.1");
    BOOST_TEST(oscal::token_of("28(3) a") == "_28_3__a");
}

BOOST_AUTO_TEST_SUITE_END()
