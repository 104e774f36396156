#include <boost/test/unit_test.hpp>

#include "layout/content.h"
#include "support/document_builder.h"
#include "intake/read.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(content_test)

namespace {

model::Control box(bool checked)
{
    model::Control control;
    control.kind = model::ControlKind::checkbox;
    control.checked = checked;
    return control;
}

model::Cell cell_with(const std::vector<model::Paragraph>& paragraphs)
{
    model::Cell cell;
    for (const model::Paragraph& paragraph : paragraphs) cell.blocks.emplace_back(paragraph);
    return cell;
}

model::Paragraph paragraph(const std::string& text, const std::vector<model::Control>& controls = {})
{
    model::Paragraph made;
    made.text = text;
    made.controls = controls;
    return made;
}

/// A cell of a small form's answer column, and what became of it.
struct Reading {
    std::string answer;
    std::string ledger;
    std::size_t problems = 0;
};

Reading read_answer(const std::vector<model::Paragraph>& paragraphs, model::Marks marks = {})
{
    DocumentBuilder word;
    word.table({{"No", "Question", "Answer"}, {"1", printed(0).c_str(), "x"}});
    word.cell(1, 2).blocks = cell_with(paragraphs).blocks;
    word.cell(1, 2).marks = marks;
    const model::Submission submission = intake::read(word.document(), small_form());
    check_ledger(word.document(), submission);
    const std::string text = summary(submission);
    return {text.substr(0, text.find('\n')), ledger_word(submission, word.cell(1, 2).unit), submission.problems.size()};
}

}  // namespace

