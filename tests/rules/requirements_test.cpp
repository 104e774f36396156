// How a requirement's outcome follows from the answers that cover it: on a form of two or three questions made here, so
// that the shipped one may change.
#include <boost/test/unit_test.hpp>

#include "rules/shipped.h"

namespace samsvar::rules {

namespace {

using model::EvidenceState;
using model::Outcome;

/// Questions a, b and c of the shipped form's 25, 34 and 21, all covering R1; c also R2; nothing covers R3.
model::Form small_form()
{
    model::Form form;
    form.id = "small";
    form.origin = {"forms/small.xml", 1};
    for (const auto& [id, like] : {std::pair{"a", "25"}, std::pair{"b", "34"}, std::pair{"c", "21"}}) {
        model::Question question = *shipped().form.find(like);
        question.id = id;
        question.covers = {{"cat", "R1"}};
        if (question.id == "c") question.covers.push_back({"cat", "R2"});
        form.questions.push_back(std::move(question));
    }
    return form;
}

model::Catalog small_catalog()
{
    model::Catalog catalog;
    catalog.id = "cat";
    for (int number = 1; number <= 3; ++number) {
        model::Requirement requirement;
        requirement.id = "R" + std::to_string(number);
        requirement.title.set(model::Language::nb, "Krav " + std::to_string(number));
        requirement.title.set(model::Language::en, "Requirement " + std::to_string(number));
        requirement.origin = {"catalogs/cat.xml", 10 * number};
        catalog.requirements.push_back(std::move(requirement));
    }
    return catalog;
}

constexpr const char* good_25 = "Alle lagrede data krypteres med AES-256.";
constexpr const char* good_34 = "Et uavhengig firma penetrasjonstester løsningen hvert år.";
constexpr const char* good_21 = "Passord lagres som Argon2id-hash med salt.";
constexpr const char* gap_34 = "Nei, det er ikke gjort noen sikkerhetstest av løsningen.";
constexpr const char* partial_34 = "Ja.";
constexpr const char* inapplicable_25 = "Ikke aktuelt, løsningen lagrer ingen data hos oss eller andre.";
constexpr const char* inapplicable_21 = "Ikke aktuelt, alle logger inn med Feide og ingen passord lagres.";

Evaluation evaluated(const model::Form& form, const char* a, const char* b, const char* c)
{
    model::Submission submission;
    for (const auto& [id, text] : {std::pair{"a", a}, std::pair{"b", b}, std::pair{"c", c}})
        if (text) submission.answers.push_back(answer_to(id, text));
    return evaluate(form, {small_catalog()}, shipped().matcher, submission, assessed_on);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(requirements)

BOOST_AUTO_TEST_CASE(the_worst_answer_decides)
{
    struct Row {
        const char* name;
        const char *a, *b, *c;
        Outcome expected;
    };
    constexpr Row rows[] = {
        {"all good", good_25, good_34, good_21, Outcome::satisfied},
        {"one partial", good_25, partial_34, good_21, Outcome::partial},
        {"one gap among good ones", good_25, gap_34, good_21, Outcome::gap},
        {"gap is worse than partial", "Ja.", gap_34, good_21, Outcome::gap},
        {"one blank among good ones is partial", good_25, "", good_21, Outcome::partial},
        {"one absent among good ones is partial", good_25, nullptr, good_21, Outcome::partial},
        {"a gap beside a blank stays a gap", "", gap_34, good_21, Outcome::gap},
        {"nothing answered", "", nullptr, "", Outcome::unanswered},
        {"not applicable counts for nothing", inapplicable_25, good_34, inapplicable_21, Outcome::satisfied},
        {"not applicable takes no gap back", inapplicable_25, gap_34, inapplicable_21, Outcome::gap},
        {"not applicable and silence", inapplicable_25, "", inapplicable_21, Outcome::partial},
    };
    const model::Form form = small_form();
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const Evaluation evaluation = evaluated(form, row.a, row.b, row.c);
            BOOST_TEST(std::string(name_of(evaluation.requirements[0].outcome)) == name_of(row.expected));
        }
}

BOOST_AUTO_TEST_CASE(all_not_applicable_is_not_applicable)
{
    model::Form form = small_form();
    form.questions.erase(form.questions.begin() + 1);
    const Evaluation evaluation = evaluated(form, inapplicable_25, nullptr, inapplicable_21);
    BOOST_TEST((evaluation.requirements[0].outcome == Outcome::not_applicable));
    BOOST_TEST((evaluation.requirements[1].outcome == Outcome::not_applicable));
}

BOOST_AUTO_TEST_CASE(only_the_covering_answers_count)
{
    const Evaluation evaluation = evaluated(small_form(), "", gap_34, good_21);
    BOOST_TEST((evaluation.requirements[1].outcome == Outcome::satisfied));
    BOOST_TEST(evaluation.requirements[1].answers == std::vector<std::string>{"c"}, boost::test_tools::per_element());
    const std::vector<std::string> all{"a", "b", "c"};
    BOOST_TEST(evaluation.requirements[0].answers == all, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(severity_is_the_gravest_answers)
{
    const Evaluation evaluation = evaluated(small_form(), good_25, gap_34, good_21);
    BOOST_TEST((evaluation.requirements[0].severity == result_of(evaluation, "b").severity));
    BOOST_TEST((evaluation.requirements[1].severity == result_of(evaluation, "c").severity));
}

BOOST_AUTO_TEST_CASE(evidence_is_the_least_proven_answers)
{
    const std::string enclosed = std::string(good_25) + " Se vedlegg 4.";
    const Evaluation mixed = evaluated(small_form(), enclosed.c_str(), good_34, good_21);
    BOOST_TEST((result_of(mixed, "a").evidence == EvidenceState::enclosed));
    BOOST_TEST((result_of(mixed, "b").evidence == EvidenceState::requested));
    BOOST_TEST((mixed.requirements[0].evidence == EvidenceState::requested));
}

BOOST_AUTO_TEST_CASE(a_requirement_no_question_covers_says_so)
{
    const Evaluation evaluation = evaluated(small_form(), good_25, good_34, good_21);
    const model::RequirementResult& unmapped = evaluation.requirements[2];
    BOOST_TEST(unmapped.id == "R3");
    BOOST_TEST((unmapped.outcome == Outcome::unanswered));
    BOOST_TEST(unmapped.answers.empty());
    BOOST_TEST_REQUIRE(unmapped.findings.size() == 1U);
    BOOST_TEST(unmapped.findings[0].code == "unmapped-requirement");
    BOOST_TEST(unmapped.findings[0].rule.text() == "catalogs/cat.xml:30");
    BOOST_TEST(unmapped.findings[0].reason.in(model::Language::nb).find("R3 Krav 3") != std::string::npos);
    BOOST_TEST(unmapped.findings[0].reason.in(model::Language::en).find("R3 Requirement 3") != std::string::npos);
    BOOST_TEST(unmapped.findings[0].ask.in(model::Language::en).find('{') == std::string::npos);
    for (int covered : {0, 1}) BOOST_TEST(evaluation.requirements[static_cast<std::size_t>(covered)].findings.empty());
}

BOOST_AUTO_TEST_CASE(every_requirement_of_every_catalogue_stands_once_in_order)
{
    const std::vector<model::Catalog> catalogs = shipped().library.catalogs();
    const Evaluation evaluation = evaluate(shipped().form, catalogs, shipped().matcher, {}, assessed_on);
    std::vector<std::string> expected;
    for (const model::Catalog& catalog : catalogs)
        for (const model::Requirement& requirement : catalog.requirements)
            expected.push_back(catalog.id + '/' + requirement.id);
    std::vector<std::string> got;
    for (const model::RequirementResult& one : evaluation.requirements) got.push_back(one.catalog + '/' + one.id);
    BOOST_TEST(got == expected, boost::test_tools::per_element());
    BOOST_TEST(evaluation.answers.size() == shipped().form.questions.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::rules
