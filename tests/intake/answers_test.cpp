#include <boost/test/unit_test.hpp>

#include "support/document_builder.h"
#include "intake/read.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(answers_test)

namespace {

/// The small form filled in, as rows of a table: number, question, answer.
std::vector<RowText> filled_rows()
{
    std::vector<RowText> rows{{"No", "Question", "Answer"}};
    const char* answers[] = {"With a card", "Yes, AES", "Every night", "Only the staff", "No"};
    for (std::size_t index = 0; index < 5; ++index)
        rows.push_back({std::to_string(index + 1) + '.', printed(index), answers[index]});
    return rows;
}

constexpr const char* all_answered =
    "1: answer=With a card\n2: answer=Yes, AES\n3: answer=Every night\n4: answer=Only the staff\n5: answer=No\n";

std::string read_rows(const std::vector<RowText>& rows)
{
    DocumentBuilder word;
    word.table(rows);
    const model::Submission submission = intake::read(word.document(), small_form());
    check_ledger(word.document(), submission);
    // A sheet with the same rows says the same.
    DocumentBuilder workbook(model::FileKind::xlsx, "acme.xlsx");
    workbook.sheet("Form", rows);
    const model::Submission in_sheet = intake::read(workbook.document(), small_form());
    check_ledger(workbook.document(), in_sheet);
    BOOST_TEST(summary(in_sheet) == summary(submission));
    return summary(submission);
}

}  // namespace

BOOST_AUTO_TEST_CASE(layouts_of_the_same_answers)
{
    struct Row {
        const char* name;
        std::vector<RowText> rows;
    };
    std::vector<RowText> titles = filled_rows();
    titles.insert(titles.begin(), {{"Small questionnaire"}, {"Revised 2026", ""}, {""}});

    std::vector<RowText> other_order{{"Answer", "Weight", "Question", "No"}};
    for (std::size_t index = 1; index < 6; ++index) {
        const RowText row = filled_rows()[index];
        other_order.push_back({row[2], "3", row[1], row[0]});
    }
    std::vector<RowText> reordered = filled_rows();
    std::swap(reordered[1], reordered[5]);
    std::swap(reordered[2], reordered[4]);

    std::vector<RowText> shifted{{"No", "Question", "Answer"}};
    for (std::size_t index = 1; index < 6; ++index)
        shifted.push_back({std::to_string(index + 6), filled_rows()[index][1], filled_rows()[index][2]});

    std::vector<RowText> renumbered = filled_rows();  // numbers of other questions beside the texts
    for (std::size_t index = 1; index < 6; ++index) renumbered[index][0] = CellText(std::to_string(6 - index));

    std::vector<RowText> without_numbers{{"Question", "Answer"}};
    for (std::size_t index = 1; index < 6; ++index)
        without_numbers.push_back({filled_rows()[index][1], filled_rows()[index][2]});

    std::vector<RowText> numbers_in_text{{"Question", "Answer"}};
    for (std::size_t index = 1; index < 6; ++index)
        numbers_in_text.push_back(
            {CellText(std::to_string(index) + ") " + printed(index - 1)), filled_rows()[index][2]});

    std::vector<RowText> sections = filled_rows();
    sections.insert(sections.begin() + 1, {{"Access", 3}});
    sections.insert(sections.begin() + 4, {{"", "Operation", ""}});

    std::vector<RowText> repeated = filled_rows();
    repeated.insert(repeated.begin() + 3, {{"No", "Question", "Answer"}});

    std::vector<RowText> sample = filled_rows();
    sample.insert(sample.begin() + 1, {{"0", "Example: How do people log in?", "With a PIN"}});
    sample.insert(sample.begin() + 1, {{"Eksempel", printed(0).c_str(), "With a PIN"}});
    sample[1][1] = CellText("What is a cat?");

    std::vector<RowText> unknown_header = filled_rows();
    unknown_header[0] = {"#", "What we ask", "What you say"};

    std::vector<RowText> only_remarks = filled_rows();
    only_remarks[0] = {"No", "Question", "Remarks"};

    const std::vector<Row> layouts{
        {"plain", filled_rows()},
        {"title rows above", titles},
        {"other order of columns, an extra column", other_order},
        {"reordered rows", reordered},
        {"numbers shifted out of range", shifted},
        {"numbers that belong to other questions", renumbered},
        {"no column for the number", without_numbers},
        {"numbers inside the question's cell", numbers_in_text},
        {"section rows, merged and single", sections},
        {"header repeated", repeated},
        {"sample rows", sample},
        {"unknown headers", unknown_header},
        {"answers in the remarks", only_remarks},
    };
    for (const Row& layout : layouts)
        BOOST_TEST_CONTEXT(layout.name) BOOST_TEST(read_rows(layout.rows) == all_answered);
}

