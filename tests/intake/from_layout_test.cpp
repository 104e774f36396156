#include "intake/from_layout.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "support/document_builder.h"
#include "text/fold.h"

using namespace samsvar;
using model::ColumnRole;

BOOST_AUTO_TEST_SUITE(from_layout_test)

namespace {

model::LocalText english(const char* text)
{
    model::LocalText local;
    local.set(model::Language::en, text);
    return local;
}

model::Vocabulary small_vocabulary()
{
    model::Vocabulary vocabulary;
    vocabulary.columns = {{ColumnRole::question, {"question"}}, {ColumnRole::answer, {"answer"}}};
    vocabulary.choices = {{"yes", {"yes"}}, {"no", {"no"}}};
    vocabulary.unanswered = {"select"};
    vocabulary.samples = {"example"};
    vocabulary.others = {{"change-log", {"version", "change", "author"}}};
    vocabulary.facts = {{"supplier", english("Supplier"), {"supplier", "会社名"}},
                        {"organisation-number", english("Number"), {"organisation number"}},
                        {"version", english("Version"), {"version"}}};
    vocabulary.subprocessors = {"sub-processors"};
    vocabulary.annexes = {"annex"};
    return vocabulary;
}

/// A workbook with a sheet of questions, a change log, and the layout that inference would give for it.
struct Questionnaire {
    test::DocumentBuilder builder{model::FileKind::xlsx, "acme.xlsx"};
    model::Layout layout;

    Questionnaire()
    {
        builder.sheet("Cover", {{"Supplier", "Fjordsky AS"},
                                {"Organisation number", "982 396 999"},
                                {"会社名", "株式会社"},
                                {"Sub-processors"},
                                {"Polar Drift AS", "Tromsø"},
                                {""},
                                {"Annex 1 – Penetration test"}});
        builder.sheet("Log", {{"Version", "Change", "Author"}, {"1.0", "First", "Kari"}});
        builder.sheet("Answers",
                      {{"No", "Question", "In place", "Answer", "Level", "Our view"},
                       {"Access"},
                       {"1", "Do you log?", "Yes", "All of it", "2", "fine"},
                       {"2", "Do you test?", "Select", "", "1"},
                       {"3", "Comments", "", "None"},
                       {"3", "Comments", "No", "", "", "", "", "Yes"},
                       {"", "", "", "", "", "", "", "No"}});
        builder.cell(3, 2).choices = {"Yes", "No"};
        model::LayoutRegion left;
        left.table = "Cover";
        left.sheet = true;
        model::LayoutRegion region;
        region.table = region.part = "Answers";
        region.sheet = region.taken = true;
        region.header_rows = {0};
        region.first_row = 1;
        region.last_row = 6;
        region.confidence = 0.9;
        region.columns = {{0, ColumnRole::id, "No", "", 1, {}},        {1, ColumnRole::question, "Question", "", 1, {}},
                          {2, ColumnRole::choice, "In place", "", 1, {}}, {3, ColumnRole::answer, "Answer", "", 1, {}},
                          {4, ColumnRole::other, "Level", "", 1, {}},  {5, ColumnRole::reviewer, "Our view", "", 1, {}}};
        layout.regions = {left, region};
        layout.confidence = 0.9;
        add(2, "1", "Do you log?", {{ColumnRole::choice, 2, "Yes"}, {ColumnRole::answer, 3, "All of it"}});
        add(3, "2", "Do you test?", {});
        layout.questions.back().prefilled = "Select";
        add(4, "3", "Comments", {{ColumnRole::answer, 3, "None"}});
        add(5, "3", "Comments", {{ColumnRole::choice, 2, "No"}});
    }

    struct Part {
        ColumnRole role;
        int column;
        const char* text;
    };
    model::Place place(int row, int column) { return builder.document().place(builder.cell(row, column).unit); }

