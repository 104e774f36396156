#include <boost/test/unit_test.hpp>

#include <thread>

#include "lexicon_reader.h"
#include "base/error.h"

namespace samsvar::text {

namespace {

const Matcher& matcher()
{
    static const Matcher made(testing::lexicon_of({
        {"mfa", {"\\b(tofaktor|tvåfaktor|mfa|multi-?factor)\\w*"}},
        {"encryption", {"\\w*krypter\\w*", "\\bencrypt\\w*", "\\bsala(us|taan)\\w*"}},
        {"backup", {"sikkerhetskopi\\w*", "säkerhetskopi\\w*", "\\bbackup\\w*"}},
        {"exercise", {"\\bøvelse\\b", "\\bøvingar\\b", "\\bövning\\w*"}},
        {"together", {"kan ikke.{0,20}\\bskrus av\\b"}},
    }));
    return made;
}

struct Texts {
    const char* language;
    const char* text;
};

/// Answers with hits, lengths of time, frequencies, dates and references, in the ways suppliers write.
const Texts answers[] = {
    {"nb", "Databasen er kryptert, og sikkerhetskopier tas hver natt. Gjenoppretting testes ikke. Vi varsler innen 24 timer, jf. punkt 10, og senest 14.03.2026 se vedlegg 3."},
    {"nb", "Tofaktor kan ikke skrus av. Beredskapsøvelse holdes to ganger i året, sist 3. september 2026. Se f.eks. spm. 7."},
    {"nn", "Data er ikkje krypterte, og tryggingskopi vert teken kvar natt. Øvingar er planlagde i løpet av 2027 for alle."},
    {"sv", "Tvåfaktor är inte på plats, men säkerhetskopiering sker varje natt. Återläsning testas vartannat år, senast maj 2026. Se bilaga 2."},
    {"da", "Data er ikke krypteret, og backup tages hver nat. Vi underretter inden for 48 timer og ændrer løbende vores rutiner."},
    {"fi", "Tiedot salataan ja varmuuskopiot otetaan päivittäin. Ilmoitamme 24 tunnin kuluessa, ks. kohta 4. Harjoitukset pidetään kaksi kertaa vuodessa."},
    {"en", "Data is encrypted at rest; backups run every 6 hours. Multi-factor login cannot be disabled. Restore was last tested in October 2025, see CRY-03 and appendix A."},
};

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    return text;
}

std::string upper(std::string text)
{
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    for (const auto& [small, capital] : {std::pair{"å", "Å"}, {"ä", "Ä"}, {"ö", "Ö"}, {"æ", "Æ"}, {"ø", "Ø"}}) text = replaced(text, small, capital);
    return text;
}

std::string decomposed(std::string text)
{
    for (const auto& [one, two] : {std::pair{"å", "a\xCC\x8A"}, {"ä", "a\xCC\x88"}, {"ö", "o\xCC\x88"}, {"ø", "o\xCC\xB8"}, {"Å", "A\xCC\x8A"}, {"Ö", "O\xCC\x88"}, {"Ø", "O\xCC\xB8"}}) text = replaced(text, one, two);
    return text;
}

/// A soft hyphen within each longer word.
std::string hyphenated(const std::string& text)
{
    std::string made;
    std::size_t letters = 0;
    for (const char c : text) {
        letters = (c >= 'a' && c <= 'z') ? letters + 1 : 0;
        if (letters == 4) made += "\xC2\xAD";
        made += c;
    }
    return made;
}

/// What is found, in words that do not depend on places: concept and scope, figures, dates, numbers.
std::string summary(const Analysis& analysis)
{
    std::string all = std::to_string(analysis.sentences.size()) + " sentences " + std::to_string(analysis.clauses.size()) + " clauses " + model::name_of(analysis.language) + '\n';
    const auto place = [](const auto& one) { return " in " + std::to_string(one.sentence) + '\n'; };
    for (const Hit& hit : analysis.hits)
        all += matcher().lexicon().concepts[hit.concept_index].id + (hit.scope.negated ? " not" : "") + (hit.scope.planned ? " planned" : "") + (hit.scope.hedged ? " hedged" : "") + place(hit);
    for (const Duration& one : analysis.durations) all += std::to_string(one.hours) + " h" + (one.interval ? " interval" : "") + place(one);
    for (const Frequency& one : analysis.frequencies) all += std::to_string(one.interval_days) + " days" + place(one);
    for (const FoundDate& one : analysis.dates) all += one.date.text() + (one.until ? " until" : "") + (one.planned ? " planned" : "") + place(one);
    for (const Reference& one : analysis.references) all += "see " + one.number + place(one);
    for (const AnnexReference& one : analysis.annexes) all += "annex " + one.label + '\n';
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matcher_test)

BOOST_AUTO_TEST_CASE(spelling_does_not_matter)
{
    for (const Texts& answer : answers) {
        const std::string text = answer.text;
        const std::string expected = summary(matcher().analyse(text));
        BOOST_TEST_CONTEXT(expected)
        {
            BOOST_TEST(summary(matcher().analyse(upper(text))) == expected, "upper case: " << summary(matcher().analyse(upper(text))));
            BOOST_TEST(summary(matcher().analyse(decomposed(text))) == expected, "decomposed: " << summary(matcher().analyse(decomposed(text))));
            BOOST_TEST(summary(matcher().analyse(replaced(text, " ", "\xC2\xA0"))) == expected, "no-break spaces");
            BOOST_TEST(summary(matcher().analyse(replaced(text, " ", "  \t"))) == expected, "many blanks");
            BOOST_TEST(summary(matcher().analyse(hyphenated(text))) == expected, "soft hyphens: " << summary(matcher().analyse(hyphenated(text))));
            BOOST_TEST(summary(matcher().analyse("\xEF\xBB\xBF\r\n " + text + " \r\n")) == expected, "blanks at the ends");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_line_break_within_a_sentence_does_not_matter)
{
    std::size_t tried = 0;
    for (const Texts& answer : answers) {
        const std::string text = answer.text;
        const std::string expected = summary(matcher().analyse(text));
        for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
            const bool small = text[at + 1] >= 'a' && text[at + 1] <= 'z';
            if (!small || text[at - 1] == '.' || text[at - 1] == ';') continue;
            for (const char* line_break : {"\n", "\r\n"}) {
                std::string broken = text;
                broken.replace(at, 1, line_break);
                const std::string found = summary(matcher().analyse(broken));
                BOOST_TEST(found == expected, broken << "\n" << found << "instead of\n" << expected);
                ++tried;
            }
        }
    }
    BOOST_TEST(tried > 100);
}

BOOST_AUTO_TEST_CASE(languages_are_told_apart)
{
    for (const Texts& answer : answers) BOOST_TEST_CONTEXT(answer.text) BOOST_TEST(std::string(model::name_of(matcher().analyse(answer.text).language)) == answer.language);
    for (const char* text : {"", "TLS 1.3", "Ja", "12345"}) BOOST_TEST(std::string(model::name_of(matcher().analyse(text).language)) == "nb");
    BOOST_TEST(std::string(model::name_of(matcher().analyse("Yes, all of it.").language)) == "en");
    BOOST_TEST(std::string(model::name_of(matcher().analyse("Ja, det är krypterat.").language)) == "sv");
    BOOST_TEST(std::string(model::name_of(matcher().analyse("Kyllä, kaikki tiedot.").language)) == "fi");
    BOOST_TEST(std::string(model::name_of(matcher().analyse("Ja, vi har rutiner for dette.").language)) == "nb");
}

BOOST_AUTO_TEST_CASE(quotes_are_verbatim)
{
    const std::string text = "Ja, “Två\xC2\xAD" "faktor”  är\xC2\xA0på – KRYPTE\xC2\xADRAT,\r\nvarje natt.";
    const Analysis analysis = matcher().analyse(text);
    BOOST_TEST_REQUIRE(analysis.hits.size() == 2);
    BOOST_TEST(analysis.folded.quote(analysis.hits[0].span) == "Två\xC2\xAD" "faktor");
    BOOST_TEST(analysis.folded.quote(analysis.hits[1].span) == "KRYPTE\xC2\xADRAT");
    for (const Span& span : analysis.sentences) BOOST_TEST(text.find(analysis.folded.quote(span)) != std::string::npos);
    BOOST_TEST_REQUIRE(analysis.frequencies.size() == 1);
    BOOST_TEST(analysis.folded.quote(analysis.frequencies[0].span) == "varje natt");
}

BOOST_AUTO_TEST_CASE(everything_points_into_the_text)
{
    for (const Texts& answer : answers) {
        const Analysis analysis = matcher().analyse(answer.text);
        const auto check = [&](const auto& list) {
            for (const auto& one : list) {
                BOOST_TEST(one.span.begin < one.span.end);
                BOOST_TEST(one.span.end <= analysis.folded.text.size());
                if constexpr (requires { one.sentence; }) BOOST_TEST(analysis.sentences[one.sentence].contains(one.span));
                if constexpr (requires { one.clause; }) BOOST_TEST(analysis.clauses[one.clause].begin <= one.span.begin);
            }
            BOOST_TEST(std::is_sorted(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; }));
        };
        check(analysis.hits);
        check(analysis.durations);
        check(analysis.frequencies);
        check(analysis.dates);
        check(analysis.references);
        check(analysis.annexes);
    }
}

BOOST_AUTO_TEST_CASE(patterns_see_one_sentence_at_a_time)
{
    BOOST_TEST(matcher().analyse("Det kan ikke enkelt skrus av.").hits.size() == 1);
    BOOST_TEST(matcher().analyse("Det kan ikke. Alt skrus av.").hits.empty());
    BOOST_TEST(matcher().analyse("Det kan ikke\nAlt skrus av.").hits.empty());
}

BOOST_AUTO_TEST_CASE(empty_and_odd_texts)
{
    for (const char* text : {"", " \n\t ", "\xFF\xFE", ".", "...", "-", "•", "*", "\n\n", "(", "1", "a", "§", "\xF0\x9F\x98\x80"}) {
        const Analysis analysis = matcher().analyse(text);
        BOOST_TEST(analysis.hits.empty());
        BOOST_TEST(analysis.sentence_of({0, 0}) == 0u);
        BOOST_TEST(analysis.clause_of({0, 0}) == 0u);
    }
}

BOOST_AUTO_TEST_CASE(several_patterns_of_a_concept_give_one_hit)
{
    const Matcher both(testing::lexicon_of({{"x", {"krypter\\w*", "kryptert lagring", "lagring"}}, {"y", {"lagring"}}}, false));
    const Analysis analysis = both.analyse("Kryptert lagring og lagring.");
    BOOST_TEST_REQUIRE(analysis.hits.size() == 4);
    BOOST_TEST(analysis.folded.quote(analysis.hits[0].span) == "Kryptert lagring");
    BOOST_TEST(both.index_of("y").value() == 1u);
    BOOST_TEST(!both.index_of("z").has_value());
}

BOOST_AUTO_TEST_CASE(wrong_patterns_are_named_by_their_line)
{
    model::Lexicon lexicon;
    lexicon.concepts.push_back({});
    lexicon.concepts[0].id = "x";
    lexicon.concepts[0].patterns.push_back({"good", model::Language::nb, {"lexicon/a.xml", 3}});
    lexicon.concepts[0].patterns.push_back({"bad(", model::Language::nb, {"lexicon/a.xml", 4}});
    BOOST_CHECK_EXCEPTION(Matcher{lexicon}, Error, [](const Error& error) {
        BOOST_TEST(error.what() == std::string("lexicon/a.xml:4: the pattern \"bad(\" is wrong: missing ): bad("));
        return error.code() == ErrorCode::malformed;
    });
}

BOOST_AUTO_TEST_CASE(what_is_said_over_and_over_is_found_each_time)
{
    const Matcher shipped(testing::shipped_lexicon());
    // Of the copy number `number`, as if it stood alone: a large text keeps what it found in a sentence.
    const auto hits_of = [&](const Analysis& analysis, std::size_t number, std::size_t size) {
        std::string hits;
        for (const Hit& hit : analysis.hits) {
            if (hit.span.begin / size != number) continue;
            hits += std::to_string(hit.concept_index) + '@' + std::to_string(hit.span.begin - number * size) + '-' +
                    std::to_string(hit.span.end - number * size);
            for (const bool flag : {hit.scope.negated, hit.scope.planned, hit.scope.hedged, hit.scope.plain()})
                hits += flag ? 'y' : 'n';
            hits += ' ';
        }
        return hits;
    };
    for (const Texts& answer : answers) {
        const std::string one = std::string(answer.text) + '\n';
        const std::size_t size = shipped.analyse(one + one).folded.text.size() - shipped.analyse(one).folded.text.size();
        const std::string expected = hits_of(shipped.analyse(one + one + one), 1, size);
        BOOST_TEST(expected.size() > 10);
        constexpr std::size_t copies = 1500;
        std::string many;
        for (std::size_t copy = 0; copy < copies; ++copy) many += one;
        const Analysis analysis = shipped.analyse(many);
        for (std::size_t copy = 1; copy + 1 < copies; copy += 37) BOOST_TEST(hits_of(analysis, copy, size) == expected);
    }
}

BOOST_AUTO_TEST_CASE(threads_share_one_matcher)
{
    const Matcher shared(testing::shipped_lexicon());
    std::vector<std::string> expected;
    const auto hits_of = [&](const Texts& answer) {
        std::string hits;
        for (const Hit& hit : shared.analyse(answer.text).hits) hits += std::to_string(hit.concept_index) + '@' + std::to_string(hit.span.begin) + ' ';
        return hits;
    };
    std::vector<std::vector<std::string>> found(4);
    std::vector<std::thread> threads;
    for (auto& mine : found)
        threads.emplace_back([&] {
            for (const Texts& answer : answers) mine.push_back(hits_of(answer));
        });
    for (std::thread& thread : threads) thread.join();
    for (const auto& one : found) BOOST_TEST(one == found[0], boost::test_tools::per_element());
    BOOST_TEST(found[0][0].size() > 10);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