BOOST_AUTO_TEST_CASE(ids_as_people_write_them)
{
    const char* ways[] = {
        "2", "2.", "2)", "02", "Spm 2", "spørsmål 2:", "Nr. 2", "Q2", "#2", "Question 2", "2 Encryption"};
    for (const char* way : ways) {
        BOOST_TEST_CONTEXT(way)
        {
            // Words that fit no question, so that only the number can tell.
            BOOST_TEST(read_rows({{"No", "Question", "Answer"},
                                  {"1", printed(0).c_str(), "a"},
                                  {way, "Something else altogether?", "b"},
                                  {"3", printed(2).c_str(), "c"}}) ==
                       "1: answer=a\n2 (edited): answer=b\n3: answer=c\nmissing 4\nmissing 5\n");
        }
    }
}

BOOST_AUTO_TEST_CASE(automatic_numbers_count_as_printed)
{
    DocumentBuilder word;
    word.table({{"No", "Question", "Answer"},
                {"", "Something else altogether?", "a"},
                {"2", printed(1).c_str(), "b"},
                {"", "Nothing we know?", "c"}});
    word.paragraph_in(1, 0).label = "1.";
    word.paragraph_in(3, 1).label = "3.";
    const model::Submission submission = intake::read(word.document(), small_form());
    BOOST_TEST(summary(submission) ==
               "1 (edited): answer=a\n2: answer=b\n3 (edited): answer=c\nmissing 4\nmissing 5\n");
}

BOOST_AUTO_TEST_CASE(edited_questions)
{
    struct Row {
        const char* name;
        const char* text;
        bool edited;
    };
    const Row rows[] = {
        {"as printed", "Who may see the data?", false},
        {"other case and punctuation", "WHO MAY SEE  the data", false},
        {"numbered in the text", "4. Who may see the data?", false},
        {"split over lines", "Who may see\nthe data?", false},
        {"our paraphrase", "Paraphrase of question 4 in our words", false},
        {"our paraphrase with a request below", "Paraphrase of question 4 in our words\nSend a list", false},
        {"a word taken out", "Who may see data?", true},
        {"a condition added", "Who may see the data, apart from us?", true},
        {"guidance added", "Who may see the data?\n(Only name groups)", true},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            DocumentBuilder word;
            word.table({{"No", "Question", "Answer"}, {"3", printed(2).c_str(), "a"}, {"4", row.text, "b"}});
            const model::Submission submission = intake::read(word.document(), small_form());
            BOOST_REQUIRE(submission.find("4"));
            BOOST_TEST(submission.find("4")->question_edited == row.edited);
            BOOST_TEST(!submission.find("3")->question_edited);
        }
    }
}

BOOST_AUTO_TEST_CASE(explanations_in_a_column_of_their_own_are_no_edit)
{
    DocumentBuilder word;
    word.table({{"No", "Question", "Help", "Answer"},
                {"1", "How do people log in?", "(For example with a password or a card)", "a"}});
    const model::Submission submission = intake::read(word.document(), small_form());
    BOOST_TEST(summary(submission) == "1: answer=a\nmissing 2\nmissing 3\nmissing 4\nmissing 5\n");
}

