#include "xml/element.h"

#include <boost/test/unit_test.hpp>

#include "xml/parsed.h"

using namespace samsvar;
using namespace samsvar::xml;

BOOST_AUTO_TEST_SUITE(element_tests)

BOOST_AUTO_TEST_CASE(elements_know_their_place_namespace_attributes_and_text)
{
    const Element root = parse(
        "<?xml version=\"1.0\"?>\n<!-- c -->\n<r xmlns=\"urn:x\" a=\"1\">\n  <c "
        "xml:lang=\"nb\">å&amp;<![CDATA[<b>]]></c>t\n <c/>\n</r>",
        "f.xml");
    BOOST_TEST(root.name == "r");
    BOOST_TEST(root.name_space == "urn:x");
    BOOST_TEST(root.location().text() == "f.xml:3:1");
    BOOST_TEST(*root.attribute("a") == "1");
    BOOST_TEST(!root.attribute("b"));
    BOOST_TEST(root.trimmed_text() == "t");
    BOOST_REQUIRE(root.children.size() == 2u);
    BOOST_TEST(root.children[0].location().text() == "f.xml:4:3");
    BOOST_TEST(root.children[0].text == "å&<b>");
    BOOST_TEST(*root.children[0].attribute("xml:lang") == "nb");
    BOOST_TEST(root.children[0].name_space == "urn:x");
    BOOST_TEST(root.children[1].line == 5);
    BOOST_TEST(root.all("c").size() == 2u);
    BOOST_TEST(root.child("c") == &root.children[0]);
    BOOST_TEST(!root.child("d"));
}

BOOST_AUTO_TEST_CASE(white_space_in_a_text_is_folded)
{
    BOOST_TEST(parse("<r>\n  one\t two\r\n three </r>", "f.xml").trimmed_text() == "one two three");
    BOOST_TEST(parse("<r> \n </r>", "f.xml").trimmed_text().empty());
    // A no-break space is text.
    BOOST_TEST(parse("<r>a\u00A0b</r>", "f.xml").trimmed_text() == "a\u00A0b");
}