    void add(int row, const char* id, const char* text, const std::vector<Part>& parts)
    {
        model::LayoutQuestion question;
        question.region = 1;
        question.row = row;
        question.id = id;
        question.section = "Access";
        question.text = text;
        question.place = place(row, 1);
        question.units = {builder.cell(row, 1).unit, builder.cell(row, 0).unit};
        for (const Part& part : parts) question.parts.push_back({part.role, part.text, place(row, part.column), {}});
        if (row != 4) question.answer_places.push_back(place(row, 2));
        layout.questions.push_back(std::move(question));
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(ten_thousand_questions_of_one_id_are_told_apart_and_one_more_is_refused)
{
    Questionnaire found;
    const model::Vocabulary vocabulary = small_vocabulary();
    const model::Document& document = found.builder.document();
    found.layout.questions.assign(intake::most_inferred_questions, found.layout.questions[2]);
    const model::Form form = intake::form_of(document, found.layout, vocabulary);
    BOOST_TEST_REQUIRE(form.questions.size() == 10'000u);
    BOOST_TEST(form.questions.front().id == "3");
    BOOST_TEST(form.questions.back().id == "3 (10000)");
    found.layout.questions.push_back(found.layout.questions[2]);
    BOOST_CHECK_EXCEPTION(intake::form_of(document, found.layout, vocabulary), Error, [](const Error& error) {
        return error.code() == ErrorCode::limit_exceeded &&
               error.message().find("10001 questions were found, more than the limit of 10000") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(a_form_of_what_was_found_has_each_question_once_with_an_id_of_its_own)
{
    Questionnaire found;
    found.layout.questions[1].id = "";
    const model::Vocabulary vocabulary = small_vocabulary();
    const model::Form form = intake::form_of(found.builder.document(), found.layout, vocabulary);
    BOOST_TEST(form.inferred);
    BOOST_TEST(form.id == "inferred");
    BOOST_TEST_REQUIRE(form.questions.size() == 4u);
    BOOST_TEST(form.questions[0].id == "1");
    BOOST_TEST(form.questions[1].id == "#2");
    BOOST_TEST(form.questions[2].id == "3");
    BOOST_TEST(form.questions[3].id == "3 (2)");
    BOOST_TEST((form.questions[0].kind == model::AnswerKind::yesno_explanation));
    BOOST_TEST_REQUIRE(form.sections.size() == 1u);
    BOOST_TEST(form.sections[0].title.all().front().second == "Access");
    BOOST_TEST(form.questions[3].section == form.sections[0].id);
    BOOST_TEST_REQUIRE(form.regions.size() == 1u);
    BOOST_TEST(form.regions[0].table == "Answers");
    BOOST_TEST(form.regions[0].position == 3);
    BOOST_TEST(form.regions[0].last_row == -1);
    // Whoever fills in the same questionnaire gets the same form.
    Questionnaire other;
    other.layout.questions[1].id = "";
    other.layout.questions[0].parts.clear();
    BOOST_TEST(intake::form_of(other.builder.document(), other.layout, vocabulary).version == form.version);
}

BOOST_AUTO_TEST_CASE(answers_defaults_and_what_stands_around_are_read_and_every_cell_is_accounted_for)
{
    Questionnaire found;
    const model::Document& document = found.builder.document();
    const model::Vocabulary vocabulary = small_vocabulary();
    const layout::Words words(vocabulary);
    const model::Form form = intake::form_of(document, found.layout, vocabulary);
    const model::Submission read = intake::read(document, found.layout, form, words);

    BOOST_TEST(test::summary(read) ==
               "1: choice=Yes | answer=All of it\n2: answer=Select(placeholder)\n3: answer=None\n3 (2): choice=No\n");
    BOOST_TEST(read.find("2")->parts.front().marks.placeholder);
    BOOST_TEST(read.find("2")->text() == "");
    BOOST_TEST(read.find("1")->question_place.text() == "acme.xlsx!Answers!B3");
    BOOST_TEST(read.confidence == 0.9);
    BOOST_TEST(read.problems.empty());
    BOOST_TEST(read.fact("supplier") == "Fjordsky AS");
    BOOST_TEST(read.facts.back().value == "株式会社");
    BOOST_TEST(read.fact("version") == "");  // the change log's is none of the supplier's
    BOOST_TEST_REQUIRE(read.identifiers.size() == 1u);
    BOOST_TEST(read.identifiers[0].value == "982396999");
    BOOST_TEST_REQUIRE(read.subprocessors.size() == 1u);
    BOOST_TEST(read.subprocessors[0].name == "Polar Drift AS");
    BOOST_TEST_REQUIRE(read.annexes.size() == 1u);
    BOOST_TEST(read.annexes[0].title == "Penetration test");

    test::check_ledger(document, read);
    struct Row {
        int row;
        int column;
        const char* word;
    };
    for (const Row& row : {Row{0, 0, "header"}, Row{1, 0, "section"}, Row{2, 0, "id"}, Row{2, 1, "question"},
                           Row{2, 2, "choice"}, Row{2, 3, "answer"}, Row{2, 4, "!other-column"},
                           Row{2, 5, "!reviewer-column"}, Row{3, 2, "!placeholder"}, Row{4, 3, "answer"},
                           Row{5, 7, "!list-source"}, Row{6, 7, "!list-source"}})
        BOOST_TEST_CONTEXT("row " << row.row << " column " << row.column)
        BOOST_TEST(test::ledger_word(read, found.builder.cell(row.row, row.column).unit) == row.word);
}

BOOST_AUTO_TEST_CASE(questions_are_matched_by_words_then_by_number)
{
    Questionnaire found;
    const model::Vocabulary vocabulary = small_vocabulary();
    const layout::Words words(vocabulary);
    model::Form form = intake::form_of(found.builder.document(), found.layout, vocabulary);
    form.inferred = false;
    for (std::size_t index = 0; index < form.questions.size(); ++index)
        form.questions[index].fingerprint = text::fingerprint(found.layout.questions[index].text);
    // Next year: the first is reworded, the second moved to number 7, another is new, one is gone.
    found.layout.questions[0].text = "Do you keep logs?";
    found.layout.questions[1].id = "7";
    found.layout.questions[3].text = "Where are you?";
    found.layout.questions[3].id = "9";
    const model::Submission read = intake::read(found.builder.document(), found.layout, form, words);
    BOOST_TEST_REQUIRE(read.answers.size() == 3u);
    BOOST_TEST(read.answers[0].question == "1");
    BOOST_TEST(read.answers[0].question_edited);
    BOOST_TEST(read.answers[1].question == "2");
    BOOST_TEST(!read.answers[1].question_edited);
    BOOST_TEST_REQUIRE(read.unmatched.size() == 1u);
    BOOST_TEST(read.unmatched[0].printed_question == "Where are you?");
    BOOST_TEST_REQUIRE(read.missing_questions.size() == 1u);
    BOOST_TEST(read.missing_questions[0] == "3 (2)");
    BOOST_TEST_REQUIRE(read.problems.size() == 2u);
    BOOST_TEST(read.problems[0].text ==
               "question 1 is printed here in other words than the form's; only its number was recognised");
    BOOST_TEST(read.problems[1].text ==
               "this question fits none of the form \"inferred\" by number or text; read it by hand");
    BOOST_TEST(intake::questions_found(found.layout, form) == 3u);
    test::check_ledger(found.builder.document(), read);
}

BOOST_AUTO_TEST_CASE(regions_of_a_form_are_found_by_name_else_by_position)
{
    Questionnaire found;
    model::Form form = intake::form_of(found.builder.document(), found.layout, small_vocabulary());
    const model::Document& document = found.builder.document();
    model::Layout said = intake::layout_of(document, form);
    BOOST_TEST_REQUIRE(said.regions.size() == 1u);
    BOOST_TEST(said.regions[0].table == "Answers");
    BOOST_TEST(said.regions[0].taken);
    BOOST_TEST(said.regions[0].last_row == 6);
    BOOST_TEST(said.regions[0].columns.size() == 6u);

    form.regions[0].table = "Svar";
    said = intake::layout_of(document, form);
    BOOST_TEST(said.regions[0].table == "Answers");

    form.regions[0].position = 0;
    form.regions[0].origin = {"my-form.xml", 7};
    try {
        intake::layout_of(document, form);
        BOOST_ERROR("a table that is not there was found");
    }
    catch (const Error& error) {
        BOOST_TEST(std::string(error.what()) ==
                   "acme.xlsx: the layout (my-form.xml:7) names the table \"Svar\", which is not in the file; its "
                   "tables: \"Cover\", \"Log\", \"Answers\"");
    }
}

BOOST_AUTO_TEST_SUITE_END()
