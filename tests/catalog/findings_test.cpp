// The shipped sentences of findings (catalogs/lexicon/findings.xml).
#include <boost/test/unit_test.hpp>
#include <set>

#include "catalog/lint.h"
#include "catalog/sample.h"
#include "model/languages.h"

using namespace samsvar;
using namespace samsvar::catalog;
using model::Language;

namespace {

const model::Lexicon& shipped()
{
    static const model::Lexicon lexicon = load_lexicon(SAMSVAR_SOURCE_DIR "/catalogs/lexicon", "catalogs/lexicon");
    return lexicon;
}

constexpr auto languages = model::report_languages;

}  // namespace

BOOST_AUTO_TEST_SUITE(findings_tests)

BOOST_AUTO_TEST_CASE(every_finding_code_has_its_sentences)
{
    const std::set<std::string> expected{"no-answer",
                                         "yes-only",
                                         "reference-only",
                                         "evidence-outstanding",
                                         "not-enclosed",
                                         "document-expired",
                                         "document-too-old",
                                         "deflected",
                                         "off-topic",
                                         "duplicate-answer",
                                         "dangling-reference",
                                         "circular-reference",
                                         "contradiction",
                                         "missing-element",
                                         "weak-practice",
                                         "too-slow",
                                         "too-infrequent",
                                         "na-unjustified",
                                         "na-conditional",
                                         "vague",
                                         "planned-not-in-place",
                                         "negative",
                                         "third-country",
                                         "unnamed-subprocessor",
                                         "expired",
                                         "invalid-identifier",
                                         "placeholder-text",
                                         "unmatched-question",
                                         "unmapped-requirement",
                                         "edited-question"};
    std::set<std::string> found;
    for (const model::FindingText& finding : shipped().findings) found.insert(finding.code);
    for (const std::string& code : expected) BOOST_TEST(found.count(code) == 1u, code << " has no sentences");
    for (const model::FindingText& finding : shipped().findings) BOOST_TEST_CONTEXT(finding.code)
    for (const Language language : languages)
        for (const auto* texts : {&finding.title, &finding.meaning, &finding.reason, &finding.ask})
            BOOST_TEST((texts->exactly(language) && !texts->exactly(language)->empty()));
}

BOOST_AUTO_TEST_CASE(the_languages_of_a_sentence_hold_the_same_place_holders)
{
    const auto place_holders = [](const std::string& text) {
        std::set<std::string> found;
        for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1))
            found.insert(text.substr(open, text.find('}', open) - open + 1));
        return found;
    };
    for (const model::FindingText& finding : shipped().findings) BOOST_TEST_CONTEXT(finding.code)
    for (const auto* texts : {&finding.reason, &finding.ask})
        for (const Language language : languages)
            BOOST_TEST((place_holders(texts->in(language)) == place_holders(texts->in(Language::nb))),
                       name_of(language) << ": " << texts->in(language));
}

BOOST_AUTO_TEST_CASE(a_question_stands_alone_in_a_letter)
{
    // It says where it comes from, asks something or requests something, and ends as a sentence does.
    for (const model::FindingText& finding : shipped().findings) BOOST_TEST_CONTEXT(finding.code)
    for (const Language language : languages) {
        const std::string& ask = finding.ask.in(language);
        const bool placed = ask.find("{question}") != std::string::npos || ask.find("{what}") != std::string::npos ||
                            ask.find("{stated}") != std::string::npos || ask.find("{quote}") != std::string::npos;
        BOOST_TEST(placed, ask);
        BOOST_TEST((ask.ends_with('?') || ask.ends_with('.')), ask);
        BOOST_TEST(ask.find('?') != std::string::npos, ask);
    }
}

BOOST_AUTO_TEST_CASE(quotation_marks_are_those_of_the_language)
{
    struct Row {
        Language language;
        const char* open;
        const char* close;
    };
    const Row rows[] = {{Language::nb, "«", "»"},
                        {Language::sv, "”", "”"},
                        {Language::da, "»", "«"},
                        {Language::fi, "”", "”"},
                        {Language::en, "“", "”"}};
    BOOST_TEST(std::size(rows) == languages.size());
    for (const model::FindingText& finding : shipped().findings)
        for (const Row& row : rows)
            for (const auto* texts : {&finding.reason, &finding.ask})
                for (const char* name : {"{quote}", "{stated}"}) {
                    const std::string& text = texts->in(row.language);
                    if (text.find(name) == std::string::npos) continue;
                    BOOST_TEST(text.find(std::string(row.open) + name + row.close) != std::string::npos,
                               finding.code << ' ' << name_of(row.language) << ": " << text);
                }
}

BOOST_AUTO_TEST_CASE(no_text_is_missing_and_nothing_is_left_unfilled)
{
    std::string errors;
    for (const Notice& notice : lint(shipped()))
        if (notice.error) errors += notice.origin.text() + ": " + notice.text + '\n';
    BOOST_TEST(errors == "");
}

// They are what {what} is filled with, and would otherwise be another language's in a letter.
BOOST_AUTO_TEST_CASE(every_label_and_phrase_has_all_languages)
{
    std::string missing;
    const auto check = [&](const model::LocalText& texts, const std::string& what) {
        for (const Language language : languages)
            if (!texts.exactly(language) || texts.exactly(language)->empty())
                missing += what + " in " + name_of(language) + '\n';
    };
    for (const model::Concept& one : shipped().concepts) check(one.label, "concept " + one.id);
    for (const model::Contradiction& one : shipped().contradictions) check(one.label, "contradiction " + one.id);
    for (const model::Phrase& one : shipped().phrases) check(one.text, "phrase " + one.id);
    for (const model::Subject& one : shipped().subjects) check(one.label, "subject " + one.id);
    for (const model::AskedElement& one : shipped().elements)
        check(one.expectation.label, "asked " + one.expectation.id);
    BOOST_TEST(missing == "");
}

BOOST_AUTO_TEST_SUITE_END()
