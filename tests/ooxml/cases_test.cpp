#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>

#include "base/error.h"
#include "ooxml/open.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(cases_test)

namespace {

const std::filesystem::path shared = SAMSVAR_SHARED_DIR;

bool present()
{
    if (std::filesystem::exists(shared / "cases")) return true;
    BOOST_TEST_MESSAGE("skipped: " << shared.string() << " is not there");
    return false;
}

const model::Table& table_at(const model::Document& document, std::size_t number)
{
    for (const model::Block& block : document.blocks)
        if (const auto* table = std::get_if<model::Table>(&block); table && number-- == 0) return *table;
    throw std::out_of_range("no such table");
}

}  // namespace

BOOST_AUTO_TEST_CASE(skolesec_document_has_57_rows_and_an_automatic_number)
{
    if (!present()) return;
    const model::Document document = ooxml::open(shared / "cases/skolesec-conexus.docx");
    const model::Table& questions = table_at(document, 2);
    BOOST_TEST(questions.name == "table3");
    BOOST_TEST(questions.rows == 57);
    const model::Cell* first = questions.at(2, 0);
    BOOST_REQUIRE(first);
    BOOST_TEST(std::get<model::Paragraph>(first->blocks.front()).label == "1.");
    BOOST_TEST(document.place(first->unit).text() == "skolesec-conexus.docx!word/document.xml:table3/row3/cell1");
}

BOOST_AUTO_TEST_CASE(skolesec_workbook_has_a_hidden_sheet)
{
    if (!present()) return;
    const model::Document document = ooxml::open(shared / "cases/skolesec-fjordsky.xlsx");
    BOOST_TEST(document.blocks.size() == 4u);
    BOOST_TEST(table_at(document, 3).name == "_hjelp");
    BOOST_TEST(table_at(document, 3).marks.hidden);
    BOOST_TEST(!table_at(document, 1).marks.hidden);
}

BOOST_AUTO_TEST_CASE(a_date_cell_is_an_iso_date)
{
    if (!present()) return;
    const model::Document document = ooxml::open(shared / "cases/saas-brightdesk.xlsx");
    const model::Cell* cell = table_at(document, 0).at(5, 1);
    BOOST_REQUIRE(cell);
    BOOST_TEST(cell->text() == "2026-11-03");
    BOOST_TEST(document.place(cell->unit).text() == "saas-brightdesk.xlsx!Instructions!B6");
}

BOOST_AUTO_TEST_SUITE_END()
