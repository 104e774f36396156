#include "oscal/mapping.h"

#include <boost/test/unit_test.hpp>

#include "xml/parsed.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(oscal_mapping_test)

namespace {

std::vector<model::Mapping> read(const std::string& entries)
{
    return oscal::mappings_of(xml::parse(
        "<mapping-collection xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\" uuid=\"u\"><metadata/><provenance/>"
        "<mapping uuid=\"v\"><source-resource type=\"catalog\" href=\"../x/left.xml\"/>"
        "<target-resource type=\"catalog\" href=\"right.xml\"><prop name=\"catalog-id\" ns=\"urn:samsvar:catalog:1\" "
        "value=\"iso27001-2022\"/></target-resource>" +
            entries + "</mapping></mapping-collection>",
        "m.xml"));
}

std::string entry(const std::string& relationship, const std::string& items)
{
    return "<map uuid=\"w\"><relationship>" + relationship + "</relationship>" + items + "</map>";
}

const std::string one = "<source type=\"control\" id-ref=\"s-1\"/><target type=\"control\" id-ref=\"A.5.1\"/>";
const std::string two =
    "<source type=\"control\" id-ref=\"s-1\"/><source type=\"control\" id-ref=\"s-2\"/>"
    "<target type=\"control\" id-ref=\"A.5.1\"/>";

std::string said(const std::vector<model::Mapping>& lines)
{
    std::string text;
    for (const model::Mapping& line : lines)
        text += line.from_catalog + ' ' + line.from_id + ' ' + name_of(line.relation) + ' ' + line.to_catalog + ' ' +
                line.to_id + '\n';
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(relationships)
{
    BOOST_TEST(said(read(entry("equivalent-to", one))) == "left s-1 equal iso27001-2022 A.5.1\n");
    BOOST_TEST(said(read(entry("subset-of", one))) == "left s-1 subset iso27001-2022 A.5.1\n");
    BOOST_TEST(said(read(entry("superset-of", one))) == "left s-1 superset iso27001-2022 A.5.1\n");
    BOOST_TEST(said(read(entry("intersects-with", one))) == "left s-1 intersects iso27001-2022 A.5.1\n");
    BOOST_TEST(said(read(entry("no-relationship", one) + entry("equal-to", one))) ==
               "left s-1 equal iso27001-2022 A.5.1\n");
}

BOOST_AUTO_TEST_CASE(several_together_say_less_of_each)
{
    BOOST_TEST(said(read(entry("equal-to", two))) ==
               "left s-1 intersects iso27001-2022 A.5.1\nleft s-2 intersects iso27001-2022 A.5.1\n");
    // What is part of it together is part of it one by one.
    BOOST_TEST(said(read(entry("subset-of", two))) ==
               "left s-1 subset iso27001-2022 A.5.1\nleft s-2 subset iso27001-2022 A.5.1\n");
    // One point of a control is not the control.
    BOOST_TEST(said(read(entry("equal-to",
                               "<source type=\"statement\" id-ref=\"s-1_smt.a\"/>"
                               "<target type=\"control\" id-ref=\"A.5.1\"/>"))) ==
               "left s-1 intersects iso27001-2022 A.5.1\n");
}

BOOST_AUTO_TEST_CASE(mistakes_are_told_with_their_place)
{
    BOOST_TEST(
        xml::failure_of([] { read(entry("same-as", one)); }) ==
        "malformed: m.xml:1:323: <relationship>: must be one of equal-to, equivalent-to, subset-of, superset-of, "
        "intersects-with, no-relationship, not \"same-as\"");
    BOOST_TEST(xml::failure_of([] { read(entry("equal-to", "")); }).find("a <source> is missing") != std::string::npos);
    BOOST_TEST(xml::failure_of([] { read(""); }).find("no <map> inside it relates anything") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