BOOST_AUTO_TEST_CASE(an_inserted_row_is_unmatched_and_moves_nothing)
{
    std::vector<RowText> rows = filled_rows();
    rows.insert(rows.begin() + 3, {{"3.", "Is there a cat in the office?", "Yes, two"}});
    for (std::size_t index = 4; index < rows.size(); ++index) rows[index][0] = CellText(std::to_string(index) + '.');
    BOOST_TEST(read_rows(rows) == std::string(all_answered) + "unmatched 3: answer=Yes, two\n");
}

BOOST_AUTO_TEST_CASE(an_inserted_row_with_the_words_of_another_question_does_not_take_its_place)
{
    std::vector<RowText> rows = filled_rows();
    rows.insert(rows.begin() + 1, {{"9", "Where are the copies kept when data go abroad?", "In a safe"}});
    BOOST_TEST(read_rows(rows) == std::string(all_answered) + "unmatched 9: answer=In a safe\n");
}

BOOST_AUTO_TEST_CASE(a_missing_row_is_missing)
{
    std::vector<RowText> rows = filled_rows();
    rows.erase(rows.begin() + 3);
    BOOST_TEST(read_rows(rows) ==
               "1: answer=With a card\n2: answer=Yes, AES\n4: answer=Only the staff\n5: answer=No\nmissing 3\n");
}

BOOST_AUTO_TEST_CASE(continuation_rows_belong_to_the_answer_above)
{
    BOOST_TEST(read_rows({{"No", "Question", "Answer", "Remark"},
                          {"1", printed(0).c_str(), "With a card", ""},
                          {"", "", "or a key", "since May"},
                          {"2", printed(1).c_str(), "Yes", ""}}) ==
               "1: answer=With a card | answer=or a key | remark=since May\n2: answer=Yes\nmissing 3\nmissing 4\n"
               "missing 5\n");
}

BOOST_AUTO_TEST_CASE(rows_merged_downwards)
{
    // One question over three rows, and one answer over two questions.
    BOOST_TEST(read_rows({{"No", "Question", "Answer"},
                          {{"1", 1, 3}, {printed(0).c_str(), 1, 3}, "With a card"},
                          {"or a key"},
                          {"or a code"},
                          {"2", printed(1).c_str(), {"See the policy", 1, 2}},
                          {"3", printed(2).c_str()}}) ==
               "1: answer=With a card | answer=or a key | answer=or a code\n2: answer=See the policy\n"
               "3: answer=See the policy\nmissing 4\nmissing 5\n");
}

BOOST_AUTO_TEST_CASE(columns_of_an_answer)
{
    BOOST_TEST(read_rows({{"No", "Question", "Yes/No", "Answer", "Documents", "Remark", "Internal note"},
                          {"1", printed(0).c_str(), "Yes", "With a card", "Annex 1", "New", "Check this!"},
                          {"2", printed(1).c_str(), "Yes", "", "", "AES-256", ""}}) ==
               "1: choice=Yes | answer=With a card | evidence=Annex 1 | remark=New\n2: choice=Yes | remark=AES-256\n"
               "missing 3\nmissing 4\nmissing 5\n");
}

BOOST_AUTO_TEST_CASE(columns_to_tick)
{
    BOOST_TEST(read_rows({{"No", "Question", "Ja", "Nei", "Delvis", "Answer"},
                          {"1", printed(0).c_str(), "x", "", "", "With a card"},
                          {"2", printed(1).c_str(), "☐", "☒", "☐", ""},
                          {"3", printed(2).c_str(), "", "", "Only on weekdays", ""},
                          {"4", printed(3).c_str(), "☐", "☐", "☐", ""}}) ==
               "1: choice=Ja | answer=With a card\n2: choice=Nei\n3: choice=Delvis | answer=Only on weekdays\n"
               "4: answer=\nmissing 5\n");
    BOOST_TEST(read_rows({{"No", "Question", {"Answer", 3}},
                          {"", "", "Yes", "No", "Remark"},
                          {"1", printed(0).c_str(), "", "x", "Not yet"}}) ==
               "1: choice=No | remark=Not yet\nmissing 2\nmissing 3\nmissing 4\nmissing 5\n");
}

