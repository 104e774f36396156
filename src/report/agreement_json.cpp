#include "report/agreement_json.h"

#include "report/json_parts.h"

namespace samsvar::report {

namespace {

void write_evidence(JsonWriter& json, const model::Evidence& evidence)
{
    json.key("clause").text_or_null(evidence.clause);
    json.key("quote").text(evidence.quote);
    write_place(json, "place", evidence.place);
}

void write_elements(JsonWriter& json, const model::AgreementAssessment& assessment)
{
    write_objects(json, "elements", assessment.elements, [&](const model::ElementResult& element) {
        json.key("id").text(element.id);
        json.key("article").text(element.article);
        json.key("outcome").text(name_of(element.outcome));
        json.key("severity").text(name_of(element.severity));
        write_evidence(json, element.shown);
        write_objects(json, "further", element.further, [&](const model::Evidence& one) { write_evidence(json, one); });
        write_findings(json, "findings", element.findings);
    });
}

void write_deviations(JsonWriter& json, const model::AgreementAssessment& assessment)
{
    json.key("standard").text(assessment.standard_file);
    write_objects(json, "deviations", assessment.deviations, [&](const model::Deviation& one) {
        json.key("kind").text(name_of(one.kind));
        json.key("standard").text(one.standard);
        json.key("standard_clause").text_or_null(one.standard_clause);
        write_place(json, "standard_place", one.standard_place);
        json.key("text").text(one.text);
        json.key("clause").text_or_null(one.clause);
        write_place(json, "place", one.place);
        write_objects(json, "words", one.pieces, [&](const model::TextPiece& piece) {
            json.key("mark").text(name_of(piece.mark));
            json.key("text").text(piece.text);
        });
    });
}

}  // namespace

std::string to_json(const model::AgreementAssessment& assessment)
{
    JsonWriter json;
    json.begin_object();
    json.key("samsvar").text(assessment.samsvar);
    json.key("date").text(assessment.date.text());
    json.key("file").begin_object();
    json.key("name").text(assessment.file);
    json.key("sha256").text(assessment.sha256);
    json.end_object();
    json.key("agreement").begin_object();
    json.key("title").text(assessment.agreement.title);
    json.key("language").text(name_of(assessment.agreement.language));
    json.end_object();
    write_elements(json, assessment);
    write_objects(json, "articles", assessment.articles, [&](const model::ArticleResult& article) {
        json.key("article").text(article.article);
        json.key("outcome").text(name_of(article.outcome));
        write_texts(json, "reason", article.reason);
        write_list(json, "elements", article.elements);
    });
    write_objects(json, "facts", assessment.facts, [&](const model::AgreementFact& fact) {
        json.key("kind").text(fact.kind);
        json.key("key").text(fact.key);
        json.key("value").text(fact.value);
        json.key("extra").text_or_null(fact.extra);
        write_evidence(json, fact.shown);
    });
    if (!assessment.standard_file.empty()) write_deviations(json, assessment);
    if (!assessment.questionnaire_file.empty()) {
        json.key("questionnaire").text(assessment.questionnaire_file);
        write_findings(json, "conflicts", assessment.conflicts);
    }
    write_objects(json, "clauses", assessment.agreement.clauses, [&](const model::Clause& clause) {
        json.key("number").text(clause.number);
        json.key("heading").text(clause.heading);
        json.key("annex").flag(clause.annex);
        write_place(json, "place", clause.place);
    });
    write_problems(json, assessment.problems);
    write_ledger(json, assessment.agreement.ledger);
    json.key("counts").begin_object();
    for (const model::ClauseOutcome outcome :
         {model::ClauseOutcome::covered, model::ClauseOutcome::partial, model::ClauseOutcome::missing})
        json.key(name_of(outcome)).number(assessment.count(outcome));
    json.end_object();
    json.end_object();
    return json.take();
}

}  // namespace samsvar::report