BOOST_AUTO_TEST_CASE(what_is_no_xml_of_ours_is_refused_with_its_place)
{
    Limits small;
    small.own_xml_bytes = 1u << 20;
    small.xml_depth = 3;
    small.xml_attributes = 2;
    struct Row {
        const char* name;
        std::string content;
        std::string message;
    };
    const Row rows[] = {
        {"a document type", "<!DOCTYPE r [<!ENTITY e \"x\">]>\n<r>&e;</r>",
         "unsupported: f.xml:1:13: a DOCTYPE is not allowed; remove it"},
        {"a document type on another line",
         "<?xml version=\"1.0\"?>\n\n  <!DOCTYPE r SYSTEM \"file:///etc/passwd\">\n<r/>",
         "unsupported: f.xml:3:42: a DOCTYPE is not allowed; remove it"},
        {"an undeclared entity", "<r>\n&nbsp;</r>", "malformed: f.xml:2:1: not well-formed XML: Undefined entity"},
        {"a wrong end tag", "<r>\n  <a></b>\n</r>", "malformed: f.xml:2:8: not well-formed XML: Tag mismatch"},
        {"cut short", "<r><a>", "malformed: f.xml:1:7: not well-formed XML: No element found"},
        {"nothing", "", "malformed: f.xml:1:1: not well-formed XML: No element found"},
        {"an attribute twice", "<r a=\"1\" a=\"2\"/>",
         "malformed: f.xml:1:10: not well-formed XML: Duplicate attribute"},
        {"invalid UTF-8", "<r>\xff</r>", "malformed: f.xml:1:4: not well-formed XML: Invalid token"},
        {"an unbound prefix", "<r><x:a/></r>", "malformed: f.xml:1:4: not well-formed XML: Unbound prefix"},
        {"too deep", "<a><a><a>\n<a/></a></a></a>", "limit-exceeded: f.xml:2:1: elements are nested too deeply"},
        {"too many attributes", "<r>\n <a b=\"\" c=\"\" d=\"\"/></r>",
         "limit-exceeded: f.xml:2:2: <a> has too many attributes"},
        {"too long", "<r>" + std::string(1u << 20, ' ') + "</r>",
         "limit-exceeded: f.xml: the file is larger than 1 MiB"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(failure_of_parsing(row.content, small) == row.message);
        }
    BOOST_TEST(failure_of_parsing("<a><a><a b=\"\" c=\"\"/></a></a>", small) == "no Error");
}

BOOST_AUTO_TEST_CASE(the_default_depth_holds_without_overflow)
{
    std::string deep;
    for (std::size_t level = 0; level < Limits().xml_depth; ++level) deep += "<a>";
    std::string closed = deep;
    for (std::size_t level = 0; level < Limits().xml_depth; ++level) closed += "</a>";
    BOOST_TEST(failure_of_parsing(closed) == "no Error");
    for (int more = 0; more < 100'000; ++more) deep += "<a>";
    BOOST_TEST(failure_of_parsing(deep) == "limit-exceeded: f.xml:1:769: elements are nested too deeply");
}

BOOST_AUTO_TEST_CASE(attributes_are_read_as_what_they_must_be)
{
    const Element element = parse(
        "<r n=\"2.5\" yes=\"yes\" no=\"no\" words=\" a\n b  c \" empty=\"\" bad=\"12x\" true=\"true\"/>", "f.xml");
    BOOST_TEST(element.require_attribute("n") == "2.5");
    BOOST_TEST(*element.number_attribute("n") == 2.5);
    BOOST_TEST(!element.number_attribute("none"));
    BOOST_TEST(element.flag_attribute("yes", false));
    BOOST_TEST(!element.flag_attribute("no", true));
    BOOST_TEST(element.flag_attribute("none", true));
    BOOST_TEST(element.attribute_or("none", "other") == "other");
    BOOST_TEST(element.attribute_or("empty", "other").empty());
    const std::vector<std::string> words{"a", "b", "c"};
    BOOST_TEST(element.words_attribute("words") == words, boost::test_tools::per_element());
    BOOST_TEST(element.words_attribute("empty").empty());
    BOOST_TEST(element.words_attribute("none").empty());

    struct Row {
        const char* name;
        std::string failure;
        const char* message;
    };
    const Row rows[] = {
        {"missing", failure_of([&] { element.require_attribute("id"); }),
         "malformed: f.xml:1:1: <r>: attribute \"id\" is missing or empty"},
        {"empty", failure_of([&] { element.require_attribute("empty"); }),
         "malformed: f.xml:1:1: <r>: attribute \"empty\" is missing or empty"},
        {"no number", failure_of([&] { element.number_attribute("bad"); }),
         "malformed: f.xml:1:1: <r>: attribute \"bad\" is not a number: \"12x\""},
        {"an empty number", failure_of([&] { element.number_attribute("empty"); }),
         "malformed: f.xml:1:1: <r>: attribute \"empty\" is not a number: \"\""},
        {"no flag", failure_of([&] { element.flag_attribute("true", false); }),
         "malformed: f.xml:1:1: <r>: attribute \"true\" must be yes or no, not \"true\""},
        {"no child", failure_of([&] { element.require_child("c"); }),
         "malformed: f.xml:1:1: <r>: a <c> is missing inside it"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(row.failure == row.message);
        }
}

BOOST_AUTO_TEST_CASE(what_is_not_allowed_is_named_with_what_is)
{
    struct Row {
        const char* name;
        const char* content;
        std::vector<std::string_view> attributes;
        std::vector<std::string_view> children;
        const char* message;
    };
    const Row rows[] = {
        {"all allowed", "<r xmlns=\"urn:x\" xmlns:y=\"urn:y\" a=\"1\"><c/></r>", {"a", "b"}, {"c"}, "no Error"},
        {"attribute",
         "<r aa=\"1\"/>",
         {"a", "b"},
         {},
         "malformed: f.xml:1:1: <r>: unknown attribute \"aa\"; allowed: a, b"},
        {"attribute of an element without any",
         "<r a=\"1\"/>",
         {},
         {},
         "malformed: f.xml:1:1: <r>: unknown attribute \"a\"; it takes none"},
        {"not a namespace declaration",
         "<r xmlnsx=\"1\"/>",
         {"a"},
         {},
         "malformed: f.xml:1:1: <r>: unknown attribute \"xmlnsx\"; allowed: a"},
        {"child",
         "<r>\n <d/></r>",
         {},
         {"c", "e"},
         "malformed: f.xml:2:2: <d>: does not belong inside <r>; allowed: c, e"},
        {"child of an element without any",
         "<r>text<d/></r>",
         {},
         {},
         "malformed: f.xml:1:8: <d>: does not belong inside <r>; it holds no elements"},
        {"child of another namespace",
         "<r xmlns=\"urn:x\"><c xmlns=\"urn:y\"/></r>",
         {},
         {"c"},
         "malformed: f.xml:1:18: <c>: does not belong inside <r>; allowed: c"},
        {"text between elements",
         "<r><c/>\n stray text <c/></r>",
         {},
         {"c"},
         "malformed: f.xml:1:1: <r>: holds text between its elements: \"stray\""},
        {"text where no element is allowed", "<r>text</r>", {}, {}, "no Error"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const Element element = parse(row.content, "f.xml");
            BOOST_TEST(failure_of([&] { element.allow(row.attributes, row.children); }) == row.message);
        }
}

BOOST_AUTO_TEST_SUITE_END()
