// A questionnaire is made, and comes back: as it was sent, with rows moved, copied, added and taken away.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "app/case_profile.h"
#include "app/layout.h"
#include "app/questionnaire.h"
#include "app/read.h"
#include "intake/from_layout.h"
#include "questionnaire/known.h"
#include "reader/open.h"
#include "support/temporary_folder.h"
#include "xml/parsed.h"

using namespace samsvar;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(questionnaire_returned_test)

namespace {

const char* const linkoping = "C=significant,I=serious,A=moderate";

struct Desk {
    TemporaryFolder folder;
    app::Library library{SAMSVAR_SOURCE_DIR};

    fs::path make(const std::string& name, const std::string& profile = linkoping,
                  std::vector<std::string> catalogs = {}) const
    {
        app::QuestionnaireRequest request;
        request.profile = app::read_profile(profile);
        request.catalogs = std::move(catalogs);
        request.language = model::Language::sv;
        count = app::make_questionnaire(library, request, folder.path() / name);
        return folder.path() / name;
    }
    /// A document as it would be read, with changes a supplier made to its rows.
    app::Reading read(model::Document document) const
    {
        const layout::KnownWords words = library.known_words();
        app::Reading reading;
        reading.document = std::move(document);
        BOOST_TEST_REQUIRE(app::read_questionnaire(library, words.words(), reading));
        return reading;
    }
    mutable std::size_t count = 0;
};

/// The table with the marks: the longest.
model::Table& requirements(model::Document& document)
{
    model::Table* longest = nullptr;
    for (model::Block& block : document.blocks)
        if (auto* table = std::get_if<model::Table>(&block);
            table && (!longest || table->cells.size() > longest->cells.size()))
            longest = table;
    return *longest;
}

void put_in_order(model::Table& table)
{
    std::stable_sort(table.cells.begin(), table.cells.end(), [](const model::Cell& left, const model::Cell& right) {
        return std::pair(left.row, left.column) < std::pair(right.row, right.column);
    });
}

/// Writes into a cell; one that was blank has none in a sheet.
void say(model::Document& document, int row, int column, const std::string& text)
{
    model::Table& table = requirements(document);
    model::Cell said;
    said.row = row;
    said.column = column;
    model::Paragraph paragraph;
    paragraph.text = text;
    said.blocks = {paragraph};
    const auto known = std::find_if(table.cells.begin(), table.cells.end(),
                                    [&](const model::Cell& cell) { return cell.row == row && cell.column == column; });
    if (known != table.cells.end()) {
        said.unit = known->unit;
        *known = said;
        return;
    }
    said.unit = static_cast<model::UnitId>(document.units.size());
    document.units.push_back({model::UnitKind::cell, table.part.empty() ? table.name : table.part,
                              model::cell_name(row, column), table.sheet, false});
    table.cells.push_back(said);
    put_in_order(table);
}

void swap_rows(model::Table& table, int one, int other)
{
    for (model::Cell& cell : table.cells)
        if (cell.row == one)
            cell.row = other;
        else if (cell.row == other)
            cell.row = one;
    put_in_order(table);
}

std::string row_text(const model::Table& table, int row, int column)
{
    const model::Cell* cell = table.at(row, column);
    return cell ? cell->text() : std::string();
}

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_is_unmatched_in_what_was_sent)
{
    const Desk desk;
    for (const char* name : {"krav.xlsx", "krav.docx"}) BOOST_TEST_CONTEXT(name)
        {
            const fs::path file = desk.make(name);
            BOOST_TEST(desk.count == 42u);
            const app::Reading reading = app::read(desk.library, file, "", {}, {});
            BOOST_TEST(reading.form.id == "questionnaire");
            BOOST_TEST(reading.form.questions.size() == 42u);
            BOOST_TEST(reading.submission.unmatched.size() == 0u);
            BOOST_TEST(reading.submission.missing_questions.size() == 0u);
            BOOST_TEST(reading.submission.problems.size() == 0u);
            BOOST_TEST(reading.form.questions.front().id == "KL2-S01");
            // Nobody has answered yet.
            for (const model::Answer& answer : reading.submission.answers)
                for (const model::AnswerPart& part : answer.parts)
                    BOOST_TEST((part.text.empty() || part.marks.placeholder), answer.question << ": " << part.text);
            const model::LedgerTotals totals = model::totals(reading.submission.ledger);
            BOOST_TEST(totals.units == reading.document.units.size());
        }
}

BOOST_AUTO_TEST_CASE(the_same_questionnaire_is_the_same_bytes)
{
    const Desk desk;
    for (const char* ending : {".xlsx", ".docx"}) {
        const std::string one = read_file(desk.make(std::string("a") + ending), 1u << 24);
        BOOST_TEST((one == read_file(desk.make(std::string("b") + ending), 1u << 24)), ending);
    }
}

BOOST_AUTO_TEST_CASE(answers_are_read_wherever_the_rows_went)
{
    const Desk desk;
    for (const char* name : {"krav.xlsx", "krav.docx"}) BOOST_TEST_CONTEXT(name)
        {
            model::Document document = reader::open(desk.make(name));
            model::Table& table = requirements(document);
            const bool sheet = table.sheet;
            const int choice = sheet ? 5 : 4, explanation = sheet ? 6 : 5, evidence = sheet ? 7 : 6;
            const auto row_of = [&](const std::string& id) {
                for (int row = 0; row < table.rows; ++row)
                    if (row_text(table, row, 0).starts_with(id)) return row;
                return -1;
            };
            say(document, row_of("KL2-S03"), choice, "Ja");
            say(document, row_of("KL2-S03"), explanation, "Bakgrundskontroll görs av alla.");
            say(document, row_of("KL2-S03"), evidence, "Rutin 7");
            say(document, row_of("KL2-S20"), choice, "Delvis");
            swap_rows(table, row_of("KL2-S03"), row_of("KL2-S20"));
            swap_rows(table, row_of("KL2-S04"), row_of("KL2-S42"));
            const app::Reading reading = desk.read(std::move(document));
            BOOST_TEST(reading.submission.unmatched.size() == 0u);
            BOOST_TEST(reading.submission.missing_questions.size() == 0u);
            const model::Answer* answer = reading.submission.find("KL2-S03");
            BOOST_TEST_REQUIRE(answer);
            BOOST_TEST(answer->text() == "Ja\nBakgrundskontroll görs av alla.");
            BOOST_TEST(answer->evidence_text() == "Rutin 7");
            BOOST_TEST(reading.submission.find("KL2-S20")->text() == "Delvis");
        }
}

BOOST_AUTO_TEST_CASE(two_catalogues_with_the_same_ids_stay_apart)
{
    const Desk desk;
    const fs::path file = desk.make("iso.docx", linkoping, {"iso27001-2013", "klassa-supplier", "gdpr-processor"});
    const app::Reading reading = app::read(desk.library, file, "", {}, {});
    BOOST_TEST(reading.form.questions.size() == desk.count);
    BOOST_TEST(reading.submission.unmatched.size() == 0u);
    BOOST_TEST(reading.submission.missing_questions.size() == 0u);
}

BOOST_AUTO_TEST_CASE(only_docx_and_xlsx_are_written_and_something_must_apply)
{
    const Desk desk;
    BOOST_TEST(xml::failure_of([&] { desk.make("krav.pdf"); }).find("ends in .docx or .xlsx") != std::string::npos);
    BOOST_TEST(xml::failure_of([&] {
                   desk.make("krav.docx", "C=negligible,I=negligible,A=negligible,personal-data=no");
               }).find("no requirement of the catalogues applies") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
