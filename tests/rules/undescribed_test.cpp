// Questions nobody described are held against what their own words ask for.
#include <boost/test/unit_test.hpp>

#include "coverage/describe.h"
#include "rules/shipped.h"

namespace samsvar::rules {

namespace {

model::AnswerResult asked(const std::string& question, const std::string& text)
{
    model::Form form;
    form.inferred = true;
    model::Question one;
    one.id = "1";
    one.text.set(model::Language::en, question);
    one.kind = model::AnswerKind::yesno_explanation;
    one.yes_suffices = true;
    form.questions.push_back(one);
    model::Submission submission;
    submission.answers.push_back(answer_to("1", text));
    submission.answers.back().printed_question = question;
    const model::Form described = coverage::describe(form, submission, {}, shipped().matcher);
    return result_of(evaluate(described, {}, shipped().matcher, submission, assessed_on), "1");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(undescribed)

BOOST_AUTO_TEST_CASE(a_question_is_held_to_its_own_words)
{
    struct Row {
        const char* name;
        const char* question;
        const char* text;
        const char* code;
        bool raised;
    };
    constexpr Row rows[] = {
        {"too seldom", "Is the service penetration tested at least annually?",
         "Yes, a specialist firm tests it every third year.", "too-infrequent", true},
        {"often enough", "Is the service penetration tested at least annually?",
         "Yes, a specialist firm tests it every six months.", "too-infrequent", false},
        {"the most frequent counts", "Testas återläsning minst en gång per år?",
         "Ja, stickprov varje månad och full återläsning vartannat år.", "too-infrequent", false},
        {"too seldom, Swedish", "Testas återläsning minst en gång per år?", "Ja, ungefär vart tredje år.",
         "too-infrequent", true},
        {"no limit asked", "How often is access reviewed?", "Every third year.", "too-infrequent", false},
        {"too slow", "Will you notify us within 24 hours of a breach?", "Yes, always within 72 hours.", "too-slow",
         true},
        {"in time", "Will you notify us within 24 hours of a breach?", "Yes, within 12 hours; a report in a week.",
         "too-slow", false},
        {"a least time may be exceeded", "Sparas loggarna i minst 12 månader?", "Ja, de sparas i 18 månader.",
         "too-slow", false},
        {"bare yes", "Describe how access is removed.", "Yes", "yes-only", true},
        {"two words are an answer", "How fast is access removed?", "Yes, in 4 hours.", "yes-only", false},
        {"a yes is what is asked for", "Is access removed?", "Yes", "yes-only", false},
    };
    for (const Row& row : rows)
        BOOST_TEST_CONTEXT(row.name) BOOST_TEST(has(asked(row.question, row.text), row.code) == row.raised);
}

BOOST_AUTO_TEST_CASE(passing_a_stated_limit_is_a_gap)
{
    BOOST_TEST(
        name_of(asked("Will you notify us within 24 hours of a breach?", "Yes, always within 72 hours.").outcome) ==
        "gap");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::rules
