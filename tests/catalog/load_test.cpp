#include "catalog/load.h"

#include <boost/test/unit_test.hpp>

#include "catalog/sample.h"
#include "model/languages.h"

using namespace samsvar;
using namespace samsvar::catalog;
using model::Language;

BOOST_AUTO_TEST_SUITE(load_tests)

BOOST_AUTO_TEST_CASE(every_element_and_attribute_arrives)
{
    const model::Catalog catalog = loaded(sample_catalog);
    BOOST_TEST(catalog.id == "house");
    BOOST_TEST(catalog.version == "3");
    BOOST_TEST(catalog.title.in(Language::en) == "House rules");
    BOOST_TEST(catalog.note.in(Language::en) == "Made up");
    BOOST_TEST(catalog.origin.text() == "catalogs/house.xml:1");
    BOOST_REQUIRE(catalog.conditions.size() == 1u);
    BOOST_TEST(catalog.conditions[0].id == "personal-data");
    BOOST_REQUIRE(catalog.groups.size() == 1u);
    BOOST_TEST(catalog.groups[0].title.in(Language::en) == "Access");
    BOOST_REQUIRE(catalog.requirements.size() == 2u);

    const model::Requirement& one = catalog.requirements[0];
    BOOST_TEST(one.id == "H-1");
    BOOST_TEST(one.group == "access");
    BOOST_TEST((one.role == model::Role::supplier));
    BOOST_TEST(one.level == "must");
    BOOST_TEST((one.severity == model::Severity::high));
    BOOST_TEST(one.origin.text() == "catalogs/house.xml:6");
    BOOST_TEST(one.title.in(Language::en) == "Two factors");
    BOOST_TEST(*one.text.exactly(Language::nb) == "To faktorer");
    BOOST_TEST(one.motive.in(Language::en) == "Passwords leak");
    BOOST_TEST(one.evidence.size() == 2u);
    BOOST_TEST(one.evidence[1] == "certificate");
    BOOST_TEST(one.evidence_text.in(Language::en) == "Settings");
    BOOST_REQUIRE(one.levels.size() == 2u);
    BOOST_TEST(one.levels[0].aspect + ' ' + one.levels[0].from == "confidentiality significant");
    BOOST_TEST(one.levels[0].inferred);
    BOOST_TEST(!one.levels[1].inferred);
    BOOST_TEST(one.conditions.front() == "personal-data");
    BOOST_TEST(one.legal.front() == "GDPR 32(1)(b)");
    BOOST_TEST(one.attributes.front() == "parameter=factors=2");
    BOOST_TEST(one.recognise.size() == 2u);
    BOOST_TEST(one.recognise[0] == "to[- ]?faktor\\w*");
    BOOST_TEST(one.covered_when.in(Language::en) == "enforced");
    BOOST_TEST(one.partial_when.in(Language::en) == "optional");
    BOOST_REQUIRE(one.expectations.size() == 1u);
    BOOST_TEST(one.expectations[0].met_by.size() == 2u);
    BOOST_TEST(one.expectations[0].origin.text() == "catalogs/house.xml:21");
    BOOST_REQUIRE(one.parts.size() == 2u);
    BOOST_TEST(one.parts[0].id == "a");
    BOOST_TEST(one.parts[0].legal.front() == "GDPR 32(4)");
    BOOST_TEST(one.parts[1].text.in(Language::en) == "Users");

    const model::Requirement& bare = catalog.requirements[1];
    BOOST_TEST(bare.group.empty());
    BOOST_TEST(!bare.role);
    BOOST_TEST(bare.level.empty());
    BOOST_TEST((bare.severity == model::Severity::medium));
}

