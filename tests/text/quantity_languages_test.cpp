// Lengths of time, how often, and ages, the ways people write them in six languages; one row is one phrase.
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

const Matcher& matcher()
{
    static const Matcher made(model::Lexicon{});
    return made;
}

struct Row {
    const char* text;
    double hours;
};

void check_lengths(const std::vector<Row>& rows)
{
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text)
        {
            const std::vector<Duration> found = matcher().analyse(row.text).durations;
            BOOST_TEST(found.size() == 1);
            if (found.empty()) continue;
            BOOST_TEST(found[0].hours == row.hours, boost::test_tools::tolerance(1e-9));
            BOOST_TEST(!found[0].interval);
        }
}

/// Rows in hours between two times; 0 = always.
void check_rates(const std::vector<Row>& rows)
{
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text)
        {
            const std::vector<Frequency> found = matcher().analyse(row.text).frequencies;
            BOOST_TEST(found.size() == 1);
            if (found.empty()) continue;
            BOOST_TEST(found[0].interval_days * 24 == row.hours, boost::test_tools::tolerance(1e-9));
            BOOST_TEST(!found[0].vague);
            BOOST_TEST(!found[0].event);
        }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(quantity_languages)

BOOST_AUTO_TEST_CASE(lengths_in_words_and_figures)
{
    check_lengths({
        // bokmål
        {"innen ett døgn", day},
        {"i løpet av et døgn", day},
        {"senest dagen etter", 2 * day},
        {"innen utgangen av neste virkedag", 2 * working},
        {"innen to og et halvt døgn", 2.5 * day},
        {"innen halvannen time", 1.5},
        {"innen et kvarter", 0.25},
        {"innen tre kvarter", 0.75},
        {"oppbevares i fem år", 5 * year},
        {"oppbevares i ett og et halvt år", 1.5 * year},
        {"tretten måneder", 13 * month},
        {"seksti dager", 60 * day},
        {"nitti (90) dager", 90 * day},
        {"hundre dager", 100 * day},
        {"inntil 18 mnd", 18 * month},
        {"maks. 4t", 4},
        {"fire timers responstid", 4},
        {"fjorten dagers frist", 14 * day},
        {"et par dager", 2 * day},
        // nynorsk
        {"innan eitt døgn", day},
        {"innan tre døgn", 3 * day},
        {"i seks månader", 6 * month},
        {"innan to vekedagar", 2 * working},
        {"innan tjuefire timar", 24},
        {"eit halvt år", year / 2},
        {"fem yrkedagar", 5 * working},
        {"eit kvarter", 0.25},
        // Swedish
        {"inom ett dygn", day},
        {"inom en kvart", 0.25},
        {"inom tre kvart", 0.75},
        {"inom en och en halv timme", 1.5},
        {"ett och ett halvt år", 1.5 * year},
        {"inom två vardagar", 2 * working},
        {"nittio dagar", 90 * day},
        {"sextio dagar", 60 * day},
        {"i arton månader", 18 * month},
        {"två veckors uppsägningstid", 2 * week},
        {"fyra timmars svarstid", 4},
        {"inom 5 bankdagar", 5 * working},
        {"ett halvår", year / 2},
        {"hundra dagar", 100 * day},
        // Danish
        {"inden for et døgn", day},
        {"inden for tre døgn", 3 * day},
        {"senest to hverdage efter", 2 * working},
        {"halvtreds dage", 50 * day},
        {"tres dage", 60 * day},
        {"halvfjerds timer", 70},
        {"tooghalvfjerds timer", 72},
        {"firs dage", 80 * day},
        {"halvfems dage", 90 * day},
        {"fireogtyve timer", 24},
        {"otteogfyrre timer", 48},
        {"fem år", 5 * year},
        {"halvandet år", 1.5 * year},
        {"et kvarter", 0.25},
        {"en uge", week},
        {"13 måneder", 13 * month},
        // Finnish
        {"vuorokauden kuluessa", day},
        {"yhden vuorokauden kuluessa", day},
        {"kahden työpäivän kuluessa", 2 * working},
        {"viiden arkipäivän sisällä", 5 * working},
        {"kolmekymmentä päivää", 30 * day},
        {"kolmenkymmenen päivän ajan", 30 * day},
        {"yhdeksänkymmentä päivää", 90 * day},
        {"seitsemänkymmenenkahden tunnin kuluessa", 72},
        {"72 tunnissa", 72},
        {"kuuden kuukauden ajan", 6 * month},
        {"kahdentoista kuukauden ajan", 12 * month},
        {"viisi vuotta", 5 * year},
        {"puoli vuotta", year / 2},
        {"puolentoista vuoden ajan", 1.5 * year},
        {"viikon kuluessa", week},
        {"tunnin sisällä", 1},
        {"puolen tunnin kuluessa", 0.5},
        {"neljäntoista päivän kuluessa", 14 * day},
        {"2 vk", 2 * week},
        {"15 min kuluessa", 0.25},
        // English
        {"within a fortnight", 14 * day},
        {"within a quarter of an hour", 0.25},
        {"within three quarters of an hour", 0.75},
        {"half an hour", 0.5},
        {"an hour and a half", 1.5},
        {"one and a half years", 1.5 * year},
        {"eighteen months", 18 * month},
        {"ninety days", 90 * day},
        {"a hundred days", 100 * day},
        {"one hundred and twenty days", 120 * day},
        {"three-day turnaround", 3 * day},
        {"four-hour response time", 4},
        {"thirty-day notice", 30 * day},
        {"a 90-day period", 90 * day},
        {"by close of business the next working day", 2 * working},
        {"within 2 hrs", 2},
        {"six mths", 6 * month},
    });
}

