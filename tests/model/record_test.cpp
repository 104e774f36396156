#include "model/record.h"

#include <boost/test/unit_test.hpp>

#include "model/register.h"

using namespace samsvar::model;

namespace {

/// Two questions, the second left open; the supplier's number stands where it is asked for, another's in the text.
Assessment two_answers()
{
    Assessment assessment;
    assessment.samsvar = "1";
    assessment.date = {2026, 11, 21};
    assessment.file = "a.xlsx";
    assessment.form.id = "f";
    assessment.form.version = "2";
    Catalog catalog;
    catalog.id = "own";
    Requirement requirement;
    requirement.id = "R1";
    requirement.level = "should";
    requirement.title.set(Language::en, "Logs are kept");
    catalog.requirements = {requirement};
    assessment.catalogs = {catalog};
    for (const char* id : {"1", "2"}) {
        Question question;
        question.id = id;
        question.text.set(Language::en, std::string("Question ") + id);
        question.covers = {{"own", "R1", 1.0}};
        assessment.form.questions.push_back(question);
        AnswerResult result;
        result.question = id;
        assessment.answers.push_back(result);
    }
    Answer answer;
    answer.question = "1";
    answer.printed_question = "Question 1";
    AnswerPart part;
    part.text = "Logs are  kept\nfor a year.";
    part.place = {"a.xlsx", "Answers", "C2", true};
    answer.parts = {part};
    assessment.submission.answers = {answer};
    assessment.submission.facts = {{"supplier", "Name", "Acme", {"a.xlsx", "Facts", "B1", true}},
                                   {"organisation-number", "Number", "1", {"a.xlsx", "Facts", "B2", true}}};
    assessment.submission.identifiers = {{"NO", "999999999", true, "", {"a.xlsx", "Answers", "C9", true}},
                                         {"NO", "974760673", true, "", {"a.xlsx", "Facts", "B2", true}}};
    Finding finding;
    finding.code = "missing-element";
    finding.detail = "log-retention";
    finding.severity = Severity::high;
    assessment.answers[1].findings = {finding, finding};
    assessment.answers[1].evidence = EvidenceState::requested;
    assessment.requirements = {{"own", "R1", Outcome::gap, Severity::high, EvidenceState::requested, {"1", "2"}, {}}};
    finding.code = "edited-question";
    finding.with = "1";
    assessment.general = {finding};
    return assessment;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(record_tests)

BOOST_AUTO_TEST_CASE(a_record_holds_what_is_said_and_found)
{
    const Record record = record_of(two_answers());
    BOOST_TEST(record.supplier == "Acme");
    BOOST_TEST(record.organisation == "NO:974760673");
    BOOST_TEST(record.form.version == "2");
    BOOST_TEST(record.answers.size() == 2u);
    BOOST_TEST(record.answer("1")->text == "Logs are  kept\nfor a year.");
    BOOST_TEST(record.answer("1")->place.text() == "a.xlsx!Answers!C2");
    BOOST_TEST(record.answer("2")->text == "");
    BOOST_TEST(record.answer("2")->printed_question == "Question 2");
    BOOST_TEST(record.answer("2")->covers.at(0).text() == "own/R1");
    BOOST_TEST(record.answer("3") == nullptr);
    const RecordedRequirement* requirement = record.requirement({"own", "R1"});
    BOOST_REQUIRE(requirement != nullptr);
    BOOST_TEST(!requirement->shall);
    BOOST_TEST(requirement->title.in(Language::en) == "Logs are kept");
    BOOST_TEST((requirement->outcome == Outcome::gap));
}

BOOST_AUTO_TEST_CASE(a_finding_is_named_by_code_detail_and_other_question)
{
    const Record record = record_of(two_answers());
    BOOST_TEST(record.answer("2")->findings.at(0).key() == "missing-element/log-retention");
    BOOST_TEST(record.general.at(0).key() == "edited-question/log-retention:1");
}

BOOST_AUTO_TEST_CASE(everything_that_can_be_decided_is_a_target_once)
{
    const Record record = record_of(two_answers());
    std::vector<std::string> names;
    for (const Target& target : targets_of(record)) {
        names.push_back(target.text());
        BOOST_TEST((target_named(target.text()) == target));
        BOOST_TEST(!digest_of(record, target).empty(), target.text());
    }
    const std::vector<std::string> expected = {"requirement:own/R1",
                                               "answer:1",
                                               "answer:2",
                                               "evidence:2",
                                               "finding:2#missing-element/log-retention",
                                               "finding:general#edited-question/log-retention:1"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
    BOOST_TEST(!target_named("answer"));
    BOOST_TEST(!target_named("answer:"));
    BOOST_TEST(!target_named("thing:1"));
}

BOOST_AUTO_TEST_CASE(a_digest_changes_with_the_words_not_with_blanks)
{
    const Record before = record_of(two_answers());
    Record after = before;
    after.answers[0].text = "Logs are kept for a\tyear. ";
    const Target answer{Target::Kind::answer, "1"}, requirement{Target::Kind::requirement, "own/R1"},
        finding{Target::Kind::finding, "2#missing-element/log-retention"};
    BOOST_TEST(digest_of(before, answer) == digest_of(after, answer));
    after.answers[0].text = "Logs are kept for a month.";
    BOOST_TEST(digest_of(before, answer) != digest_of(after, answer));
    BOOST_TEST(digest_of(before, requirement) != digest_of(after, requirement));
    BOOST_TEST(digest_of(before, finding) == digest_of(after, finding));
    // What is absent is judged by the whole answer.
    after.answers[1].text = "Three months.";
    BOOST_TEST(digest_of(before, finding) != digest_of(after, finding));
    BOOST_TEST(digest_of(after, {Target::Kind::finding, "2#no-such"}) == "");
    BOOST_TEST(digest_of(after, {Target::Kind::answer, "7"}) == "");
}

BOOST_AUTO_TEST_CASE(a_follow_up_comes_so_many_months_later)
{
    Contract contract;
    BOOST_TEST(contract.follow_up_after({2026, 11, 21}).text() == "2027-11-21");
    contract.follow_up_months = 3;
    BOOST_TEST(contract.follow_up_after({2026, 11, 30}).text() == "2027-02-28");
    BOOST_TEST(contract.follow_up_after({2026, 9, 1}).text() == "2026-12-01");
}

BOOST_AUTO_TEST_SUITE_END()
