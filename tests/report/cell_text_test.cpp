#include "report/cell_text.h"

#include <boost/test/unit_test.hpp>

#include "report/row_height.h"

using namespace samsvar::report;

BOOST_AUTO_TEST_SUITE(cell_text_tests)

BOOST_AUTO_TEST_CASE(printable_text)
{
    struct Row {
        const char* name;
        std::string written;
        std::string shown;
    };
    const Row rows[] = {
        {"plain", "Ærlig svar på 3 språk", "Ærlig svar på 3 språk"},
        {"line ends", "a\r\nb\rc\nd", "a\nb\nc\nd"},
        {"tab", "a\tb", "a    b"},
        {"control character", "a\x01" "b\x1B[31m", "a\uFFFDb\uFFFD[31m"},
        {"NUL", std::string("a\0b", 3), "a\uFFFDb"},
        {"C1 control", "a\xC2\x85" "b", "a\uFFFDb"},
        {"lone continuation byte", "a\x80" "b", "a\uFFFDb"},
        {"truncated sequence", "a\xE2\x82", "a\uFFFD\uFFFD"},
        {"overlong slash", "\xC0\xAF", "\uFFFD\uFFFD"},
        {"surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
        {"past the last code point", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"noncharacter that XML forbids", "a\xEF\xBF\xBE" "b", "a\uFFFDb"},
        {"emoji", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
        {"right-to-left letters stay", "\xD7\xA9\xD7\x9C", "\xD7\xA9\xD7\x9C"},
        {"direction override goes", "a\xE2\x80\xAE" "b\xE2\x81\xA6", "ab"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name) BOOST_TEST(printable(row.written) == row.shown);
    }
}

BOOST_AUTO_TEST_CASE(valid_text_changes_only_bad_bytes)
{
    BOOST_TEST(valid_text("a\x01\t\r\n\xE2\x80\xAE" "b") == "a\x01\t\r\n\xE2\x80\xAE" "b");
    BOOST_TEST(valid_text("a\xFF" "b") == "a\uFFFDb");
}

BOOST_AUTO_TEST_CASE(cut_counts_as_excel_does)
{
    BOOST_TEST(utf16_length("a\xF0\x9F\x98\x80ø") == 4u);
    BOOST_TEST(cut_to("abcdef", 6, "…") == "abcdef");
    BOOST_TEST(cut_to("abcdefg", 6, "…") == "abcde…");
    // A character of two units that does not fit is left out whole.
    BOOST_TEST(cut_to("ab\xF0\x9F\x98\x80" "cdef", 4, "…") == "ab…");
    BOOST_TEST(utf16_length(cut_to(std::string(40'000, 'x'), 32'767, " [cut]")) == 32'767u);
    BOOST_TEST(cut_to(std::string(4, '\xC3'), 2, "").size() <= 4u);
}

BOOST_AUTO_TEST_CASE(excerpts_end_at_a_blank)
{
    BOOST_TEST(excerpt("en kort tekst", 50) == "en kort tekst");
    BOOST_TEST(excerpt("en noe lengre tekst", 12) == "en noe …");
    BOOST_TEST(excerpt("ettlangtordutenblanke", 8) == "ettlangt …");
    BOOST_TEST(one_line("  a\n\n b\t\tc ") == "a b c");
    BOOST_TEST(filled("{a} og {a}, ikke {b}", "a", "{a}") == "{a} og {a}, ikke {b}");
}

BOOST_AUTO_TEST_CASE(lines_of_a_wrapped_text)
{
    const TextMeasure measure{10, 1.0, false};
    BOOST_TEST(line_count("", 20, measure) == 1);
    BOOST_TEST(line_count("kort", 20, measure) == 1);
    BOOST_TEST(line_count("a\nb\nc", 20, measure) == 3);
    BOOST_TEST(line_count("tekst som er for lang for en linje her", 20, measure) == 2);
    // A word without blanks is broken; CJK letters are wide.
    BOOST_TEST(line_count(std::string(100, 'n'), 20, measure) == 5);
    BOOST_TEST(line_count("漢字漢字漢字漢字漢字漢字", 10, measure) == 3);
    // Bold and a larger size need more room, never less.
    const std::string text = "Vi ber om dokumentasjon på at tilbakeføring er testet det siste året";
    BOOST_TEST(line_count(text, 20, {14, 1.0, true}) > line_count(text, 20, measure));
    BOOST_TEST(row_height(1000, measure, tallest_row) == tallest_row);
}

BOOST_AUTO_TEST_SUITE_END()
