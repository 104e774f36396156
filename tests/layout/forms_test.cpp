// Questions and answers found in questionnaires that nobody described: tests/layout/forms, or the folder that
// SAMSVAR_FORMS_DIR names. SAMSVAR_FORMS_DETAIL=1 tells every difference.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "layout/found_forms.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(forms_test)

namespace {

// Shares that must be reached over all files of tests/layout/forms; raise them when more is found.
constexpr double least_questions = 0.98;
constexpr double least_answers = 0.94;
constexpr double most_extra = 0.01;

void print(const std::string& name, const test::FormScore& s)
{
    char line[200];
    std::snprintf(line, sizeof line, "%-34s %4zu %5zu %6zu %5zu | %3zu %4zu %4zu | %5zu %5zu %6zu %8zu | %8zu\n", name.c_str(),
                  s.questions, s.found, s.missed, s.extra, s.ids_wrong, s.texts_wrong, s.sections_wrong, s.right, s.wrong,
                  s.answers_missed, s.invented, s.evidence_wrong);
    std::cout << line;
}

}  // namespace

BOOST_AUTO_TEST_CASE(questionnaires_nobody_described)
{
    const char* other = std::getenv("SAMSVAR_FORMS_DIR");
    const bool detail = std::getenv("SAMSVAR_FORMS_DETAIL") != nullptr;
    const std::filesystem::path folder = other ? other : SAMSVAR_SOURCE_DIR "/tests/layout/forms";
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".xlsx" || entry.path().extension() == ".docx") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    BOOST_REQUIRE(!files.empty());

    std::cout << "                                    questions               | differ in      | answers                     |\n"
                 "file                                all found missed extra |  id text sect. | right wrong missed invented | evidence\n";
    test::FormScore sum;
    for (const std::filesystem::path& file : files) {
        BOOST_TEST_CONTEXT(file.filename().string())
        {
            std::filesystem::path oracle = file;
            const auto expected = test::read_expected(oracle.replace_extension(".expected.tsv"));
            const test::FormScore score = test::compare(expected, test::layout_of(file).questions);
            print(file.filename().string(), score);
            if (detail)
                for (const std::string& difference : score.differences) std::cout << "      " << difference << '\n';
            if (expected.empty()) BOOST_TEST(score.extra == 0);
            sum.add(score);
        }
    }
    print("all", sum);
    const auto share = [](std::size_t part, std::size_t all) { return all ? static_cast<double>(part) / static_cast<double>(all) : 1.0; };
    const double questions = share(sum.found, sum.questions);
    const double answers = share(sum.right, sum.questions);
    std::printf("questions found %.1f %%, extra %.1f %%, answers right %.1f %%\n", 100 * questions,
                100 * share(sum.extra, sum.questions), 100 * answers);
    if (other) return;  // figures only: the floors belong to the files of the repository
    BOOST_TEST(questions >= least_questions);
    BOOST_TEST(answers >= least_answers);
    BOOST_TEST(share(sum.extra, sum.questions) <= most_extra);
}

BOOST_AUTO_TEST_CASE(comparing_can_fail)
{
    model::LayoutQuestion question;
    question.id = "1.1";
    question.text = "Who?";
    question.parts.push_back({model::ColumnRole::remark, "Me.", {}, {}});
    const std::vector<test::ExpectedQuestion> expected = {{"1.1", "", "Who?", "", "me", "", ""}, {"1.2", "", "When?", "", "now", "", ""}};
    const test::FormScore one = test::compare(expected, {question});
    BOOST_TEST(one.found == 1u);
    BOOST_TEST(one.missed == 1u);
    BOOST_TEST(one.right == 1u);
    question.parts[0].text = "You";
    BOOST_TEST(test::compare(expected, {question}).wrong == 1u);
    question.parts.clear();
    BOOST_TEST(test::compare(expected, {question, question}).answers_missed == 1u);
    BOOST_TEST(test::compare(expected, {question, question}).extra == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
