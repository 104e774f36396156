#include "xml/values.h"

#include <boost/test/unit_test.hpp>

#include "model/languages.h"
#include "xml/parsed.h"

using namespace samsvar;
using namespace samsvar::xml;
using model::ExpectationKind;
using model::Language;

namespace {

model::Expectation expectation(const std::string& attributes)
{
    return read_expectation(parse("<expect " + attributes + "/>", "f.xml"));
}

std::string failure_of_expectation(const std::string& attributes)
{
    return failure_of([&] { expectation(attributes); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(values_tests)

BOOST_AUTO_TEST_CASE(texts_are_read_by_language)
{
    const Element element =
        parse("<r><t xml:lang=\"nb\"> ett\n to </t><t xml:lang=\"en-GB\">one</t><u xml:lang=\"sv\">x</u></r>", "f.xml");
    const model::LocalText texts = read_texts(element, "t");
    BOOST_TEST(texts.all().size() == 2u);
    BOOST_TEST(*texts.exactly(Language::nb) == "ett to");
    BOOST_TEST(*texts.exactly(Language::en) == "one");
    BOOST_TEST(read_texts(element, "v").empty());
}

BOOST_AUTO_TEST_CASE(wrong_texts_are_named)
{
    struct Row {
        const char* name;
        const char* content;
        std::string message;
    };
    const Row rows[] = {
        {"no language", "<r>\n<t>x</t></r>", "malformed: f.xml:2:1: <t>: attribute \"xml:lang\" is missing or empty"},
        {"an unknown language", "<r>\n<t xml:lang=\"de\">x</t></r>",
         "malformed: f.xml:2:1: <t>: unknown language xml:lang=\"de\"; known: " + model::names_of(model::all_languages, " ")},
        {"a language twice", "<r><t xml:lang=\"nb\">x</t>\n<t xml:lang=\"no\">y</t></r>",
         "malformed: f.xml:2:1: <t>: a second one with xml:lang=\"nb\""},
        {"another attribute", "<r><t xml:lang=\"nb\" lang=\"nb\">x</t></r>",
         "malformed: f.xml:1:4: <t>: unknown attribute \"lang\"; allowed: xml:lang"},
        {"an element in a text", "<r><t xml:lang=\"nb\">x<b>y</b></t></r>",
         "malformed: f.xml:1:22: <b>: does not belong inside <t>; it holds no elements"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(failure_of([&] { read_texts(parse(row.content, "f.xml"), "t"); }) == row.message);
        }
}

BOOST_AUTO_TEST_CASE(lengths_of_time_are_read_in_hours)
{
    struct Row {
        const char* written;
        double hours;  // 0 = refused
    };
    const Row rows[] = {
        {"72h", 72},   {"1h", 1},   {"0.5h", 0.5}, {"14d", 336},  {"2w", 336}, {"6m", 4383}, {"1y", 8766},
        {"12m", 8766}, {"0h", 0},   {"-1d", 0},    {"h", 0},      {"72", 0},   {"72 h", 0},  {"72hours", 0},
        {"1Y", 0},     {"infh", 0}, {"nand", 0},   {"1e400h", 0}, {"1,5h", 0}, {" 72h", 0},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.written)
        {
            const Element element = parse(std::string("<e at=\"") + row.written + "\"/>", "f.xml");
            const std::string refused =
                std::string(
                    "malformed: f.xml:1:1: <e>: attribute \"at\" must be a number and h, d, w, m or y "
                    "(72h), not \"") +
                row.written + "\"";
            double hours = 0;
            const std::string failure = failure_of([&] { hours = read_hours(element, "at"); });
            BOOST_TEST(failure == (row.hours > 0 ? "no Error" : refused));
            BOOST_TEST(hours == row.hours, boost::test_tools::tolerance(1e-9));
        }
    BOOST_TEST(failure_of([] { read_hours(parse("<e/>", "f.xml"), "at"); }) ==
               "malformed: f.xml:1:1: <e>: attribute \"at\" is missing or empty");
}

BOOST_AUTO_TEST_CASE(an_expectation_of_concepts_has_plain_defaults)
{
    const model::Expectation plain = expectation("id=\"mfa\" any=\"mfa  passkey\"");
    BOOST_TEST(plain.id == "mfa");
    BOOST_TEST((plain.kind == ExpectationKind::concepts));
    BOOST_TEST((plain.weight == model::Weight::must));
    BOOST_TEST(plain.met_by.size() == 2u);
    BOOST_TEST(plain.minimum == 1);
    BOOST_TEST(plain.violated_by.empty());
    BOOST_TEST(plain.violation_is_gap);
    BOOST_TEST(!plain.limit_is_stated);
    BOOST_TEST(!plain.evidence_meets);
    BOOST_TEST(!plain.at_most_hours);
    BOOST_TEST(!plain.interval_days);
    BOOST_TEST(plain.origin.text() == "f.xml:1");
}

BOOST_AUTO_TEST_CASE(an_expectations_attributes_all_arrive)
{
    const model::Expectation full =
        read_expectation(parse("<expect id=\"t\" kind=\"duration\" weight=\"should\" any=\"a b\" minimum=\"2\" "
                               "violated-by=\"c\" violation=\"partial\" "
                               "about=\"d e\" at-most=\"3d\" limit=\"stated\" evidence-meets=\"yes\"><label "
                               "xml:lang=\"en\">limit</label></expect>",
                               "f.xml"));
    BOOST_TEST((full.kind == ExpectationKind::duration));
    BOOST_TEST((full.weight == model::Weight::should));
    BOOST_TEST(full.minimum == 2);
    BOOST_TEST(full.violated_by.front() == "c");
    BOOST_TEST(!full.violation_is_gap);
    BOOST_TEST(full.about.size() == 2u);
    BOOST_TEST(full.at_most_hours.value_or(0) == 72);
    BOOST_TEST(full.limit_is_stated);
    BOOST_TEST(full.evidence_meets);
    BOOST_TEST(full.label.in(Language::en) == "limit");

    const model::Expectation often = expectation("id=\"f\" kind=\"frequency\" every=\"1y\"");
    BOOST_TEST((often.kind == ExpectationKind::frequency));
    BOOST_TEST(often.interval_days.value_or(0) == 365.25);
    BOOST_TEST((expectation("id=\"f\" kind=\"recent\" every=\"2w\"").kind == ExpectationKind::recent));
}

BOOST_AUTO_TEST_CASE(wrong_expectations_are_named)
{
    const std::string minimum =
        "attribute \"minimum\" must be a whole number from 1 to the number of concepts in \"any\", not ";
    struct Row {
        const char* attributes;
        std::string message;
    };
    const Row rows[] = {
        {"any=\"a\"", "attribute \"id\" is missing or empty"},
        {"id=\"e\"", "attribute \"any\" must name at least one concept"},
        {"id=\"e\" any=\" \"", "attribute \"any\" must name at least one concept"},
        {"id=\"e\" kind=\"concept\" any=\"a\"",
         "attribute \"kind\" must be concepts, duration, frequency or recent, not \"concept\""},
        {"id=\"e\" any=\"a\" weight=\"may\"", "attribute \"weight\" must be must or should, not \"may\""},
        {"id=\"e\" any=\"a\" violation=\"none\"", "attribute \"violation\" must be gap or partial, not \"none\""},
        {"id=\"e\" any=\"a\" limit=\"hard\"", "attribute \"limit\" must be stated or customary, not \"hard\""},
        {"id=\"e\" any=\"a\" evidence-meets=\"1\"", "attribute \"evidence-meets\" must be yes or no, not \"1\""},
        {"id=\"e\" any=\"a b\" minimum=\"3\"", minimum + "\"3\""},
        {"id=\"e\" any=\"a b\" minimum=\"0\"", minimum + "\"0\""},
        {"id=\"e\" any=\"a b\" minimum=\"1.5\"", minimum + "\"1.5\""},
        {"id=\"e\" any=\"a b\" minimum=\"nan\"", minimum + "\"nan\""},
        {"id=\"e\" any=\"a b\" minimum=\"1e99\"", minimum + "\"1e99\""},
        {"id=\"e\" any=\"a\" at-most=\"1d\"",
         "attribute \"at-most\" belongs to kind=\"duration\", not to \"concepts\""},
        {"id=\"e\" kind=\"duration\" every=\"1d\"",
         "attribute \"every\" belongs to kind=\"frequency\" and kind=\"recent\", not to \"duration\""},
        {"id=\"e\" any=\"a\" all=\"b\"",
         "unknown attribute \"all\"; allowed: id, kind, weight, any, minimum, violated-by, violation, about, at-most, "
         "every, limit, "
         "evidence-meets"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.attributes)
        {
            BOOST_TEST(failure_of_expectation(row.attributes) == "malformed: f.xml:1:1: <expect>: " + row.message);
        }
}

BOOST_AUTO_TEST_SUITE_END()