BOOST_AUTO_TEST_CASE(a_header_in_two_rows)
{
    BOOST_TEST(read_rows({{"No", "Question", {"Answer", 2}},
                          {"", "", "Yes/No", "Answer in words"},
                          {"1", printed(0).c_str(), "Yes", "With a card"}}) ==
               "1: choice=Yes | answer=With a card\nmissing 2\nmissing 3\nmissing 4\nmissing 5\n");
}

BOOST_AUTO_TEST_CASE(an_unanswered_question_keeps_the_place_for_the_answer)
{
    const std::vector<RowText> rows{{"No", "Question", "Answer"}, {"1", printed(0).c_str(), ""}};
    DocumentBuilder word;
    word.table(rows);
    BOOST_TEST(intake::read(word.document(), small_form()).find("1")->place().text() ==
               "acme.docx!word/document.xml:table1/row2/cell3");
    DocumentBuilder workbook(model::FileKind::xlsx, "acme.xlsx");
    workbook.sheet("Form", rows);
    // The sheet has no cell there at all.
    BOOST_TEST(intake::read(workbook.document(), small_form()).find("1")->place().text() == "acme.xlsx!Form!C2");
}

BOOST_AUTO_TEST_CASE(a_questionnaire_split_into_tables)
{
    const std::vector<RowText> rows = filled_rows();
    DocumentBuilder word;
    word.paragraph("Access").table({rows[0], rows[1], rows[2]});
    word.paragraph("Operation").table({rows[0], rows[3]}).table({rows[4], rows[5]});
    const model::Submission submission = intake::read(word.document(), small_form());
    check_ledger(word.document(), submission);
    BOOST_TEST(summary(submission) == all_answered);

    DocumentBuilder workbook(model::FileKind::xlsx, "acme.xlsx");
    workbook.sheet("Access", {rows[0], rows[1], rows[2]}).sheet("Operation", {rows[0], rows[3], rows[4], rows[5]});
    BOOST_TEST(summary(intake::read(workbook.document(), small_form())) == all_answered);
}

BOOST_AUTO_TEST_CASE(a_table_inside_a_layout_table)
{
    DocumentBuilder inner;
    inner.table(filled_rows());
    DocumentBuilder outer;
    outer.table({{"Small questionnaire"}, {""}});
    // The nested table brings its own units.
    model::Table nested = inner.last_table();
    for (model::Cell& cell : nested.cells) {
        outer.document().units.push_back(inner.document().units[cell.unit]);
        cell.unit = static_cast<model::UnitId>(outer.document().units.size() - 1);
    }
    outer.cell(1, 0).blocks.emplace_back(std::move(nested));
    const model::Submission submission = intake::read(outer.document(), small_form());
    check_ledger(outer.document(), submission);
    BOOST_TEST(summary(submission) == all_answered);
}

BOOST_AUTO_TEST_CASE(hidden_sheets_and_sample_sheets_are_not_read)
{
    std::vector<RowText> rows = filled_rows();
    DocumentBuilder workbook(model::FileKind::xlsx, "acme.xlsx");
    workbook.sheet("Form", {rows[0], rows[1]});
    workbook.sheet("Example", {rows[0], rows[2]});
    workbook.sheet("Old", rows);
    workbook.last_table().marks.hidden = true;
    const model::UnitId hidden = workbook.cell(1, 2).unit;
    const model::Submission submission = intake::read(workbook.document(), small_form());
    check_ledger(workbook.document(), submission);
    BOOST_TEST(summary(submission) == "1: answer=With a card\nmissing 2\nmissing 3\nmissing 4\nmissing 5\n");
    BOOST_TEST(ledger_word(submission, hidden) == "!hidden-sheet");
}

