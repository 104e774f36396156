#include "followup/promise.h"

#include <boost/test/unit_test.hpp>

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(promise_tests)

BOOST_AUTO_TEST_CASE(a_promise_is_due_on_the_last_day_it_names)
{
    struct Row {
        const char* words;
        const char* due;  ///< "" = no day
    };
    // All said on 2026-03-10.
    const Row rows[] = {
        {"Vi innfører tofaktor innen Q3 2026.", "2026-09-30"},
        {"Vi innfører tofaktor innen Q3.", "2026-09-30"},
        {"Ferdig i Q1.", "2026-03-31"},
        {"Planlagt i 1. kvartal 2027", "2027-03-31"},
        {"Planeras till tredje kvartalet.", "2026-09-30"},
        {"Krypteringen er på plass innen 1. september 2026.", "2026-09-01"},
        {"Införs under november 2026.", "2026-11-30"},
        {"Will be in place by February 2028.", "2028-02-29"},
        {"Rulles ut i løpet av 2027.", "2027-12-31"},
        {"Klart innan utgången av året.", "2026-12-31"},
        {"Forventes innen utgangen av året", "2026-12-31"},
        {"To be done by the end of the year.", "2026-12-31"},
        {"Valmis vuoden loppuun mennessä.", "2026-12-31"},
        {"Vedtatt i 2024, innføres innen 2026-10.", "2026-10-31"},
        {"The pilot is in May 2026 and the rest by October 2026.", "2026-10-31"},
        {"Dette er planlagt.", ""},
        {"We will look into it.", ""},
        {"Besluttet 12.02.2025.", ""},
    };
    for (const Row& row : rows) {
        const std::optional<model::Date> due = followup::due_of(row.words, {2026, 3, 10});
        BOOST_TEST((due ? due->text() : "") == row.due, row.words);
    }
}

BOOST_AUTO_TEST_CASE(a_quarter_without_a_year_that_has_passed_is_next_years)
{
    BOOST_TEST(followup::due_of("innen Q1", {2026, 11, 2})->text() == "2027-03-31");
    BOOST_TEST(followup::due_of("innen Q4", {2026, 11, 2})->text() == "2026-12-31");
}

BOOST_AUTO_TEST_SUITE_END()
