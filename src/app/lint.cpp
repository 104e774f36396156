#include "app/lint.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/agreement.h"
#include "base/error.h"
#include "catalog/lint.h"
#include "model/languages.h"

namespace samsvar::app {

namespace {

class Linter {
public:
    explicit Linter(const Library& library)
        : lexicon_(library.lexicon()),
          forms_(library.forms()),
          catalogs_(library.catalogs()),
          mappings_(library.mappings()),
          agreement_rules_(agreement_rules(library))
    {
        for (const model::Concept& one : lexicon_.concepts) {
            concepts_.insert(one.id);
            if (one.agreements_only) of_agreements_.insert(one.id);
        }
    }

    std::vector<Lint> run()
    {
        for (const model::Form& form : forms_) check_form(form);
        for (const model::Catalog& catalog : catalogs_) check_catalog(catalog);
        check_mappings();
        check_agreement_rules();
        check_lexicon();
        return std::move(found_);
    }

private:
    void error(const model::Origin& origin, std::string text) { found_.push_back({origin, std::move(text), true}); }
    void note(const model::Origin& origin, std::string text) { found_.push_back({origin, std::move(text), false}); }

    void use(const std::vector<std::string>& ids, const model::Origin& origin, const std::string& where)
    {
        for (const std::string& id : ids) {
            used_.insert(id);
            if (!concepts_.count(id)) error(origin, where + ": there is no concept \"" + id + "\" in the lexicon");
        }
    }
    void use_in_answers(const std::vector<std::string>& ids, const model::Origin& origin, const std::string& where)
    {
        use(ids, origin, where);
        for (const std::string& id : ids)
            if (of_agreements_.count(id))
                error(origin, where + ": concept \"" + id + "\" is looked for in agreements only");
    }

    void check_expectations(const std::vector<model::Expectation>& expectations, const std::string& where)
    {
        std::set<std::string> ids;
        for (const model::Expectation& one : expectations) {
            if (!ids.insert(one.id).second) error(one.origin, where + ": a second expectation \"" + one.id + "\"");
            use_in_answers(one.met_by, one.origin, where);
            use_in_answers(one.violated_by, one.origin, where);
            use_in_answers(one.about, one.origin, where);
            if (one.minimum > static_cast<int>(one.met_by.size()) && one.kind == model::ExpectationKind::concepts)
                error(one.origin, where + ": minimum " + std::to_string(one.minimum) + " can never be reached");
            check_texts(one.label, one.origin, where + ", expectation " + one.id);
        }
    }

    void check_texts(const model::LocalText& texts, const model::Origin& origin, const std::string& what)
    {
        for (const model::Language language : model::catalog_languages) {
            const std::string* text = texts.exactly(language);
            if (!text || text->empty()) error(origin, what + ": no text in " + name_of(language));
        }
    }

    void check_form(const model::Form& form)
    {
        std::set<std::string> ids;
        for (const model::Question& question : form.questions) {
            const std::string where = "question " + question.id;
            if (!ids.insert(question.id).second) error(question.origin, where + " stands twice");
            check_texts(question.text, question.origin, where);
            use_in_answers(question.topic, question.origin, where);
            check_expectations(question.expectations, where);
            if (!question.na_follows_from.empty() && !form.find(question.na_follows_from))
                error(question.origin, where + ": na-follows-from names no question: " + question.na_follows_from);
            for (const std::string& tag : question.tags) tags_.insert(tag);
            for (const model::Coverage& coverage : question.covers) {
                asked_.insert(coverage.catalog + '\n' + coverage.id);
                const auto catalog = std::find_if(catalogs_.begin(), catalogs_.end(), [&](const model::Catalog& one) {
                    return one.id == coverage.catalog;
                });
                if (catalog == catalogs_.end() && absent_.insert(form.id + '\n' + coverage.catalog).second)
                    note(question.origin, where + " covers " + coverage.catalog + ", a catalogue that is not here");
                if (catalog != catalogs_.end() && !catalog->find(coverage.id))
                    error(question.origin,
                          where + " covers " + coverage.id + ", which " + coverage.catalog + " does not hold");
            }
            if (question.expectations.empty()) note(question.origin, where + " has no expectation");
        }
    }

