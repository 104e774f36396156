#include <boost/test/unit_test.hpp>

#include <filesystem>

#include "base/error.h"
#include "form/load.h"
#include "support/document_builder.h"
#include "intake/form_patterns.h"
#include "intake/read.h"
#include "ooxml/open.h"
#include "text/fold.h"

using namespace samsvar;
using namespace samsvar::test;

// Real files, read the whole way from bytes. The shared cases are beside the repository and not always there.
BOOST_AUTO_TEST_SUITE(cases_test)

namespace {

const std::filesystem::path source = SAMSVAR_SOURCE_DIR;
const std::filesystem::path cases = std::filesystem::path(SAMSVAR_SHARED_DIR) / "cases";

bool present()
{
    if (std::filesystem::exists(cases)) return true;
    BOOST_TEST_MESSAGE("skipped: " << cases.string() << " is not there");
    return false;
}

const model::Form& skolesec()
{
    static const model::Form form = form::load(source / "forms/skolesec-ros.xml", "forms/skolesec-ros.xml");
    return form;
}

struct Case {
    model::Document document;
    model::Submission submission;
};

Case read_case(const std::filesystem::path& path)
{
    Case read{ooxml::open(path), {}};
    const auto found = intake::recognise(read.document, {skolesec()});
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->confidence == 1.0);
    BOOST_TEST(found->questions_found == 52u);
    read.submission = intake::read(read.document, skolesec());
    check_ledger(read.document, read.submission);
    BOOST_TEST(read.submission.answers.size() == 52u);
    BOOST_TEST(read.submission.missing_questions.empty());
    BOOST_TEST(read.submission.unmatched.empty());
    BOOST_TEST(read.submission.problems.empty());
    for (const model::Answer& answer : read.submission.answers)
        BOOST_TEST(!answer.question_edited, "question " << answer.question << " counts as edited");
    return read;
}

std::string plain(std::string text)
{
    std::string kept;
    for (const char character : text::fold_text(text))
        if (std::string_view("* -\n").find(character) == std::string_view::npos) kept += character;
    return kept;
}

std::vector<std::string> names(const model::Submission& submission)
{
    std::vector<std::string> found;
    for (const model::Subprocessor& subprocessor : submission.subprocessors) found.push_back(subprocessor.name);
    return found;
}

std::vector<std::string> numbers(const model::Submission& submission)
{
    std::vector<std::string> found;
    for (const model::Identifier& number : submission.identifiers)
        found.push_back(number.scheme + ' ' + number.value + (number.valid ? " valid " : " wrong ") + number.owner);
    return found;
}

std::vector<std::string> labels(const model::Submission& submission)
{
    std::vector<std::string> found;
    for (const model::Annex& annex : submission.annexes) found.push_back(annex.label);
    return found;
}

