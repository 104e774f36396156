// What must not change a verdict: running twice, the order in which answers stand in the file, other answers of no
// concern, and the spelling. The texts are those of tests/quality/cases. SAMSVAR_QUALITY_DETAILS=1 prints each change.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <iostream>
#include <map>

#include "quality/case_file.h"
#include "rules/respell.h"
#include "rules/shipped.h"

namespace samsvar::rules {

namespace {

std::vector<std::filesystem::path> cases()
{
    return quality::cases_in(std::filesystem::path(SAMSVAR_SOURCE_DIR) / "tests/quality/cases");
}

Evaluation evaluated(const model::Submission& submission)
{
    return evaluate(shipped().form, {}, shipped().matcher, submission, assessed_on);
}

/// All there is to a result, as lines: two that are equal are the same verdict in the same words.
std::vector<std::string> lines_of(const Evaluation& evaluation)
{
    std::vector<std::string> lines;
    for (const model::AnswerResult& answer : evaluation.answers) {
        lines.push_back(answer.question + ' ' + name_of(answer.outcome) + ' ' + name_of(answer.severity) + ' ' +
                        name_of(answer.evidence));
        for (const std::string& document : answer.evidence_named) lines.push_back("document " + document);
        for (const model::Finding& one : answer.findings)
            lines.push_back(one.code + ':' + one.detail + '@' + one.with + ' ' + name_of(one.severity) + ' ' +
                            name_of(one.outcome) + " «" + one.quote + "» " + one.place.text() + " «" + one.with_quote +
                            "» " + one.with_place.text() + ' ' + one.rule.text() + ' ' +
                            one.reason.in(model::Language::nb) + ' ' + one.ask.in(model::Language::en));
        for (const model::Step& step : answer.steps) {
            std::string line = model::kind_of(step.id).name + (' ' + step.rule.text());
            for (const model::StepArgument& one : step.arguments)
                line += std::string(" | ") + name_of(one.slot) + ' ' + one.value + ' ' +
                        one.label.in(model::Language::nb) + ' ' + one.question + ' ' + std::to_string(one.begin);
            lines.push_back(std::move(line));
        }
    }
    for (const model::RequirementResult& one : evaluation.requirements)
        lines.push_back(one.catalog + '/' + one.id + ' ' + name_of(one.outcome) + ' ' + name_of(one.severity));
    return lines;
}

std::string codes_of(const model::AnswerResult& result)
{
    std::vector<std::string> codes;
    for (const model::Finding& finding : result.findings)
        // A company's name is spelt as the answer spells it.
        codes.push_back(finding.code + (finding.code == "unnamed-subprocessor" ? "" : ':' + finding.detail));
    std::sort(codes.begin(), codes.end());
    std::string text = name_of(result.outcome);
    for (const std::string& code : codes) text += ' ' + code;
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stability)

BOOST_AUTO_TEST_CASE(two_runs_are_equal)
{
    const std::vector<model::Catalog> catalogs = shipped().library.catalogs();
    for (const std::filesystem::path& file : cases()) BOOST_TEST_CONTEXT(file.stem().string())
        {
            const model::Submission submission = quality::read_case(file, shipped().form);
            const auto run = [&](const text::Matcher& matcher) {
                return lines_of(evaluate(shipped().form, catalogs, matcher, submission, assessed_on));
            };
            const std::vector<std::string> first = run(shipped().matcher);
            BOOST_TEST(first == run(shipped().matcher), boost::test_tools::per_element());
            // What is looked for in agreements only changes no verdict.
            BOOST_TEST(first == run(text::Matcher(shipped().library.lexicon())), boost::test_tools::per_element());
        }
}

BOOST_AUTO_TEST_CASE(the_order_of_the_answers_in_the_file_does_not_matter)
{
    for (const std::filesystem::path& file : cases()) BOOST_TEST_CONTEXT(file.stem().string())
        {
            model::Submission submission = quality::read_case(file, shipped().form);
            const std::vector<std::string> first = lines_of(evaluated(submission));
            std::reverse(submission.answers.begin(), submission.answers.end());
            BOOST_TEST(first == lines_of(evaluated(submission)), boost::test_tools::per_element());
        }
}

BOOST_AUTO_TEST_CASE(every_quote_stands_in_the_suppliers_words)
{
    for (const std::filesystem::path& file : cases()) {
        const model::Submission submission = quality::read_case(file, shipped().form);
        std::map<model::Place, std::string> texts;
        for (const model::Answer& answer : submission.answers)
            texts[answer.place()] = answer.text() + '\n' + answer.evidence_text();
        for (const model::Subprocessor& one : submission.subprocessors)
            texts[one.place] = one.name + ", " + one.address;
        for (const model::AnswerResult& answer : evaluated(submission).answers)
            for (const model::Finding& finding : answer.findings)
                for (const auto& [quote, place] :
                     {std::pair(finding.quote, finding.place), std::pair(finding.with_quote, finding.with_place)})
                    BOOST_TEST((quote.empty() || texts[place].find(quote) != std::string::npos),
                               file.stem().string() << ' ' << answer.question << ' ' << finding.code << " at "
                                                    << place.text() << ": " << quote);
    }
}

BOOST_AUTO_TEST_CASE(spelling_keeps_the_outcome)
{
    const bool details = std::getenv("SAMSVAR_QUALITY_DETAILS") != nullptr;
    int answers = 0;
    int kept = 0;
    for (const Spelling& spelling : spellings) {
        int asked = 0;
        int equal = 0;
        int same_findings = 0;
        int changed_texts = 0;
        for (const std::filesystem::path& file : cases()) {
            model::Submission submission = quality::read_case(file, shipped().form);
            const Evaluation plain = evaluated(submission);
            for (model::Answer& answer : submission.answers)
                for (model::AnswerPart& part : answer.parts) {
                    std::string text = spelling.respell(part.text);
                    if (text != part.text) ++changed_texts;
                    part.text = std::move(text);
                }
            const Evaluation respelled = evaluated(submission);
            for (std::size_t index = 0; index < plain.answers.size(); ++index) {
                ++asked;
                const model::AnswerResult& before = plain.answers[index];
                const model::AnswerResult& after = respelled.answers[index];
                if (before.outcome == after.outcome) ++equal;
                if (codes_of(before) == codes_of(after))
                    ++same_findings;
                else if (details)
                    std::cout << spelling.name << ": " << file.stem().string() << ' ' << before.question << '\n'
                              << "  " << codes_of(before) << "\n  " << codes_of(after) << '\n';
            }
        }
        std::cout << spelling.name << ": " << equal << " of " << asked << " outcomes kept, " << same_findings
                  << " with their findings\n";
        BOOST_TEST(changed_texts > 0, spelling.name << " changes no text");
        answers += asked;
        kept += equal;
    }
    BOOST_TEST_REQUIRE(answers > 1800);
    const double share = static_cast<double>(kept) / answers;
    std::cout << "all spellings: " << share << '\n';
    BOOST_TEST(kept == answers);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::rules