BOOST_AUTO_TEST_CASE(hidden_rows_and_columns_are_not_read_but_told)
{
    DocumentBuilder workbook(model::FileKind::xlsx, "acme.xlsx");
    workbook.sheet("Form", {{"No", "Question", "Answer", "Remark"},
                            {"1", printed(0).c_str(), "With a card", "secret"},
                            {"2", printed(1).c_str(), "Yes", "secret"}});
    workbook.last_table().hidden_rows = {2};
    workbook.last_table().hidden_columns = {3};
    const model::Submission submission = intake::read(workbook.document(), small_form());
    check_ledger(workbook.document(), submission);
    BOOST_TEST(summary(submission) == "1: answer=With a card\nmissing 2\nmissing 3\nmissing 4\nmissing 5\n");
    BOOST_TEST(ledger_word(submission, workbook.cell(1, 3).unit) == "!hidden");
    BOOST_TEST(ledger_word(submission, workbook.cell(2, 2).unit) == "!hidden");
    BOOST_REQUIRE_EQUAL(submission.problems.size(), 1u);
    BOOST_TEST(submission.problems[0].place.text() == "acme.xlsx!Form!A3");
    BOOST_TEST(
        submission.problems[0].text ==
        "the row is hidden and was not read, although a question stands in it; show the row if its answer counts");
}

BOOST_AUTO_TEST_CASE(a_question_that_stands_twice)
{
    DocumentBuilder word;
    word.table({{"No", "Question", "Answer"},
                {"1", printed(0).c_str(), ""},
                {"1", printed(0).c_str(), "With a card"},
                {"1", printed(0).c_str(), "With a key"}});
    const model::Submission submission = intake::read(word.document(), small_form());
    check_ledger(word.document(), submission);
    BOOST_TEST(summary(submission) ==
               "1: answer=With a card | answer=With a key\nmissing 2\nmissing 3\nmissing 4\nmissing 5\n");
    BOOST_REQUIRE_EQUAL(submission.problems.size(), 1u);
    BOOST_TEST(
        submission.problems[0].text ==
        "question 1 is answered here and in acme.docx!word/document.xml:table1/row3/cell3; both answers were read "
        "as one");
}

BOOST_AUTO_TEST_CASE(problems_name_the_place_and_what_to_do)
{
    struct Row {
        const char* name;
        std::vector<RowText> rows;
        const char* place;
        const char* text;
    };
    const std::vector<Row> cases{
        {"unmatched row",
         {{"No", "Question", "Answer"}, {"1", printed(0).c_str(), "a"}, {"7", "Is there a cat?", "b"}},
         "acme.docx!word/document.xml:table1/row3/cell2",
         "the row fits no question of the form \"small\" by number or text; read it by hand"},
        {"rewritten question",
         {{"No", "Question", "Answer"}, {"1", printed(0).c_str(), "a"}, {"2", "Is there a cat?", "b"}},
         "acme.docx!word/document.xml:table1/row3/cell2",
         "question 2 is printed here in other words than the form's; only its number was recognised"},
        {"number of another question",
         {{"No", "Question", "Answer"}, {"1", printed(0).c_str(), "a"}, {"4", printed(1).c_str(), "b"}},
         "acme.docx!word/document.xml:table1/row3/cell2",
         "the number printed here belongs to question 4, but the text is that of question 2; the text decided"},
        {"answer without a question",
         {{"No", "Question", "Answer"}, {"", "", "b"}, {"1", printed(0).c_str(), "a"}},
         "acme.docx!word/document.xml:table1/row2/cell1",
         "an answer stands here without a question above it; it was not read"},
    };
    for (const Row& row : cases) {
        BOOST_TEST_CONTEXT(row.name)
        {
            DocumentBuilder word;
            word.table(row.rows);
            const model::Submission submission = intake::read(word.document(), small_form());
            check_ledger(word.document(), submission);
            BOOST_REQUIRE_EQUAL(submission.problems.size(), 1u);
            BOOST_TEST(submission.problems[0].place.text() == row.place);
            BOOST_TEST(submission.problems[0].text == row.text);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
