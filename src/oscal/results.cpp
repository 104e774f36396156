#include "oscal/results.h"

#include <algorithm>
#include <set>

#include "base/split.h"
#include "model/by_id.h"
#include "oscal/encode.h"
#include "oscal/names.h"
#include "xml/build.h"

namespace samsvar::oscal {

namespace {

using xml::Element;

Element oscal_element(std::string_view name)
{
    return xml::make(name, name_space);
}

Element& append_element(Element& parent, std::string_view name)
{
    return xml::append(parent, oscal_element(name));
}

/// Markup: one paragraph a line.
void append_prose(Element& parent, std::string_view name, const std::string& text)
{
    Element& prose = append_element(parent, name);
    for (const std::string& line : split(text, '\n'))
        if (!line.empty()) xml::append_text(prose, "p", line);
    if (prose.children.empty()) xml::append_text(prose, "p", "");
}

class Results {
public:
    Results(const model::Assessment& assessment, model::Language language)
        : assessment_(assessment),
          answers_(assessment.submission.answers, &model::Answer::question),
          questions_(assessment.form.questions, &model::Question::id),
          language_(language),
          moment_(assessment.date.text() + "T00:00:00Z")
    {
    }

    Element build()
    {
        Element root = oscal_element("assessment-results");
        xml::set(root, "uuid", uuid("assessment-results"));
        append_metadata(root);
        xml::set(append_element(root, "import-ap"), "href", '#' + uuid("file"));
        for (const model::Catalog& catalog : assessment_.catalogs) append_result(root, &catalog);
        if (assessment_.catalogs.empty()) append_result(root, nullptr);
        append_file(root);
        return root;
    }

private:
    std::string uuid(const std::string& what) const
    {
        return uuid_of(assessment_.sha256 + ' ' + assessment_.date.text() + ' ' + assessment_.form.id + ' ' + what);
    }

    std::string title() const
    {
        const std::string supplier = assessment_.submission.fact("supplier");
        return (supplier.empty() ? "" : supplier + ": ") + assessment_.file;
    }

    void append_metadata(Element& root) const
    {
        Element& metadata = append_element(root, "metadata");
        xml::append_text(metadata, "title", title());
        xml::append_text(metadata, "last-modified", moment_);
        xml::append_text(metadata, "version", assessment_.date.text());
        xml::append_text(metadata, "oscal-version", version);
        append_own_prop(metadata, "samsvar", assessment_.samsvar);
        append_own_prop(metadata, "form", assessment_.form.id);
    }

    void append_result(Element& root, const model::Catalog* catalog)
    {
        const std::string id = catalog ? catalog->id : "";
        Element& result = append_element(root, "result");
        xml::set(result, "uuid", uuid("result " + id));
        xml::append_text(result, "title", catalog ? catalog->title.in(language_) : title());
        append_prose(result, "description", title());
        xml::append_text(result, "start", moment_);
        xml::append_text(result, "end", moment_);
        append_own_prop(result, "catalog-id", id);
        std::vector<const model::RequirementResult*> requirements;
        for (const model::RequirementResult& one : assessment_.requirements)
            if (one.catalog == id) requirements.push_back(&one);
        append_reviewed(result, requirements);
        std::set<std::string> questions;
        for (const model::RequirementResult* one : requirements)
            questions.insert(one->answers.begin(), one->answers.end());
        for (const model::AnswerResult& answer : assessment_.answers)
            if (!catalog || questions.count(answer.question)) append_observation(result, id, answer);
        for (const model::RequirementResult* one : requirements)
            if (!one->findings.empty() || one->answers.empty()) append_own_observation(result, *one);
        for (const model::RequirementResult* one : requirements)
            if (one->outcome != model::Outcome::not_applicable) append_finding(result, *catalog, *one);
    }

    static void append_reviewed(Element& result, const std::vector<const model::RequirementResult*>& requirements)
    {
        Element& reviewed = append_element(result, "reviewed-controls");
        Element& selection = append_element(reviewed, "control-selection");
        std::size_t reviewed_count = 0;
        for (const model::RequirementResult* one : requirements)
            if (one->outcome != model::Outcome::not_applicable) {
                xml::set(append_element(selection, "include-control"), "control-id", token_of(one->id));
                ++reviewed_count;
            }
        if (reviewed_count == 0) append_element(selection, "include-all");
        for (const model::RequirementResult* one : requirements)
            if (one->outcome == model::Outcome::not_applicable)
                xml::set(append_element(selection, "exclude-control"), "control-id", token_of(one->id));
    }

    std::string told(const model::Finding& finding) const
    {
        std::string text =
            finding.code + (finding.detail.empty() ? "" : ":" + finding.detail) + ": " + finding.reason.in(language_);
        if (!finding.quote.empty()) text += " \"" + finding.quote + '"';
        const std::string place = finding.place.text();
        if (!place.empty()) text += " (" + place + ')';
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }

