// What holds for all golden cases together: every code has its three kinds of case and its texts, and every finding can
// be traced to a line of ours and to words of the supplier's.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

#include "golden/golden_case.h"
#include "model/languages.h"
#include "rules/checks.h"

namespace samsvar::golden {

namespace {

std::set<std::string> codes_of_checks()
{
    std::set<std::string> codes;
    for (const rules::Check& check : rules::checks()) {
        std::istringstream words(check.codes);
        for (std::string code; words >> code;) codes.insert(code);
    }
    return codes;
}

/// Every text of the supplier's by its place: an answer's parts together, a sub-processor's cells together.
std::map<model::Place, std::string> texts_by_place(const model::Submission& submission)
{
    std::map<model::Place, std::string> texts;
    for (const model::Answer& answer : submission.answers) {
        std::string& text = texts[answer.place()];
        text = answer.text();
        for (const model::AnswerPart& part : answer.parts) text += '\n' + part.text;
        texts[answer.question_place] += answer.printed_question;
    }
    for (const model::Subprocessor& one : submission.subprocessors) texts[one.place] = one.name + ", " + one.address;
    for (const model::Annex& annex : submission.annexes) texts[annex.place] = annex.title;
    for (const model::Answer& row : submission.unmatched)
        texts[row.question_place] = row.printed_question + '\n' + row.text();
    return texts;
}

void check_finding(const model::Finding& finding, const std::map<model::Place, std::string>& texts)
{
    for (const model::Language language : model::report_languages) {
        const std::string* reason = finding.reason.exactly(language);
        const std::string* ask = finding.ask.exactly(language);
        BOOST_TEST((reason && !reason->empty()), "no reason in " << name_of(language));
        BOOST_TEST((ask && !ask->empty()), "no question to the supplier in " << name_of(language));
        for (const std::string* text : {reason, ask})
            if (text) BOOST_TEST(text->find("{what}") == std::string::npos);
    }
    BOOST_TEST(!finding.rule.file.empty());
    BOOST_TEST(finding.rule.line > 0, "rule without a line: " << finding.rule.text());
    const auto stands = [&](const std::string& quote, const model::Place& place) {
        if (quote.empty()) return;
        const auto found = texts.find(place);
        BOOST_TEST((found != texts.end() && found->second.find(quote) != std::string::npos),
                   "not at " << place.text() << ": " << quote);
    };
    stands(finding.quote, finding.place);
    stands(finding.with_quote, finding.with_place);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(coverage)

BOOST_AUTO_TEST_CASE(every_code_of_the_checks_has_three_kinds_of_case)
{
    std::set<std::pair<std::string, Kind>> kinds;
    for (const Folder& folder : folders()) kinds.insert({folder.code, folder.kind});
    for (const std::string& code : codes_of_checks())
        for (const Kind kind : {Kind::fires, Kind::silent, Kind::near_miss})
            BOOST_TEST(kinds.count({code, kind}) == 1U, code << (kind == Kind::fires    ? "-fires-a"
                                                                 : kind == Kind::silent ? "-silent-a"
                                                                                        : "-near-miss-a")
                                                             << " is missing");
}

BOOST_AUTO_TEST_CASE(every_kind_of_contradiction_has_three_kinds_of_case)
{
    std::set<std::pair<std::string, Kind>> kinds;
    for (const Folder& folder : folders())
        if (folder.code == "contradiction") kinds.insert({folder.rest.substr(0, folder.rest.rfind('-')), folder.kind});
    for (const char* sort : {"statements", "periods-differ", "kept-longer", "last-done", "unlisted", "header"})
        for (const Kind kind : {Kind::fires, Kind::silent, Kind::near_miss})
            BOOST_TEST(kinds.count({sort, kind}) == 1U,
                       "contradiction " << sort << ": kind " << static_cast<int>(kind) << " is missing");
}

BOOST_AUTO_TEST_CASE(no_folder_is_of_an_unknown_code)
{
    std::set<std::string> codes = codes_of_checks();
    // Of requirements and of the submission as a whole, which no check looks at.
    for (const char* code : {"unmapped-requirement", "invalid-identifier", "unmatched-question"}) codes.insert(code);
    for (const Folder& folder : folders()) BOOST_TEST(codes.count(folder.code) == 1U, folder.name);
}

BOOST_AUTO_TEST_CASE(every_code_of_the_checks_has_its_texts)
{
    for (const std::string& code : codes_of_checks()) BOOST_TEST_CONTEXT(code)
        {
            const model::FindingText* texts = shipped().lexicon.finding(code);
            BOOST_TEST_REQUIRE(texts);
            for (const model::Language language : model::report_languages) BOOST_TEST_CONTEXT(name_of(language))
                {
                    for (const model::LocalText* text : {&texts->title, &texts->meaning, &texts->reason, &texts->ask})
                        BOOST_TEST((text->exactly(language) && !text->exactly(language)->empty()));
                }
        }
}

BOOST_AUTO_TEST_CASE(every_finding_has_both_its_origins_and_its_sentences)
{
    std::size_t looked_at = 0;
    for (const Folder& folder : folders()) {
        const Run result = run(folder);
        const std::map<model::Place, std::string> texts = texts_by_place(result.submission);
        for (const model::AnswerResult& answer : result.answers)
            for (const model::Finding& finding : answer.findings)
                BOOST_TEST_CONTEXT(folder.name << ", question " << answer.question << ", " << finding.code << ':'
                                               << finding.detail)
                {
                    check_finding(finding, texts);
                    ++looked_at;
                }
        for (const model::RequirementResult& requirement : result.requirements)
            for (const model::Finding& finding : requirement.findings)
                BOOST_TEST_CONTEXT(folder.name << ", requirement " << requirement.id) check_finding(finding, texts);
        for (const model::Finding& finding : result.general)
            BOOST_TEST_CONTEXT(folder.name << ", general") check_finding(finding, texts);
    }
    BOOST_TEST(looked_at > 1000U);
}

BOOST_AUTO_TEST_CASE(every_outcome_explains_itself)
{
    std::set<model::StepId> seen;
    for (const Folder& folder : folders()) {
        const Run result = run(folder);
        for (const model::AnswerResult& answer : result.answers)
            BOOST_TEST_CONTEXT(folder.name << ", question " << answer.question)
            {
                const model::Answer* given = result.submission.find(answer.question);
                BOOST_TEST_REQUIRE(!answer.steps.empty());
                bool decided = false;
                std::set<std::string> raised;
                for (const model::Step& step : answer.steps) {
                    seen.insert(step.id);
                    const model::StepKind& kind = model::kind_of(step.id);
                    decided = decided || (kind.decides && kind.stage != model::Stage::outcome);
                    for (const model::StepArgument& one : step.arguments) {
                        if (one.slot == model::Slot::finding) raised.insert(one.value);
                        if (one.slot != model::Slot::words) continue;
                        // The words stand where the step says, so that they can be marked.
                        const model::Answer* source =
                            one.question.empty() ? given : result.submission.find(one.question);
                        if (one.where == model::WordsIn::annex) continue;
                        BOOST_TEST_REQUIRE(source);
                        const std::string text =
                            one.where == model::WordsIn::evidence ? source->evidence_text() : source->text();
                        BOOST_TEST(text.substr(one.begin, one.end - one.begin) == one.value, kind.name);
                    }
                }
                // The last step is the outcome; what lowered it stands before it, and every finding is told.
                BOOST_TEST((model::kind_of(answer.steps.back().id).stage == model::Stage::outcome));
                BOOST_TEST(answer.steps.back().argument(model::Slot::outcome)->value == name_of(answer.outcome));
                const bool lowered =
                    answer.outcome != model::Outcome::satisfied && answer.outcome != model::Outcome::not_applicable;
                BOOST_TEST((decided || !lowered));
                for (const model::Finding& finding : answer.findings)
                    BOOST_TEST(raised.count(finding.code) == 1U, finding.code);
            }
    }
    BOOST_TEST(seen.size() > 45U);
}

BOOST_AUTO_TEST_CASE(phrases_are_there_in_every_language)
{
    for (const char* id : {"unit-year", "unit-years", "unit-month", "unit-months", "unit-day", "unit-days", "unit-hour",
                           "unit-hours", "other-question", "other-header", "as-written", "said-in-the-question",
                           "said-to-be-partly", "mentioned-not-recipient", "listed-not-recipient"})
        for (const char* language : {"nb", "sv", "da", "fi", "en"}) {
            const std::string* text = shipped().lexicon.phrase(id).exactly(*model::language_named(language));
            BOOST_TEST((text && !text->empty()), id << " in " << language);
        }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::golden
