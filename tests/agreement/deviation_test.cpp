#include "agreement/deviation.h"

#include <boost/test/unit_test.hpp>

#include "agreement/outline.h"
#include "reader/open.h"
#include "report/agreement_matrix.h"
#include "support/document_builder.h"

namespace samsvar::agreement {

namespace {

/// "changed: standard → text" with words marked.
std::vector<std::string> lines(const std::vector<model::Deviation>& deviations)
{
    std::vector<std::string> found;
    for (const model::Deviation& one : deviations) {
        std::string line = std::string(model::name_of(one.kind)) + ": ";
        if (!one.pieces.empty())
            line += report::marked_text(one.pieces);
        else
            line += one.standard + " → " + one.text;
        found.push_back(line);
    }
    return found;
}

void check(test::DocumentBuilder& standard, test::DocumentBuilder& agreement, const std::vector<std::string>& expected)
{
    const std::vector<std::string> found =
        lines(compare(read_outline(standard.document()), read_outline(agreement.document())));
    BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(deviation_test)

BOOST_AUTO_TEST_CASE(the_same_text_deviates_in_nothing_whatever_its_typography)
{
    test::DocumentBuilder standard, agreement;
    standard.paragraph("Avtale")
        .heading(1, "1 Formål")
        .paragraph("Kalt \"Kunden\" - artikkel 32-36 gjelder. Ingen andre.");
    agreement.paragraph("AVTALE")
        .heading(1, "1. Formål")
        .paragraph("Kalt «Kunden» – artikkel 32–36 gjelder.  Ingen\u00A0andre.");
    check(standard, agreement, {});
}

BOOST_AUTO_TEST_CASE(words_that_changed_are_marked)
{
    test::DocumentBuilder standard, agreement;
    standard.paragraph("Avtale")
        .heading(1, "1 Frist")
        .paragraph("Databehandleren skal ikke bruke andre uten samtykke innen 30 dager.");
    agreement.paragraph("Avtale")
        .heading(1, "1 Frist")
        .paragraph("Databehandleren skal bruke andre uten samtykke innen 60 dager.");
    check(standard, agreement,
          {"changed: Databehandleren skal [-ikke-] bruke andre uten samtykke innen [-30-] {+60+} dager."});
}

BOOST_AUTO_TEST_CASE(blanks_that_are_filled_in_are_no_change)
{
    struct Row {
        const char* standard;
        const char* text;
        const char* expected;
    };
    const Row rows[] = {
        {"Mellom [navn] og [navn] er inngått avtale.", "Mellom Fjord kommune og Vik AS er inngått avtale.", "filled"},
        {"Frist: ___ dager etter opphør.", "Frist: 30 dager etter opphør.", "filled"},
        {"Kontaktperson:", "Kontaktperson: personvernombudet", "filled"},
        {"Frist: ___ dager etter opphør.", "Frist: 30 dager før opphør.", "changed"},
        {"Avtalen gjelder fra <dato>.", "Avtalen gjelder fra 1. mai 2026.", "filled"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.standard)
        {
            test::DocumentBuilder standard, agreement;
            standard.paragraph("Avtale om noe").heading(1, "1 Først").paragraph(row.standard);
            agreement.paragraph("Avtale om noe").heading(1, "1 Først").paragraph(row.text);
            const auto found = compare(read_outline(standard.document()), read_outline(agreement.document()));
            BOOST_REQUIRE(found.size() == 1);
            BOOST_TEST(model::name_of(found[0].kind) == std::string(row.expected));
        }
}

/// A standard text in Danish and an agreement made from it: blanks filled in, clauses 9 and 10 swapped, other kinds of
/// quotation marks, dashes and blanks, and the changes told below.
BOOST_AUTO_TEST_CASE(planted_changes_and_nothing_else_are_found)
{
    const std::filesystem::path folder = std::filesystem::path(SAMSVAR_SOURCE_DIR) / "tests/agreement/standard";
    const auto found = compare(read_outline(reader::open(folder / "standard.docx")),
                               read_outline(reader::open(folder / "agreement.docx")));
    struct Row {
        const char* kind;
        const char* clause;
        const char* words;  ///< a part of the marked words, or of the text
    };
    const Row expected[] = {
        {"filled", "", "[-[navn og CVR-nr.]-] {+Strandby Kommune"},
        {"filled", "", "[-____________-] {+Havnelyd ApS"},
        {"changed", "3.2", "senest efter [-48-] {+96+} timer"},
        {"changed", "4.1", "ret [-forbyder-] {+tillader+} en"},
        {"missing", "4.2", "gør straks Kommunen opmærksom"},
        {"filled", "7.2", "mindst [-___-] {+45+} dage"},
        {"changed", "7.2", "så fald [-ikke-] for Kommunens"},
        {"moved", "10", "Bistand Havnelyd bistår"},
        {"changed", "11.1", "med [-14-] {+60+} dage"},
        {"filled", "Bilag B", "Nordtårn Hosting A/S"},
        {"filled", "Bilag B", "CloudMail Corp."},
        {"added", "Bilag C", "frit ændre disse foranstaltninger"},
    };
    BOOST_REQUIRE_EQUAL(found.size(), std::size(expected));
    for (std::size_t index = 0; index < found.size(); ++index) BOOST_TEST_CONTEXT(expected[index].words)
        {
            const model::Deviation& one = found[index];
            BOOST_TEST(model::name_of(one.kind) == std::string(expected[index].kind));
            BOOST_TEST((one.clause.empty() ? one.standard_clause : one.clause) == expected[index].clause);
            const std::string all = report::marked_text(one.pieces) + one.standard + one.text;
            BOOST_TEST(all.find(expected[index].words) != std::string::npos);
        }
}

BOOST_AUTO_TEST_CASE(a_text_of_nothing_but_different_sentences_ends)
{
    test::DocumentBuilder standard, agreement;
    for (int index = 0; index < 3000; ++index) {
        standard.paragraph("Setning nummer a" + std::to_string(index) + " i standarden.");
        agreement.paragraph("Helt andre ord b" + std::to_string(index) + " står her.");
    }
    BOOST_TEST(compare(read_outline(standard.document()), read_outline(agreement.document())).size() > 3000);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::agreement
