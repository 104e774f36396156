#include "app/score.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "support/temporary_folder.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(score_test)

namespace {

app::Verdict verdict(const char* question, const char* outcome, std::vector<std::string> codes, const char* severity)
{
    return {question, outcome, std::move(codes), severity};
}

/// Four verdicts of a reviewer: three to follow up, one not.
const std::vector<app::Verdict> gold{
    verdict("1", "gap", {"negative"}, "high"),
    verdict("2", "partial", {"missing-element", "vague"}, "medium"),
    verdict("3", "satisfied", {}, "none"),
    verdict("4", "satisfied", {"evidence-outstanding"}, "low"),
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_run_like_the_gold_scores_full)
{
    const app::Score score = app::score(gold, gold);
    BOOST_TEST(score.questions == 4);
    BOOST_TEST(score.missing == 0);
    BOOST_TEST(score.agreement() == 1.0);
    BOOST_TEST(score.follow_up.recall() == 1.0);
    BOOST_TEST(score.follow_up.precision() == 1.0);
    BOOST_TEST(score.differences.empty());
}

BOOST_AUTO_TEST_CASE(each_kind_of_difference_counts_once)
{
    const std::vector<app::Verdict> run{
        verdict("1", "gap", {"negative"}, "high"),     // right
        verdict("2", "satisfied", {}, "none"),         // missed
        verdict("3", "partial", {"vague"}, "medium"),  // a false alarm
        verdict("5", "gap", {"negative"}, "high"),     // no such question
    };                                                 // and 4 is lost
    const app::Score score = app::score(run, gold);
    BOOST_TEST(score.questions == 4);
    BOOST_TEST(score.missing == 1);
    BOOST_TEST(score.outcomes_equal == 1);
    BOOST_TEST(score.agreement() == 0.25);
    BOOST_TEST(score.follow_up.expected == 3);
    BOOST_TEST(score.follow_up.found == 2);
    BOOST_TEST(score.follow_up.right == 1);
    BOOST_TEST(score.codes.at("vague").expected == 1);
    BOOST_TEST(score.codes.at("vague").found == 1);
    BOOST_TEST(score.codes.at("vague").right == 0);
    BOOST_TEST(score.codes.at("negative").right == 1);
    BOOST_TEST(score.differences.size() == 3u);
    BOOST_TEST(app::score_text(score, true) ==
               "questions 4, missing 1, unclear 0\n"
               "outcomes agree 0.25 (1/4)\n"
               "needs follow-up: recall 0.33 (1/3), precision 0.50 (1/2)\n"
               "  evidence-outstanding: recall 0.00 (0/1), precision 1.00 (0/0)\n"
               "  missing-element: recall 0.00 (0/1), precision 1.00 (0/0)\n"
               "  negative: recall 1.00 (1/1), precision 1.00 (1/1)\n"
               "  vague: recall 0.00 (0/1), precision 0.00 (0/1)\n"
               "2\tgold partial missing-element,vague\tgot satisfied -\n"
               "3\tgold satisfied -\tgot partial vague\n"
               "4\tgold satisfied evidence-outstanding\tgot missing -\n");
}

BOOST_AUTO_TEST_CASE(unclear_is_counted_apart_and_agrees_with_nothing)
{
    const app::Score score = app::score({verdict("1", "unclear", {"negative"}, "high")}, {gold.front()});
    BOOST_TEST(score.unclear == 1);
    BOOST_TEST(score.outcomes_equal == 0);
    BOOST_TEST(score.follow_up.right == 1);
}

BOOST_AUTO_TEST_CASE(a_gold_file_is_read_by_its_header_and_codes_lose_their_details)
{
    const TemporaryFolder folder;
    const auto file =
        folder.file("a.gold.tsv",
                    "severity\tquestion_id\treason\toutcome\tfinding_codes\r\n"
                    "high\tA.9.4.2\tbecause\tgap\tweak-practice:optional-mfa,weak-practice:md5,contradiction:20\r\n"
                    "\n"
                    "none\t2\t\tsatisfied\t\n");
    const std::vector<app::Verdict> read = app::read_gold(file);
    BOOST_TEST_REQUIRE(read.size() == 2u);
    BOOST_TEST(read[0].question == "A.9.4.2");
    BOOST_TEST(read[0].outcome == "gap");
    BOOST_TEST(read[0].severity == "high");
    const std::vector<std::string> codes{"contradiction", "weak-practice"};
    BOOST_TEST(read[0].codes == codes, boost::test_tools::per_element());
    BOOST_TEST(read[0].follow_up());
    BOOST_TEST(read[1].codes.empty());
    BOOST_TEST(!read[1].follow_up());
}

BOOST_AUTO_TEST_SUITE_END()
