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
    json.key("elements").begin_list();
    for (const model::ElementResult& element : assessment.elements) {
        json.begin_object();
        json.key("id").text(element.id);
        json.key("article").text(element.article);
        json.key("outcome").text(name_of(element.outcome));
        json.key("severity").text(name_of(element.severity));
        write_evidence(json, element.shown);
        json.key("further").begin_list();
        for (const model::Evidence& one : element.further) {
            json.begin_object();
            write_evidence(json, one);
            json.end_object();
        }
        json.end_list();
        write_findings(json, "findings", element.findings);
        json.end_object();
    }
    json.end_list();
}

void write_deviations(JsonWriter& json, const model::AgreementAssessment& assessment)
{
    json.key("standard").text(assessment.standard_file);
    json.key("deviations").begin_list();
    for (const model::Deviation& one : assessment.deviations) {
        json.begin_object();
        json.key("kind").text(name_of(one.kind));
        json.key("standard").text(one.standard);
        json.key("standard_clause").text_or_null(one.standard_clause);
        write_place(json, "standard_place", one.standard_place);
        json.key("text").text(one.text);
        json.key("clause").text_or_null(one.clause);
        write_place(json, "place", one.place);
        json.key("words").begin_list();
        for (const model::TextPiece& piece : one.pieces) {
            json.begin_object();
            json.key("mark").text(piece.mark == model::TextPiece::Mark::same      ? "same"
                                  : piece.mark == model::TextPiece::Mark::removed ? "removed"
                                                                                  : "added");
            json.key("text").text(piece.text);
            json.end_object();
        }
        json.end_list();
        json.end_object();
    }
    json.end_list();
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
    json.key("articles").begin_list();
    for (const model::ArticleResult& article : assessment.articles) {
        json.begin_object();
        json.key("article").text(article.article);
        json.key("outcome").text(name_of(article.outcome));
        write_texts(json, "reason", article.reason);
        write_list(json, "elements", article.elements);
        json.end_object();
    }
    json.end_list();
    json.key("facts").begin_list();
    for (const model::AgreementFact& fact : assessment.facts) {
        json.begin_object();
        json.key("kind").text(fact.kind);
        json.key("key").text(fact.key);
        json.key("value").text(fact.value);
        json.key("extra").text_or_null(fact.extra);
        write_evidence(json, fact.shown);
        json.end_object();
    }
    json.end_list();
    if (!assessment.standard_file.empty()) write_deviations(json, assessment);
    if (!assessment.questionnaire_file.empty()) {
        json.key("questionnaire").text(assessment.questionnaire_file);
        write_findings(json, "conflicts", assessment.conflicts);
    }
    json.key("clauses").begin_list();
    for (const model::Clause& clause : assessment.agreement.clauses) {
        json.begin_object();
        json.key("number").text(clause.number);
        json.key("heading").text(clause.heading);
        json.key("annex").flag(clause.annex);
        write_place(json, "place", clause.place);
        json.end_object();
    }
    json.end_list();
    write_problems(json, assessment.problems);
    write_ledger(json, assessment.agreement.ledger);
    json.key("counts").begin_object();
    for (const model::ClauseOutcome outcome :
         {model::ClauseOutcome::covered, model::ClauseOutcome::partial, model::ClauseOutcome::missing}) {
        std::size_t count = 0;
        for (const model::ArticleResult& article : assessment.articles) count += article.outcome == outcome;
        json.key(name_of(outcome)).number(count);
    }
    json.end_object();
    json.end_object();
    return json.take();
}

}  // namespace samsvar::report
