#include "agreement/outline.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "support/document_builder.h"

namespace samsvar::agreement {

namespace {

/// One line a passage: "clause|lead|text".
std::vector<std::string> lines(const model::Agreement& agreement)
{
    std::vector<std::string> found;
    for (const model::Passage& passage : agreement.passages)
        found.push_back(agreement.clauses[passage.clause].name() + "|" + passage.lead + "|" + passage.text);
    return found;
}

void check_lines(const model::Agreement& agreement, const std::vector<std::string>& expected)
{
    const std::vector<std::string> found = lines(agreement);
    BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(outline_test)

BOOST_AUTO_TEST_CASE(typed_numbers_without_styles)
{
    test::DocumentBuilder built;
    built.paragraph("Personuppgiftsbiträdesavtal")
        .paragraph("Mellan A och B gäller följande.")
        .paragraph("§ 1 Instruktion")
        .paragraph("1.1 Biträdet följer instruktionen.")
        .paragraph("1.2 Biträdet säger till.")
        .paragraph("§ 2 Slut")
        .paragraph("Uppgifterna raderas inom 30 dagar.")
        .paragraph("Bilaga A Uppgifter")
        .paragraph("Namn och adress.");
    const model::Agreement agreement = read_outline(built.document());
    BOOST_TEST(agreement.title == "Personuppgiftsbiträdesavtal");
    check_lines(agreement,
                {"||Mellan A och B gäller följande.", "1.1||Biträdet följer instruktionen.",
                 "1.2||Biträdet säger till.", "§ 2||Uppgifterna raderas inom 30 dagar.", "Bilaga A||Namn och adress."});
    const model::Clause& second = agreement.clauses[agreement.passages[2].clause];
    BOOST_TEST(agreement.clauses[second.section].heading == "Instruktion");
    BOOST_TEST(agreement.clauses.back().annex);
}

BOOST_AUTO_TEST_CASE(headings_by_style_and_automatic_numbers)
{
    test::DocumentBuilder built;
    built.heading(10, "Databehandleraftale")
        .heading(1, "Instruks", "1.")
        .listed("1.1", "Databehandleren følger instruksen.", 1)
        .heading(1, "Sletning", "2.")
        .listed("2.1", "Data slettes.", 1)
        .heading(1, "Tilsyn", "3.")
        .paragraph("Kommunen kan føre tilsyn.");
    check_lines(read_outline(built.document()),
                {"1.1||Databehandleren følger instruksen.", "2.1||Data slettes.", "3||Kommunen kan føre tilsyn."});
}

BOOST_AUTO_TEST_CASE(items_go_on_from_their_lead)
{
    test::DocumentBuilder built;
    built.heading(10, "Avtale")
        .heading(1, "4. Plikter")
        .paragraph("Avtalen gjelder. Databehandleren skal:")
        .listed("(a)", "følge instruksen;")
        .listed("(b)", "slette data.")
        .paragraph("Kommunen betaler.");
    check_lines(read_outline(built.document()),
                {"4||Avtalen gjelder. Databehandleren skal:", "4 (a)|Databehandleren skal|følge instruksen;",
                 "4 (b)|Databehandleren skal|slette data.", "4 (b)||Kommunen betaler."});
}

BOOST_AUTO_TEST_CASE(items_typed_by_hand_go_on_from_their_lead)
{
    test::DocumentBuilder built;
    built.paragraph("Agreement")
        .paragraph("3 Duties")
        .paragraph("The processor shall:")
        .paragraph("(a) follow the instructions;")
        .paragraph("(b) delete the data.");
    check_lines(read_outline(built.document()),
                {"3||The processor shall:", "3 (a)|The processor shall|follow the instructions;",
                 "3 (b)|The processor shall|delete the data."});
}

BOOST_AUTO_TEST_CASE(tables_are_rows_with_the_headers_of_their_columns)
{
    test::DocumentBuilder built;
    built.paragraph("Avtale")
        .heading(1, "Bilag B – Underdatabehandlere")
        .table({{"Navn", "Land"}, {"Fjord AS", "Norge"}});
    const model::Agreement agreement = read_outline(built.document());
    check_lines(agreement, {"Bilag B||Navn: Land", "Bilag B||Fjord AS: Norge"});
    BOOST_TEST(agreement.passages[0].header);
    BOOST_TEST(agreement.passages[1].columns == "Navn | Land");
    BOOST_REQUIRE(agreement.passages[1].cells.size() == 2);
    BOOST_TEST(agreement.passages[1].cells[1].begin == 10);
}

BOOST_AUTO_TEST_CASE(short_lines_are_headings_where_nothing_is_numbered)
{
    test::DocumentBuilder built;
    built.paragraph("Avtal")
        .paragraph("Detta avtal gäller mellan A och B.")
        .paragraph("Sekretess")
        .paragraph("Personalen har tystnadsplikt.");
    check_lines(read_outline(built.document()),
                {"||Detta avtal gäller mellan A och B.", "Sekretess||Personalen har tystnadsplikt."});
}

BOOST_AUTO_TEST_CASE(every_unit_is_in_the_ledger)
{
    test::DocumentBuilder built;
    built.paragraph("Avtal")
        .paragraph("")
        .paragraph("1 Sekretess")
        .paragraph("Personalen har tystnadsplikt.")
        .table({{"a", "b"}, {"", "c"}});
    built.aside(model::UnitKind::comment, "Kolla detta");
    const model::Agreement agreement = read_outline(built.document());
    BOOST_REQUIRE(agreement.ledger.size() == built.document().units.size());
    std::size_t used = 0;
    for (const model::LedgerEntry& entry : agreement.ledger) {
        BOOST_TEST(!entry.use.empty());
        used += entry.used;
    }
    BOOST_TEST(used == 6);
}

BOOST_AUTO_TEST_CASE(a_workbook_is_refused)
{
    test::DocumentBuilder built(model::FileKind::xlsx, "svar.xlsx");
    built.sheet("Svar", {{"1", "Ja"}});
    try {
        read_outline(built.document());
        BOOST_ERROR("was read");
    }
    catch (const Error& error) {
        BOOST_TEST(std::string(error.what()) ==
                   "svar.xlsx: is a xlsx file; an agreement is read from a text document: ask for it as DOCX or ODT");
    }
}

BOOST_AUTO_TEST_CASE(too_many_paragraphs_are_refused)
{
    test::DocumentBuilder built;
    for (std::size_t index = 0; index < most_passages + 2; ++index)
        built.paragraph("Databehandleren skal slette data.");
    BOOST_CHECK_THROW(read_outline(built.document()), Error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::agreement
