#include <boost/test/unit_test.hpp>

#include "lexicon_reader.h"
#include "text/quantity.h"

namespace samsvar::text {

namespace {

Analysis analysed(const char* text)
{
    static const Matcher matcher(model::Lexicon{});
    return matcher.analyse(text);
}

struct Row {
    const char* text;
    std::vector<std::string> found;
};

std::vector<std::string> numbers_in(const char* text)
{
    std::vector<std::string> numbers;
    for (const Reference& one : analysed(text).references) numbers.push_back(one.number.empty() ? "above" : one.number);
    return numbers;
}

std::vector<std::string> labels_in(const char* text)
{
    std::vector<std::string> labels;
    for (const AnnexReference& one : analysed(text).annexes) labels.push_back((one.file ? "file " : "") + one.label);
    return labels;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reference_test)

BOOST_AUTO_TEST_CASE(references_to_other_answers)
{
    const std::vector<Row> rows{
        {"se punkt 18", {"18"}},
        {"Se pkt. 18.", {"18"}},
        {"iht. punkt 18", {"18"}},
        {"Alle brukere logger på med autorisering iht. punkt 18.", {"18"}},
        {"ref pkt 32", {"32"}},
        {"Ref. punkt 32", {"32"}},
        {"Ref punkt 32 er det satt opp daglig backup av løsningen", {"32"}},
        {"jf. punkt 5", {"5"}},
        {"(jf. punkt 27)", {"27"}},
        {"jf. pkt. 24. Vedlegg 8 kap. 3.", {"24"}},
        {"(se spm. 7)", {"7"}},
        {"(punkt 7)", {"7"}},
        {"Se svar på spørsmål 58.", {"58"}},
        {"Se svar på krav A.11.1.4.", {"a.11.1.4"}},
        {"Se fråga 12", {"12"}},
        {"jfr A.17.1.2", {"a.17.1.2"}},
        {"Samma svar som för A.17.1.2.", {"a.17.1.2"}},
        {"see question CRY-03", {"cry-03"}},
        {"(see CRY-03)", {"cry-03"}},
        {"See OPS-12.", {"ops-12"}},
        {"ks. kohta 4", {"4"}},
        {"katso kohta 4", {"4"}},
        {"samme som 12", {"12"}},
        {"Samme svar som i punkt 12", {"12"}},
        {"same as 12", {"12"}},
        {"Se punkt 10; fristen på 12 timer gjelder også", {"10"}},
        {"punkt 50 og 52", {"50", "52"}},
        {"se punkt 50, 51 og 52.", {"50", "51", "52"}},
        {"se punkt 50 og punkt 52", {"50", "52"}},
        {"se spm. 12-14", {"12", "13", "14"}},
        {"se spørsmål nr. 18", {"18"}},
        {"Se nr. 18.", {"18"}},
        {"Se 18.", {"18"}},
        {"se 18 og 20.", {"18", "20"}},
        {"se også punkt 3", {"3"}},
        {"See answers to CRY-01 and CRY-03.", {"cry-01", "cry-03"}},
        {"see question 4.2.1", {"4.2.1"}},
        {"sjå punkt 4", {"4"}},
        {"Som 44.", {"44"}},
        {"Samme frist.\nSom 12", {"12"}},
        {"Som 44 andre kommuner.", {}},
        {"Dette er som 44.", {}},
        {"se spørgsmål 4", {"4"}},
        {"se punkt 18 i dette skjemaet", {"18"}},
        {"SE PUNKT 18", {"18"}},
        {"se\npunkt 18", {"18"}},
        {"som over", {"above"}},
        {"Se over.", {"above"}},
        {"se ovenfor", {"above"}},
        {"se ovan", {"above"}},
        {"As above.", {"above"}},
        {"see above", {"above"}},
        {"same as above", {"above"}},
        {"Se forrige svar.", {"above"}},
        {"ks. yllä", {"above"}},
    };
    for (const Row& row : rows)
        BOOST_TEST_CONTEXT(row.text) BOOST_TEST(numbers_in(row.text) == row.found, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(other_numbers_are_no_references)
{
    for (const char* text :
         {"kap. 5", "se kap. 5", "Se vedlegg 8 kap. 3.", "vedlegg 5, kap. 6", "art. 17", "vilkårene i art. 17 er oppfylt", "§ 4", "jf. § 4", "jf. art. 28", "punkt 4 i erklæringen",
          "står i erklæringens punkt 4", "avtalens punkt 3", "se avtalets punkt 3", "punkt 3 i databehandleravtalen", "item 3 of our agreement", "clause 3 of our DPA", "Both are in clause 3 of our DPA",
          "ISO 27001 punkt 5.1", "ISO/IEC 27001:2022 pkt 5.1", "jf. ISO 27001", "se AES-256", "se 12 måneder", "Vi svarer innen 5 dager", "krav til 12 tegn", "kravet er 12 tegn", "datahall nr. 2",
          "art. 6 nr. 1 e", "5 punkter", "et punkt", "på flere punkter", "Vi vil se over rutinene", "som over tid", "to spørsmål", "fråga kunden", "se BD-07_pentest.pdf", "se 18 % av", "Se vedlegg 14", "svar på 24 timer",
          "se 2026-04-17", "se 14.03.2026", "vedlegg 3 punkt 2", "versjon 3.2", "jf. personopplysningsloven", "per 01.11.2026", "nr. 18"})
        BOOST_TEST_CONTEXT(text) BOOST_TEST(numbers_in(text) == std::vector<std::string>{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(references_to_annexes)
{
    const std::vector<Row> rows{
        {"vedlegg 8", {"8"}},
        {"Vedlegg 01", {"1"}},
        {"vedlegg nr. 3", {"3"}},
        {"vedlegg 8 kap. 3", {"8"}},
        {"(vedlegg 8 kap. 5)", {"8"}},
        {"Beskrevet i vedlegg 7, kap. 6.", {"7"}},
        {"bilag B", {"b"}},
        {"bilaga 2", {"2"}},
        {"bilaga PUB", {"pub"}},
        {"liite 3", {"3"}},
        {"appendix A", {"a"}},
        {"Appendix A.", {"a"}},
        {"annex 1", {"1"}},
        {"attachment 2", {"2"}},
        {"vedlegg 3 og 4", {"3", "4"}},
        {"vedlegg 3, 4 og 5", {"3", "4", "5"}},
        {"vedlegg 1-3", {"1", "2", "3"}},
        {"Rutine: vedlegg 7.", {"7"}},
        {"BD-07_pentest_summary_2025.pdf", {"file bd-07_pentest_summary_2025.pdf"}},
        {"se rutine.docx og plan.xlsx", {"file rutine.docx", "file plan.xlsx"}},
        {"(\"policy.pdf\")", {"file policy.pdf"}},
        {"vedlegg 4, risiko 7 og 8", {"4"}},
        {"vedlegg 3, 24 timer", {"3"}},
        {"vedlegg 3 – 2026", {"3"}},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text) BOOST_TEST(labels_in(row.text) == row.found, boost::test_tools::per_element());
    for (const char* text : {"vedlegg", "vedlegg i PDF-format", "vedlagt", "bilaga i avtalet", "bifogas", "se vedlegget", "annexed", "www.pdf.no", "dokumentet er i pdf", "med vedlegg og bilder", ".pdf", "bilag på forespørsel"})
        BOOST_TEST_CONTEXT(text) BOOST_TEST(labels_in(text) == std::vector<std::string>{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
