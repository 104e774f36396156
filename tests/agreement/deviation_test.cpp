#include "agreement/deviation.h"

#include <boost/test/unit_test.hpp>
#include <map>

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

/// Ten changes and much that is none: a heading's level, automatic numbers, quotation marks, dashes, blanks, line
/// breaks and where a paragraph is broken.
BOOST_AUTO_TEST_CASE(ten_planted_changes_are_ten)
{
    test::DocumentBuilder standard, agreement;
    standard.paragraph("Data processing agreement between [name] and [name]")
        .heading(1, "1 Scope", "")
        .paragraph("The processor processes personal data only on documented instructions from the controller.")
        .paragraph(
            "The processor shall not use the data for purposes of its own. Instructions are kept for five years.")
        .heading(1, "2 Security")
        .paragraph("The processor takes \"appropriate\" measures - as Art. 32 requires - and reviews them every year.")
        .paragraph("Access is given to persons who need it. All access is logged.")
        .heading(1, "3 Breaches")
        .paragraph("The processor notifies the controller within 24 hours after it has become aware of a breach.")
        .heading(1, "4 Sub-processors")
        .paragraph("The processor gives notice of a new sub-processor at least ___ days in advance.")
        .paragraph("The controller may object within 14 days.")
        .heading(1, "5 Audit")
        .paragraph("The controller may carry out audits once a year. The processor bears its own costs.")
        .heading(1, "6 Termination")
        .paragraph("All data are deleted at the end of the agreement.")
        .heading(1, "7 Assistance")
        .paragraph("The processor assists the controller with requests from data subjects.")
        .heading(1, "8 Law")
        .paragraph("The agreement is governed by the law of the controller's country.");
    agreement
        .paragraph("Data processing agreement between Fjord Municipality and Nordvind Drift AS")  // 1: filled in
        .heading(2, "Scope", "1.")
        .paragraph("The processor processes personal data only\non documented\u00a0instructions from the controller.")
        .paragraph("The processor shall use the data for purposes of its own.")  // 2: a "not" gone
        .paragraph("Instructions are kept for five years.")
        .heading(2, "Security", "2.")
        .paragraph(
            "The processor may take \u201cappropriate\u201d measures \u2013 as Art. 32 requires \u2013 and reviews "
            "them every year.")                                // 3
        .paragraph("Access is given to persons who need it.")  // 4: a sentence gone
        .heading(2, "Breaches", "3.")
        .paragraph("The processor notifies the controller within 96 hours after it has become aware of a breach.")  // 5
        .heading(2, "Sub-processors", "4.")
        .paragraph("The processor gives notice of a new sub-processor at least 30 days in advance.")     // 6: filled in
        .paragraph("The controller may object within 14 days. After that it is deemed to have agreed.")  // 7: a new one
        .heading(2, "Audit", "5.")
        .paragraph(
            "The controller may carry out audits once a year. The controller bears all costs.")  // 8: who bears them
        .heading(2, "Assistance", "6.")  // 9: two clauses have changed places
        .paragraph("The processor assists the controller with requests from data subjects.")
        .heading(2, "Termination", "7.")
        .paragraph("All data are deleted at the end of the agreement.")
        .heading(2, "Law", "8.")
        .paragraph("The agreement is governed by the law of the controller's country.")
        .paragraph("The processor charges for work under this agreement.");  // 10: a new paragraph
    const auto found = compare(read_outline(standard.document()), read_outline(agreement.document()));
    std::map<std::string, int> kinds;
    std::string all;
    for (const std::string& line : lines(found)) all += line + '\n';
    for (const model::Deviation& one : found) ++kinds[model::name_of(one.kind)];
    BOOST_TEST_CONTEXT(all)
    {
        BOOST_TEST(found.size() == 10u);
        BOOST_TEST(kinds["filled"] == 2);
        BOOST_TEST(kinds["changed"] == 4);
        BOOST_TEST(kinds["missing"] == 1);
        BOOST_TEST(kinds["moved"] == 1);
        BOOST_TEST(kinds["added"] == 2);
        for (const char* part : {"shall [-not-] use", "within [-24-] {+96+} hours", "deemed to have agreed",
                                 "All access is logged", "charges for work", "Fjord Municipality", "{+30+} days"})
            BOOST_TEST(all.find(part) != std::string::npos, part);
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
