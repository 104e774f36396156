#include "model/submission.h"

#include <boost/test/unit_test.hpp>

using namespace samsvar::model;

namespace {

AnswerPart part(ColumnRole role, const std::string& text, const std::string& path, bool placeholder = false)
{
    AnswerPart made;
    made.role = role;
    made.text = text;
    made.place = {"a.xlsx", "S", path, true};
    made.marks.placeholder = placeholder;
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(submission_tests)

BOOST_AUTO_TEST_CASE(an_answer_joins_choice_answer_and_remark_and_leaves_evidence_apart)
{
    Answer answer;
    answer.parts = {part(ColumnRole::choice, "Ja", "B2"), part(ColumnRole::answer, "", "C2"),
                    part(ColumnRole::evidence, "Vedlegg 3", "D2"), part(ColumnRole::remark, "Kvartalsvis", "E2")};
    BOOST_TEST(answer.text() == "Ja\nKvartalsvis");
    BOOST_TEST(answer.evidence_text() == "Vedlegg 3");
    BOOST_TEST(answer.place().text() == "a.xlsx!S!C2");
}

BOOST_AUTO_TEST_CASE(a_placeholder_is_no_answer)
{
    Answer answer;
    answer.parts = {part(ColumnRole::answer, "Klikk her", "C2", true)};
    BOOST_TEST(answer.text().empty());
}

BOOST_AUTO_TEST_CASE(an_answer_without_an_answer_cell_stands_at_its_first_part_or_its_question)
{
    Answer answer;
    answer.question_place = {"a.xlsx", "S", "A2", true};
    BOOST_TEST(answer.place().text() == "a.xlsx!S!A2");
    answer.parts = {part(ColumnRole::choice, "Ja", "B2")};
    BOOST_TEST(answer.place().text() == "a.xlsx!S!B2");
}

BOOST_AUTO_TEST_CASE(facts_and_answers_are_found)
{
    Submission submission;
    submission.facts = {{"supplier", "Leverandør", "Fjordsky", {}}, {"supplier", "Leverandør", "Annen", {}}};
    submission.answers.resize(1);
    submission.answers[0].question = "18";
    BOOST_TEST(submission.fact("supplier") == "Fjordsky");
    BOOST_TEST(submission.fact("email").empty());
    BOOST_TEST(submission.find("18") == &submission.answers[0]);
    BOOST_TEST(!submission.find("19"));
}

BOOST_AUTO_TEST_CASE(a_ledger_adds_up)
{
    std::vector<LedgerEntry> ledger(5);
    ledger[0].used = ledger[1].used = ledger[2].used = true;
    ledger[0].use = ledger[1].use = "answer";
    ledger[2].use = "question";
    ledger[3].use = ledger[4].use = "empty";
    const LedgerTotals sums = totals(ledger);
    BOOST_TEST(sums.units == 5u);
    BOOST_TEST(sums.used == 3u);
    BOOST_TEST(sums.used_as.at("answer") == 2u);
    BOOST_TEST(sums.used_as.at("question") == 1u);
    BOOST_TEST(sums.ignored.at("empty") == 2u);
    std::size_t ignored = 0;
    for (const auto& [reason, count] : sums.ignored) ignored += count;
    BOOST_TEST(sums.units == sums.used + ignored);
}

BOOST_AUTO_TEST_SUITE_END()
