#include <boost/test/unit_test.hpp>

#include "text/segment.h"

namespace samsvar::text {

namespace {

std::vector<std::string> parts_of(std::string_view source, bool clauses)
{
    Folded folded = fold(source);
    join_lines(folded);
    std::vector<std::string> parts;
    const std::vector<Span> sentences = split_sentences(folded);
    for (const Span& span : clauses ? split_clauses(folded.text, sentences) : sentences) parts.push_back(folded.quote(span));
    return parts;
}

struct Row {
    const char* source;
    std::vector<std::string> parts;
};

void check(const std::vector<Row>& rows, bool clauses)
{
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.source) BOOST_TEST(parts_of(row.source, clauses) == row.parts, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(segment_test)

BOOST_AUTO_TEST_CASE(sentences_end_at_stops_lines_and_bullets)
{
    check(
        {
            {"Vi krypterer. Vi logger.", {"Vi krypterer.", "Vi logger."}},
            {"Er det så? Ja! Bra.", {"Er det så?", "Ja!", "Bra."}},
            {"Se punkt 10; fristen gjelder.", {"Se punkt 10;", "fristen gjelder."}},
            {"Feide\nID-porten\nBankID", {"Feide", "ID-porten", "BankID"}},
            {"• Feide\n• Logg", {"Feide", "Logg"}},
            {"Bruk: • Feide • Logg", {"Bruk:", "Feide", "Logg"}},
            {"* Feide\n* Logg", {"Feide", "Logg"}},
            {"5 * 5 og 5*5", {"5 * 5 og 5*5"}},
            {"(Vi tester.) Det holder.", {"(Vi tester.)", "Det holder."}},
            {"Vi tester… Ja.", {"Vi tester…", "Ja."}},
            {"Hva?! Nei.", {"Hva?!", "Nei."}},
            {"Det er kryptert. 24 timer er fristen.", {"Det er kryptert.", "24 timer er fristen."}},
            {"Det er kryptert. vi logger.", {"Det er kryptert.", "vi logger."}},
            {"", {}},
            {"...", {"..."}},
        },
        false);
}

BOOST_AUTO_TEST_CASE(stops_that_end_nothing)
{
    for (const char* one : {"Vi har f.eks. Feide og bl.a. BankID.", "Vi følger loven, jf. GDPR og pkt. A.5 i kap. 4.", "Se spm. 7 og nr. 12.", "Det gjelder t.ex. BankID, resp. Freja.", "Ca. 12 tegn, min. 8 og maks. 64.",
                         "We use e.g. BankID, i.e. eID.", "Det er iht. ISO og mht. GDPR.", "Roller, rutiner mv. og annet.", "Brukere, roller m.m. finns.", "Versjon 1.2 og TLS 1.3 brukes.", "Det skjedde 14.03.2026 kl. 12.30.",
                         "Det skjedde 14. mars 2026.", "Det skjer hver 12. måned.", "Det skjedde 14. 03. 2026.", "Se rutine.pdf og www.eksempel.no nå.", "Siden 1. kvartal 2025.", "Det gjelder dvs. Feide.", "Ev. Feide.", "Evt. BankID.",
                         "Enl. GDPR.", "Org. nr. 982396999", "Se f.eks. 3. avsnitt.", "Vi bruker avd. Oslo."})
        BOOST_TEST_CONTEXT(one) BOOST_TEST(parts_of(one, false).size() == 1);
}

BOOST_AUTO_TEST_CASE(abbreviations_that_can_end_a_sentence)
{
    BOOST_TEST(parts_of("Roller, rutiner mv. Vi logger.", false).size() == 2);
    BOOST_TEST(parts_of("Backup, restore etc. The rest follows.", false).size() == 2);
    BOOST_TEST(parts_of("The answer is no. We log.", false).size() == 2);
    BOOST_TEST(parts_of("Item no. 5 applies.", false).size() == 1);
    BOOST_TEST(parts_of("Jf. pkt. 24. Vedlegg 8.", false).size() == 2);
    BOOST_TEST(parts_of("RTO er 15 min. Deretter varsles.", false).size() == 2);
}

BOOST_AUTO_TEST_CASE(lines_that_run_on)
{
    check(
        {
            {"Sikkerhetskopier tas hver natt og testes\nikke.", {"Sikkerhetskopier tas hver natt og testes\nikke."}},
            {"Vi tester\nikke gjenoppretting av sikkerhetskopier.", {"Vi tester\nikke gjenoppretting av sikkerhetskopier."}},
            {"Vi tester.\nikke gjenoppretting", {"Vi tester.", "ikke gjenoppretting"}},
            {"Vi har:\nkryptering av alle data og kopier\nlogging", {"Vi har:", "kryptering av alle data og kopier", "logging"}},
            {"feide\nbankid\nid-porten", {"feide", "bankid", "id-porten"}},
            {"Feide\nbankid\nid-porten", {"Feide", "bankid", "id-porten"}},
            {"Vi har disse tiltakene\na) kryptering av alle data\nb) logging", {"Vi har disse tiltakene", "a) kryptering av alle data", "b) logging"}},
            {"Vi har disse tiltakene\n- kryptering\n- logging", {"Vi har disse tiltakene", "- kryptering", "- logging"}},
            {"VI TESTER\nIKKE", {"VI TESTER", "IKKE"}},
            {"Vi tester alt.\nVi logger alt.", {"Vi tester alt.", "Vi logger alt."}},
        },
        false);
    Folded folded = fold("Vi tester\nikke gjenoppretting av sikkerhetskopier.");
    join_lines(folded);
    BOOST_TEST(folded.text == "vi tester ikke gjenoppretting av sikkerhetskopier.");
}

BOOST_AUTO_TEST_CASE(clauses)
{
    check(
        {
            {"Vi krypterer, men logger ikke.", {"Vi krypterer", "men logger ikke."}},
            {"Vi krypterer men logger ikke.", {"Vi krypterer", "men logger ikke."}},
            {"Vi krypterer og logger.", {"Vi krypterer og logger."}},
            {"Data: kryptert; logg – lagret.", {"Data", "kryptert", "logg", "lagret."}},
            {"Det tar 1,5 timer kl. 13:45.", {"Det tar 1,5 timer kl. 13:45."}},
            {"Vi testar inte återläsning utan kopiering.", {"Vi testar inte återläsning", "utan kopiering."}},
            {"Inloggning utan två faktorer.", {"Inloggning utan två faktorer."}},
            {"We encrypt while others log.", {"We encrypt", "while others log."}},
            {"Salaamme mutta emme testaa.", {"Salaamme", "mutta emme testaa."}},
            {"Salaamme kun taas muut eivät.", {"Salaamme", "kun taas muut eivät."}},
            {"Se https://example.no/a:b nå", {"Se https://example.no/a", "b nå"}},
            {"Krav-modulen er på.", {"Krav-modulen er på."}},
            {"Vi logger. Menyen er stor.", {"Vi logger.", "Menyen er stor."}},
        },
        true);
}

BOOST_AUTO_TEST_CASE(every_clause_is_in_one_sentence_and_none_overlap)
{
    for (const char* text : {"a, b; c. D - e\n* f, men g", "Men, men. Men", ",,,", "\n\n", "utan inte utan", "x: y: z"}) {
        Folded folded = fold(text);
        join_lines(folded);
        const std::vector<Span> sentences = split_sentences(folded);
        const std::vector<Span> clauses = split_clauses(folded.text, sentences);
        for (std::size_t index = 0; index < clauses.size(); ++index) {
            if (index > 0) BOOST_TEST(clauses[index - 1].end <= clauses[index].begin);
            BOOST_TEST(std::count_if(sentences.begin(), sentences.end(), [&](const Span& one) { return one.contains(clauses[index]); }) == 1);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_never_stops_is_cut_between_words)
{
    std::string text;
    for (int number = 0; text.size() < 5 * longest_sentence; ++number) text += "vi krypterer alt og lagrer det trygt ";
    const Folded folded = fold(text);
    const std::vector<Span> sentences = split_sentences(folded);
    BOOST_TEST(sentences.size() >= 5u);
    std::size_t end = 0;
    for (const Span& one : sentences) {
        BOOST_TEST(one.size() <= longest_sentence);
        // Nothing but the blank between two words is left out.
        BOOST_TEST(one.begin <= end + 1);
        end = one.end;
    }
    BOOST_TEST(end + 1 >= folded.text.size());
    // A word is not cut.
    BOOST_TEST(split_sentences(fold(std::string(3 * longest_sentence, 'a') + " b")).size() == 2u);
}

BOOST_AUTO_TEST_CASE(words_are_counted)
{
    BOOST_TEST(count_words("ja, tls 1.3 - og") == 5u);
    BOOST_TEST(count_words("") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
