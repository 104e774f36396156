#include <boost/test/unit_test.hpp>

#include <random>

#include "text/fold.h"

namespace samsvar::text {

BOOST_AUTO_TEST_SUITE(fold_test)

BOOST_AUTO_TEST_CASE(letters_symbols_and_blanks)
{
    struct Row {
        const char* name;
        const char* source;
        const char* folded;
    };
    const Row rows[] = {
        {"capitals", "TLS Er PÅ", "tls er pA"},
        {"Nordic letters stay apart", "åäöæøÅÄÖÆØ", "AEOEOAEOEO"},
        {"decomposed letters are the same", "a\xCC\x8A" "a\xCC\x88" "o\xCC\x88" "A\xCC\x8A", "AEOA"},
        {"other accents go", "é ü š ñ ç Ž", "e u s n c z"},
        {"decomposed accents go", "e\xCC\x81", "e"},
        {"sharp s and ligatures", "Straße Œuvre", "strasse oeuvre"},
        {"soft hyphens and zero-width characters vanish", "krypte\xC2\xADring in\xE2\x80\x8Bnen \xEF\xBB\xBFja", "kryptering innen ja"},
        {"all blanks are one", "a\xC2\xA0 \t b\xE2\x80\x89" "c", "a b c"},
        {"line breaks", "a \r\n\r\n  b\rc\n\nd", "a\nb\nc\nd"},
        {"ends are trimmed", "  \n a \n ", "a"},
        {"dashes", "a–b—c‑d−e", "a-b-c-d-e"},
        {"quotes", "“a” «b» ‘c’ d’s", "\"a\" \"b\" 'c' d's"},
        {"bullets", "• a\n▪ b\n· c", "* a\n* b\n* c"},
        {"check marks", "✓ ☒ ✔", "x x x"},
        {"comparisons and ellipsis", "≥ 12 ≤ 24 …", ">= 12 <= 24 ..."},
        {"halves", "½ år", "1/2 Ar"},
        {"other digits", "\xD9\xA1\xD9\xA2 \xEF\xBC\x93", "12 3"},
        {"other letters", "日本 Привет", "qq qqqqqq"},
        {"section sign is no currency to lose", "§ 4", "$ 4"},
        {"other symbols are blanks", "a€b ☎ c", "a b c"},
        {"invalid bytes are symbols", "a\xFF" "b\xC3", "a b"},
        {"empty", "", ""},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name) BOOST_TEST(fold_text(row.source) == row.folded);
}

BOOST_AUTO_TEST_CASE(origin_leads_back_to_the_source)
{
    const Folded folded = fold("  Krypte\xC2\xADring på  «alt»\xC2\xA0" "data");
    BOOST_TEST(folded.text == "kryptering pA \"alt\" data");
    BOOST_TEST(folded.origin.size() == folded.text.size() + 1);
    const auto quoted = [&](std::string_view words) {
        const std::size_t begin = folded.text.find(words);
        return folded.quote({begin, begin + words.size()});
    };
    BOOST_TEST(quoted("kryptering") == "Krypte\xC2\xADring");
    BOOST_TEST(quoted("pA") == "på");
    BOOST_TEST(quoted("\"alt\"") == "«alt»");
    BOOST_TEST(quoted("data") == "data");
    BOOST_TEST(folded.quote({0, folded.text.size()}) == "Krypte\xC2\xADring på  «alt»\xC2\xA0" "data");
    BOOST_TEST(folded.quote({3, 3}).empty());
    BOOST_TEST(folded.quote({900, 905}).empty());
    BOOST_TEST(folded.quote({0, 9000}).size() > 20);
}

BOOST_AUTO_TEST_CASE(every_quote_is_a_piece_of_the_source)
{
    std::mt19937 random(3);
    const std::string_view pieces[] = {"a", "Å", "\xC2\xAD", "\xC2\xA0", "\n", "\r\n", " ", "–", "…", "½", "e\xCC\x81", "\xFF", "ß", "•", "9", "日", "\xF0\x9F\x98\x80", "§"};
    for (int round = 0; round < 300; ++round) {
        std::string source;
        for (auto count = random() % 30; count > 0; --count) source += pieces[random() % std::size(pieces)];
        const Folded folded = fold(source);
        BOOST_TEST_REQUIRE(folded.origin.size() == folded.text.size() + 1);
        BOOST_TEST(std::is_sorted(folded.origin.begin(), folded.origin.end()));
        for (const char c : folded.text) BOOST_TEST((c == '\n' || (c >= 0x20 && c < 0x7F)));
        BOOST_TEST(folded.text.find("  ") == std::string::npos);
        for (std::size_t begin = 0; begin < folded.text.size(); ++begin)
            for (std::size_t end = begin + 1; end <= folded.text.size(); ++end) {
                const std::string quote = folded.quote({begin, end});
                BOOST_TEST_REQUIRE(source.find(quote) != std::string::npos);
                BOOST_TEST_REQUIRE((quote.empty() || (static_cast<unsigned char>(quote[0]) & 0xC0) != 0x80));
            }
        // Folding a folded text changes nothing but the letters that stand for å, ä and ö.
        std::string lower = folded.text;
        BOOST_TEST(fold_text(lower).size() == lower.size());
    }
}

BOOST_AUTO_TEST_CASE(valid_utf8_keeps_what_is_valid)
{
    BOOST_TEST(valid_utf8("blåbær \xF0\x9F\x98\x80\n\t") == "blåbær \xF0\x9F\x98\x80\n\t");
    BOOST_TEST(valid_utf8("a\xFF" "b") == "a\xEF\xBF\xBD" "b");
    BOOST_TEST(valid_utf8("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");          // overlong
    BOOST_TEST(valid_utf8("\xED\xA0\x80").size() == 9);                          // surrogate
    BOOST_TEST(valid_utf8("\xF4\x90\x80\x80").size() == 12);                     // beyond U+10FFFF
    BOOST_TEST(valid_utf8("ab\xC3") == "ab\xEF\xBF\xBD");                        // cut
    BOOST_TEST(valid_utf8(std::string("a\x00\x07\x1B" "b", 5)) == "ab");
}

BOOST_AUTO_TEST_CASE(fingerprint_is_of_words_alone)
{
    const std::string print = fingerprint("Hvordan krypteres lagrede data?");
    BOOST_TEST(print.size() == 16);
    BOOST_TEST(print.find_first_not_of("0123456789abcdef") == std::string::npos);
    for (const char* same : {"HVORDAN KRYPTERES LAGREDE DATA", "Hvordan  krypteres\nlagrede data ?", "«Hvordan» krypteres, lagrede – data!", "Hvordan krypte\xC2\xADres lagrede data?"})
        BOOST_TEST(fingerprint(same) == print);
    for (const char* other : {"Hvordan krypteres data?", "Hvordan krypteres lagrede data nå?", "Hvordankrypteres lagrede data?", ""}) BOOST_TEST(fingerprint(other) != print);
    BOOST_TEST(fingerprint("på") != fingerprint("pa"));
    BOOST_TEST(fingerprint("暗号化しますか？") == fingerprint("  暗号化しますか "));
    BOOST_TEST(fingerprint("暗号化しますか") != fingerprint("認証化しますか"));
    BOOST_TEST(fingerprint("Ωμέγα") != fingerprint("Αλφάα"));
}

BOOST_AUTO_TEST_CASE(trimmed_leaves_the_inside)
{
    BOOST_TEST(trimmed(" \t\n a b \r\n") == "a b");
    BOOST_TEST(trimmed(" \n").empty());
    BOOST_TEST(trimmed("").empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