BOOST_AUTO_TEST_CASE(how_often_in_words_and_figures)
{
    check_rates({
        {"to ganger per år", year / 2},
        {"fire ganger årlig", year / 4},
        {"en gang annethvert år", 2 * year},
        {"hvert femte år", 5 * year},
        {"hver fjortende dag", 14 * day},
        {"månedsvis", month},
        {"tertialvis", year / 3},
        {"hvert tertial", year / 3},
        {"hvert kvarter", 0.25},
        {"hvert tiende minutt", 1.0 / 6},
        {"hver natt kl. 02", day},
        {"kvart døgn", day},
        {"kvar månad", month},
        {"kvar natt", day},
        {"to gonger i halvåret", year / 4},
        {"årleg", year},
        {"vekesvis", week},
        {"fyra gånger om året", year / 4},
        {"en gång i halvåret", year / 2},
        {"tertialvis uppföljning", year / 3},
        {"varje tertial", year / 3},
        {"var fjortonde dag", 14 * day},
        {"vart femte år", 5 * year},
        {"varje kvart", 0.25},
        {"halvårsvis", year / 2},
        {"nattligen", day},
        {"fire gange om året", year / 4},
        {"hvert halve år", year / 2},
        {"hver fjortende dag", 14 * day},
        {"én gang i kvartalet", year / 4},
        {"hvert femte minut", 1.0 / 12},
        {"årligt", year},
        {"hver nat", day},
        {"neljä kertaa vuodessa", year / 4},
        {"kahdesti vuodessa", year / 2},
        {"kerran kuukaudessa", month},
        {"kerran viikossa", week},
        {"kerran puolessa vuodessa", year / 2},
        {"puolen vuoden välein", year / 2},
        {"kolmen kuukauden välein", 3 * month},
        {"kahden vuoden välein", 2 * year},
        {"15 minuutin välein", 0.25},
        {"vuoden välein", year},
        {"joka kuukausi", month},
        {"joka viikko", week},
        {"joka kolmas kuukausi", 3 * month},
        {"neljännesvuosittain", year / 4},
        {"öisin", day},
        {"at six-month intervals", 6 * month},
        {"at intervals of three months", 3 * month},
        {"at yearly intervals", year},
        {"four times per annum", year / 4},
        {"once every two years", 2 * year},
        {"once a quarter", year / 4},
        {"every 90 days", 90 * day},
        {"every fortnight", 14 * day},
        {"twice yearly", year / 2},
        {"each month", month},
        {"every other month", 2 * month},
        {"on a quarterly basis", year / 4},
        {"on a yearly basis", year},
        {"med tre måneders mellomrom", 3 * month},
        {"med ett års mellanrum", year},
        {"med 6 måneders mellemrum", 6 * month},
    });
}

BOOST_AUTO_TEST_CASE(ages_are_no_lengths)
{
    for (const char* text : {"elever over 13 år",
                             "barn under 15 år",
                             "elever fra 6 til 16 år",
                             "fylt 18 år",
                             "13 år gammel",
                             "elever som er 15 år eller eldre",
                             "eleven er 16 år",
                             "frå 6 år",
                             "barn på 13 år",
                             "barn under 13 år",
                             "elever över 16 år",
                             "fyllda 18 år",
                             "15 år gamla",
                             "elever i åldern 6 till 16 år",
                             "barn på 13 år og derover",
                             "under 15 år",
                             "fyldt 18 år",
                             "15-årige elever",
                             "13-vuotiaat",
                             "yli 15-vuotiaat",
                             "alle 13-vuotias lapsi",
                             "15 vuotta täyttänyt",
                             "alle 18 vuoden ikäiset",
                             "aged 13 and over",
                             "children under 13 years of age",
                             "13-year-olds",
                             "15 years old",
                             "aged 6 to 16 years",
                             "persons over 18 years"})
        BOOST_TEST_CONTEXT(text) BOOST_TEST(matcher().analyse(text).durations.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