BOOST_AUTO_TEST_CASE(check_boxes_give_a_choice)
{
    struct Row {
        const char* name;
        std::vector<model::Paragraph> paragraphs;
        const char* choice;
        const char* text;
    };
    const std::vector<Row> rows{
        {"one line", {paragraph("☒ Ja ☐ Nei ☐ Delvis", {box(true), box(false), box(false)})}, "Ja", ""},
        {"a box per paragraph",
         {paragraph("☐ Ja", {box(false)}), paragraph("☒ Nej", {box(true)}), paragraph("☐ Delvis", {box(false)})},
         "Nej",
         ""},
        {"none ticked", {paragraph("☐ Ja ☐ Nei", {box(false), box(false)})}, "", ""},
        {"two ticked", {paragraph("☒ Ja ☒ Delvis", {box(true), box(true)})}, "Ja, Delvis", ""},
        {"the control knows better than the sign", {paragraph("☐ Ja ☐ Nei", {box(true), box(false)})}, "Ja", ""},
        {"signs without controls", {paragraph("☑ Yes ☐ No")}, "Yes", ""},
        {"other signs count with controls only", {paragraph("■ Ja □ Nei", {box(true), box(false)})}, "Ja", ""},
        {"a square is a bullet without controls", {paragraph("■ Passord")}, "", "■ Passord"},
        {"text after the ticked box",
         {paragraph("☐ Ja ☒ Delvis: kun for ansatte", {box(false), box(true)})},
         "Delvis",
         "kun for ansatte"},
        {"text after the last box",
         {paragraph("☒ Ja ☐ Nei Vi bruker kort", {box(true), box(false)})},
         "Ja",
         "Vi bruker kort"},
        {"a prompt of the form after a box", {paragraph("☒ Ja ☐ Nei, forklar:", {box(true), box(false)})}, "Ja", ""},
        {"text in the next paragraph",
         {paragraph("☒ Ja ☐ Nei", {box(true), box(false)}), paragraph("Med kort")},
         "Ja",
         "Med kort"},
        {"two words",
         {paragraph("☐ Ja ☒ Ikke aktuelt fordi vi ikke lagrer", {box(false), box(true)})},
         "Ikke aktuelt",
         "fordi vi ikke lagrer"},
        {"Nei is not the start of Neidfaktor", {paragraph("☒ Neidfaktor", {box(true)})}, "Neidfaktor", ""},
        {"a lone ticked box stays as it is", {paragraph("☒")}, "", "☒"},
        {"a lone empty box is nothing", {paragraph("☐")}, "", ""},
        {"a field without a sign", {paragraph("Ja", {box(true)})}, "Ja", ""},
        {"a field without a sign, not ticked", {paragraph("Ja", {box(false)})}, "", ""},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const layout::Content content = layout::content_of(cell_with(row.paragraphs));
            BOOST_TEST(content.choice == row.choice);
            BOOST_TEST(content.text == row.text);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_choice_in_the_answer_column_is_a_part_of_its_own)
{
    const Reading reading = read_answer({paragraph("☒ Ja ☐ Nei", {box(true), box(false)}), paragraph("Med kort")});
    BOOST_TEST(reading.answer == "1: choice=Ja | answer=Med kort");
    BOOST_TEST(reading.ledger == "answer");
}

BOOST_AUTO_TEST_CASE(placeholders_are_empty_but_quoted)
{
    model::Paragraph whole = paragraph("Click to enter text.");
    whole.marks.placeholder = true;
    const Reading left = read_answer({whole});
    BOOST_TEST(left.answer == "1: answer=Click to enter text.(placeholder)");
    BOOST_TEST(left.ledger == "!placeholder");

    model::Control control;
    control.value = "Choose an item.";
    control.placeholder = true;
    const Reading beside = read_answer({paragraph("Since May. Choose an item.", {control})});
    BOOST_TEST(beside.answer == "1: answer=Since May.");
    BOOST_TEST(beside.ledger == "answer");

    control.value = "Yes";
    control.placeholder = false;
    BOOST_TEST(read_answer({paragraph("Yes", {control})}).answer == "1: answer=Yes");
}

BOOST_AUTO_TEST_CASE(struck_and_hidden_text_is_no_answer)
{
    model::Paragraph struck = paragraph("We have none");
    struck.marks.struck = true;
    model::Paragraph hidden = paragraph("note to self");
    hidden.marks.hidden = true;

    const Reading part = read_answer({struck, paragraph("We have one"), hidden});
    BOOST_TEST(part.answer == "1: answer=We have one");
    BOOST_TEST(part.ledger == "answer");
    BOOST_TEST(part.problems == 2u);

    const Reading all = read_answer({struck});
    BOOST_TEST(all.answer == "1: answer=");
    BOOST_TEST(all.ledger == "!struck");

    model::Marks marks;
    marks.struck = true;
    BOOST_TEST(read_answer({paragraph("We have none")}, marks).answer == "1: answer=");
}

BOOST_AUTO_TEST_CASE(paragraphs_are_kept_verbatim)
{
    BOOST_TEST(read_answer({paragraph(""), paragraph("One"), paragraph(""), paragraph(" two\nthree "), paragraph("")})
                   .answer == "1: answer=One");
    const layout::Content content = layout::content_of(
        cell_with({paragraph(""), paragraph("One"), paragraph(""), paragraph(" two\nthree "), paragraph("")}));
    BOOST_TEST(content.text == "One\n\n two\nthree");
}

BOOST_AUTO_TEST_CASE(a_footnote_under_an_answer_is_a_part_of_it)
{
    DocumentBuilder word;
    word.table({{"No", "Question", "Answer"}, {"1", printed(0).c_str(), "With a card"}});
    word.aside(model::UnitKind::footnote, "Only at the main office", word.cell(1, 2).unit);
    word.aside(model::UnitKind::comment, "Is this so?", word.cell(1, 2).unit);
    const model::Submission submission = intake::read(word.document(), small_form());
    check_ledger(word.document(), submission);
    BOOST_TEST(summary(submission) ==
               "1: answer=With a card | remark=Only at the main office\nmissing 2\nmissing 3\nmissing 4\nmissing 5\n");
    BOOST_TEST(ledger_word(submission, word.document().asides[0].paragraph.unit) == "remark");
    BOOST_TEST(ledger_word(submission, word.document().asides[1].paragraph.unit) == "!comment");
}

BOOST_AUTO_TEST_CASE(lines_of_a_cell)
{
    const std::vector<std::string> lines =
        layout::lines_of(cell_with({paragraph(" a \n\nb"), paragraph(""), paragraph("c")}));
    BOOST_TEST(lines == (std::vector<std::string>{"a", "", "b", "", "c"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
