#include "compare/compare.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

#include "base/split.h"
#include "compare/bidders.h"
#include "report/tender_matrix.h"

using namespace samsvar;
using compare::Questions;
using model::Outcome;
using model::Remark;
using model::RemarkKind;

BOOST_AUTO_TEST_SUITE(compare_tests)

namespace {

constexpr auto ok = Outcome::satisfied;
constexpr auto gap = Outcome::gap;

std::string row_names(const model::Comparison& comparison)
{
    std::string names;
    for (const model::ComparedRow& row : comparison.rows)
        names += (names.empty() ? "" : " ") + row.name.id + (row.differs ? "*" : "");
    return names;
}

std::string remark_names(const model::Comparison& comparison)
{
    std::string names;
    for (const Remark& remark : comparison.remarks) {
        names += (names.empty() ? "" : " ") + std::string(name_of(remark.kind));
        if (!remark.bidder.empty()) names += ':' + remark.bidder;
        if (!remark.subject.empty()) names += ':' + remark.subject;
        for (const std::string& id : remark.ids) names += ',' + id;
    }
    return names;
}

model::Comparison made(std::vector<model::Record> records, const model::Catalog& catalog,
                       model::ComparisonTerms terms = test::made_terms(),
                       Questions questions = Questions::all_uncovered)
{
    return compare::compare(std::move(records), {catalog}, terms, questions);
}

}  // namespace

BOOST_AUTO_TEST_CASE(shall_before_should_and_what_nobody_was_asked_is_told)
{
    const model::Catalog catalog = test::made_catalog(7);
    const model::Comparison comparison =
        made({test::made_bidder("Alfa", "a.xlsx", catalog, {{1, ok}, {2, ok}, {3, gap}, {4, ok}, {6, ok}}),
              test::made_bidder("Beta", "b.xlsx", catalog, {{1, ok}, {2, gap}, {3, ok}, {4, gap}, {6, ok}})},
             catalog);
    BOOST_TEST(row_names(comparison) == "R-1 R-2* R-4* R-3* R-6");
    BOOST_TEST(comparison.same_form);
    BOOST_TEST(remark_names(comparison) == "unasked:made,R-5,R-7");
}

BOOST_AUTO_TEST_CASE(a_question_without_a_requirement_is_a_row_of_its_own)
{
    const model::Catalog catalog = test::made_catalog(2);
    const auto bidder = [&](const char* name, Outcome outcome) {
        model::Record record = test::made_bidder(name, std::string(name) + ".xlsx", catalog, {{1, ok}, {2, ok}});
        for (const char* id : {"8", "9"}) {
            record.answers.push_back(record.answers.front());
            record.answers.back().question = id;
            record.answers.back().printed_question = "Hvilke kunder kan vi ringe?";
            record.answers.back().covers.clear();
            record.answers.back().outcome = outcome;
        }
        record.answers.back().covers = {{"elsewhere", "X-1"}};
        return record;
    };
    const model::Comparison all = made({bidder("Alfa", ok), bidder("Beta", gap)}, catalog);
    BOOST_TEST(row_names(all) == "R-1 R-2 8* 9*");
    BOOST_TEST(all.rows[2].question);
    BOOST_TEST(all.rows[2].weight == 2.0);  // medium, a question
    BOOST_TEST(all.count(1, model::KnockOut::yes) == 0);
    BOOST_TEST(all.groups.size() == 2u);
    BOOST_TEST(remark_names(all).empty());
    // The buyer has named the catalogue: a question about another scores nothing, and that is said.
    const model::Comparison named =
        made({bidder("Alfa", ok), bidder("Beta", gap)}, catalog, test::made_terms(), Questions::only_unmapped);
    BOOST_TEST(row_names(named) == "R-1 R-2 8*");
    BOOST_TEST(remark_names(named) == "questions-left-out:made-form,9");
}

BOOST_AUTO_TEST_CASE(different_forms_compare_by_requirement_only)
{
    const model::Catalog catalog = test::made_catalog(3);
    model::Record alfa = test::made_bidder("Alfa", "a.xlsx", catalog, {{1, ok}, {2, ok}});
    model::Record beta = test::made_bidder("Beta", "b.docx", catalog, {{1, gap}, {3, ok}});
    beta.form = {"other-form", "2"};
    beta.catalogs.push_back({"elsewhere", "1"});
    alfa.answers.front().covers.clear();
    const model::Comparison comparison = made({alfa, beta}, catalog);
    BOOST_TEST(!comparison.same_form);
    BOOST_TEST(row_names(comparison) == "R-1* R-2 R-3");
    BOOST_TEST(remark_names(comparison) ==
               "other-forms,A: made-form 1,B: other-form 2 catalog-not-common:elsewhere,B unasked-of:A:made,R-3 "
               "unasked-of:B:made,R-2");
}

