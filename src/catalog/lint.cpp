#include "catalog/lint.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <string_view>

#include "base/error.h"
#include "model/languages.h"
#include "text/pattern.h"
#include "text/word_set.h"

namespace samsvar::catalog {

namespace {

using model::Language;

class Notices {
public:
    void error(const model::Origin& origin, std::string text) { found_.push_back({origin, std::move(text), true}); }
    void note(const model::Origin& origin, std::string text) { found_.push_back({origin, std::move(text), false}); }

    /// A text that is there at all is there in every one of `languages`.
    void check_texts(const model::LocalText& texts, const model::Origin& origin, const std::string& what,
                     std::span<const Language> languages = model::catalog_languages)
    {
        if (texts.empty()) return;
        for (const Language language : languages) {
            const std::string* text = texts.exactly(language);
            if (!text || text->empty()) error(origin, what + " has no text in " + name_of(language));
        }
    }

    std::vector<Notice> take() { return std::move(found_); }

private:
    std::vector<Notice> found_;
};

void check_requirement(Notices& notices, const model::Requirement& requirement, const std::string& name)
{
    const auto check = [&](const model::LocalText& texts, const char* what) {
        notices.check_texts(texts, requirement.origin, name + ": its " + what);
    };
    check(requirement.title, "title");
    check(requirement.text, "text");
    check(requirement.motive, "motive");
    check(requirement.evidence_text, "evidence");
    check(requirement.covered_when, "covered-when");
    check(requirement.partial_when, "partial-when");
    for (const model::Expectation& expectation : requirement.expectations)
        notices.check_texts(expectation.label, expectation.origin,
                            name + ": the label of expectation " + expectation.id);
}

void check_conditions(Notices& notices, const model::Catalog& catalog)
{
    std::set<std::string> used;
    for (const model::Requirement& requirement : catalog.requirements) {
        used.insert(requirement.conditions.begin(), requirement.conditions.end());
        for (const model::Requirement& part : requirement.parts)
            for (const std::string& id : part.conditions) {
                used.insert(id);
                if (std::find(requirement.conditions.begin(), requirement.conditions.end(), id) !=
                    requirement.conditions.end())
                    notices.note(part.origin, requirement.id + ", part " + part.id + ": the condition \"" + id +
                                                  "\" stands at the requirement already");
            }
    }
    for (const model::Condition& condition : catalog.conditions) {
        notices.check_texts(condition.title, catalog.origin, "condition " + condition.id);
        if (!used.count(condition.id))
            notices.note(catalog.origin, "no requirement has the condition \"" + condition.id + "\"");
    }
}

void check_repeats(Notices& notices, const model::Catalog& catalog)
{
    std::map<std::string, const model::Requirement*> first;
    for (const model::Requirement& requirement : catalog.requirements) {
        std::string words;
        for (const Language language : model::catalog_languages)
            words += requirement.title.in(language) + '\n' + requirement.text.in(language) + '\n';
        const auto [known, fresh] = first.emplace(words, &requirement);
        if (!fresh)
            notices.note(requirement.origin, requirement.id + " has the title and text of " + known->second->id);
    }
}

/// What {…} a finding's text may hold; rules::make_finding fills them.
constexpr std::array<std::string_view, 8> place_holders{"question", "with",  "what",     "quote",
                                                        "stated",   "limit", "document", "date"};

void check_place_holders(Notices& notices, const model::FindingText& finding, const model::LocalText& texts)
{
    for (const auto& [language, text] : texts.all())
        for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
            const std::size_t close = text.find('}', open);
            const std::string name = text.substr(open + 1, close == std::string::npos ? close : close - open - 1);
            if (close == std::string::npos ||
                std::find(place_holders.begin(), place_holders.end(), name) == place_holders.end())
                notices.error(finding.origin,
                              "finding " + finding.code + ": nothing fills {" + name + "} in " + name_of(language));
        }
}

void check_patterns(Notices& notices, const model::Concept& one, const std::vector<model::Pattern>& patterns)
{
    std::set<std::pair<Language, std::string>> seen;
    for (const model::Pattern& pattern : patterns) {
        try {
            const text::Regex compiled(pattern.expression, pattern.origin);
        }
        catch (const Error& wrong) {
            notices.error(pattern.origin, "concept " + one.id + ": " + wrong.message());
        }
        if (!seen.emplace(pattern.language, text::Regex::folded_expression(pattern.expression)).second)
            notices.note(pattern.origin, "concept " + one.id + ": the pattern \"" + pattern.expression +
                                             "\" stands twice for " + name_of(pattern.language));
    }
}

void check_words(Notices& notices, const model::Concept& one)
{
    std::set<std::pair<Language, std::string>> seen;
    text::WordSet words;
    for (const model::Word& word : one.words) {
        try {
            words.add(0, word);
        }
        catch (const Error& wrong) {
            notices.error(word.origin, "concept " + one.id + ": " + wrong.message());
        }
        if (!seen.emplace(word.language, text::fold_text(word.text)).second)
            notices.note(word.origin, "concept " + one.id + ": the word \"" + word.text + "\" stands twice for " +
                                          name_of(word.language));
    }
}

void check_concept(Notices& notices, const model::Concept& one)
{
    notices.check_texts(one.label, one.origin, "concept " + one.id, model::report_languages);
    check_patterns(notices, one, one.patterns);
    check_patterns(notices, one, one.except);
    check_words(notices, one);
    // A concept without any pattern is set by the program (has-subprocessors); one with some has forgotten a language.
    if (one.patterns.empty() && one.words.empty()) return;
    std::string missing;
    for (const Language language : model::catalog_languages)
        if (std::none_of(one.patterns.begin(), one.patterns.end(),
                         [&](const model::Pattern& pattern) { return pattern.language == language; }) &&
            std::none_of(one.words.begin(), one.words.end(),
                         [&](const model::Word& word) { return word.language == language; }))
            missing += (missing.empty() ? "" : ", ") + std::string(name_of(language));
    if (!missing.empty()) notices.note(one.origin, "concept " + one.id + " has no pattern for " + missing);
}

/// A topic stands in several files; what it is made of is said in each.
void check_topics(Notices& notices, const model::Lexicon& lexicon)
{
    std::map<std::string, const model::Concept*> first;
    for (const model::Concept& one : lexicon.concepts) {
        const model::Concept& other = *first.emplace(one.topic, &one).first->second;
        if (one.is_matter != other.is_matter || one.agreements_only != other.agreements_only)
            notices.error(one.origin, "concept " + one.id + ": its topic " + one.topic +
                                          " has another matter=\"…\" or agreements-only=\"…\" at " +
                                          other.origin.text());
    }
}

void check_lists(Notices& notices, const model::Lexicon& lexicon)
{
    for (const auto& [id, name] : model::word_list_names) {
        std::set<std::string> seen;
        for (const model::ListedWord& word : lexicon.lists[id])
            if (!seen.insert(word.text).second)
                notices.note(word.origin, "list " + std::string(name) + ": \"" + word.text + "\" stands twice");
    }
}

void check_expectations(Notices& notices, const model::Requirement& requirement, const std::string& name,
                        const model::Lexicon& lexicon)
{
    for (const model::Expectation& expectation : requirement.expectations)
        for (const auto* ids : {&expectation.met_by, &expectation.violated_by, &expectation.about})
            for (const std::string& id : *ids)
                if (!lexicon.find(id))
                    notices.error(expectation.origin, name + ", expectation " + expectation.id +
                                                          ": there is no concept \"" + id + "\" in the lexicon");
}

}  // namespace

