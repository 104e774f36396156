#include "app/tender_terms.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "base/error.h"
#include "compare/bidders.h"
#include "report/package.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(terms_tests)

namespace {

std::filesystem::path written(const test::TemporaryFolder& folder, const std::string& name, const std::string& content)
{
    const std::filesystem::path path = folder.path() / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

std::string xml(const std::string& inside)
{
    return "<tender-terms xmlns=\"urn:samsvar:tender-terms:1\">" + inside + "</tender-terms>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_shipped_terms)
{
    const model::ComparisonTerms shipped = app::shipped_terms(app::Library(SAMSVAR_SOURCE_DIR));
    const model::ComparisonTerms wanted = test::made_terms();
    BOOST_TEST((shipped.points == wanted.points));
    BOOST_TEST((shipped.not_asked == wanted.not_asked));
    BOOST_TEST((shipped.importance == wanted.importance));
    BOOST_TEST(shipped.shall == wanted.shall);
    BOOST_TEST(shipped.should == wanted.should);
    BOOST_TEST(shipped.question == wanted.question);
    BOOST_TEST((shipped.knock_out_from == wanted.knock_out_from));
    BOOST_TEST((shipped.unclear_from == wanted.unclear_from));
    BOOST_TEST(shipped.own.empty());
}

BOOST_AUTO_TEST_CASE(a_file_of_the_buyers_changes_only_what_it_says)
{
    const test::TemporaryFolder folder;
    const model::ComparisonTerms terms = app::with_own_terms(
        test::made_terms(),
        written(folder, "own.xml",
                xml("<points outcome=\"partial\" value=\"0.4\"/><points outcome=\"not-asked\" counts=\"no\"/>"
                    "<knock-out from=\"never\"/><requirement catalog=\"iso27001-2022\" id=\"A.8.13\" weight=\"7.5\" "
                    "knock-out=\"yes\"/><question form=\"skolesec-ros\" id=\"18\" weight=\"0\"/>")),
        Limits());
    BOOST_TEST(terms.points.at(model::Outcome::partial).low == 0.4);
    BOOST_TEST(terms.points.at(model::Outcome::satisfied).low == 1.0);
    BOOST_TEST(!terms.not_asked.has_value());
    BOOST_TEST(!terms.knock_out_from.has_value());
    BOOST_TEST(terms.unclear_from.has_value());
    BOOST_TEST_REQUIRE(terms.own.size() == 2u);
    BOOST_TEST(terms.own[0].name.text() == "iso27001-2022/A.8.13");
    BOOST_TEST(*terms.own[0].weight == 7.5);
    BOOST_TEST(*terms.own[0].knock_out);
    BOOST_TEST(terms.own[1].name.text() == "skolesec-ros/18");
    BOOST_TEST(!terms.own[1].knock_out.has_value());
}

BOOST_AUTO_TEST_CASE(a_table_serves_as_well)
{
    const test::TemporaryFolder folder;
    const model::ComparisonTerms terms = app::with_own_terms(
        test::made_terms(),
        written(folder, "own.csv",
                "Våre vekter;;\nKrav;Vekt;Knock-out\niso27001-2022/A.8.13;2,5;ja\nA.8.5;;nei\nA.8.7;;\n"),
        Limits());
    BOOST_TEST_REQUIRE(terms.own.size() == 2u);
    BOOST_TEST(terms.own[0].name.text() == "iso27001-2022/A.8.13");
    BOOST_TEST(*terms.own[0].weight == 2.5);
    BOOST_TEST(*terms.own[0].knock_out);
    BOOST_TEST(terms.own[0].origin.line == 3);
    BOOST_TEST(terms.own[1].name.catalog.empty());
    BOOST_TEST(!*terms.own[1].knock_out);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_named_with_its_place)
{
    struct Row {
        const char *name, *content, *message;
    };
    const Row rows[] = {
        {"a.xml", "<points outcome=\"good\" value=\"1\"/>", "must be an outcome or not-asked, not \"good\""},
        {"a.xml", "<points outcome=\"gap\" value=\"1\" low=\"0\"/>", "needs either \"value\" or \"low\" and \"high\""},
        {"a.xml", "<points outcome=\"gap\" low=\"1\" high=\"0\"/>", "\"low\" must not be above \"high\""},
        {"a.xml", "<points outcome=\"gap\" value=\"-1\"/>", "must be from 0 to 1000"},
        {"a.xml", "<kind of=\"may\" weight=\"1\"/>", "must be one of shall, should, question, not \"may\""},
        {"a.xml", "<requirement id=\"A\"/>", "says neither \"weight\" nor \"knock-out\""},
        {"a.xml", "<importance of=\"low\" weight=\"1\"/><importance of=\"low\" weight=\"2\"/>",
         "stands here a second time"},
        {"a.csv", "requirement,weight\nA.1,much\n", "!B2: a weight must be a number from 0 to 1000, not \"much\""},
        {"a.csv", "requirement,knock-out\nA.1,perhaps\n", "!B2: knock-out must be yes or no, not \"perhaps\""},
        {"a.csv", "one,two\nA.1,5\n", "no table with the columns requirement and weight"},
    };
    const test::TemporaryFolder folder;
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.content)
        {
            const bool is_xml = std::string(row.name).ends_with(".xml");
            const auto path = written(folder, row.name, is_xml ? xml(row.content) : row.content);
            BOOST_CHECK_EXCEPTION(app::with_own_terms(test::made_terms(), path, Limits()), Error,
                                  [&](const Error& error) {
                                      BOOST_TEST_MESSAGE(error.what());
                                      return std::string(error.what()).find(row.message) != std::string::npos;
                                  });
        }
}

BOOST_AUTO_TEST_SUITE_END()
