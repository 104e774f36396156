// Files with thousands of questions: what is looked for among all answers costs no more than their length, or stops at
// a limit that is said.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "rules/case.h"
#include "rules/shipped.h"

namespace samsvar::rules {

namespace {

/// The shipped form's questions over and over, with ids of their own.
model::Form long_form(std::size_t questions)
{
    model::Form form = shipped().form;
    const std::vector<model::Question> known = form.questions;
    form.questions.clear();
    for (std::size_t at = 0; at < questions; ++at) {
        form.questions.push_back(known[at % known.size()]);
        form.questions.back().id = std::to_string(at + 1);
        form.questions.back().na_follows_from.clear();
    }
    return form;
}

template <typename Text>
Evaluation evaluated(std::size_t questions, Text&& text)
{
    const model::Form form = long_form(questions);
    model::Submission submission;
    for (std::size_t at = 0; at < questions; ++at)
        submission.answers.push_back(answer_to(form.questions[at].id, text(at + 1)));
    return evaluate(form, {}, shipped().matcher, submission, assessed_on);
}

std::size_t count(const model::AnswerResult& result, std::string_view code)
{
    return static_cast<std::size_t>(std::count_if(result.findings.begin(), result.findings.end(),
                                                  [&](const model::Finding& one) { return one.code == code; }));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(many_answers)

BOOST_AUTO_TEST_CASE(a_copy_names_the_first_answer_with_its_words)
{
    const Evaluation same = evaluated(1'000, [](std::size_t number) {
        return number % 2 == 0 ? "Data er kryptert med AES-256, og nøklene roteres hvert år."
                               : "Logger oppbevares i tolv måneder og gjennomgås hver uke.";
    });
    for (const model::AnswerResult& one : same.answers) {
        const auto copy = std::find_if(one.findings.begin(), one.findings.end(), [](const model::Finding& finding) {
            return finding.code == "duplicate-answer";
        });
        const bool first = one.question == "1" || one.question == "2";
        BOOST_TEST((copy == one.findings.end()) == first);
        if (!first && copy != one.findings.end())
            BOOST_TEST(copy->with == (std::stoi(one.question) % 2 == 0 ? "2" : "1"));
    }
}

// Comparing each with each other in full took minutes.
BOOST_AUTO_TEST_CASE(near_copies_are_none)
{
    const Evaluation near = evaluated(3'000, [](std::size_t number) {
        return "Data er kryptert med AES-256, og nøklene roteres hvert år. Dette gjelder avsnitt " +
               std::to_string(number) + " av beskrivelsen.";
    });
    for (const model::AnswerResult& one : near.answers) BOOST_TEST(count(one, "duplicate-answer") == 0);
}

// Following each reference to the end from each answer took hours.
BOOST_AUTO_TEST_CASE(references_to_hundreds_of_answers_are_followed_up_to_a_limit)
{
    constexpr std::size_t questions = 600;
    const Evaluation crossed = evaluated(questions, [](std::size_t number) {
        std::string text = "Data er kryptert.";
        for (std::size_t other = 1; other <= 20; ++other)
            text += " Se punkt " + std::to_string((number * 7 + other * 31) % questions + 1) + ".";
        return text;
    });
    BOOST_TEST(crossed.answers.size() == questions);
    std::ptrdiff_t counted = 0;
    for (const model::AnswerResult& one : crossed.answers)
        counted += std::count_if(one.steps.begin(), one.steps.end(),
                                 [](const model::Step& step) { return step.id == model::StepId::reference_counted; });
    BOOST_TEST(counted > 18 * static_cast<std::ptrdiff_t>(questions));  // some refer to themselves
}

BOOST_AUTO_TEST_CASE(a_cycle_through_all_answers_ends)
{
    constexpr std::size_t questions = 900;
    const Evaluation cycle = evaluated(
        questions, [](std::size_t number) { return "Se punkt " + std::to_string(number % questions + 1) + "."; });
    BOOST_TEST(cycle.answers.size() == questions);
    const Evaluation pair = evaluated(questions, [](std::size_t number) {
        return "Se punkt " + std::to_string((number - 1) / 2 * 2 + 2 - (number - 1) % 2) + ".";
    });
    for (const model::AnswerResult& one : pair.answers) BOOST_TEST(count(one, "circular-reference") == 1);
}

BOOST_AUTO_TEST_CASE(contradictions_of_one_answer_end_at_a_limit)
{
    const Evaluation all = evaluated(2'000, [](std::size_t number) {
        return number % 2 == 0
                   ? "Nei, ingen underleverandører har tilgang, og ingen data overføres ut av EØS."
                   : "Ja, vi bruker Amazon Web Services i USA og Skjermnett AS til drift av personopplysninger.";
    });
    std::size_t most = 0;
    std::size_t sum = 0;
    for (const model::AnswerResult& one : all.answers) {
        most = std::max(most, count(one, "contradiction"));
        sum += count(one, "contradiction");
    }
    BOOST_TEST(most > 0);
    BOOST_TEST(most <= most_contradictions + 1);  // and one with the header
    BOOST_TEST(sum <= most_contradictions_in_all + all.answers.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::rules