    void check_catalog(const model::Catalog& catalog)
    {
        std::size_t unasked = 0;
        for (const model::Requirement& requirement : catalog.requirements) {
            check_texts(requirement.title, requirement.origin, requirement.id);
            check_expectations(requirement.expectations, requirement.id);
            if (!asked_.count(catalog.id + '\n' + requirement.id)) ++unasked;
        }
        if (unasked > 0)
            note(catalog.origin, std::to_string(unasked) + " of " + std::to_string(catalog.requirements.size()) +
                                     " requirements of " + catalog.id + " are asked about by no form");
    }

    void check_mappings()
    {
        for (const model::Mapping& mapping : mappings_)
            for (const auto& [catalog_id, id] :
                 {std::pair(mapping.from_catalog, mapping.from_id), std::pair(mapping.to_catalog, mapping.to_id)}) {
                const auto catalog =
                    std::find_if(catalogs_.begin(), catalogs_.end(),
                                 [&, wanted = catalog_id](const model::Catalog& one) { return one.id == wanted; });
                if (catalog != catalogs_.end() && !catalog->find(id))
                    error(mapping.origin, "the mapping names " + id + ", which " + catalog_id + " does not hold");
            }
    }

    void check_agreement_rules()
    {
        for (const auto& [id, origin] : agreement_rules_.concepts()) use({id}, origin, "rules for agreements");
        const auto catalog = std::find_if(catalogs_.begin(), catalogs_.end(), [&](const model::Catalog& one) {
            return one.id == agreement_rules_.catalog;
        });
        for (const agreement::ElementRule& rule : agreement_rules_.elements)
            if (catalog == catalogs_.end() || !catalog->find(rule.id))
                error(rule.origin, "rules for agreements: " + agreement_rules_.catalog + " holds no " + rule.id);
    }

    /// A tag that questions nobody described bear.
    bool is_subject(const std::string& tag) const
    {
        return std::any_of(lexicon_.subjects.begin(), lexicon_.subjects.end(),
                           [&](const model::Subject& one) { return one.id == tag; });
    }

    void check_lexicon()
    {
        static const std::set<std::string> built_in{"has-subprocessors"};
        for (const auto& [id, name] : model::word_list_names)
            if (lexicon_.lists[id].empty())
                error({"catalogs/lexicon", 0}, "the list " + std::string(name) + " holds no word");
        for (const model::Contradiction& one : lexicon_.contradictions) {
            use(one.claim, one.origin, "contradiction " + one.id);
            use(one.fact, one.origin, "contradiction " + one.id);
            use(one.unless, one.origin, "contradiction " + one.id);
            use(one.fact_beside, one.origin, "contradiction " + one.id);
            use(one.claim_beside, one.origin, "contradiction " + one.id);
            for (const auto& topics : {one.claim_topic, one.fact_topic})
                for (const std::string& topic : topics)
                    if (topic != "header" && !tags_.count(topic) && !is_subject(topic))
                        error(one.origin, "contradiction " + one.id + ": no question has the tag \"" + topic + "\"");
        }
        for (const model::Concept& one : lexicon_.concepts) {
            if (one.patterns.empty() && one.words.empty() && !built_in.count(one.id))
                error(one.origin, "concept " + one.id + " has no pattern");
        }
        // Texts, patterns, words and lists, each of them.
        for (catalog::Notice& one : catalog::lint(lexicon_))
            found_.push_back({std::move(one.origin), std::move(one.text), one.error});
    }

    model::Lexicon lexicon_;
    std::vector<model::Form> forms_;
    std::vector<model::Catalog> catalogs_;
    std::vector<model::Mapping> mappings_;
    agreement::Rules agreement_rules_;
    std::set<std::string> concepts_, of_agreements_, used_, asked_, tags_, absent_;
    std::vector<Lint> found_;
};

}  // namespace

std::vector<Lint> lint(const Library& library, const std::string& only)
{
    std::vector<Lint> found = Linter(library).run();
    if (!only.empty()) std::erase_if(found, [&](const Lint& one) { return !one.origin.file.starts_with(only); });
    return found;
}

}  // namespace samsvar::app
