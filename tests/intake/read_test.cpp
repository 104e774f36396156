#include <boost/test/unit_test.hpp>

#include <cstdint>

#include "base/error.h"
#include "support/document_builder.h"
#include "layout/ledger.h"
#include "intake/read.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(read_test)

namespace {

std::vector<RowText> rows_of(std::size_t questions)
{
    std::vector<RowText> rows{{"No", "Question", "Answer"}};
    for (std::size_t index = 0; index < questions; ++index)
        rows.push_back({std::to_string(index + 1), printed(index), "yes"});
    return rows;
}

/// The small form under another id, with words that no question of the small form has.
model::Form other_form()
{
    model::Form form = small_form();
    form.id = "other";
    form.titles = {"^other questionnaire"};
    for (model::Question& question : form.questions) {
        question.recognise = {"never said"};
        question.fingerprint.clear();
        question.text = {};
        question.text.set(model::Language::en, "Nothing like it " + question.id);
        question.id = "x" + question.id;
    }
    return form;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_form_is_recognised_by_the_share_of_its_questions)
{
    struct Row {
        const char* name;
        std::size_t questions;
        const char* title;
        double confidence;  ///< 0 = not recognised
    };
    const Row rows[] = {
        {"all", 5, "", 1.0},
        {"all and the title", 5, "Small questionnaire 2026", 1.0},
        {"three of five", 3, "", 0.6},
        {"three of five and the title", 3, "Small questionnaire 2026", 0.7},
        {"two of five", 2, "", 0},
        {"two of five and the title", 2, "Small questionnaire 2026", 0.5},
        {"the title alone", 0, "Small questionnaire 2026", 0},
    };
    const std::vector<model::Form> forms{other_form(), small_form()};
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            DocumentBuilder word;
            word.paragraph(row.title).table(rows_of(row.questions));
            const auto found = intake::recognise(word.document(), forms);
            BOOST_REQUIRE_EQUAL(found.has_value(), row.confidence > 0);
            if (!found) continue;
            BOOST_TEST(found->form == &forms[1]);
            BOOST_TEST(found->confidence == row.confidence, boost::test_tools::tolerance(1e-9));
            BOOST_TEST(found->questions_found == row.questions);
            BOOST_TEST(intake::read(word.document(), forms[1]).confidence == row.confidence,
                       boost::test_tools::tolerance(1e-9));
        }
    }
    BOOST_TEST(!intake::recognise(DocumentBuilder().document(), forms));
    BOOST_TEST(!intake::recognise(DocumentBuilder().paragraph("x").document(), {}));
}

