#include "report/json.h"

#include <map>
#include <set>

#include "model/by_id.h"
#include "report/json_parts.h"

namespace samsvar::report {

namespace {

/// What concepts and codes are called stands once for all steps, in "labels".
bool has_common_label(model::Slot slot)
{
    return slot == model::Slot::named_concept || slot == model::Slot::finding;
}

void write_labels(JsonWriter& json, const model::Assessment& assessment)
{
    json.key("labels").begin_object();
    for (const model::Slot slot : {model::Slot::named_concept, model::Slot::finding}) {
        std::map<std::string_view, const model::LocalText*> labels;
        for (const model::AnswerResult& result : assessment.answers)
            for (const model::Step& step : result.steps)
                if (const model::StepArgument* one = step.argument(slot)) labels.emplace(one->value, &one->label);
        json.key(name_of(slot)).begin_object();
        for (const auto& [id, label] : labels) write_texts(json, id, *label);
        json.end_object();
    }
    json.end_object();
}

void write_argument(JsonWriter& json, const model::StepArgument& argument)
{
    json.key(name_of(argument.slot)).begin_object();
    if (!argument.value.empty()) json.key("value").text(argument.value);
    if (!argument.label.empty() && !has_common_label(argument.slot)) write_texts(json, "label", argument.label);
    if (argument.slot == model::Slot::words || argument.slot == model::Slot::other_words) {
        json.key("in").text(name_of(argument.where));
        if (!argument.question.empty()) json.key("question").text(argument.question);
        json.key("begin").number(argument.begin);
        json.key("end").number(argument.end);
    }
    json.end_object();
}

void write_steps(JsonWriter& json, const std::vector<model::Step>& steps)
{
    write_objects(json, "steps", steps, [&](const model::Step& step) {
        json.key("step").text(model::kind_of(step.id).name);
        json.key("rule").text_or_null(step.rule.text());
        json.key("with").begin_object();
        for (const model::StepArgument& argument : step.arguments) write_argument(json, argument);
        json.end_object();
    });
}

/// By which ways an outcome came from other catalogues.
void write_derived(JsonWriter& json, const std::vector<model::Derived>& derived)
{
    json.key("derived_from").begin_list();
    for (const model::Derived& one : derived) {
        json.begin_object();
        json.key("catalog").text(one.catalog).key("id").text(one.id);
        json.key("outcome").text(name_of(one.stated));
        json.key("relation").text(name_of(one.relation));
        json.key("way").text(one.way());
        json.key("mappings").begin_list();
        for (const model::Mapping& step : one.steps) json.text(step.origin.text());
        json.end_list().end_object();
    }
    json.end_list();
}

void write_supplier(JsonWriter& json, const model::Submission& submission)
{
    json.key("supplier").begin_object();
    json.key("name").text(submission.fact("supplier"));
    write_objects(json, "identifiers", submission.identifiers, [&](const model::Identifier& identifier) {
        json.key("scheme").text(identifier.scheme);
        json.key("value").text(identifier.value);
        json.key("valid").flag(identifier.valid);
        json.key("owner").text_or_null(identifier.owner);
        write_place(json, "place", identifier.place);
    });
    write_objects(json, "facts", submission.facts, [&](const model::HeaderFact& fact) {
        json.key("key").text(fact.key);
        json.key("label").text(fact.label);
        json.key("value").text(fact.value);
        write_place(json, "place", fact.place);
    });
    write_objects(json, "subprocessors", submission.subprocessors, [&](const model::Subprocessor& subprocessor) {
        json.key("name").text(subprocessor.name);
        json.key("address").text(subprocessor.address);
        json.key("identifier").text(subprocessor.identifier);
        write_place(json, "place", subprocessor.place);
    });
    write_objects(json, "annexes", submission.annexes, [&](const model::Annex& annex) {
        json.key("label").text(annex.label);
        json.key("title").text(annex.title);
        write_place(json, "place", annex.place);
    });
    json.end_object();
}

void write_documents(JsonWriter& json, const char* key, const std::vector<model::EvidenceDocument>& documents)
{
    write_objects(json, key, documents, [&](const model::EvidenceDocument& one) {
        json.key("name").text_or_null(one.name);
        json.key("state").text(name_of(one.state));
        json.key("file").text_or_null(one.file);
        json.key("valid_until").text_or_null(one.valid_until ? one.valid_until->text() : "");
    });
}

/// The files that came, and which of them nobody refers to. Only when they were at hand.
void write_evidence_files(JsonWriter& json, const model::Assessment& assessment)
{
    if (!assessment.evidence) return;
    std::set<std::string_view> referred;
    for (const model::EvidenceDocument& one : assessment.annexes) referred.insert(one.file);
    for (const model::AnswerResult& answer : assessment.answers)
        for (const model::EvidenceDocument& one : answer.documents) referred.insert(one.file);
    write_documents(json, "annex_documents", assessment.annexes);
    json.key("evidence_due").text_or_null(assessment.evidence_due ? assessment.evidence_due->text() : "");
    write_objects(json, "evidence_files", assessment.evidence->files, [&](const model::EvidenceFile& file) {
        json.key("path").text(file.path);
        json.key("kind").text(name_of(file.kind));
        json.key("title").text_or_null(file.title);
        json.key("created").text_or_null(file.created ? file.created->text() : "");
        json.key("modified").text_or_null(file.modified ? file.modified->text() : "");
        json.key("size").number(static_cast<std::size_t>(file.size));
        json.key("sha256").text_or_null(file.sha256);
        json.key("remark").text_or_null(file.remark);
        json.key("referred_to").flag(referred.count(file.path) == 1);
    });
}

void write_answers(JsonWriter& json, const model::Assessment& assessment)
{
    json.key("answers").begin_list();
    const model::ById<model::Question> questions(assessment.form.questions, &model::Question::id);
    const model::ById<model::Answer> answers(assessment.submission.answers, &model::Answer::question);
    for (const model::AnswerResult& result : assessment.answers) {
        const model::Question* question = questions.find(result.question);
        const model::Answer* answer = answers.find(result.question);
        json.begin_object();
        json.key("question").text(result.question);
        json.key("section").text(question ? question->section : "");
        json.key("text").text(answer ? answer->text() : "");
        json.key("place").text_or_null(answer ? answer->place().text() : "");
        json.key("outcome").text(name_of(result.outcome));
        json.key("severity").text(name_of(result.severity));
        json.key("evidence").text(name_of(result.evidence));
        write_list(json, "evidence_named", result.evidence_named);
        if (assessment.evidence) write_documents(json, "documents", result.documents);
        json.key("question_edited").flag(answer && answer->question_edited);
        write_findings(json, "findings", result.findings);
        write_texts(json, "question_text", question ? question->text : model::LocalText());
        write_steps(json, result.steps);
        json.end_object();
    }
    json.end_list();
    write_objects(json, "unmatched", assessment.submission.unmatched, [&](const model::Answer& answer) {
        json.key("question").text(answer.question);
        json.key("printed_question").text(answer.printed_question);
        json.key("text").text(answer.text());
        write_place(json, "place", answer.place());
    });
}

void write_requirements(JsonWriter& json, const model::Assessment& assessment)
{
    write_objects(json, "requirements", assessment.requirements, [&](const model::RequirementResult& result) {
        json.key("catalog").text(result.catalog);
        json.key("id").text(result.id);
        for (const model::Catalog& catalog : assessment.catalogs)
            if (const model::Requirement* known = catalog.id == result.catalog ? catalog.find(result.id) : nullptr)
                write_texts(json, "title", known->title);
        json.key("outcome").text(name_of(result.outcome));
        json.key("severity").text(name_of(result.severity));
        json.key("evidence").text(name_of(result.evidence));
        write_list(json, "answers", result.answers);
        if (!result.derived.empty()) write_derived(json, result.derived);
        if (!result.applies.empty()) write_texts(json, "applies", result.applies);
        // In short what the requirement adds to its answers' findings; in full below.
        std::vector<std::string> codes;
        for (const model::Finding& finding : result.findings)
            codes.push_back(finding.detail.empty() ? finding.code : finding.code + ':' + finding.detail);
        write_list(json, "findings", codes);
        write_findings(json, "own_findings", result.findings);
    });
}

}  // namespace

std::string to_json(const model::Assessment& assessment)
{
    JsonWriter json;
    json.begin_object();
    json.key("samsvar").text(assessment.samsvar);
    json.key("date").text(assessment.date.text());
    json.key("file").begin_object();
    json.key("name").text(assessment.file);
    json.key("sha256").text(assessment.sha256);
    json.key("modified").text_or_null(assessment.file_modified);
    json.end_object();
    json.key("form").begin_object();
    json.key("id").text(assessment.form.id);
    json.key("version").text(assessment.form.version);
    json.key("confidence").number(assessment.submission.confidence);
    json.key("inferred").flag(assessment.form.inferred);
    json.end_object();
    write_supplier(json, assessment.submission);
    write_answers(json, assessment);
    write_labels(json, assessment);
    write_findings(json, "findings", assessment.general);
    write_requirements(json, assessment);
    write_evidence_files(json, assessment);
    write_problems(json, assessment.problems);
    write_list(json, "missing_questions", assessment.submission.missing_questions);
    write_ledger(json, assessment.submission.ledger);
    json.key("counts").begin_object();
    const std::map<model::Outcome, int> counts = assessment.counts();
    for (const model::Outcome outcome : model::all_outcomes)
        json.key(name_of(outcome)).number(static_cast<std::size_t>(counts.at(outcome)));
    json.end_object();
    json.end_object();
    return json.take();
}

}  // namespace samsvar::report
