// The agreements of cases/ and, where they are there, the shared ones, held against a reviewer's verdicts.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "agreement/shipped.h"
#include "app/score.h"
#include "base/error.h"
#include "base/files.h"

using namespace samsvar;
using test::agreement_files;
using test::assess;

BOOST_AUTO_TEST_SUITE(agreement_cases_test)

namespace {

namespace fs = std::filesystem;

app::Score score_of(const fs::path& gold)
{
    fs::path file = gold;
    file.replace_extension().replace_extension(".docx");
    std::vector<app::Verdict> verdicts;
    for (const model::ArticleResult& one : assess(file).articles)
        verdicts.push_back({one.article, name_of(one.outcome), {}, {}});
    return app::score(verdicts, app::read_gold(gold));
}

void check_folder(const fs::path& folder, double floor)
{
    int right = 0, all = 0;
    for (const fs::path& gold : files_in(folder, ".tsv")) {
        const app::Score score = score_of(gold);
        BOOST_TEST_CONTEXT(gold.filename().string())
        {
            BOOST_TEST(score.questions == 19);
            BOOST_TEST(score.missing_called_covered == 0);
            BOOST_TEST_MESSAGE(gold.filename().string() << "\n" << app::score_text(score, true));
        }
        right += score.outcomes_equal;
        all += score.questions;
    }
    BOOST_REQUIRE(all > 0);
    BOOST_TEST(static_cast<double>(right) / all >= floor);
}

}  // namespace

BOOST_AUTO_TEST_CASE(our_own_agreements)
{
    check_folder(agreement_files() / "cases", FLOOR_AGREEMENT);
}

BOOST_AUTO_TEST_CASE(the_shared_agreements)
{
    const fs::path folder = fs::path(SAMSVAR_SHARED_DIR) / "cases/dpa";
    if (!fs::is_directory(folder)) {
        BOOST_TEST_MESSAGE("skipped: " << folder.string() << " is not there");
        return;
    }
    check_folder(folder, 0.85);
}

BOOST_AUTO_TEST_CASE(every_element_stands_once_and_quotes_what_is_in_the_file)
{
    for (const fs::path& file : files_in(agreement_files() / "cases", ".docx")) {
        const model::AgreementAssessment assessment = assess(file);
        BOOST_TEST_CONTEXT(file.filename().string())
        {
            BOOST_TEST(assessment.elements.size() == 57);
            for (const model::ElementResult& element : assessment.elements) {
                BOOST_TEST_CONTEXT(element.id)
                {
                    BOOST_TEST((element.outcome == model::ClauseOutcome::missing || !element.shown.quote.empty()));
                    BOOST_TEST((element.outcome != model::ClauseOutcome::partial || !element.findings.empty()));
                    if (element.shown.quote.empty()) continue;
                    const bool verbatim =
                        std::any_of(assessment.agreement.passages.begin(), assessment.agreement.passages.end(),
                                    [&](const model::Passage& one) {
                                        return one.text.find(element.shown.quote) != std::string::npos;
                                    });
                    BOOST_TEST(verbatim, "not verbatim: " << element.shown.quote);
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_questionnaire_is_no_agreement)
{
    const fs::path examples = fs::path(SAMSVAR_SOURCE_DIR) / "forms/examples";
    int tried = 0;
    for (const char* ending : {".docx", ".xlsx"})
        for (const fs::path& file : files_in(examples, ending)) {
            ++tried;
            BOOST_TEST_CONTEXT(file.filename().string())
            BOOST_CHECK_THROW(assess(file), Error);
        }
    BOOST_TEST(tried > 0);
}

BOOST_AUTO_TEST_SUITE_END()