BOOST_AUTO_TEST_CASE(wrong_catalogues_name_place_element_value_and_what_is_allowed)
{
    struct Row {
        const char* name;
        const char* from;  // first occurrence in the sample
        const char* to;
        std::string message;
    };
    const std::string languages = model::names_of(model::all_languages, " ");
    const Row rows[] = {
        {"another root", "<catalog xmlns=\"urn:samsvar:catalog:1\"", "<catalog xmlns=\"urn:samsvar:form:1\"",
         "1:1: <catalog>: not a catalog file; the root must be <catalog xmlns=\"urn:samsvar:catalog:1\">"},
        {"no namespace", " xmlns=\"urn:samsvar:catalog:1\"", "",
         "1:1: <catalog>: not a catalog file; the root must be <catalog xmlns=\"urn:samsvar:catalog:1\">"},
        {"no id", " id=\"house\"", "", "1:1: <catalog>: attribute \"id\" is missing or empty"},
        {"no version", " version=\"3\"", " version=\"\"", "1:1: <catalog>: attribute \"version\" is missing or empty"},
        {"unknown attribute", " version=\"3\"", " version=\"3\" vresion=\"3\"",
         "1:1: <catalog>: unknown attribute \"vresion\"; allowed: id, version"},
        {"unknown element", "<note xml:lang=\"en\">Made up</note>", "<notes/>",
         "3:1: <notes>: does not belong inside <catalog>; allowed: title, note, condition, group, requirement, oscal"},
        {"no title", "<title xml:lang=\"en\">House rules</title>", "",
         "1:1: <catalog>: a <title> is missing inside it"},
        {"text without a language", "<text xml:lang=\"nb\">To", "<text>To",
         "8:1: <text>: attribute \"xml:lang\" is missing or empty"},
        {"text in an unknown language", "<text xml:lang=\"nb\">To", "<text xml:lang=\"nob\">To",
         "8:1: <text>: unknown language xml:lang=\"nob\"; known: " + languages},
        {"a language twice", "<text xml:lang=\"nb\">To", "<text xml:lang=\"en\">To",
         "9:1: <text>: a second one with xml:lang=\"en\""},
        {"a requirement twice", "id=\"H-2\"", "id=\"H-1\"",
         "25:1: <requirement>: a second requirement \"H-1\"; the first is at line 6"},
        {"an id with a blank", "id=\"H-2\"", "id=\"H 2\"",
         "25:1: <requirement>: attribute \"id\" must not hold blanks: \"H 2\""},
        {"a requirement without a title", "<title xml:lang=\"en\">Logs</title>", "",
         "25:1: <requirement>: a <title> is missing inside it"},
        {"an unknown group", "group=\"access\"", "group=\"acess\"",
         "6:1: <requirement>: attribute \"group\" names no group of this catalogue: \"acess\""},
        {"a group twice", "<group id", "<group id=\"access\"><title xml:lang=\"en\">A</title></group>\n<group id",
         "6:1: <group>: a second group \"access\"; the first is at line 5"},
        {"a group without a title", "<title xml:lang=\"en\">Access</title>", "",
         "5:1: <group>: a <title> is missing inside it"},
        {"an unknown role", "role=\"supplier\"", "role=\"vendor\"",
         "6:1: <requirement>: attribute \"role\" must be one of supplier, system-manager, controller, processor, not "
         "\"vendor\""},
        {"an unknown level", "level=\"must\"", "level=\"may\"",
         "6:1: <requirement>: attribute \"level\" must be one of must, should, context, not \"may\""},
        {"an unknown severity", "severity=\"high\"", "severity=\"grave\"",
         "6:1: <requirement>: attribute \"severity\" must be one of none, low, medium, high, not \"grave\""},
        {"evidence of no kind", "kinds=\"configuration certificate\"", "kinds=\"\"",
         "11:1: <evidence>: attribute \"kinds\" is missing or empty"},
        {"evidence twice", "<level aspect", "<evidence kinds=\"plan\"/><level aspect",
         "12:1: <evidence>: stands twice"},
        {"an unknown aspect", "aspect=\"integrity\"", "aspect=\"traceability\"",
         "13:1: <level>: attribute \"aspect\" must be one of confidentiality, integrity, availability, not "
         "\"traceability\""},
        {"a level by number", "from=\"moderate\"", "from=\"1\"",
         "13:1: <level>: attribute \"from\" must be one of negligible, moderate, significant, serious, not \"1\""},
        {"a level without its aspect", "aspect=\"integrity\" ", "",
         "13:1: <level>: attribute \"aspect\" is missing or empty"},
        {"an aspect twice", "aspect=\"integrity\"", "aspect=\"confidentiality\"",
         "13:1: <level>: a second level of \"confidentiality\""},
        {"an undeclared condition", "<condition id=\"personal-data\"/>", "<condition id=\"personaldata\"/>",
         "14:1: <condition>: attribute \"id\" names no condition of this catalogue: \"personaldata\"; declare it as "
         "<condition "
         "id=\"personaldata\"> before the groups"},
        {"an undeclared condition of a part", "<part id=\"b\">", "<part id=\"b\"><condition id=\"cloud\"/>",
         "23:14: <condition>: attribute \"id\" names no condition of this catalogue: \"cloud\"; declare it as "
         "<condition id=\"cloud\"> "
         "before the groups"},
        {"a legal basis without its name", "ref=\"GDPR 32(1)(b)\"", "",
         "15:1: <legal>: attribute \"ref\" is missing or empty"},
        {"a legal basis with a typing error", "ref=\"GDPR 32(1)(b)\"", "article=\"32\"",
         "15:1: <legal>: unknown attribute \"article\"; allowed: ref"},
        {"an attribute without a value", " value=\"factors=2\"", "",
         "16:1: <attribute>: attribute \"value\" is missing or empty"},
        {"a pattern without a language", "<recognise xml:lang=\"nb\">", "<recognise>",
         "17:1: <recognise>: attribute \"xml:lang\" is missing or empty"},
        {"a wrong pattern", "two[- ]?factor<", "two(factor<",
         "18:1: <recognise>: the pattern \"two(factor\" is wrong: missing ): two(factor"},
        {"a pattern that RE2 cannot have", "two[- ]?factor<", "(?=two)factor<",
         "18:1: <recognise>: the pattern \"(?=two)factor\" is wrong: invalid perl operator: (?="},
        {"an empty pattern", "two[- ]?factor<", " <", "18:1: <recognise>: the pattern \"\" is wrong: it is empty"},
        {"a pattern for nothing", "two[- ]?factor<", "(two)?<",
         "18:1: <recognise>: the pattern \"(two)?\" is wrong: it matches the empty text"},
        {"an expectation with a typing error", "violated-by=", "violated=",
         "21:1: <expect>: unknown attribute \"violated\"; allowed: id, kind, weight, any, minimum, violated-by, "
         "violation, about, at-most, "
         "every, limit, evidence-meets"},
        {"an expectation twice", "<part id=\"a\">", "<expect id=\"mfa\" any=\"b\"/><part id=\"a\">",
         "22:1: <expect>: a second expectation \"mfa\""},
        {"a part twice", "<part id=\"b\">", "<part id=\"a\">", "23:1: <part>: a second part \"a\""},
        {"a part that says nothing", "<text xml:lang=\"en\">Users</text>", "",
         "23:1: <part>: a <title> or <text> is missing inside it"},
        {"a part in a part", "<part id=\"b\">", "<part id=\"b\"><part id=\"c\"/>",
         "23:14: <part>: does not belong inside <part>; allowed: title, text, evidence, condition, legal, recognise, "
         "expect"},
        {"text between elements", "<condition id=\"personal-data\"/>", "<condition id=\"personal-data\"/>-->",
         "6:1: <requirement>: holds text between its elements: \"-->\""},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(failure_of([&] { loaded(changed(sample_catalog, row.from, row.to)); }) ==
                       std::string("malformed: catalogs/house.xml:") + row.message);
        }
}

BOOST_AUTO_TEST_CASE(what_is_no_catalogue_at_all_is_refused)
{
    struct Row {
        const char* name;
        std::string content;
        const char* message;
    };
    const Row rows[] = {
        {"a document type", "<!DOCTYPE catalog SYSTEM \"catalog.dtd\">\n" + sample_catalog,
         "unsupported: catalogs/house.xml:1:39: a DOCTYPE is not allowed; remove it"},
        {"cut short", sample_catalog.substr(0, sample_catalog.find("<group")),
         "malformed: catalogs/house.xml:5:1: not well-formed XML: No element found"},
        {"without requirements", sample_catalog.substr(0, sample_catalog.find("<requirement")) + "</catalog>",
         "malformed: catalogs/house.xml:1:1: <catalog>: a <requirement> is missing inside it"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(failure_of([&] { loaded(row.content); }) == row.message);
        }
    BOOST_TEST(failure_of([] { load("/nonexistent/c.xml", "catalogs/c.xml"); }) ==
               "not-found: /nonexistent/c.xml: there is no such file; check the name and the folder");
}

BOOST_AUTO_TEST_SUITE_END()