BOOST_AUTO_TEST_CASE(without_a_question_table_nothing_can_be_read)
{
    struct Row {
        const char* name;
        std::vector<RowText> rows;
    };
    const std::vector<Row> cases{
        {"no table", {}},
        {"a table of something else", {{"Year", "Turnover"}, {"2025", "3"}}},
        {"the header and no question of the form", {{"No", "Question", "Answer"}, {"99", "Is there a cat?", "Yes"}}},
        {"questions without a place for answers", {{printed(0).c_str()}, {printed(1).c_str()}, {printed(2).c_str()}}},
    };
    for (const Row& row : cases) {
        BOOST_TEST_CONTEXT(row.name)
        {
            DocumentBuilder word;
            word.paragraph("Small questionnaire").table(row.rows);
            try {
                intake::read(word.document(), small_form());
                BOOST_ERROR("an Error was expected");
            }
            catch (const Error& failure) {
                BOOST_TEST((failure.code() == ErrorCode::unsupported));
                BOOST_TEST(
                    std::string(failure.what()) ==
                    "acme.docx: no question table of the form \"small\" was found: looked in every visible table "
                    "and sheet for a header row with a question and an answer column and for the form's questions; "
                    "choose another form, or send the form unchanged");
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(every_unit_has_its_word)
{
    DocumentBuilder word;
    word.paragraph("Small questionnaire").paragraph("Please answer in full").paragraph("");
    word.table({{"Supplier", "Acme AS"}});
    word.table({{"No", "Question", "Help", "Answer", "Internal", "Weight"},
                {{"Access", 6}},
                {"1", printed(0).c_str(), "Tell all", "With a card", "ok", "3"},
                {"2", printed(1).c_str(), "", "", "", ""}});
    word.paragraph("Annex 1 – Plan");
    word.aside(model::UnitKind::comment, "why?").aside(model::UnitKind::header_footer, "Acme AS, page 1");
    word.aside(model::UnitKind::text_box, "Draft").aside(model::UnitKind::control, "Go");
    const model::Submission submission = intake::read(word.document(), small_form());
    check_ledger(word.document(), submission);
    const std::vector<std::string> words{
        "title",
        "!outside-questionnaire",
        "!empty",
        "fact",
        "fact",
        "header",
        "header",
        "header",
        "header",
        "header",
        "header",
        "section",
        "id",
        "question",
        "guidance",
        "answer",
        "!reviewer-column",
        "!other-column",
        "id",
        "question",
        "!empty",
        "!empty",
        "!empty",
        "!empty",
        "annex",
        "!comment",
        "!page-header",
        "!text-box",
        "!control",
    };
    BOOST_REQUIRE_EQUAL(words.size(), submission.ledger.size());
    for (std::size_t index = 0; index < words.size(); ++index) BOOST_TEST_CONTEXT(submission.ledger[index].place.text())
    BOOST_TEST(ledger_word(submission, static_cast<model::UnitId>(index)) == words[index]);
    BOOST_TEST(submission.ledger[0].excerpt == "Small questionnaire");
    BOOST_TEST(submission.ledger[0].place.text() == "acme.docx!word/document.xml:paragraph1");
}

BOOST_AUTO_TEST_CASE(the_first_word_about_a_unit_holds_but_a_use_wins)
{
    DocumentBuilder word;
    word.paragraph("text").paragraph("");
    const model::Document& document = word.document();
    struct Row {
        const char* name;
        std::vector<const char*> words;  ///< "!" in front: ignored
        const char* expected;
    };
    const Row rows[] = {
        {"used once", {"fact"}, "fact"},
        {"used twice", {"fact", "answer"}, "fact"},
        {"ignored, then used", {"!hidden", "fact"}, "fact"},
        {"used, then ignored", {"fact", "!hidden"}, "fact"},
        {"ignored twice", {"!hidden", "!struck"}, "!hidden"},
        {"nobody said anything", {}, "!outside-questionnaire"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            layout::Ledger ledger(document);
            for (const char* said : row.words) {
                if (*said == '!')
                    ledger.ignore(0, said + 1);
                else
                    ledger.use(0, said);
            }
            BOOST_TEST(ledger.decided(0) == !row.words.empty());
            ledger.use(1, "answer");  // empty: cannot be used
            std::vector<model::Problem> problems;
            const auto entries = ledger.finish(problems);
            BOOST_TEST(problems.empty());
            BOOST_REQUIRE_EQUAL(entries.size(), 2u);
            BOOST_TEST((entries[0].used ? "" : "!") + entries[0].use == row.expected);
            BOOST_TEST((entries[1].used ? "" : "!") + entries[1].use == "!empty");
        }
    }
}

BOOST_AUTO_TEST_CASE(excerpts_are_short_and_whole_characters)
{
    std::string word_of_60;
    for (int index = 0; index < 60; ++index) word_of_60 += "å";
    DocumentBuilder word;
    word.paragraph(word_of_60).paragraph("x" + word_of_60).paragraph(word_of_60 + "x").table(rows_of(1));
    const auto ledger = intake::read(word.document(), small_form()).ledger;
    BOOST_TEST(ledger[0].excerpt == word_of_60);
    BOOST_TEST(ledger[1].excerpt == "x" + word_of_60.substr(0, 118) + "…");
    BOOST_TEST(ledger[2].excerpt == word_of_60 + "…");
}

BOOST_AUTO_TEST_CASE(a_questionnaire_with_too_many_rows_is_cut_with_a_problem)
{
    std::vector<RowText> rows = rows_of(1);
    for (int index = 0; index < 11'000; ++index) rows.push_back({"", "", "more"});
    DocumentBuilder workbook(model::FileKind::xlsx, "acme.xlsx");
    workbook.sheet("Form", rows);
    const model::Submission submission = intake::read(workbook.document(), small_form());
    check_ledger(workbook.document(), submission);
    BOOST_REQUIRE_EQUAL(submission.problems.size(), 1u);
    BOOST_TEST(submission.problems[0].place.text() == "acme.xlsx!Form!C10002");
    BOOST_TEST(submission.problems[0].text == "the questionnaire has too many rows; from here on nothing was read");
    BOOST_TEST(model::totals(submission.ledger).ignored["beyond-limit"] == 1001u);
}

BOOST_AUTO_TEST_CASE(many_problems_are_counted_not_kept)
{
    std::vector<RowText> rows = rows_of(1);
    for (int index = 0; index < 1100; ++index) rows.push_back({std::to_string(100 + index), "Is there a cat?", "b"});
    DocumentBuilder word;
    word.table(rows);
    const model::Submission submission = intake::read(word.document(), small_form());
    BOOST_REQUIRE_EQUAL(submission.problems.size(), 1001u);
    BOOST_TEST(submission.problems.back().text == "100 more problems of the same kinds");
}

/// Whatever the file looks like, nothing is lost and nothing falls over.
BOOST_AUTO_TEST_CASE(ledger_adds_up_for_any_shape_of_table)
{
    std::uint32_t seed = 20201;
    const auto random = [&](std::uint32_t below) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 8) % below;
    };
    const std::vector<std::string> texts{"",
                                         "1",
                                         "2.",
                                         "Spm 3",
                                         "No",
                                         "Question",
                                         "Answer",
                                         "Remark",
                                         "Access",
                                         printed(0),
                                         printed(1),
                                         printed(2),
                                         "Supplier",
                                         "Supplier: X",
                                         "Annex 1 – Plan",
                                         "Annex",
                                         "Sub-processors",
                                         "Sub-processors:\nA\nB",
                                         "Org no",
                                         "982 39 6999",
                                         "yes",
                                         "Example: no",
                                         "a\n\nb",
                                         "Is there a cat?",
                                         "☒ Yes ☐ No"};
    std::size_t read = 0;
    for (int round = 0; round < 600; ++round) {
        DocumentBuilder builder(round % 2 == 0 ? model::FileKind::docx : model::FileKind::xlsx, "random");
        std::vector<RowText> rows;
        const std::uint32_t columns = 1 + random(5);
        if (random(8) > 0) rows.push_back({"No", "Question", "Answer"});
        const std::uint32_t count = 1 + random(12);
        for (std::uint32_t row = 0; row < count; ++row) {
            RowText cells;
            for (std::uint32_t column = 0; column < columns; ++column) {
                CellText cell(texts[random(static_cast<std::uint32_t>(texts.size()))]);
                if (random(8) == 0) cell.column_span = 1 + static_cast<int>(random(3));
                if (random(8) == 0) cell.row_span = 1 + static_cast<int>(random(3));
                cells.push_back(cell);
            }
            rows.push_back(cells);
        }
        for (std::uint32_t index = 0; index < random(4); ++index)
            builder.paragraph(texts[random(static_cast<std::uint32_t>(texts.size()))]);
        if (round % 2 == 0)
            builder.table(rows);
        else
            builder.sheet("S" + std::to_string(random(3)), rows);
        if (random(4) == 0) builder.last_table().hidden_rows = {static_cast<int>(random(4))};
        if (random(4) == 0) builder.last_table().hidden_columns = {static_cast<int>(random(3))};
        BOOST_TEST_CONTEXT("round " << round)
        {
            try {
                check_ledger(builder.document(), intake::read(builder.document(), small_form()));
                ++read;
            }
            catch (const Error& failure) {
                BOOST_TEST((failure.code() == ErrorCode::unsupported));
            }
        }
    }
    // Enough of them were questionnaires for the test to mean something.
    BOOST_TEST(read > 100u);
}

BOOST_AUTO_TEST_SUITE_END()
