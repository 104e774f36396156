// A part that is said in words no pattern knows is not told to be missing.
#include <boost/test/unit_test.hpp>

#include "rules/shipped.h"

namespace samsvar::rules {

namespace {

model::AnswerResult judged(const char* expected, const char* text)
{
    model::Form form;
    model::Question question;
    question.id = "1";
    question.text.set(model::Language::en, "How is it done?");
    question.kind = model::AnswerKind::free;
    question.topic = {expected, "backup", "encryption", "access-control"};
    model::Expectation wanted;
    wanted.id = "wanted";
    wanted.label.set(model::Language::en, "what is wanted");
    wanted.met_by = {expected};
    question.expectations.push_back(wanted);
    form.questions.push_back(question);
    model::Submission submission;
    submission.answers.push_back(answer_to("1", text));
    return result_of(evaluate(form, {}, shipped().matcher, submission, assessed_on), "1");
}

bool said_in_other_words(const model::AnswerResult& result)
{
    return std::any_of(result.steps.begin(), result.steps.end(),
                       [](const model::Step& one) { return one.id == model::StepId::expectation_in_other_words; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(other_words_test)

BOOST_AUTO_TEST_CASE(a_part_said_in_unknown_words_is_not_missing)
{
    struct Row {
        const char* expected;  ///< concept
        const char* text;
        bool said;
    };
    constexpr Row rows[] = {
        {"restore-test",
         "Backups are taken every night. Once a quarter a copy is brought to an empty machine and we see that it "
         "starts.",
         true},
        {"restore-test", "Backups are taken every night and lie in another building.", false},
        // What is to come is not said to be so, in whatever words.
        {"restore-test",
         "Backups are taken every night. From 2027 a copy will be brought to an empty machine to see that it starts.",
         false},
        // What is asked is not said.
        {"restore-test",
         "Backups are taken every night. Is a copy brought to an empty machine now and then, to see that it starts?",
         false},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text)
        {
            BOOST_TEST_REQUIRE(!shipped().matcher.analyse(row.text).holds(*shipped().matcher.index_of(row.expected)));
            const model::AnswerResult result = judged(row.expected, row.text);
            BOOST_TEST(said_in_other_words(result) == row.said);
            BOOST_TEST(has(result, "missing-element") == !row.said);
        }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::rules
