#include <boost/test/unit_test.hpp>

#include "lexicon_reader.h"
#include "text/quantity.h"

namespace samsvar::text {

namespace {

constexpr double year = 365.25;
constexpr double month = year / 12;

std::vector<Frequency> frequencies_of(const char* text)
{
    static const Matcher matcher(model::Lexicon{});
    return matcher.analyse(text).frequencies;
}

struct Row {
    const char* text;
    double days;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(frequency_test)

BOOST_AUTO_TEST_CASE(intervals_of_all_languages)
{
    const std::vector<Row> rows{
        {"årlig", year}, {"gjennomføres årlig av revisor", year}, {"årlege øvingar", year}, {"årligen", year}, {"den årliga översynen", year}, {"hvert år", year}, {"kvart år", year}, {"varje år", year},
        {"every year", year}, {"annually", year}, {"yearly", year}, {"vuosittain", year}, {"joka vuosi", year}, {"en gang i året", year}, {"én gang i året", year}, {"ein gong i året", year},
        {"minst en gang per år", year}, {"én gang per kalenderår", year}, {"en gång per år", year}, {"minst en gång om året", year}, {"en gang om året", year}, {"once a year", year},
        {"once per calendar year", year}, {"kerran vuodessa", year}, {"hver 12. måned", year}, {"hver tolvte måned", year}, {"every 12 months", year}, {"every twelve months", year}, {"hver høst", year},
        {"varje höst", year}, {"every spring", year}, {"hver januar", year},
        {"to ganger i året", year / 2}, {"2 ganger i året", year / 2}, {"to ganger årlig", year / 2}, {"to gonger i året", year / 2}, {"två gånger per år", year / 2}, {"två gånger om året", year / 2},
        {"to gange om året", year / 2}, {"twice a year", year / 2}, {"two times per year", year / 2}, {"kaksi kertaa vuodessa", year / 2}, {"hvert halvår", year / 2}, {"kvart halvår", year / 2},
        {"varje halvår", year / 2}, {"halvårlig", year / 2}, {"semi-annually", year / 2}, {"every six months", year / 2}, {"hver sjette måned", year / 2}, {"var sjätte månad", year / 2},
        {"vår og høst", year / 2}, {"every spring and autumn", year / 2}, {"two audits a year", year / 2},
        {"tre ganger i året", year / 3}, {"kvartalsvis", year / 4}, {"hvert kvartal", year / 4}, {"kvart kvartal", year / 4}, {"varje kvartal", year / 4}, {"quarterly", year / 4}, {"every quarter", year / 4},
        {"neljännesvuosittain", year / 4}, {"fire ganger i året", year / 4}, {"hver tredje måned", year / 4}, {"var tredje månad", year / 4}, {"every three months", year / 4}, {"en gang i kvartalet", year / 4},
        {"månedlig", month}, {"månadleg", month}, {"månadsvis", month}, {"varje månad", month}, {"hver måned", month}, {"monthly", month}, {"every month", month}, {"kuukausittain", month},
        {"en gang i måneden", month}, {"once a month", month}, {"første mandag i måneden", month}, {"den første mandagen hver måned", month},
        {"annenhver uke", 14}, {"annakvar veke", 14}, {"varannan vecka", 14}, {"hver anden uge", 14}, {"every second week", 14}, {"every other week", 14}, {"every two weeks", 14}, {"hver 14. dag", 14},
        {"var 14:e dag", 14}, {"joka toinen viikko", 14},
        {"ukentlig", 7}, {"hver uke", 7}, {"kvar veke", 7}, {"varje vecka", 7}, {"hver uge", 7}, {"weekly", 7}, {"viikoittain", 7}, {"hver tirsdag", 7}, {"varje måndag", 7}, {"every Monday", 7},
        {"en gang i uken", 7}, {"once a week", 7},
        {"daglig", 1}, {"dagligen", 1}, {"hver dag", 1}, {"hver natt", 1}, {"varje natt", 1}, {"hvert døgn", 1}, {"varje dygn", 1}, {"daily", 1}, {"nightly", 1}, {"every night", 1}, {"päivittäin", 1},
        {"joka yö", 1}, {"hver virkedag", 1}, {"every business day", 1}, {"flere ganger per døgn", 0.5}, {"flera gånger per dygn", 0.5}, {"to ganger i døgnet", 0.5},
        {"hver time", 1.0 / 24}, {"varje timme", 1.0 / 24}, {"hourly", 1.0 / 24}, {"every hour", 1.0 / 24}, {"hver sjette time", 0.25}, {"every 6 hours", 0.25}, {"var fjärde timme", 4.0 / 24},
        {"hvert 15. minutt", 15.0 / 1440}, {"hvert femte minutt", 5.0 / 1440}, {"every 15 minutes", 15.0 / 1440}, {"var femtonde minut", 15.0 / 1440},
        {"annethvert år", 2 * year}, {"hvert annet år", 2 * year}, {"annakvart år", 2 * year}, {"vartannat år", 2 * year}, {"cirka vartannat år", 2 * year}, {"hvert andet år", 2 * year},
        {"every second year", 2 * year}, {"every other year", 2 * year}, {"every two years", 2 * year}, {"biennially", 2 * year}, {"joka toinen vuosi", 2 * year}, {"hvert 2. år", 2 * year},
        {"en gang hvert annet år", 2 * year}, {"hvert tredje år", 3 * year}, {"vart tredje år", 3 * year}, {"every three years", 3 * year}, {"every 365 days", 365}, {"every 12 to 18 months", 1.5 * year},
        {"kontinuerlig", 0}, {"løpende", 0}, {"fortlöpande", 0}, {"löpande", 0}, {"continuously", 0}, {"døgnet rundt", 0}, {"dygnet runt", 0}, {"24/7", 0}, {"around the clock", 0}, {"jatkuvasti", 0},
    };
    for (const Row& row : rows)
        BOOST_TEST_CONTEXT(row.text)
        {
            const std::vector<Frequency> found = frequencies_of(row.text);
            BOOST_TEST_REQUIRE(found.size() == 1);
            BOOST_TEST(found[0].interval_days == row.days, boost::test_tools::tolerance(1e-9));
            BOOST_TEST(!found[0].vague);
            BOOST_TEST(!found[0].event);
        }
}

BOOST_AUTO_TEST_CASE(vague_words_have_no_interval)
{
    for (const char* text : {"jevnlig", "jamleg", "regelmessig", "periodisk", "regelbundet", "jævnligt", "regularly", "periodically", "from time to time", "ved behov", "vid behov", "as needed", "säännöllisesti",
                             "tarvittaessa", "fra tid til annen", "med jevne mellomrom"})
        BOOST_TEST_CONTEXT(text)
        {
            const std::vector<Frequency> found = frequencies_of(text);
            BOOST_TEST_REQUIRE(found.size() == 1);
            BOOST_TEST(found[0].vague);
        }
}

BOOST_AUTO_TEST_CASE(events_are_told_from_time)
{
    for (const char* text : {"ved endringer", "ved vesentlige endringer", "ved ansettelse", "ved oppstart", "på hver build", "ved hver bygging", "at each release", "on every build", "i varje bygge", "vid större förändringar",
                             "ved hver hovedversjon", "before every release", "hver hovedversjon", "vid anställning", "after major changes", "muutosten yhteydessä"})
        BOOST_TEST_CONTEXT(text)
        {
            const std::vector<Frequency> found = frequencies_of(text);
            BOOST_TEST_REQUIRE(found.size() == 1);
            BOOST_TEST(found[0].event);
            BOOST_TEST(!found[0].vague);
        }
    const auto both = frequencies_of("årlig og ved vesentlige endringer");
    BOOST_TEST_REQUIRE(both.size() == 2);
    BOOST_TEST(both[0].interval_days == year);
    BOOST_TEST(both[1].event);
}

BOOST_AUTO_TEST_CASE(near_misses_are_no_frequencies)
{
    for (const char* text : {"hver kommune har egen database", "every laptop", "every use is logged", "hver endring har sak risikovurdering", "varje kund", "en gang ble det testet", "for første gang", "to personer",
                             "flere ganger", "change management", "endringsråd", "var tre personer", "det var en dag", "dagligvarer", "i året som gikk", "joka on käytössä", "each customer", "i fjor", "14 dager",
                             "innen et år", "three times", "hver enkelt", "release notes"})
        BOOST_TEST_CONTEXT(text)
        {
            const std::vector<Frequency> found = frequencies_of(text);
            const bool change = std::string_view(text).starts_with("hver endring");
            BOOST_TEST(found.size() == (change ? 1u : 0u));
        }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
