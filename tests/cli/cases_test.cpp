#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdio>

#include "app/assess.h"
#include "app/score.h"
#include "cli/program.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

// The files of suppliers that are kept beside the repository; skipped where they are not.
BOOST_AUTO_TEST_SUITE(cases_test)

namespace {

namespace fs = std::filesystem;

const fs::path cases = fs::path(SAMSVAR_SHARED_DIR) / "cases";

bool cases_are_here()
{
    if (fs::is_directory(cases)) return true;
    BOOST_TEST_MESSAGE("skipped: there is no folder " << cases.string());
    return false;
}

std::vector<app::Verdict> verdicts_of(const fs::path& file)
{
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "result.json";
    const Run run = test::samsvar({"check", file, "--date", "2026-11-21", "--format", "json", "-o", out});
    BOOST_TEST_REQUIRE(run.status == 1, run.err);
    return app::read_result(out);
}

/// Runs ledger and checks that its last sum adds up.
void check_ledger(const fs::path& file)
{
    BOOST_TEST_CONTEXT(file.filename().string())
    {
        const Run run = test::samsvar({"ledger", file});
        BOOST_TEST(run.status < 2, run.err);
        BOOST_TEST(run.err == "");
        std::size_t units = 0, used = 0, ignored = 0;
        const std::size_t sum = run.out.find(" units = ");
        BOOST_TEST_REQUIRE(sum != std::string::npos);
        const std::size_t line = run.out.rfind('\n', sum) + 1;
        BOOST_TEST(
            std::sscanf(run.out.c_str() + line, "%zu units = %zu used + %zu ignored\n", &units, &used, &ignored) == 3);
        BOOST_TEST(run.out.find("DOES NOT ADD UP") == std::string::npos);
        BOOST_TEST(units == used + ignored);
        BOOST_TEST(used >= 52u * 3);
        // What is listed by use and by reason is as much.
        std::size_t listed_used = 0, listed_ignored = 0;
        for (std::size_t at = 0; at < line;) {
            const std::size_t end = run.out.find('\n', at);
            const std::string row = run.out.substr(at, end - at);
            std::size_t count = 0;
            char word[64];
            if (std::sscanf(row.c_str(), "  used as %63s %zu", word, &count) == 2) listed_used += count;
            if (std::sscanf(row.c_str(), "  ignored %63s %zu", word, &count) == 2) listed_ignored += count;
            at = end + 1;
        }
        BOOST_TEST(listed_used == used);
        BOOST_TEST(listed_ignored == ignored);
        // And every unit is listed once with --details.
        const Run details = test::samsvar({"ledger", file, "--details"});
        std::size_t rows = 0;
        for (std::size_t at = 0; at < details.out.size(); at = details.out.find('\n', at) + 1)
            rows += details.out.compare(at, 8, "used    ") == 0 || details.out.compare(at, 8, "ignored ") == 0;
        BOOST_TEST(rows == units);
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_ledger_of_the_examples_adds_up)
{
    check_ledger(test::docx_example);
    check_ledger(test::xlsx_example);
}

BOOST_AUTO_TEST_CASE(the_ledger_of_the_cases_adds_up)
{
    if (!cases_are_here()) return;
    for (const char* name :
         {"skolesec-conexus.docx", "skolesec-conexus.xlsx", "skolesec-nordlys.docx", "skolesec-fjordsky.xlsx"})
        check_ledger(cases / name);
}

BOOST_AUTO_TEST_CASE(scores_of_the_cases_hold_their_floors)
{
    if (!cases_are_here()) return;
    struct Row {
        const char* file;
        const char* gold;
    };
    for (const Row& row : {Row{"skolesec-conexus.docx", "skolesec-conexus.gold.tsv"},
                           Row{"skolesec-conexus.xlsx", "skolesec-conexus.gold.tsv"},
                           Row{"skolesec-nordlys.docx", "skolesec-nordlys.gold.tsv"},
                           Row{"skolesec-fjordsky.xlsx", "skolesec-fjordsky.gold.tsv"}})
        BOOST_TEST_CONTEXT(row.file)
        {
            const app::Score score = app::score(verdicts_of(cases / row.file), app::read_gold(cases / row.gold));
            BOOST_TEST_MESSAGE(row.file << ": recall " << score.follow_up.recall() << ", precision "
                                        << score.follow_up.precision() << ", outcomes " << score.agreement());
            BOOST_TEST(score.questions == 52);
            BOOST_TEST(score.missing == 0);
            BOOST_TEST(score.follow_up.recall() >= 0.90);
            BOOST_TEST(score.follow_up.precision() >= 0.60);
            BOOST_TEST(score.agreement() >= 0.65);
        }
}

BOOST_AUTO_TEST_CASE(score_tells_the_figures_and_by_its_status_whether_there_are_differences)
{
    const fs::path gold = fs::path(SAMSVAR_SOURCE_DIR) / "tests" / "quality" / "cases" / "kystlogg.tsv";
    const TemporaryFolder folder;
    const fs::path result = folder.path() / "kystlogg.json";
    BOOST_TEST(
        test::samsvar({"check", test::docx_example, "--date", "2026-11-21", "--format", "json", "-o", result}).status ==
        1);
    const Run run = test::samsvar({"score", result, gold});
    BOOST_TEST(run.status == 1, run.err);
    BOOST_TEST(run.out.starts_with("questions 52, missing 0, unclear "));
    BOOST_TEST(run.out.find("\nneeds follow-up: recall ") != std::string::npos);
    const Run details = test::samsvar({"score", result, gold, "--details"});
    BOOST_TEST(details.out.starts_with(run.out));
    BOOST_TEST(details.out.find("\tgold ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_answers_get_the_same_verdicts_from_word_and_from_excel)
{
    if (!cases_are_here()) return;
    const std::vector<app::Verdict> word = verdicts_of(cases / "skolesec-conexus.docx");
    const std::vector<app::Verdict> excel = verdicts_of(cases / "skolesec-conexus.xlsx");
    BOOST_TEST_REQUIRE(word.size() == 52u);
    BOOST_TEST_REQUIRE(excel.size() == 52u);
    for (std::size_t index = 0; index < word.size(); ++index) BOOST_TEST_CONTEXT("question " << word[index].question)
        {
            BOOST_TEST(word[index].question == excel[index].question);
            BOOST_TEST(word[index].outcome == excel[index].outcome);
            // The Word file names its sub-processors in its head, the workbook has no such place.
            const auto of_the_answer = [](std::vector<std::string> codes) {
                std::erase_if(codes, [](const std::string& code) {
                    return code == "unnamed-subprocessor" || code == "contradiction";
                });
                return codes;
            };
            BOOST_TEST(of_the_answer(word[index].codes) == of_the_answer(excel[index].codes),
                       boost::test_tools::per_element());
            if (word[index].codes == excel[index].codes) BOOST_TEST(word[index].severity == excel[index].severity);
        }
}

BOOST_AUTO_TEST_CASE(the_findings_the_conexus_form_is_known_for_are_there)
{
    if (!cases_are_here()) return;
    const app::Library library{SAMSVAR_SOURCE_DIR};
    app::AssessRequest request;
    request.file = cases / "skolesec-conexus.docx";
    request.date = {2026, 11, 21};
    const model::Assessment assessment = app::assess(library, request);
    BOOST_TEST(assessment.submission.answers.size() == 52u);
    BOOST_TEST(assessment.submission.identifiers.size() == 3u);
    for (const model::Identifier& identifier : assessment.submission.identifiers) BOOST_TEST(identifier.valid);
    BOOST_TEST(assessment.submission.fact("supplier") != "");
    struct Row {
        const char* question;
        const char* code;
        const char* with;  ///< "" = whichever
    };
    for (const Row& row :
         {Row{"17", "contradiction", "41"}, Row{"41", "contradiction", "17"}, Row{"18", "weak-practice", ""},
          Row{"20", "weak-practice", ""}, Row{"21", "weak-practice", ""}, Row{"34", "off-topic", ""},
          Row{"26", "deflected", ""}, Row{"52", "na-conditional", ""}})
        BOOST_TEST_CONTEXT("question " << row.question << ", " << row.code)
        {
            const model::AnswerResult* result = assessment.answer(row.question);
            BOOST_TEST_REQUIRE(result);
            const auto wanted = [&](const model::Finding& finding) {
                return finding.code == row.code && (!*row.with || finding.with == row.with);
            };
            BOOST_TEST(std::any_of(result->findings.begin(), result->findings.end(), wanted));
        }
}

BOOST_AUTO_TEST_SUITE_END()