    void append_observation(Element& result, const std::string& catalog, const model::AnswerResult& answer)
    {
        Element& observation = append_element(result, "observation");
        xml::set(observation, "uuid", uuid("observation " + catalog + ' ' + answer.question));
        const model::Answer* given = answers_.find(answer.question);
        const model::Question* question = questions_.find(answer.question);
        xml::append_text(observation, "title",
                         answer.question + (question ? "  " + question->text.in(language_) : std::string()));
        append_prose(observation, "description", given ? given->text() : "");
        append_own_prop(observation, "question", answer.question);
        append_own_prop(observation, "outcome", name_of(answer.outcome));
        append_own_prop(observation, "evidence", name_of(answer.evidence));
        if (given) append_own_prop(observation, "place", given->place().text());
        xml::append_text(observation, "method", "EXAMINE");
        xml::append_text(observation, "type", "control-objective");
        for (const std::string& document : answer.evidence_named)
            append_prose(append_element(observation, "relevant-evidence"), "description", document);
        xml::append_text(observation, "collected", moment_);
        append_remarks(observation, answer.findings);
    }

    /// What the requirement itself is found lacking, whatever was answered: also that nobody asked about it.
    void append_own_observation(Element& result, const model::RequirementResult& requirement)
    {
        Element& observation = append_element(result, "observation");
        xml::set(observation, "uuid", uuid("requirement " + requirement.catalog + ' ' + requirement.id));
        append_prose(observation, "description", requirement.id + ": " + name_of(requirement.outcome));
        xml::append_text(observation, "method", "EXAMINE");
        xml::append_text(observation, "type", "control-objective");
        xml::append_text(observation, "collected", moment_);
        append_remarks(observation, requirement.findings);
    }

    void append_remarks(Element& observation, const std::vector<model::Finding>& findings)
    {
        std::string remarks;
        for (const model::Finding& finding : findings) remarks += (remarks.empty() ? "" : "\n") + told(finding);
        if (!remarks.empty()) append_prose(observation, "remarks", remarks);
    }

    void append_finding(Element& result, const model::Catalog& catalog, const model::RequirementResult& requirement)
    {
        const model::Requirement* known = catalog.find(requirement.id);
        Element& finding = append_element(result, "finding");
        xml::set(finding, "uuid", uuid("finding " + requirement.catalog + ' ' + requirement.id));
        const std::string title = known ? known->title.in(language_) : "";
        xml::append_text(finding, "title", requirement.id + (title.empty() ? "" : "  " + title));
        append_prose(finding, "description", label_of(requirement.outcome).in(language_));
        append_own_prop(finding, "outcome", name_of(requirement.outcome));
        append_own_prop(finding, "severity", name_of(requirement.severity));
        append_own_prop(finding, "evidence", name_of(requirement.evidence));
        Element& target = append_element(finding, "target");
        xml::set(target, "type", "statement-id");
        xml::set(target, "target-id", token_of(requirement.id) + "_smt");
        Element& status = append_element(target, "status");
        const bool satisfied = requirement.outcome == model::Outcome::satisfied;
        const bool judged =
            satisfied || requirement.outcome == model::Outcome::gap || requirement.outcome == model::Outcome::partial;
        xml::set(status, "state", satisfied ? "satisfied" : "not-satisfied");
        xml::set(status, "reason", satisfied ? "pass" : judged ? "fail" : "other");
        for (const std::string& question : requirement.answers)
            if (assessment_.answer(question))
                xml::set(append_element(finding, "related-observation"), "observation-uuid",
                         uuid("observation " + requirement.catalog + ' ' + question));
        if (!requirement.findings.empty() || requirement.answers.empty())
            xml::set(append_element(finding, "related-observation"), "observation-uuid",
                     uuid("requirement " + requirement.catalog + ' ' + requirement.id));
    }

    void append_file(Element& root) const
    {
        Element& resource = append_element(append_element(root, "back-matter"), "resource");
        xml::set(resource, "uuid", uuid("file"));
        xml::append_text(resource, "title", assessment_.file);
        Element& link = append_element(resource, "rlink");
        xml::set(link, "href", assessment_.file);
        if (assessment_.sha256.empty()) return;
        Element& hash = append_element(link, "hash");
        xml::set(hash, "algorithm", "SHA-256");
        hash.text = assessment_.sha256;
    }

    const model::Assessment& assessment_;
    const model::ById<model::Answer> answers_;
    const model::ById<model::Question> questions_;
    model::Language language_;
    std::string moment_;
};

}  // namespace

Element results_of(const model::Assessment& assessment, model::Language language)
{
    return Results(assessment, language).build();
}

}  // namespace samsvar::oscal
