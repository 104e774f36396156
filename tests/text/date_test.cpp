#include <boost/test/unit_test.hpp>

#include "lexicon_reader.h"
#include "text/quantity.h"

namespace samsvar::text {

namespace {

std::vector<FoundDate> dates_of(const char* text)
{
    static const Matcher matcher(model::Lexicon{});
    return matcher.analyse(text).dates;
}

struct Row {
    const char* text;
    const char* date;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(date_test)

BOOST_AUTO_TEST_CASE(dates_as_precise_as_written)
{
    const Row rows[] = {
        {"14.03.2026", "2026-03-14"},
        {"sist 12.05.2026.", "2026-05-12"},
        {"1.9.2026", "2026-09-01"},
        {"14. 03. 2026", "2026-03-14"},
        {"01.11.26", "2026-11-01"},
        {"2026-04-17", "2026-04-17"},
        {"2026-04", "2026-04"},
        {"17/4 2026", "2026-04-17"},
        {"17/04/2026", "2026-04-17"},
        {"3. september 2026", "2026-09-03"},
        {"3 september 2026", "2026-09-03"},
        {"den 3 september 2026", "2026-09-03"},
        {"September 3, 2026", "2026-09-03"},
        {"September 3rd, 2026", "2026-09-03"},
        {"30 September 2027", "2027-09-30"},
        {"30th of September 2027", "2027-09-30"},
        {"14. mars 2026", "2026-03-14"},
        {"14 mars 2026", "2026-03-14"},
        {"3. syyskuuta 2026", "2026-09-03"},
        {"14. maaliskuuta 2026", "2026-03-14"},
        {"juni 2022", "2022-06"},
        {"i juni 2022", "2022-06"},
        {"october 2025", "2025-10"},
        {"maj 2026", "2026-05"},
        {"mai 2026", "2026-05"},
        {"desember 2025", "2025-12"},
        {"kesäkuussa 2026", "2026-06"},
        {"Sept. 2026", "2026-09"},
        {"høsten 2025", "2025"},
        {"hösten 2025", "2025"},
        {"spring of 2026", "2026"},
        {"våren 2026", "2026"},
        {"Q3 2027", "2027-07"},
        {"Q1/2027", "2027-01"},
        {"Q2-2027", "2027-04"},
        {"2027 Q4", "2027-10"},
        {"tredje kvartal 2027", "2027-07"},
        {"første kvartal 2027", "2027-01"},
        {"1. kvartal 2027", "2027-01"},
        {"andra kvartalet 2027", "2027-04"},
        {"fourth quarter of 2027", "2027-10"},
        {"i 2019", "2019"},
        {"siden 2019", "2019"},
        {"sedan 2019", "2019"},
        {"since 2019", "2019"},
        {"i løpet av 2027", "2027"},
        {"innen 2027", "2027"},
        {"innan 2027", "2027"},
        {"during 2027", "2027"},
        {"under 2027", "2027"},
        {"by the end of 2027", "2027"},
        {"innen utgangen av 2027", "2027"},
        {"in 2025", "2025"},
        {"vuonna 2025", "2025"},
        {"(2025)", "2025"},
    };
    for (const Row& row : rows)
        BOOST_TEST_CONTEXT(row.text)
        {
            const std::vector<FoundDate> found = dates_of(row.text);
            BOOST_TEST_REQUIRE(found.size() == 1);
            BOOST_TEST(found[0].date.text() == row.date);
        }
}

BOOST_AUTO_TEST_CASE(other_figures_are_no_dates)
{
    for (const char* text :
         {"ISO/IEC 27001:2022", "ISO 27001:2013", "27001-2022", "TLS 1.3", "versjon 4.7", "4.0.3", "192.168.1.20", "kr 2025", "2025 kr", "2 025 brukere", "tlf. 20 25 20 26", "982 396 999", "559999-2026", "§ 2019", "A.12.4.2",
          "99.99.2026", "32.01.2026", "2026-13-01", "2026-00-10", "port 2022", "SHA-2", "AES-256", "1800 elever", "5003 Bergen", "2021/914", "mandag", "mars", "lov/2018-06-15-38", "kapittel 3.2.20", "2000 brukere", "24/7",
          "i 2000 kommuner", "10.12", "ISO 22301:2019", "NS 2020", "in 2500 cases", "CVE-2021-44228", "ARK-2025-07", "Windows Server 2019", "BD-07_pentest_summary_2025.pdf"})
        BOOST_TEST_CONTEXT(text)
        {
            const std::vector<FoundDate> found = dates_of(text);
            BOOST_TEST(found.empty(), (found.empty() ? "" : found[0].date.text()));
        }
}

BOOST_AUTO_TEST_CASE(ends_of_validity)
{
    for (const char* text : {"Sertifikatet er gyldig til og med 14.03.2026.", "gyldig til 30.06.2028", "Beviset gjelder ut juni 2026.", "The certificate runs to the end of June 2026.", "(utløp 30.09.2026)", "utløper 30.09.2026", "gikk ut 30.09.2026", "utgår 30.09.2026", "giltigt till 2026-09-30", "giltigt t.o.m. 2026-09-30",
                             "löper ut 2026-09-30", "gäller till och med 2026-09-30", "valid until 30 September 2027", "valid through 30 September 2027", "expires 30 September 2027", "expired on 30 September 2026", "expiry date: 2026-09-30",
                             "udløber 30.09.2026", "gyldigt til 30.09.2026", "voimassa 30.9.2026 asti", "gjelder til 30.06.2028", "valid to 2027-01-01"})
        BOOST_TEST_CONTEXT(text)
        {
            const std::vector<FoundDate> found = dates_of(text);
            BOOST_TEST_REQUIRE(found.size() == 1);
            BOOST_TEST(found[0].until);
            BOOST_TEST(!found[0].planned);
        }
}

BOOST_AUTO_TEST_CASE(promises)
{
    for (const char* text : {"innen Q3 2027", "innen utgangen av 2027", "planlagt i løpet av 2027", "en øvelse er planlagt i løpet av 2027", "Införandet är planerat till Q3 2027.", "vil foreligge i løpet av første kvartal 2027",
                             "is on the roadmap for Q2 2027", "Vi har planlagt en øvelse i mars 2027", "planned for June 2027", "by March 2027", "lanseres våren 2027", "innføres i 2027", "införs under 2027", "kommer i juni 2027", "will be available in Q1 2027", "senest 01.06.2027"})
        BOOST_TEST_CONTEXT(text)
        {
            const std::vector<FoundDate> found = dates_of(text);
            BOOST_TEST_REQUIRE(found.size() == 1);
            BOOST_TEST(found[0].planned);
            BOOST_TEST(!found[0].until);
        }
}

BOOST_AUTO_TEST_CASE(what_has_been_is_neither)
{
    for (const char* text : {"sist 12.05.2026", "Siste øvelse (bortfall av region) var 14.10.2026.", "sist høsten 2025", "senast maj 2026", "senast 2026-09-18", "latest 2026-08-22", "The last test was carried out in October 2025",
                             "gjennomførte en omfattende penetrasjonstest av hele løsningen i juni 2022", "satt i drift i 2019", "gjort 17.04.2026", "siste 02.10.2026 uten avvik", "Gjennomføringsgrad i 2025: 98 %", "sju personer hos oss per 01.11.2026",
                             "senest gjennomført 12.05.2026", "sist gjennomført i løpet av 2025"})
        BOOST_TEST_CONTEXT(text)
        {
            const std::vector<FoundDate> found = dates_of(text);
            BOOST_TEST_REQUIRE(found.size() == 1);
            BOOST_TEST(!found[0].until);
            BOOST_TEST(!found[0].planned);
        }
}

BOOST_AUTO_TEST_CASE(several_dates_stand_in_order)
{
    const auto found = dates_of("Sertifikat gyldig til 30.06.2028, revidert 3. september 2026 og 2025-10-01.");
    BOOST_TEST_REQUIRE(found.size() == 3);
    BOOST_TEST(found[0].until);
    BOOST_TEST(!found[1].until);
    BOOST_TEST(found[2].date.text() == "2025-10-01");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