BOOST_AUTO_TEST_CASE(questionnaires_numbered_alike_are_not_the_same_form)
{
    const model::Catalog catalog = test::made_catalog(2);
    model::Record alfa = test::made_bidder("Alfa", "a.xlsx", catalog, {{1, ok}, {2, ok}});
    model::Record beta = test::made_bidder("Beta", "b.xlsx", catalog, {{1, ok}, {2, ok}});
    beta.form.version = "2";
    BOOST_TEST(made({alfa, beta}, catalog).same_form);
    BOOST_TEST(remark_names(made({alfa, beta}, catalog)) == "form-versions:made-form,1,2");
    for (model::RecordedAnswer& answer : beta.answers) answer.printed_question = "Noe ganske annet?";
    BOOST_TEST(!made({alfa, beta}, catalog).same_form);
}

BOOST_AUTO_TEST_CASE(the_same_file_twice_is_told)
{
    const model::Catalog catalog = test::made_catalog(1);
    const model::Record alfa = test::made_bidder("Alfa", "a.xlsx", catalog, {{1, ok}});
    const model::Comparison comparison = made({alfa, alfa, alfa}, catalog);
    BOOST_TEST(remark_names(comparison) == "same-content:B:A same-content:C:A");
    BOOST_TEST(comparison.bidders[1].name == "Alfa (B)");
}

BOOST_AUTO_TEST_CASE(weights_of_the_buyer_find_their_row_or_are_told)
{
    const model::Catalog catalog = test::made_catalog(2);
    model::Catalog other = catalog;
    other.id = "second";
    const auto bidder = [&](const char* name) {
        model::Record record = test::made_bidder(name, std::string(name) + ".xlsx", catalog, {{1, ok}, {2, gap}});
        record.catalogs.push_back({"second", "1"});
        for (model::RecordedRequirement one : std::vector(record.requirements)) {
            one.name.catalog = "second";
            if (one.name.id == "R-2") one.name.id = "S-2";
            record.requirements.push_back(one);
        }
        return record;
    };
    model::ComparisonTerms terms = test::made_terms();
    terms.own = {{{"made", "R-1"}, 10.0, {}, {"w.csv", 2}},
                 {{"", "S-2"}, 5.0, {}, {"w.csv", 3}},
                 {{"", "R-1"}, 1.0, {}, {"w.csv", 4}},
                 {{"", "R-99"}, 1.0, {}, {"w.csv", 5}}};
    const model::Comparison comparison = made({bidder("Alfa"), bidder("Beta")}, catalog, terms);
    BOOST_TEST_REQUIRE(comparison.rows.size() == 4u);
    BOOST_TEST(comparison.rows[0].weight == 10.0);
    BOOST_TEST(comparison.rows[0].own_weight);
    BOOST_TEST(comparison.rows[1].weight == 4.0);
    BOOST_TEST(comparison.rows[3].weight == 5.0);
    BOOST_TEST(remark_names(comparison) ==
               "several-catalogs,made,second own-term-ambiguous:R-1,made,second own-term-unknown:R-99");
    BOOST_TEST(comparison.remarks[1].text == "w.csv:4");
}

BOOST_AUTO_TEST_CASE(no_catalogue_in_common_leaves_no_rows)
{
    const model::Catalog catalog = test::made_catalog(1);
    model::Record alfa = test::made_bidder("Alfa", "a.xlsx", catalog, {{1, ok}});
    model::Record beta = alfa;
    beta.catalogs = {{"elsewhere", "1"}};
    beta.form.id = "other";
    BOOST_TEST(compare::common_catalogs({alfa, beta}).empty());
    const model::Comparison comparison = made({alfa, beta}, catalog);
    BOOST_TEST(comparison.rows.empty());
    BOOST_TEST(!comparison.bidders[0].score.has_value());
}

// The JSON that scripts read, whole. SAMSVAR_UPDATE_GOLDEN=1 rewrites it; read the diff.
BOOST_AUTO_TEST_CASE(json_is_as_agreed)
{
    const model::Catalog catalog = test::made_catalog(4);
    model::Record beta = test::made_bidder("Beta AB", "b.docx", catalog,
                                           {{1, Outcome::unclear}, {2, gap}, {3, Outcome::not_applicable}});
    beta.organisation = "SE:5560000000";
    const std::string json = report::to_json(made(
        {test::made_bidder("Alfa AS", "a.xlsx", catalog, {{1, ok}, {2, Outcome::partial}, {3, Outcome::unanswered}}),
         beta},
        catalog));
    const std::string golden = std::string(SAMSVAR_SOURCE_DIR) + "/tests/compare/golden/two-bidders.json";
    if (std::getenv("SAMSVAR_UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << json;
    std::ostringstream expected;
    expected << std::ifstream(golden, std::ios::binary).rdbuf();
    const std::vector<std::string> lines = split(json, '\n'), wanted = split(expected.str(), '\n');
    BOOST_TEST(lines == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
