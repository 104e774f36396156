#include "agreement/numbering.h"

#include <boost/test/unit_test.hpp>

namespace samsvar::agreement {

BOOST_AUTO_TEST_SUITE(numbering_test)

BOOST_AUTO_TEST_CASE(numbers_in_front_of_clauses)
{
    struct Row {
        const char* text;
        const char* number;
        const char* rest;
        bool annex = false;
    };
    const Row rows[] = {
        {"7 Underdatabehandlere", "7", "Underdatabehandlere"},
        {"7. Underbiträden", "7", "Underbiträden"},
        {"7.2 Den Ansvarige får invända.", "7.2", "Den Ansvarige får invända."},
        {"§ 4 Säkerhetsåtgärder", "§ 4", "Säkerhetsåtgärder"},
        {"Article 5 Security", "Article 5", "Security"},
        {"Punkt 3: Instruks", "Punkt 3", "Instruks"},
        {"Bilag B – Underdatabehandlere", "Bilag B", "Underdatabehandlere", true},
        {"Bilaga 1 – Instruktion", "Bilaga 1", "Instruktion", true},
        {"Bilaga A Uppgifter och personer", "Bilaga A", "Uppgifter och personer", true},
        {"Schedule 2 Security measures", "Schedule 2", "Security measures", true},
        {"Annex III. Technical measures", "Annex III", "Technical measures", true},
        {"C.2 Behandlingssikkerhed", "C.2", "Behandlingssikkerhed"},
        // No numbers of clauses.
        {"2026 var et godt år", "", ""},
        {"30 dager etter opphør slettes alt.", "", ""},
        {"24 hours after the breach", "", ""},
        {"Bilagene er en del av avtalen", "", ""},
        {"Annexes are part of this agreement", "", ""},
        {"Bilaga Avtal", "", ""},
        {"Databehandleren skal", "", ""},
        {"7.", "", ""},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text)
        {
            const std::string_view text = row.text;
            const NumberInFront found = number_in_front(text);
            BOOST_TEST(found.number == row.number);
            if (!found.number.empty()) BOOST_TEST(text.substr(found.rest) == row.rest);
            BOOST_TEST(found.annex == row.annex);
        }
}

BOOST_AUTO_TEST_CASE(labels_that_word_shows)
{
    struct Row {
        const char* label;
        const char* number;
        int depth;
    };
    const Row rows[] = {
        {"1.", "1", 1}, {"4.1", "4.1", 2}, {"4.1.", "4.1", 2}, {"§ 3", "§ 3", 1}, {"Bilag A", "Bilag A", 1},
        {"(a)", "", 0}, {"•", "", 0},      {"a)", "", 0},      {"", "", 0},       {"Artikel 3", "Artikel 3", 1}};
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.label)
        {
            const NumberInFront found = number_of_label(row.label);
            BOOST_TEST(found.number == row.number);
            BOOST_TEST(found.depth == row.depth);
        }
}

BOOST_AUTO_TEST_CASE(items_typed_by_hand)
{
    struct Row {
        const char* text;
        std::size_t length;
    };
    const Row rows[] = {{"(a) process", 4},
                        {"a) behandle", 3},
                        {"iv) slette", 4},
                        {"- slette", 2},
                        {"2) slette", 3},
                        {"a. slette", 3},
                        {"(GDPR) gjelder", 0},
                        {"A. Oversikt", 0},
                        {"e-post", 0},
                        {"(ved brudd) skal", 0},
                        {"", 0}};
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text) BOOST_TEST(item_mark(row.text) == row.length);
}

BOOST_AUTO_TEST_CASE(what_looks_like_a_heading)
{
    for (const char* text :
         {"Sekretess", "Varsling av brudd på personopplysningssikkerheten", "Data subjects' rights (Chapter III)"})
        BOOST_TEST_CONTEXT(text) BOOST_TEST(looks_like_heading(text));
    for (const char* text :
         {"Leverantören ska radera uppgifterna.", "Databehandleren skal:", "", "For Kommunen: NN. For Havnelyd: NN",
          "En mening utan punkt som är så lång att den omöjligen kan vara någon rubrik i ett avtal av det här slaget"})
        BOOST_TEST_CONTEXT(text) BOOST_TEST(!looks_like_heading(text));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::agreement
