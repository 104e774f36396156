#include "catalog/lint.h"

#include <boost/test/unit_test.hpp>

#include "catalog/sample.h"
#include "model/report_text.h"

using namespace samsvar;
using namespace samsvar::catalog;
using model::Language;

namespace {

std::vector<std::string> lines(const std::vector<Notice>& notices)
{
    std::vector<std::string> lines;
    for (const Notice& one : notices) lines.push_back(one.origin.text() + (one.error ? ": " : ": note: ") + one.text);
    return lines;
}

void check_lines(const std::vector<Notice>& found, const std::vector<std::string>& expected)
{
    BOOST_TEST(lines(found) == expected, boost::test_tools::per_element());
}

model::Requirement requirement(const std::string& id, int line)
{
    model::Requirement made;
    made.id = id;
    made.title = model::report_text(id, id, id);
    made.origin = {"c.xml", line};
    return made;
}

model::Catalog catalog_of(std::vector<model::Requirement> requirements)
{
    model::Catalog catalog;
    catalog.id = "house";
    catalog.title = model::report_text("Hus", "Hus", "House");
    catalog.origin = {"c.xml", 1};
    catalog.requirements = std::move(requirements);
    return catalog;
}

/// The text in every language of the reports.
model::LocalText everywhere(const std::string& text)
{
    model::LocalText texts;
    for (const Language language : model::report_languages) texts.set(language, text);
    return texts;
}

model::Concept concept_of(const std::string& id, int line)
{
    model::Concept made;
    made.id = id;
    made.label = everywhere(id);
    made.origin = {"l.xml", line};
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lint_tests)

BOOST_AUTO_TEST_CASE(a_catalogue_with_nothing_wrong_is_silent)
{
    check_lines(lint(catalog_of({requirement("A", 2), requirement("B", 3)})), {});
}

BOOST_AUTO_TEST_CASE(missing_texts_are_told_for_each_language)
{
    model::Requirement one = requirement("A", 2);
    one.text.set(Language::nb, "tekst");
    one.text.set(Language::sv, "");
    one.evidence_text.set(Language::en, "plan");
    model::Requirement part = requirement("a", 4);
    part.text = model::report_text("x", "x", "");
    one.parts.push_back(part);
    model::Catalog catalog = catalog_of({one});
    catalog.groups.push_back({"g", {}});
    catalog.groups.back().title.set(Language::nb, "g");
    check_lines(lint(catalog),
                {"c.xml:1: group g has no text in sv", "c.xml:1: group g has no text in en",
                 "c.xml:2: A: its text has no text in sv", "c.xml:2: A: its text has no text in en",
                 "c.xml:2: A: its evidence has no text in nb", "c.xml:2: A: its evidence has no text in sv",
                 "c.xml:4: A, part a: its text has no text in en"});
}

BOOST_AUTO_TEST_CASE(conditions_that_decide_nothing_are_noted)
{
    model::Requirement one = requirement("A", 2);
    one.conditions = {"personal-data"};
    model::Requirement part = requirement("a", 3);
    part.conditions = {"personal-data"};
    one.parts.push_back(part);
    model::Catalog catalog = catalog_of({one});
    catalog.conditions = {{"personal-data", model::report_text("p", "p", "p")},
                          {"cloud", model::report_text("s", "m", "c")}};
    check_lines(lint(catalog),
                {"c.xml:3: note: A, part a: the condition \"personal-data\" stands at the requirement already",
                 "c.xml:1: note: no requirement has the condition \"cloud\""});
}

BOOST_AUTO_TEST_CASE(repeated_requirements_are_noted)
{
    model::Requirement same = requirement("B", 5);
    same.title = requirement("A", 2).title;
    check_lines(lint(catalog_of({requirement("A", 2), same})), {"c.xml:5: note: B has the title and text of A"});
}

BOOST_AUTO_TEST_CASE(concepts_without_a_language_and_wrong_patterns_are_told)
{
    model::Concept one = concept_of("backup", 2);
    one.patterns = {{"back-?up", Language::en, {"l.xml", 3}},
                    {"BACK-?UP", Language::en, {"l.xml", 4}},
                    {"back(up", Language::en, {"l.xml", 5}},
                    {"back-?up", Language::da, {"l.xml", 6}}};
    one.except = {{"x*", Language::en, {"l.xml", 7}}};
    model::Concept built_in = concept_of("has-subprocessors", 9);
    model::Concept unlabelled = concept_of("mfa", 10);
    unlabelled.label = {};
    for (const Language language : model::report_languages)
        if (language != Language::sv && language != Language::da) unlabelled.label.set(language, "two factors");
    model::Lexicon lexicon;
    lexicon.concepts = {one, built_in, unlabelled};
    check_lines(lint(lexicon), {"l.xml:4: note: concept backup: the pattern \"BACK-?UP\" stands twice for en",
                                "l.xml:5: concept backup: the pattern \"back(up\" is wrong: missing ): back(up",
                                "l.xml:7: concept backup: the pattern \"x*\" is wrong: it matches the empty text",
                                "l.xml:2: note: concept backup has no pattern for nb, sv",
                                "l.xml:10: concept mfa has no text in sv", "l.xml:10: concept mfa has no text in da"});
}

BOOST_AUTO_TEST_CASE(a_topic_is_one_thing_and_a_list_says_nothing_twice)
{
    model::Lexicon lexicon;
    lexicon.concepts = {concept_of("backup", 2), concept_of("restore", 3), concept_of("mfa", 4)};
    for (model::Concept& one : lexicon.concepts) one.topic = one.id == "mfa" ? "identity" : "continuity";
    lexicon.concepts[1].is_matter = false;
    lexicon.lists[model::WordListId::denies] = {{"not", "not", {}, {}, {}, {"l.xml", 8}},
                                                {"never", "never", {}, {}, {}, {"l.xml", 9}},
                                                {"not", "not", {}, {}, {}, {"l.xml", 10}}};
    check_lines(lint(lexicon), {"l.xml:3: concept restore: its topic continuity has another matter=\"…\" or agreements-only=\"…\" at l.xml:2",
                                "l.xml:10: note: list denies: \"not\" stands twice"});
}

BOOST_AUTO_TEST_CASE(place_holders_that_nothing_fills_are_errors)
{
    model::FindingText finding;
    finding.code = "vague";
    finding.title = everywhere("t");
    finding.meaning = everywhere("m");
    finding.reason = everywhere("{question} {with} {what} {quote} {stated} {limit} {document} {date}");
    finding.reason.set(Language::en, "{questions}");
    finding.ask = everywhere("a");
    for (const auto& [language, text] : {std::pair(Language::nb, "{question"), std::pair(Language::sv, "a}"),
                                         std::pair(Language::fi, "{who}"), std::pair(Language::en, "{}")})
        finding.ask.set(language, text);
    finding.origin = {"f.xml", 3};
    model::Lexicon lexicon;
    lexicon.findings = {finding};
    check_lines(lint(lexicon), {"f.xml:3: finding vague: nothing fills {questions} in en",
                                "f.xml:3: finding vague: nothing fills {question} in nb",
                                "f.xml:3: finding vague: nothing fills {who} in fi",
                                "f.xml:3: finding vague: nothing fills {} in en"});
}

BOOST_AUTO_TEST_CASE(expectations_name_concepts_there_are)
{
    const auto expectation = [](const std::string& id, int line) {
        model::Expectation made;
        made.id = id;
        made.label = model::report_text(id, id, id);
        made.met_by = {"mfa"};
        made.origin = {"c.xml", line};
        return made;
    };
    model::Requirement one = requirement("A", 2);
    one.expectations = {expectation("e", 3)};
    one.expectations[0].violated_by = {"optional-mfa"};
    model::Requirement part = requirement("a", 4);
    part.expectations = {expectation("f", 5)};
    part.expectations[0].about = {"login"};
    one.parts.push_back(part);
    model::Lexicon lexicon;
    lexicon.concepts = {concept_of("mfa", 1)};
    check_lines(check_references(catalog_of({one}), lexicon),
                {"c.xml:3: A, expectation e: there is no concept \"optional-mfa\" in the lexicon",
                 "c.xml:5: A, part a, expectation f: there is no concept \"login\" in the lexicon"});
}

BOOST_AUTO_TEST_CASE(mappings_name_requirements_there_are)
{
    const std::vector<model::Catalog> catalogs{catalog_of({requirement("A", 2)})};
    const std::vector<model::Mapping> mappings{
        {"house", "A", "house", "A", {}, {}, {"m.xml", 2}},
        {"house", "B", "house", "A", {}, {}, {"m.xml", 3}},
        {"house", "A", "house", "C", {}, {}, {"m.xml", 4}},
        {"house", "A", "licensed", "anything", {}, {}, {"m.xml", 5}},
    };
    check_lines(check_references(mappings, catalogs), {"m.xml:3: the mapping names \"B\", which house does not hold",
                                                       "m.xml:4: the mapping names \"C\", which house does not hold"});
}

BOOST_AUTO_TEST_SUITE_END()
