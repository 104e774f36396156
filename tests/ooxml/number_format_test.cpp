#include <boost/test/unit_test.hpp>

#include "ooxml/number_format.h"

using samsvar::ooxml::NumberFormat;

BOOST_AUTO_TEST_SUITE(number_format_test)

BOOST_AUTO_TEST_CASE(numbers)
{
    struct Row {
        double value;
        const char* code;
        const char* expected;
    };
    const Row rows[] = {
        {2.2000000000000002, "General", "2.2"},
        {0.1 + 0.2, "General", "0.3"},
        {5, "General", "5"},
        {-5, "General", "-5"},
        {0, "General", "0"},
        {982396999, "General", "982396999"},
        {123456789012, "General", "123456789012"},
        {1.0 / 3, "General", "0.333333333"},
        {1234.56789012345, "General", "1234.56789"},
        {1e20, "General", "1E+20"},
        {1.5e-10, "General", "1.5E-10"},
        {0.00001234, "General", "0.00001234"},
        {1.005, "0.00", "1.01"},
        {2.675, "0.00", "2.68"},
        {0.5, "0", "1"},
        {1234567.891, "#,##0", "1,234,568"},
        {1234567.891, "#,##0.00", "1,234,567.89"},
        {12, "#,##0", "12"},
        {0.25, "0%", "25%"},
        {0.12345, "0.00%", "12.35%"},
        {7, "000", "007"},
        {7.5, "0.##", "7.5"},
        {7, "0.##", "7."},
        {-3, "0;(0)", "(3)"},
        {-1234, "#,##0_);(#,##0)", "(1,234)"},
        {0, "0;-0;\"-\"", "-"},
        {0, "0;-0;", ""},
        {-0.2, "0", "0"},
        {1500, "0.0,\"k\"", "1.5k"},
        {1234.5, "0.00E+00", "1.23E+03"},
        {0.00012, "0.0E+0", "1.2E-4"},
        {12345, "##0.0E+0", "12.3E+3"},
        {414, "[$kr-414] #,##0", "kr 414"},
        {1000, "[$-409]#,##0", "1,000"},
        {5, "[Red]0", "5"},
        {5, "[>=100]\"high\";[<10]\"low\";0", "low"},
        {50, "[>=100]\"high\";[<10]\"low\";0", "50"},
        {5.25, "# ?/?", "5 1/4"},
        {0.5, "?/?", "1/2"},
        {3, "# ?/?", "3"},
        {5, "\"Q\"0", "Q5"},
        {5, "0\\ \"stk\"", "5 stk"},
        {982396999, "000\\ 000\\ 000", "982 396 999"},
        {12345678, "00-00-00-00", "12-34-56-78"},
        {5, "@", "5"},
        {5, "", "5"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.code << " of " << row.value)
        {
            BOOST_TEST(NumberFormat(row.code).shown(row.value, false) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(dates_and_times_are_iso)
{
    struct Row {
        double value;
        const char* code;
        bool date1904;
        const char* expected;
    };
    const Row rows[] = {
        {46328, "dd.mm.yyyy", false, "2026-11-02"},
        {46328, "m/d/yy", false, "2026-11-02"},
        {46328.604166667, "d. mmm yyyy hh:mm", false, "2026-11-02 14:30"},
        {46328.604166667, "yyyy-mm-dd\\Thh:mm:ss", false, "2026-11-02 14:30:00"},
        {46328.999999, "yyyy-mm-dd", false, "2026-11-02"},
        {46328, "yyyy", false, "2026"},
        {46328, "mmm yyyy", false, "2026-11-02"},
        {44866, "m/d/yy", true, "2026-11-02"},
        {1, "yyyy-mm-dd", false, "1900-01-01"},
        {59, "yyyy-mm-dd", false, "1900-02-28"},
        {60, "yyyy-mm-dd", false, "1900-02-29"},
        {61, "yyyy-mm-dd", false, "1900-03-01"},
        {0, "yyyy-mm-dd", true, "1904-01-01"},
        {0.604166667, "h:mm AM/PM", false, "14:30"},
        {0.5, "hh:mm:ss", false, "12:00:00"},
        {1.5, "[h]:mm", false, "36:00"},
        {1.5, "[h]", false, "36"},
        {0.75, "h AM/PM", false, "6 PM"},
        {0.0625, "[mm]:ss", false, "90:00"},
        {46328.5, "[$-414]dddd d. mmmm yyyy", false, "2026-11-02"},
        {46328, "\"den\" d. mmmm", false, "2026-11-02"},
        {-1, "yyyy-mm-dd", false, "-1"},
        {46328.5000057870, "hh:mm:ss.000", false, "12:00:00.500"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.code << " of " << row.value)
        {
            const NumberFormat format(row.code);
            BOOST_TEST(format.is_date());
            BOOST_TEST(format.shown(row.value, row.date1904) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(parts_of_dates_and_times_come_as_written)
{
    struct Row {
        double value;
        const char* code;
        const char* expected;
    };
    const Row rows[] = {
        {46328, "dddd", "Monday"},
        {46328, "ddd", "Mon"},
        {1, "dddd", "Sunday"},
        {46328, "mmmm", "November"},
        {46328, "mmm", "Nov"},
        {46328, "mmmmm", "N"},
        {46328, "d", "2"},
        {46328, "yymm", "2611"},
        {46328, "yyyymmdd", "2026-11-02"},
        {46328, "yyyy", "2026"},
        {0.604166667, "h", "14"},
        {0.604166667, "hhmm", "1430"},
        {0.75, "AM/PM", "PM"},
        {0.25, "A/P", "A"},
        {0.678900462, "mm:ss.0", "17:37.0"},
        {0.678900462, "ss", "37"},
        {12345.6789, "[s]", "1066666657"},
        {1.5, "[hh]:mm:ss", "36:00:00"},
        {-1.5, "[h]:mm", "-36:00"},
        {0, "d-mmm-yy", "1900-01-00"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.code << " of " << row.value)
        {
            BOOST_TEST(NumberFormat(row.code).shown(row.value, false) == row.expected);
        }
    }
    BOOST_TEST(NumberFormat("dddd").shown(0, true) == "Friday");
    BOOST_TEST(NumberFormat(samsvar::ooxml::built_in_format(47)).shown(0.678900462, false) == "1737.0");
}

BOOST_AUTO_TEST_CASE(fractions_and_conditions_as_excel_shows_them)
{
    struct Row {
        double value;
        const char* code;
        const char* expected;
    };
    const Row rows[] = {
        {12.3, "# ?/?", "12 1/3"},
        {12.3, "# ?\?/??", "12  3/10"},
        {-123.456, "# ?\?/??", "-123 26/57"},
        {1234.567, "# ??\?/???", "1234  55/97"},
        {12.34, "#\\ ?/8", "12 3/8"},
        {12.34, "#\\ ?\?/100", "12 34/100"},
        {1.5, "?/?", "3/2"},
        {1, "# ?/?", "1"},
        {0, "# ?/?", "0"},
        {0.97, "# ?/?", "1"},
        {-26, "[<-25]General;[>25]General;General", "26"},
        {-1, "[<-25]General;[>25]General;General", "-1"},
        {-25, "[<=-25]General;[>=25]General;General", "25"},
        {-5, "[>=0]0;0", "5"},
        {-5, "[>100]0;0", "-5"},
        {-0.0000062115468, "General", "-6.21155E-06"},
        {0.00001234, "General", "0.00001234"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.code << " of " << row.value)
        {
            BOOST_TEST(NumberFormat(row.code).shown(row.value, false) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(text_sections)
{
    struct Row {
        const char* code;
        const char* expected;
    };
    const Row rows[] = {
        {"@", "Ja"},
        {"General", "Ja"},
        {"0.00", "Ja"},
        {"0;0;0;@", "Ja"},
        {"@\" (svar)\"", "Ja (svar)"},
        {"0;0;0;\"Svar: \"@", "Svar: Ja"},
        {"0;0;0;", "Ja"},
        {"0;0;0;\"-\"", "-"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.code)
        {
            BOOST_TEST(NumberFormat(row.code).shown_text("Ja") == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(literal_letters_do_not_make_a_date)
{
    for (const char* code : {"0\" dager\"", "\"mdy\"0", "0\\d", "[Red]0", "[$SEK-41D]0", "_m0", "General\" d\""})
        BOOST_TEST_CONTEXT(code)
        {
            BOOST_TEST(!NumberFormat(code).is_date());
        }
}

BOOST_AUTO_TEST_SUITE_END()