using List = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(each_printed_question_is_recognised_as_itself_only)
{
    if (!present()) return;
    const intake::FormPatterns patterns(skolesec());
    for (const char* file :
         {"skolesec-conexus.docx", "skolesec-conexus.xlsx", "skolesec-nordlys.docx", "skolesec-fjordsky.xlsx"}) {
        const Case read = read_case(cases / file);
        for (std::size_t index = 0; index < 52; ++index) {
            const model::Answer& answer = read.submission.answers[index];
            BOOST_TEST_CONTEXT(file << " question " << answer.question)
            {
                BOOST_TEST(
                    patterns.questions(text::fold_text(answer.printed_question)) == std::vector<std::size_t>{index},
                    boost::test_tools::per_element());
                BOOST_TEST(patterns.questions_in_words(answer.printed_question) == std::vector<std::size_t>{index},
                           boost::test_tools::per_element());
                BOOST_TEST(patterns.question_with_id(answer.question).value() == index);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(each_paraphrase_is_recognised_as_itself)
{
    const intake::FormPatterns patterns(skolesec());
    for (std::size_t index = 0; index < 52; ++index)
        for (const auto& [language, text] : skolesec().questions[index].text.all())
            BOOST_TEST(patterns.questions_in_words(text) == std::vector<std::size_t>{index},
                       boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(conexus_document_and_workbook_say_the_same)
{
    if (!present()) return;
    const Case word = read_case(cases / "skolesec-conexus.docx");
    const Case workbook = read_case(cases / "skolesec-conexus.xlsx");
    for (std::size_t index = 0; index < 52; ++index) {
        const model::Answer& answer = word.submission.answers[index];
        BOOST_TEST_CONTEXT("question " << answer.question)
        {
            BOOST_TEST(!answer.text().empty());
            BOOST_TEST(plain(answer.text()) == plain(workbook.submission.answers[index].text()));
        }
    }
    BOOST_TEST(word.submission.answers[17].place().text() ==
               "skolesec-conexus.docx!word/document.xml:table3/row22/cell3");
    BOOST_TEST(word.submission.fact("supplier") == "Conexus AS");
    BOOST_TEST(word.submission.fact("organisation-number") == "982 39 6999");
    BOOST_TEST(workbook.submission.fact("product") == word.submission.fact("product"));
    BOOST_TEST(
        numbers(word.submission) == (List{"NO 982396999 valid Conexus AS", "NO 957485030 valid Microsoft Norge AS",
                                          "NO 991124810 valid Crayon AS"}),
        boost::test_tools::per_element());
    BOOST_TEST(names(word.submission) == (List{"Microsoft Norge AS", "Crayon AS"}), boost::test_tools::per_element());
    BOOST_TEST(word.submission.subprocessors[1].identifier == "991 124 810");
    BOOST_TEST(word.submission.annexes.empty());
}

BOOST_AUTO_TEST_CASE(nordlys_lists_annexes_after_the_table)
{
    if (!present()) return;
    const Case read = read_case(cases / "skolesec-nordlys.docx");
    BOOST_TEST(labels(read.submission) == (List{"1", "2", "3", "4", "5", "6", "7", "8", "9"}),
               boost::test_tools::per_element());
    BOOST_TEST(names(read.submission) == (List{"Polarhotell Drift AS", "Signalbrev Inc."}),
               boost::test_tools::per_element());
    BOOST_TEST(numbers(read.submission) ==
                   (List{"NO 910517503 valid Nordlys Skoleflyt AS", "NO 910853197 wrong Polarhotell Drift AS"}),
               boost::test_tools::per_element());
    const model::LedgerTotals sums = model::totals(read.submission.ledger);
    BOOST_TEST(sums.used_as.at("answer") == 52u);
    BOOST_TEST(sums.used_as.at("section") == 4u);
}

BOOST_AUTO_TEST_CASE(fjordsky_answers_on_the_second_sheet)
{
    if (!present()) return;
    const Case read = read_case(cases / "skolesec-fjordsky.xlsx");
    const model::Answer& seventh = *read.submission.find("7");
    BOOST_REQUIRE_EQUAL(seventh.parts.size(), 3u);
    BOOST_TEST(seventh.parts[0].text == "Ja");
    BOOST_TEST(seventh.parts[0].place.text() == "skolesec-fjordsky.xlsx!Besvarelse!C13");
    BOOST_TEST((seventh.parts[1].role == model::ColumnRole::evidence));
    BOOST_TEST((seventh.parts[2].role == model::ColumnRole::remark));
    BOOST_TEST(seventh.evidence_text() == "Vedlegg 06");
    BOOST_TEST(read.submission.find("43")->text().empty());
    BOOST_TEST(read.submission.find("43")->place().text() == "skolesec-fjordsky.xlsx!Besvarelse!C52");
    BOOST_TEST(labels(read.submission) ==
                   (List{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15"}),
               boost::test_tools::per_element());
    BOOST_TEST(names(read.submission) ==
                   (List{"Microsoft Ireland Operations Ltd", "Kystvakt Sikkerhet AS", "Brevdue Messaging Ltd"}),
               boost::test_tools::per_element());
    BOOST_TEST(numbers(read.submission) ==
                   (List{"NO 910094947 valid Fjordsky Programvare AS", "NO 910702394 valid Kystvakt Sikkerhet AS"}),
               boost::test_tools::per_element());
    BOOST_TEST(model::totals(read.submission.ledger).ignored.at("hidden-sheet") == 11u);
}

BOOST_AUTO_TEST_CASE(the_shipped_examples_are_read_in_full)
{
    for (const char* file : {"kystlogg-skolesec.docx", "fagerlia-skolesec.xlsx"}) {
        const std::filesystem::path path = source / "forms/examples" / file;
        if (!std::filesystem::exists(path)) continue;
        BOOST_TEST_CONTEXT(file)
        {
            const Case read = read_case(path);
            BOOST_TEST(!read.submission.fact("supplier").empty());
            BOOST_TEST(read.submission.subprocessors.size() >= 2u);
            BOOST_TEST(read.submission.annexes.size() >= 4u);
        }
    }
}

BOOST_AUTO_TEST_CASE(other_questionnaires_are_not_taken_for_it)
{
    if (!present()) return;
    for (const char* file : {"klassa-algen.docx", "saas-brightdesk.xlsx", "klassa-kravbild-leverantor.docx",
                             "risks-lkdata.xlsx", "risks-sirdal.docx", "dpa/dpa-nordlys.docx"}) {
        BOOST_TEST_CONTEXT(file)
        {
            const model::Document document = ooxml::open(cases / file);
            BOOST_TEST(!intake::recognise(document, {skolesec()}).has_value());
            BOOST_CHECK_THROW(intake::read(document, skolesec()), Error);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
