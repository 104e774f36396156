#include <boost/test/unit_test.hpp>

#include <cmath>

#include "lexicon_reader.h"
#include "text/quantity.h"

namespace samsvar::text {

namespace {

constexpr double day = 24;
constexpr double working = 24 * 7.0 / 5;
constexpr double week = 7 * 24;
constexpr double year = 365.25 * 24;
constexpr double month = year / 12;

struct Row {
    const char* text;
    double hours;
};

std::vector<Duration> durations_of(const char* text)
{
    static const Matcher matcher(model::Lexicon{});
    return matcher.analyse(text).durations;
}

void check_each(const std::vector<Row>& rows)
{
    for (const Row& row : rows)
        BOOST_TEST_CONTEXT(row.text)
        {
            const std::vector<Duration> found = durations_of(row.text);
            BOOST_TEST_REQUIRE(found.size() == 1);
            BOOST_TEST(found[0].hours == row.hours, boost::test_tools::tolerance(1e-9));
            BOOST_TEST(!found[0].interval);
        }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(duration_test)

BOOST_AUTO_TEST_CASE(figures_and_units_of_all_languages)
{
    check_each({
        {"innen 72 timer", 72},
        {"senest 24 timer etter at vi ble kjent med forholdet", 24},
        {"innan 24 timmar", 24},
        {"inom 4 h", 4},
        {"inden for 48 timer", 48},
        {"24 tunnin kuluessa", 24},
        {"within 36 hours", 36},
        {"within 36hrs", 36},
        {"RPO 15 minutter", 0.25},
        {"RTO 30 min", 0.5},
        {"14 dager", 14 * day},
        {"14 dagar", 14 * day},
        {"14 dage", 14 * day},
        {"14 päivää", 14 * day},
        {"kept for 400 days.", 400 * day},
        {"35 d", 35 * day},
        {"35d", 35 * day},
        {"to døgn", 2 * day},
        {"ett dygn", day},
        {"et døgn", day},
        {"1 vrk", day},
        {"5 virkedager", 5 * working},
        {"5 virkedagar", 5 * working},
        {"5 arbetsdagar", 5 * working},
        {"5 arbejdsdage", 5 * working},
        {"5 arkipäivää", 5 * working},
        {"5 työpäivän kuluessa", 5 * working},
        {"5 business days", 5 * working},
        {"10 working days", 10 * working},
        {"8 arbeidstimer", working},
        {"8 business hours", working},
        {"2 uker", 2 * week},
        {"2 veker", 2 * week},
        {"2 veckor", 2 * week},
        {"2 uger", 2 * week},
        {"2 viikkoa", 2 * week},
        {"2 v.", 2 * week},
        {"within one business week", week},
        {"12 måneder", 12 * month},
        {"12 månader", 12 * month},
        {"12 mnd", 12 * month},
        {"12 mnd.", 12 * month},
        {"12 mån", 12 * month},
        {"12 kk", 12 * month},
        {"6 kuukautta", 6 * month},
        {"2 kvartal", year / 2},
        {"10 år", 10 * year},
        {"10 vuotta", 10 * year},
        {"7 years", 7 * year},
        {"2,5 timer", 2.5},
        {"2.5 hours", 2.5},
        {"90 kalenderdager", 90 * day},
        {"90 calendar days", 90 * day},
        {"24-timmars inställelse", 24},
        {"72-timersfristen", 72},
        {"30 dagers varsel", 30 * day},
        {"tre måneders oppsigelse", 3 * month},
        {"<24 timer", 24},
        {"≤ 4 h", 4},
        {"svartid: 4 timer", 4},
        {"svartid:4 timer", 4},
    });
}

BOOST_AUTO_TEST_CASE(numbers_in_words)
{
    check_each({
        {"innen tre dager", 3 * day},     {"fem virkedager", 5 * working}, {"seks måneder", 6 * month},    {"sju dagar", 7 * day},
        {"syv dager", 7 * day},           {"åtte timer", 8},               {"åtta timmar", 8},             {"ni uker", 9 * week},
        {"ti arbeidsdager", 10 * working}, {"tio arbetsdagars varsel", 10 * working}, {"fjorton dagar", 14 * day}, {"fjorten dager", 14 * day},
        {"tolv månader", 12 * month},     {"femton minuter", 0.25},        {"tjuefire timer", 24},         {"tjugofyra timmar", 24},
        {"twenty-four hours", 24},        {"twenty four hours", 24},       {"førtiåtte timer", 48},        {"fyrtioåtta timmar", 48},
        {"forty-eight hours", 48},        {"syttito timer", 72},           {"sjuttiotvå timmar", 72},      {"seventy-two hours", 72},
        {"tretti dager", 30 * day},       {"trettio dagar", 30 * day},     {"thirty days", 30 * day},      {"kaksi viikkoa", 2 * week},
        {"kahden viikon kuluessa", 2 * week}, {"kolmen päivän kuluessa", 3 * day}, {"kaksikymmentäneljä tuntia", 24}, {"nitti dager", 90 * day},
        {"en time", 1},                   {"én virkedag", working},        {"ein månad", month},           {"ei veke", week},
        {"et halvt år", year / 2},        {"ett halvt år", year / 2},      {"halvt år", year / 2},         {"half a year", year / 2},
        {"1/2 år", year / 2},             {"½ år", year / 2},              {"halvannet år", 1.5 * year},   {"to og en halv time", 2.5},
        {"two and a half hours", 2.5},    {"et halvår", year / 2},         {"et par uker", 2 * week},      {"a couple of days", 2 * day},
        {"fourteen (14) days", 14 * day}, {"30 (thirty) days", 30 * day},  {"within a day", day},          {"within an hour", 1},
        {"kept for a year", year},
    });
}

BOOST_AUTO_TEST_CASE(ranges_count_to_their_end)
{
    check_each({{"2-4 uker", 4 * week},
                {"2–4 uker", 4 * week},
                {"2 til 4 uker", 4 * week},
                {"to til fire uker", 4 * week},
                {"2 to 4 weeks", 4 * week},
                {"24 eller 48 timer", 48},
                {"mellom 2 og 4 uker", 4 * week},
                {"between 2 and 4 weeks", 4 * week},
                {"2 h 40 min", 2 + 40.0 / 60},
                {"1 time og 30 minutter", 1.5},
                {"2 years and 6 months", 2 * year + 6 * month}});
}

BOOST_AUTO_TEST_CASE(at_once_is_a_length_without_figure)
{
    for (const char* text : {"Vi varsler straks.", "varsles umiddelbart", "uten ugrunnet opphold", "uten opphold", "utan ugrunna opphald", "med ein gong", "omedelbart", "genast", "utan onödigt dröjsmål",
                             "skyndsamt", "så snart som mulig", "uden unødig forsinkelse", "immediately", "without undue delay", "promptly", "viipymättä", "välittömästi", "ilman aiheetonta viivytystä"})
        BOOST_TEST_CONTEXT(text)
        {
            const std::vector<Duration> found = durations_of(text);
            BOOST_TEST_REQUIRE(found.size() == 1);
            BOOST_TEST(found[0].immediate);
            BOOST_TEST(found[0].hours == 0);
        }
    BOOST_TEST(durations_of("samme dag")[0].hours == day);
    BOOST_TEST(durations_of("samma arbetsdag")[0].hours == working);
    BOOST_TEST(durations_of("next business day")[0].hours == 2 * working);
}

BOOST_AUTO_TEST_CASE(working_days_say_so)
{
    BOOST_TEST(durations_of("innen to virkedager")[0].working_days);
    BOOST_TEST(durations_of("within 5 business days")[0].working_days);
    BOOST_TEST(!durations_of("innen to dager")[0].working_days);
}

BOOST_AUTO_TEST_CASE(how_often_is_marked_as_interval)
{
    for (const char* text : {"hver 12. måned", "hvert 15. minutt", "hver 3 måned", "every 6 hours", "every 365 days", "var tredje månad", "to ganger per 12 måneder", "twice a day", "30 minutes twice a week"})
        BOOST_TEST_CONTEXT(text)
        {
            for (const Duration& one : durations_of(text))
                if (one.hours > 0.6) BOOST_TEST(one.interval);
        }
}

BOOST_AUTO_TEST_CASE(other_figures_are_no_lengths)
{
    for (const char* text :
         {"ISO/IEC 27001:2022", "ISO 27005 h", "TLS 1.3", "TLS 1.2 d", "versjon 4.0.3", "14.03.2026", "2026-04-17", "17/4 2026", "tlf. 22 33 44 55", "+47 99 88 77 66", "org.nr. 982 396 999",
          "kr 1200 per time", "500 kr/t", "§ 4 h", "§ 209", "art. 28 h", "artikkel 6 nr. 1 e", "punkt 3 d", "kap. 5", "24/7", "A.9.4.4", "CRY-03 h", "AES-256 data", "elever over 15 år", "barn under 13 år",
          "15 år gammel", "16 years of age", "children under 13 years", "fylt 18 år", "fra 13 år", "i 2019", "2019 år", "one time password", "a time limit", "three times", "to ganger", "en gang",
          "min 12 tegn", "min. 12 tecken", "5 personer", "12 tegn", "SHA-256", "port 443", "kl. 13:45 h", "2-faktor", "Q3 2027", "tre dagligvarer", "en dagbok", "ukentlig", "10 års erfaring", "30 mil bort",
          "15-åringer", "99,9 %", "den 14. dagen", "i løpet av året", "uke 42", "vecka 42", "døgnet rundt", "årlig", "fem årsaker", "ei ole", "to maler", "14. mars", "mandag", "day-to-day operations", "8624 Mo i Rana", "5003 Bergen"})
        BOOST_TEST_CONTEXT(text)
        {
            const std::vector<Duration> found = durations_of(text);
            BOOST_TEST(found.empty(), "found " << (found.empty() ? 0 : found[0].hours) << " hours");
        }
}

BOOST_AUTO_TEST_CASE(several_in_one_answer_stand_in_order)
{
    const std::vector<Duration> found = durations_of("Critical: 72 hours, high: 14 days, medium: 60 days.");
    BOOST_TEST_REQUIRE(found.size() == 3);
    BOOST_TEST(found[0].hours == 72);
    BOOST_TEST(found[1].hours == 14 * day);
    BOOST_TEST(found[2].hours == 60 * day);
    const auto two = durations_of("Loggene oppbevares i over 10 år, sikkerhetskopier i 35 dager.");
    BOOST_TEST(two.size() == 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