std::vector<Notice> lint(const model::Catalog& catalog)
{
    Notices notices;
    notices.check_texts(catalog.title, catalog.origin, "the catalogue's title");
    notices.check_texts(catalog.note, catalog.origin, "the catalogue's note");
    for (const model::Group& group : catalog.groups)
        notices.check_texts(group.title, catalog.origin, "group " + group.id);
    check_conditions(notices, catalog);
    for (const model::Requirement& requirement : catalog.requirements) {
        check_requirement(notices, requirement, requirement.id);
        for (const model::Requirement& part : requirement.parts)
            check_requirement(notices, part, requirement.id + ", part " + part.id);
    }
    check_repeats(notices, catalog);
    return notices.take();
}

std::vector<Notice> lint(const model::Lexicon& lexicon)
{
    Notices notices;
    for (const model::Concept& one : lexicon.concepts) check_concept(notices, one);
    for (const model::Contradiction& one : lexicon.contradictions)
        notices.check_texts(one.label, one.origin, "contradiction " + one.id, model::report_languages);
    for (const model::FindingText& finding : lexicon.findings)
        for (const auto& [texts, what] : {std::pair(&finding.title, "title"), std::pair(&finding.meaning, "meaning"),
                                          std::pair(&finding.reason, "reason"), std::pair(&finding.ask, "ask")}) {
            notices.check_texts(*texts, finding.origin, "finding " + finding.code + ": its " + what,
                                model::report_languages);
            check_place_holders(notices, finding, *texts);
        }
    check_topics(notices, lexicon);
    check_lists(notices, lexicon);
    for (const model::Phrase& phrase : lexicon.phrases)
        notices.check_texts(phrase.text, phrase.origin, "phrase " + phrase.id, model::report_languages);
    return notices.take();
}

std::vector<Notice> check_references(const model::Catalog& catalog, const model::Lexicon& lexicon)
{
    Notices notices;
    for (const model::Requirement& requirement : catalog.requirements) {
        check_expectations(notices, requirement, requirement.id, lexicon);
        for (const model::Requirement& part : requirement.parts)
            check_expectations(notices, part, requirement.id + ", part " + part.id, lexicon);
    }
    return notices.take();
}

std::vector<Notice> check_references(const std::vector<model::Mapping>& mappings,
                                     const std::vector<model::Catalog>& catalogs)
{
    Notices notices;
    std::map<std::string, std::set<std::string>> ids;
    for (const model::Catalog& catalog : catalogs)
        for (const model::Requirement& requirement : catalog.requirements) ids[catalog.id].insert(requirement.id);
    for (const model::Mapping& mapping : mappings)
        for (const auto& [catalog, id] :
             {std::pair(&mapping.from_catalog, &mapping.from_id), std::pair(&mapping.to_catalog, &mapping.to_id)}) {
            const auto known = ids.find(*catalog);
            if (known != ids.end() && !known->second.count(*id))
                notices.error(mapping.origin,
                              "the mapping names \"" + *id + "\", which " + *catalog + " does not hold");
        }
    return notices.take();
}

}  // namespace samsvar::catalog
