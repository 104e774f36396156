#include <boost/test/unit_test.hpp>

#include "intake/read.h"
#include "support/document_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(surroundings_test)

namespace {

const std::vector<RowText>& question_rows()
{
    static const std::vector<RowText> rows{{"No", "Question", "Answer"}, {"1", printed(0).c_str(), "With a card"}};
    return rows;
}

/// Facts, identifiers, sub-processors and annexes, one per line.
std::string around(DocumentBuilder& builder)
{
    const model::Submission submission = intake::read(builder.document(), small_form());
    check_ledger(builder.document(), submission);
    BOOST_TEST(submission.answers.size() == 1u);
    BOOST_TEST(submission.problems.empty());
    std::string text;
    for (const auto& fact : submission.facts) text += fact.key + '=' + fact.value + '\n';
    for (const auto& number : submission.identifiers)
        text += number.scheme + ' ' + number.value + (number.valid ? " valid " : " wrong ") + number.owner + '\n';
    for (const auto& found : submission.subprocessors)
        text += "sub " + found.name + " / " + found.address + " / " + found.identifier + '\n';
    for (const auto& annex : submission.annexes) text += "annex " + annex.label + " / " + annex.title + '\n';
    return text;
}

struct Row {
    const char* name;
    std::vector<RowText> rows;
    const char* expected;
};

void check_tables(const std::vector<Row>& rows)
{
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            DocumentBuilder word;
            word.table(row.rows).table(question_rows());
            BOOST_TEST(around(word) == row.expected);
            DocumentBuilder workbook(model::FileKind::xlsx, "acme.xlsx");
            workbook.sheet("About", row.rows).sheet("Form", question_rows());
            BOOST_TEST(around(workbook) == row.expected);
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(facts_from_tables)
{
    check_tables({
        {"label and value",
         {{"Supplier name:", "Acme AS"}, {"Date", "2026-11-06"}},
         "supplier=Acme AS\ndate=2026-11-06\n"},
        {"two pairs in a row", {{"Supplier", "Acme AS", "Date:", "2026"}}, "supplier=Acme AS\ndate=2026\n"},
        {"label and value in one cell", {{"Supplier: Acme AS\nDate: 2026"}}, "supplier=Acme AS\ndate=2026\n"},
        {"labels over values", {{"Supplier", "Date"}, {"Acme AS", "2026"}}, "supplier=Acme AS\ndate=2026\n"},
        {"an empty value", {{"Supplier", ""}, {"Date", "2026"}}, "date=2026\n"},
        {"an empty value over something else", {{"Supplier", ""}, {"Colour", "blue"}}, ""},
        {"a single column of labels and values",
         {{"Supplier"}, {"Acme AS"}, {"Date"}, {"2026"}},
         "supplier=Acme AS\ndate=2026\n"},
        {"the organisation number belongs to the supplier",
         {{"Supplier", "Acme AS"}, {"Org. no.", "982 39 6999"}},
         "supplier=Acme AS\norganisation-number=982 39 6999\nNO 982396999 valid Acme AS\n"},
        {"a number that is none",
         {{"Supplier", "Acme AS"}, {"Org no", "982 39"}},
         "supplier=Acme AS\norganisation-number=982 39\n 982 39 wrong Acme AS\n"},
        {"a long text that begins like a label",
         {{"Supplier of the service and everybody who works for him or her must read this before they begin", "x"}},
         ""},
    });
}

BOOST_AUTO_TEST_CASE(facts_from_paragraphs)
{
    DocumentBuilder word;
    word.paragraph("Small questionnaire").paragraph("Supplier: Acme AS").paragraph("Date\t2026").paragraph("Address:");
    word.paragraph("Main street 1").paragraph("The supplier: a poem").table(question_rows());
    const model::Submission submission = intake::read(word.document(), small_form());
    check_ledger(word.document(), submission);
    BOOST_TEST(submission.fact("supplier") == "Acme AS");
    BOOST_TEST(submission.fact("date") == "2026");
    BOOST_TEST(submission.fact("address") == "Main street 1");
    BOOST_TEST(submission.facts.size() == 3u);
    BOOST_TEST(submission.facts[0].place.text() == "acme.docx!word/document.xml:paragraph2");
    BOOST_TEST(submission.facts[0].label == "Supplier");
    const char* words[] = {"title", "fact", "fact", "fact", "fact", "!outside-questionnaire"};
    for (std::size_t index = 0; index < std::size(words); ++index)
        BOOST_TEST(ledger_word(submission, static_cast<model::UnitId>(index)) == words[index]);
}

BOOST_AUTO_TEST_CASE(facts_above_the_questions_in_the_same_sheet)
{
    DocumentBuilder workbook(model::FileKind::xlsx, "acme.xlsx");
    workbook.sheet("Form", {{"Small questionnaire"},
                            {"Supplier", "", "Acme AS"},
                            {"No", "Question", "Answer"},
                            {"1", printed(0).c_str(), "With a card"},
                            {"Date", "2026"},
                            {"Annex 1 – Plan"}});
    BOOST_TEST(around(workbook) == "supplier=Acme AS\ndate=2026\nannex 1 / Plan\n");
}

BOOST_AUTO_TEST_CASE(placeholder_and_hidden_facts_are_none)
{
    DocumentBuilder word;
    word.table({{"Supplier", "Click here"}, {"Date", "2026"}}).paragraph("Address: Main street 1");
    word.paragraph_in(0, 1).marks.placeholder = true;
    word.last_paragraph().marks.hidden = true;
    word.table(question_rows());
    const model::Submission submission = intake::read(word.document(), small_form());
    check_ledger(word.document(), submission);
    BOOST_REQUIRE_EQUAL(submission.facts.size(), 1u);
    BOOST_TEST(submission.facts[0].key == "date");
    BOOST_TEST(ledger_word(submission, 1) == "!placeholder");
    BOOST_TEST(ledger_word(submission, 4) == "!hidden");
}

BOOST_AUTO_TEST_CASE(subprocessors_from_tables)
{
    check_tables({
        {"a table with headers",
         {{"Sub-processor", "Address", "Org. no."},
          {"Cloud AS", "Oslo", "957 485 030"},
          {"Mail Inc.", "Boston, USA", "-"}},
         "NO 957485030 valid Cloud AS\nsub Cloud AS / Oslo / 957 485 030\nsub Mail Inc. / Boston, USA / \n"},
        {"several in one cell, below a label inside it",
         {{"Supplier", "Acme AS"},
          {"Processor (sub-processors):", "Address:", "Org. no."},
          {"Acme AS", "Street 1", "982396999"},
          {"Sub-processors:\nCloud AS\nMail Inc.", "Oslo\nBoston", "957 485 030\n-"}},
         "supplier=Acme AS\nNO 957485030 valid Cloud AS\nsub Cloud AS / Oslo / 957 485 030\nsub Mail Inc. / Boston / "
         "\n"},
        {"a label over a block of rows",
         {{"Supplier", "Acme AS"},
          {"Subcontractors"},
          {"Cloud AS", "Oslo"},
          {"Mail Inc.", "Boston, org no 957 485 030"}},
         "supplier=Acme AS\nNO 957485030 valid Mail Inc.\nsub Cloud AS / Oslo / \n"
         "sub Mail Inc. / Boston, org no 957 485 030 / 957 485 030\n"},
        {"a label with its value",
         {{"Supplier", "Acme AS"}, {"Subprocessors", "Cloud AS, Oslo\nMail Inc. (Boston)"}, {"Date", "2026"}},
         "supplier=Acme AS\ndate=2026\nsub Cloud AS / Oslo / \nsub Mail Inc. / Boston / \n"},
        {"none", {{"Supplier", "Acme AS"}, {"Subprocessors", "None"}}, "supplier=Acme AS\n"},
        {"the supplier is no sub-processor of itself",
         {{"Supplier", "Acme AS"},
          {"Org. no.", "982396999"},
          {"Sub-processors", "Address", "Org. no."},
          {"ACME AS", "Street 1", ""},
          {"Acme Drift", "Street 1", "982 396 999"},
          {"Cloud AS", "Oslo", ""}},
         "supplier=Acme AS\norganisation-number=982396999\nNO 982396999 valid Acme AS\nsub Cloud AS / Oslo / \n"},
    });
}

BOOST_AUTO_TEST_CASE(several_companies_in_one_cell_keep_their_own_address_and_number)
{
    struct Case {
        const char* name;
        RowText row;
        const char* expected;
    };
    const std::vector<Case> cases{
        {"a label line above the names",
         {"Sub-processors:\nCloud AS\nMail Inc.", "Oslo\nBoston", "957 485 030\n-"},
         "NO 957485030 valid Cloud AS\nsub Cloud AS / Oslo / 957 485 030\nsub Mail Inc. / Boston / \n"},
        {"blank lines that keep the position",
         {"Sub-processors:\nCloud AS\nMail Inc.", "\nOslo\nBoston", "\n\n957 485 030"},
         "NO 957485030 valid Mail Inc.\nsub Cloud AS / Oslo / \nsub Mail Inc. / Boston / 957 485 030\n"},
        {"another number of lines is nobody's",
         {"Cloud AS\nMail Inc.", "Oslo\nBoston\nUSA", ""},
         "sub Cloud AS /  / \nsub Mail Inc. /  / \n"},
        {"one company with an address of two lines",
         {"Cloud AS", "Street 1\nOslo", ""},
         "sub Cloud AS / Street 1, Oslo / \n"},
    };
    for (const Case& row : cases) {
        BOOST_TEST_CONTEXT(row.name)
        {
            DocumentBuilder word;
            word.table({{"Sub-processors", "Address", "Org. no."}, row.row}).table(question_rows());
            BOOST_TEST(around(word) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(subprocessors_from_paragraphs)
{
    DocumentBuilder word;
    word.paragraph("Sub-processors:").paragraph("- Cloud AS, Oslo").paragraph("- Mail Inc.").paragraph("");
    word.paragraph("Not one of them").table(question_rows());
    BOOST_TEST(around(word) == "sub Cloud AS / Oslo / \nsub Mail Inc. /  / \n");
}

BOOST_AUTO_TEST_CASE(a_block_in_a_sheet_ends_at_the_first_blank_row)
{
    DocumentBuilder workbook(model::FileKind::xlsx, "acme.xlsx");
    workbook.sheet("About", {{"Sub-processors"}, {"Cloud AS", "Oslo"}, {""}, {"Signed by NN"}})
        .sheet("Form", question_rows());
    BOOST_TEST(around(workbook) == "sub Cloud AS / Oslo / \n");
}

BOOST_AUTO_TEST_CASE(annexes_from_paragraphs)
{
    struct Case {
        const char* text;
        const char* expected;
    };
    const Case cases[] = {
        {"Annex 1 – Plan", "annex 1 / Plan\n"},
        {"Annex 01: Plan", "annex 01 / Plan\n"},
        {"Attachment no. 3 - Plan 2026", "annex 3 / Plan 2026\n"},
        {"Annex B. Plan", "annex B / Plan\n"},
        {"Annex 2.1 Plan", "annex 2.1 / Plan\n"},
        {"Annex 4\tPlan", "annex 4 / Plan\n"},
        {"Annex 5", ""},
        {"Annex 6 describes how we work", ""},
        {"Annexation is not meant", ""},
        {"See annex 7 – Plan", ""},
    };
    for (const Case& row : cases) {
        BOOST_TEST_CONTEXT(row.text)
        {
            DocumentBuilder word;
            word.table(question_rows()).paragraph(row.text);
            BOOST_TEST(around(word) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(annexes_from_a_numbered_list_below_a_heading)
{
    DocumentBuilder word;
    word.table(question_rows()).paragraph("Annexes to this answer:");
    for (const char* title : {"Plan", "Map"}) {
        word.paragraph(title);
        word.last_paragraph().label = std::string(title) == "Plan" ? "1." : "2.";
        word.last_paragraph().list_level = 0;
    }
    word.paragraph("3) Chart").paragraph("").paragraph("Yours sincerely");
    BOOST_TEST(around(word) == "annex 1 / Plan\nannex 2 / Map\nannex 3 / Chart\n");
}

BOOST_AUTO_TEST_CASE(annexes_from_sheets_and_tables)
{
    DocumentBuilder workbook(model::FileKind::xlsx, "acme.xlsx");
    workbook.sheet("Form", question_rows());
    workbook.sheet("Annexes",
                   {{"No", "Document", "Date"}, {"01", "Plan", "2026"}, {"Annex B", "Map"}, {"3"}, {"Chart"}});
    BOOST_TEST(around(workbook) == "annex 01 / Plan\nannex B / Map\nannex 3 / \nannex  / Chart\n");

    DocumentBuilder word;
    word.table(question_rows()).table({{"Annex", "Title"}, {"1", "Plan"}, {"2", "Map"}});
    BOOST_TEST(around(word) == "annex 1 / Plan\nannex 2 / Map\n");

    // Below other things on a sheet, by the heading alone; codes and file names are labels and titles.
    DocumentBuilder below(model::FileKind::xlsx, "acme.xlsx");
    below.sheet("Form", question_rows());
    below.sheet("Other", {{"Free space"},
                           {},
                           {"Annexes to this answer:"},
                           {"No", "Document", "Date"},
                           {"PW-1", "Karta", "2026-05-01"},
                           {"PW-2", "Plan 2025", "Ekonomi"},
                           {"Ritning", "12 mars 2026"}});
    below.sheet("Annexes", {{"map.pdf"}, {"plan_2026.docx"}});
    BOOST_TEST(around(below) ==
               "annex PW-1 / Karta, 2026-05-01\nannex PW-2 / Plan 2025\nannex  / Ritning, 12 mars 2026\n"
               "annex  / map.pdf\nannex  / plan_2026.docx\n");
    DocumentBuilder nordic;
    nordic.table(question_rows()).heading(1, "Annexes").table({{"Number", "Title"}, {"L1", "Kartta"}});
    nordic.heading(1, "Annexes, continued").table({{"Letter", "Title"}, {"a", "Plan"}});
    BOOST_TEST(around(nordic) == "annex L1 / Kartta\nannex a / Plan\n");

    // A column of numbers in any other table is no list of annexes.
    DocumentBuilder other;
    other.table(question_rows()).table({{"Year", "Turnover"}, {"1", "Plan"}, {"2", "Map"}});
    BOOST_TEST(around(other) == "");

    // The buyer's own file is an annex itself; what stands below are facts.
    DocumentBuilder front(model::FileKind::xlsx, "acme.xlsx");
    front.sheet("Form", question_rows());
    front.sheet("Front", {{"Annex 2 to the tender documents - Requirements"}, {"Product and version", "Journal 4.2"}});
    BOOST_TEST(around(front).find("annex") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_valid_number_in_an_answer_is_kept_without_an_owner)
{
    DocumentBuilder word;
    word.table({question_rows()[0], {"1", printed(0).c_str(), "Through Cloud AS (957 485 030), case 123456789"}});
    BOOST_TEST(around(word) == "NO 957485030 valid \n");
}

BOOST_AUTO_TEST_SUITE_END()
