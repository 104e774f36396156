// QuickRegex must give what RE2 gives, or nothing.
#include "text/quick_regex.h"

#include <re2/re2.h>

#include <boost/test/unit_test.hpp>
#include <random>

#include "text/lexicon_reader.h"
#include "text/pattern.h"

using namespace samsvar;
using namespace samsvar::text;

namespace {

re2::RE2::Options options()
{
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    return options;
}

std::string shown(const Span& span)
{
    return std::to_string(span.begin) + '-' + std::to_string(span.end) + ' ';
}

/// Every match in the window, by the one and the other.
std::string by_quick(const QuickRegex& quick, std::string_view text, const Span& window)
{
    std::string found;
    Span match{window.begin, window.begin};
    while (match.end < window.end && quick.find(text, {match.end, window.end}, window.end, match) == QuickRegex::Result::found)
        found += shown(match);
    return found;
}

std::string by_re2(const re2::RE2& regex, std::string_view text, const Span& window)
{
    std::string found;
    const re2::StringPiece all(text.data(), text.size());
    for (std::size_t at = window.begin; at < window.end;) {
        re2::StringPiece match;
        if (!regex.Match(all, at, window.end, re2::RE2::UNANCHORED, &match, 1)) break;
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        found += shown({begin, begin + match.size()});
        at = begin + std::max<std::size_t>(match.size(), 1);
    }
    return found;
}

/// The number of matches in the whole text.
std::size_t compare(const std::string& expression, const QuickRegex& quick, const re2::RE2& regex,
                    const std::string& text, std::mt19937& random)
{
    const std::string expected = by_re2(regex, text, {0, text.size()});
    BOOST_TEST(by_quick(quick, text, {0, text.size()}) == expected, expression + " in: " + text);
    const bool all = re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), regex);
    BOOST_TEST((quick.matches_all_of(text) == QuickRegex::Result::found) == all, expression + " all of: " + text);
    const std::size_t begin = random() % (text.size() + 1);
    const Span part{begin, begin + random() % (text.size() - begin + 1)};
    BOOST_TEST(by_quick(quick, text, part) == by_re2(regex, text, part),
               expression + " in " + shown(part) + "of: " + text);
    return static_cast<std::size_t>(std::count(expected.begin(), expected.end(), ' '));
}

/// A text of pieces of the expression, words and what may stand between them.
std::string text_for(const std::string& expression, std::mt19937& random)
{
    static constexpr std::string_view between[] = {" ", " ", "\n", ". ", "", "-", " og ", " 12 ", "x", "?"};
    std::string text;
    for (std::size_t piece = 0; piece < 8; ++piece) {
        std::size_t begin = random() % expression.size();
        while (begin > 0 && std::isalpha(static_cast<unsigned char>(expression[begin - 1]))) --begin;
        std::size_t end = begin;
        while (end < expression.size() &&
               (std::isalnum(static_cast<unsigned char>(expression[end])) || expression[end] == ' '))
            ++end;
        text += expression.substr(begin, end - begin);
        text += between[random() % std::size(between)];
    }
    return text;
}

/// A pattern of the kinds that are understood, over few letters so that much of it matches.
std::string random_pattern(std::mt19937& random, int depth)
{
    static constexpr const char* parts[] = {"a",   "b", "ab", "c", ".",   "\\w", "\\b", "[ab]", "[^a]",
                                            "\\s", "^", "$",  " ", "\\d", "\\B", "ba",  "\\W",  "\\n"};
    static constexpr const char* counts[] = {"",    "",     "",   "?",  "*",  "+",     "{0,3}",
                                             "{2}", "{1,}", "*?", "+?", "??", "{0,2}?"};
    std::string pattern;
    const int length = 1 + static_cast<int>(random() % 4);
    for (int at = 0; at < length; ++at) {
        if (depth > 0 && random() % 3 == 0) {
            std::string group = random() % 2 ? "(" : "(?:";
            const int branches = 1 + static_cast<int>(random() % 3);
            for (int branch = 0; branch < branches; ++branch)
                group += (branch > 0 ? "|" : "") + random_pattern(random, depth - 1);
            pattern += group + ')';
        }
        else {
            pattern += parts[random() % std::size(parts)];
        }
        pattern += counts[random() % std::size(counts)];
    }
    return pattern;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(quick_regex_tests)

BOOST_AUTO_TEST_CASE(the_patterns_of_the_lexicon_find_what_re2_finds)
{
    std::mt19937 random(11);
    std::size_t understood = 0, all = 0, matches = 0;
    for (const model::Concept& one : testing::shipped_lexicon().concepts)
        for (const auto* patterns : {&one.patterns, &one.except})
            for (const model::Pattern& pattern : *patterns) {
                const std::string expression = Regex::folded_expression(pattern.expression);
                ++all;
                const auto quick = QuickRegex::compile(expression);
                if (!quick) continue;
                ++understood;
                const re2::RE2 regex(expression, options());
                BOOST_REQUIRE(regex.ok());
                for (int text = 0; text < 3; ++text)
                    matches += compare(expression, *quick, regex, text_for(expression, random), random);
            }
    BOOST_TEST_MESSAGE(understood << " of " << all << " patterns, " << matches << " matches");
    BOOST_TEST(understood * 10 > all * 9);
    BOOST_TEST(matches > understood / 4);
}

BOOST_AUTO_TEST_CASE(random_patterns_find_what_re2_finds)
{
    std::mt19937 random(12);
    std::size_t understood = 0, matches = 0;
    for (int round = 0; round < 6000; ++round) {
        const std::string expression = random_pattern(random, 2);
        const auto quick = QuickRegex::compile(expression);
        if (!quick) continue;
        const re2::RE2 regex(expression, options());
        BOOST_REQUIRE(regex.ok());
        ++understood;
        for (int text = 0; text < 4; ++text) {
            std::string letters;
            for (std::size_t length = random() % 24; letters.size() < length;)
                letters += "aabbbc  1\n\xE5"[random() % 11];
            matches += compare(expression, *quick, regex, letters, random);
        }
    }
    BOOST_TEST(understood > 1000u);
    BOOST_TEST(matches > understood);
}

BOOST_AUTO_TEST_CASE(what_is_not_common_is_left_to_re2)
{
    for (const char* expression : {"",        "a*",          "(a|b?)*c",
                                   "(?i)a",   "(?P<n>a)",    "a**",
                                   "a{2}{3}", "[[:alpha:]]", "\\pL",
                                   "\\x41",   "a)",          "(a",
                                   "[a",      "[]",          "a{",
                                   "a{3,2}",  "\\",          "*a",
                                   "a|",      "\\b",         "^",
                                   "(\\b)*a", "a{2000}",     "[z-a]",
                                   "\xC3",    "(abc){30}",   "(((((a{20}){20}){20}){20}){20})"})
        BOOST_TEST(!QuickRegex::compile(expression), expression);
}

BOOST_AUTO_TEST_CASE(a_hostile_text_costs_no_more_than_its_length)
{
    const std::string text(20'000, 'a');
    const auto quick = QuickRegex::compile("(a|aa)+(a|aa)+.{0,100}a*.{0,100}b");
    BOOST_REQUIRE(quick.has_value());
    Span match;
    BOOST_TEST((quick->find(text, {0, text.size()}, text.size(), match) == QuickRegex::Result::none));
    const std::string longer(2'000'000, 'a');
    BOOST_TEST((quick->find(longer, {0, longer.size()}, longer.size(), match) == QuickRegex::Result::too_large));
}

BOOST_AUTO_TEST_SUITE_END()
