#include <boost/test/unit_test.hpp>

#include <random>

#include "lexicon_reader.h"
#include "text/pattern.h"
#include "text/pattern_set.h"
#include "text/pattern_shape.h"

namespace samsvar::text {

namespace {

struct Found {
    std::vector<Span> together;
    std::vector<Span> alone;
};

/// What a set finds for each pattern, and what the pattern finds by itself.
std::vector<Found> compared(const std::vector<std::string>& expressions, std::string_view folded)
{
    PatternSet set;
    for (const std::string& expression : expressions) set.add(expression, {"test", 1});
    set.prepare();
    std::vector<Found> found(expressions.size());
    for (const PatternSet::Match& match : set.find_all(folded)) found[match.pattern].together.push_back(match.span);
    for (std::size_t index = 0; index < expressions.size(); ++index) found[index].alone = Regex(expressions[index], {"test", 1}).find_all(folded);
    return found;
}

std::string shown(const std::vector<Span>& spans)
{
    std::string text;
    for (const Span& span : spans) text += std::to_string(span.begin) + "-" + std::to_string(span.end) + " ";
    return text;
}

/// Patterns that the shortcuts could get wrong: preference, words' ends, marks next to each other, counts, lines.
const std::vector<std::string> awkward{
    "ab", "a", "b|ab", "ab|abc|a", "abc|ab", "\\bab", "ab\\b", "\\bab\\b", "a\\b", "\\b-ab", "-\\b", "ab\\w*", "ab\\w+", "\\w*ab\\w*", "\\w+ab\\w*",
    "\\w*ab", "\\w*ab\\w*|cd\\w*", "\\w*ab\\w*|cd", "ab\\w*\\b", "ab\\w+\\b", "-\\w*\\b", "a?b", "(?:ab)?c", "a(b|c|)d", "(a|ab)(c|bcd)", "a{2}", "a{2,3}", "(ab){2}", "a{0,2}b", "a{2,}",
    "a.{0,3}b", "a.{0,3}?b", "a.{1,4}(b|cd)\\w*", "\\ba\\w* b", "a\\w* (b|c)\\w*", "ab.*cd", "ab[^.]*cd", "ab[^\\n]*cd", "a\\s+b", "a\\s?b", "a[- ]?b", "[ab]c", "[^a]b", "a\\Wb", "\\W+ab",
    "^a", "b$", "^\\W*(ab|cd)\\b", "ab\\ncd", "ab.{0,4}\\ncd", "a(.|\\n){0,4}b", "\\bab\\b.{0,5}\\bcd\\b", "(ab|cd)\\b.{0,4}(cd|ab)", "a\\d", "\\d{2}", "[a-c]{3}", "a+b", "(ab)+", "(a\\w* )*cd",
    "ab(cd)?\\b", "a-?b", "a\\.b", "\\(a", "[(]a", "a|\\bb\\b|\\w*c\\w*", "å", "ø\\w*", "§ ?\\d", "(?i)ab", "\\pL+", "a\\Bb", "[[:alpha:]]b", "a\\b\\w", "ab\\b\\w*", "(?:\\bab|cd\\b)", "a??b", "a*?b", "ab\\w*?c", "x*a",
    "a\\w*.{0,3}b", "a\\w*.{0,3}b\\w*", "a\\w+.{0,3}\\bb", "(a|ab)\\b.{0,4}\\b(c|cd)\\b", "(a|ab).{0,2}(b|bc)\\w*", "a.b", "a.{2}b", "a.{1,3}(b|d)\\b", "\\ba\\w*\\b.{0,3}c", "(b|c)\\w+\\b.{0,5}(a|ab)\\w+", "ab.{0,2}ab",
    "a.{0,3}b|b.{0,3}a", "ab\\w*.{0,4}c\\w*|c\\w*.{0,4}ab\\w*", "a.{0,2}b.{0,2}c", "(a|ab)\\w*.{0,3}b\\w*.{1,3}(c|d)\\b|d.{0,4}a", "cd|a.{0,3}b\\b", "a.{0,3}b|ab", "ab|a.{0,3}d",
    "a\\w* b.{0,3}c", "(ab|b\\w* a)\\b.{0,3}c", "b\\w*-a\\w*|c", "a\\w* b\\w+", "a\\w*\\.b\\b.{0,2}a", "\\b\\w*b\\w*", "\\ba\\w*|\\b\\w*bc\\b", "\\w*b(c|d)?\\b", "\\b\\w*ab\\b.{0,4}\\b\\w*c\\w*",
    "a.{0,9}\\b\\w*b\\w*", "\\bab.{0,2}b|\\b\\w*d\\w*.{0,3}a", "a.{0,2}a.{0,2}a|b.{1,2}b", "(a|b).{0,3}(a|b).{0,3}(c|d)", "a\\w*\\b.{1,3}b\\w+.{0,2}\\bc", "(ab|a).{0,1}(c|bc|b)\\b", "-\\w* a.{0,3}b", "a.{0,4}[bc]{1,2}d|c\\w* .{0,3}a",
    "a(b|c|d|-|0)\\w*x?", "(a|b|c|d|ab|ac).{0,3}?(a|b|c|dd)[a-d]?", "(ab|ba|ca|da|aa)+c?", "a[^b]{0,5}(b|c|d|a-)", "\\w*(aa|ab|ba|bb)[abc]?\\b", "((a|b)\\w* ){1,2}c?",
    "(a|b\\b|ab)\\w*", "\\b(a|\\w*b-a|c)\\b", "\\b\\w*b-a\\b", "(ab|b\\b)\\w*.{0,3}c", "ab -|b -", "b a\\w* a", "a\\w* (b|c) ", " (a|b)c", "a\\w*.{2,4}c", "- ?.{0,2}a", "a.{0,60}d\\w*", "(a|b)\\w*.{0,3}(a|b)\\w*", "a\\w*.{0,0}b", "\\b[ab]{1,3}c?\\b", "\\w+?b", "(a|b){2,5}d*", "\\b(a{1,2}|b{1,3})(c|d|ab)?\\b", "(a|b{1,2})+\\b", "a\\B[bc]{1,3}"};

}  // namespace

BOOST_AUTO_TEST_SUITE(pattern_set_test)

BOOST_AUTO_TEST_CASE(finds_what_each_pattern_finds_alone_in_random_texts)
{
    std::mt19937 random(20261121);
    constexpr std::string_view letters = "aaabbbcd  -.\n0(AO$";
    std::size_t hits = 0;
    for (int round = 0; round < 400; ++round) {
        std::string text;
        const std::size_t length = random() % 60;
        for (std::size_t index = 0; index < length; ++index) text += letters[random() % letters.size()];
        const std::vector<Found> found = compared(awkward, text);
        for (std::size_t index = 0; index < awkward.size(); ++index) {
            hits += found[index].alone.size();
            if (found[index].together != found[index].alone)
                BOOST_ERROR(awkward[index] << " in \"" << text << "\": together " << shown(found[index].together) << "alone " << shown(found[index].alone));
        }
    }
    BOOST_TEST(hits > 30'000);
}

BOOST_AUTO_TEST_CASE(finds_what_the_shipped_patterns_find_alone)
{
    const model::Lexicon lexicon = testing::shipped_lexicon();
    BOOST_TEST_REQUIRE(lexicon.concepts.size() > 50);
    PatternSet set;
    std::vector<const model::Pattern*> patterns;
    for (const model::Concept& one : lexicon.concepts)
        for (const auto* list : {&one.patterns, &one.except})
            for (const model::Pattern& pattern : *list) {
                set.add(pattern.expression, pattern.origin);
                patterns.push_back(&pattern);
            }
    set.prepare();
    // A text that holds the patterns' own words: their letters with the syntax left out, a few neighbours each.
    std::mt19937 random(7);
    std::string text;
    for (const model::Pattern* pattern : patterns) {
        std::string words;
        const std::string folded = Regex::folded_expression(pattern->expression);
        for (std::size_t at = 0; at < folded.size(); ++at) {
            if (folded[at] == '\\') ++at;
            else if (std::isalnum(static_cast<unsigned char>(folded[at])) || folded[at] == ' ' || folded[at] == '-') words += folded[at];
            else if (!words.empty() && words.back() != ' ') words += ' ';
        }
        if (random() % 8 == 0) text += words + (random() % 6 == 0 ? ".\n" : random() % 3 == 0 ? ", " : " ");
    }
    std::vector<std::vector<Span>> together(patterns.size());
    for (const PatternSet::Match& match : set.find_all(text)) together[match.pattern].push_back(match.span);
    std::size_t hits = 0;
    for (std::size_t index = 0; index < patterns.size(); ++index) {
        const std::vector<Span> alone = Regex(patterns[index]->expression, patterns[index]->origin).find_all(text);
        hits += alone.size();
        if (alone != together[index])
            BOOST_ERROR(patterns[index]->origin.text() << ": " << patterns[index]->expression << ": together " << shown(together[index]) << "alone " << shown(alone));
    }
    BOOST_TEST(hits > 1000);
    // The point of it all: hardly any pattern must run over the whole of every answer.
    const PatternSet::Kinds kinds = set.kinds();
    BOOST_TEST(kinds.literal > patterns.size() / 2);
    BOOST_TEST(kinds.always <= patterns.size() / 50);
}

/// A supplier's text must not make a search forget what it needs, nor a sample decide what is found.
BOOST_AUTO_TEST_CASE(finds_the_same_among_more_words_than_are_kept_and_whatever_the_sample)
{
    std::string text;
    for (int number = 0; number < 40'000; ++number) text += "ab" + std::to_string(number) + (number % 7 == 0 ? "-a cd " : " ");
    const std::vector<std::string> expressions{"ab\\w*", "\\bab1\\d*\\b", "ab39\\w*", "ab\\w*-a.{0,6}cd", "-a cd ab\\d*7\\b"};
    for (const char* sample : {"", "cd cd cd cd cd cd", "ab ab ab ab ab ab", "-a -a -a -a cd ab"}) {
        PatternSet set;
        for (const std::string& expression : expressions) set.add(expression, {"test", 1});
        set.prepare(sample);
        std::vector<std::vector<Span>> together(expressions.size());
        for (const PatternSet::Match& match : set.find_all(text)) together[match.pattern].push_back(match.span);
        for (std::size_t index = 0; index < expressions.size(); ++index)
            BOOST_TEST((together[index] == Regex(expressions[index], {"test", 1}).find_all(text)), expressions[index] << " with the sample \"" << sample << '"');
    }
}

BOOST_AUTO_TEST_CASE(patterns_wanted_beside_others_are_told_where_one_of_those_is)
{
    std::mt19937 random(20261130);
    constexpr std::string_view letters = "aaabbbcd  -.\n0(AO$";
    constexpr std::uint32_t groups = 12;
    std::size_t told = 0;
    std::size_t kept_back = 0;
    for (int round = 0; round < 300; ++round) {
        PatternSet set;
        std::vector<PatternGroup> group;
        for (const std::string& expression : awkward) {
            group.push_back({random() % 4 == 0 ? PatternGroup::none : static_cast<std::uint32_t>(random() % groups), false});
            group.back().only_beside = group.back().number != PatternGroup::none && random() % 3 == 0;
            set.add(expression, {"test", 1}, group.back());
        }
        set.prepare();
        for (int turn = 0; turn < 4; ++turn) {
            std::string text;
            const std::size_t length = random() % 30;
            for (std::size_t index = 0; index < length; ++index) text += letters[random() % letters.size()];
            const std::vector<std::uint32_t> found_already{static_cast<std::uint32_t>(random() % groups)};
            std::vector<std::vector<Span>> alone;
            std::vector<bool> met(groups);
            for (const std::uint32_t one : found_already) met[one] = true;
            for (std::size_t index = 0; index < awkward.size(); ++index) {
                alone.push_back(Regex(awkward[index], {"test", 1}).find_all(text));
                if (!alone.back().empty() && !group[index].only_beside && group[index].number < groups) met[group[index].number] = true;
            }
            std::vector<PatternSet::Match> matches;
            set.find_in(text, {0, text.size()}, found_already, matches);
            std::vector<std::vector<Span>> together(awkward.size());
            for (const PatternSet::Match& match : matches) together[match.pattern].push_back(match.span);
            for (std::size_t index = 0; index < awkward.size(); ++index) {
                const bool wanted = !group[index].only_beside || met[group[index].number];
                (wanted ? told : kept_back) += alone[index].size();
                if (together[index] != (wanted ? alone[index] : std::vector<Span>{}))
                    BOOST_ERROR(awkward[index] << " in \"" << text << "\": " << shown(together[index]));
            }
        }
    }
    BOOST_TEST(told > 20'000);
    BOOST_TEST(kept_back > 2'000);
}

BOOST_AUTO_TEST_CASE(one_set_is_searched_by_several_at_once_like_by_one)
{
    PatternSet set;
    for (const std::string& expression : awkward) set.add(expression, {"test", 1});
    set.prepare();
    const std::string text = "abc ab-cd a b\naacd ab. bcd aab abab cd";
    const auto first = set.find_all(text);
    const auto second = set.find_all(text);
    BOOST_TEST(first.size() == second.size());
    BOOST_TEST(set.find_all("").empty());
}

BOOST_AUTO_TEST_CASE(shape_tells_letters_and_reach)
{
    struct Row {
        const char* pattern;
        bool understood;
        std::size_t forms;
        std::vector<std::string> required;
        std::size_t reach;
        std::size_t open_words;
    };
    const std::vector<Row> rows{
        {"\\bikke\\b", true, 1, {"ikke"}, 4, 0},
        {"krypter\\w*", true, 1, {"krypter"}, 7, 1},
        {"\\w*kurs\\w*", true, 1, {"kurs"}, 4, 2},
        {"planl(agt|egges)", true, 2, {"planlagt", "planlegges"}, 10, 0},
        {"e-?post", true, 2, {"e-post", "epost"}, 6, 0},
        {"logg\\w*.{0,60}innsyn", true, 1, {"innsyn"}, 70, 1},
        {"\\bkan (ikke|aldri)\\b.{0,30}slett", true, 2, {"kan aldri", "kan ikke"}, 44, 0},
        {"(abc)?[^a]{2}", true, 0, {}, 5, 0},
        {"a\\Bb", true, 0, {"a"}, 2, 0},
        {"(?i)abc", false, 0, {}, 0, 0},
        {"abc**", false, 0, {}, 0, 0},
        {"(abc", false, 0, {}, 0, 0},
        {"abc)", false, 0, {}, 0, 0},
        {"[abc", false, 0, {}, 0, 0},
        {"a{3,2}", false, 0, {}, 0, 0},
        {"[z-a]", false, 0, {}, 0, 0},
        {"(a{100}){100}", false, 0, {}, 0, 0},
    };
    for (const Row& row : rows)
        BOOST_TEST_CONTEXT(row.pattern)
        {
            const PatternShape shape = shape_of(row.pattern);
            BOOST_TEST(shape.understood == row.understood);
            BOOST_TEST((shape.segments.empty() ? shape.forms : shape.segments.front().forms).size() == row.forms);
            BOOST_TEST(shape.required.literals == row.required, boost::test_tools::per_element());
            BOOST_TEST(shape.reach == row.reach);
            BOOST_TEST(shape.open_words == row.open_words);
        }
}

BOOST_AUTO_TEST_CASE(wrong_patterns_are_refused_with_their_place)
{
    struct Row {
        const char* pattern;
        const char* message;
    };
    const Row rows[] = {
        {"(ikke", "lexicon/a.xml:7: the pattern \"(ikke\" is wrong: missing ): (ikke"},
        {"", "lexicon/a.xml:7: the pattern \"\" is wrong: it is empty"},
        {"  ", "lexicon/a.xml:7: the pattern \"  \" is wrong: it is empty"},
        {"a*", "lexicon/a.xml:7: the pattern \"a*\" is wrong: it matches the empty text"},
        {"(a|)", "lexicon/a.xml:7: the pattern \"(a|)\" is wrong: it matches the empty text"},
        {"[z-a]", "lexicon/a.xml:7: the pattern \"[z-a]\" is wrong: invalid character class range: z-a"},
        {"a**", "lexicon/a.xml:7: the pattern \"a**\" is wrong: bad repetition operator: **"},
        {"\\y", "lexicon/a.xml:7: the pattern \"\\y\" is wrong: invalid escape sequence: \\y"},
    };
    for (const Row& row : rows)
        BOOST_TEST_CONTEXT(row.pattern)
        {
            const auto is_expected = [&](const Error& error) {
                BOOST_TEST(error.what() == std::string(row.message));
                return error.code() == ErrorCode::malformed;
            };
            PatternSet set;
            BOOST_CHECK_EXCEPTION(set.add(row.pattern, {"lexicon/a.xml", 7}), Error, is_expected);
            BOOST_CHECK_EXCEPTION(Regex(row.pattern, {"lexicon/a.xml", 7}), Error, is_expected);
        }
}

BOOST_AUTO_TEST_CASE(patterns_are_folded_between_their_escapes)
{
    struct Row {
        const char* written;
        const char* folded;
    };
    const Row rows[] = {
        {"Øvelse\\b", "Ovelse\\b"},       {"\\W\\S\\D\\pL\\p{Lu}x", "\\W\\S\\D\\pL\\p{Lu}x"}, {"[Åä]\\w*", "[AE]\\w*"},
        {"(?i)Å", "(?i)A"},               {"(?P<Navn>Ø)", "(?P<Navn>O)"},                     {"a  b ", "a  b "},
        {"§ ?4", "\\$ ?4"},               {"TLS – ny", "tls \\- ny"},                         {"\\x{E5}Å", "\\x{E5}A"},
        {"a\xCC\x8A", "A"},               {"“x”", "\"x\""},                                   {"…", "\\.\\.\\."},
    };
    for (const Row& row : rows) BOOST_TEST(Regex::folded_expression(row.written) == row.folded);
}

BOOST_AUTO_TEST_CASE(regex_finds_whole_words_in_nordic_text)
{
    const Regex exercise("\\bøvelse\\b", {"test", 1});
    BOOST_TEST(exercise.matches(fold_text("En ØVELSE er holdt")));
    BOOST_TEST(exercise.matches(fold_text("en o\xCC\xB8velse, ja")));
    BOOST_TEST(!exercise.matches(fold_text("xøvelse")));
    BOOST_TEST(!exercise.matches(fold_text("øvelsen")));
    BOOST_TEST(!Regex("\\bikke\\b", {"test", 1}).matches(fold_text("ikkeå")));
    BOOST_TEST(Regex("ja|nei", {"test", 1}).matches_all_of("nei"));
    BOOST_TEST(!Regex("ja|nei", {"test", 1}).matches_all_of("nei da"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text

BOOST_TEST_DONT_PRINT_LOG_VALUE(samsvar::text::Span)
