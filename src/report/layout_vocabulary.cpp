#include "report/layout_vocabulary.h"

#include <string>

#include "model/assessment.h"
#include "report/tables.h"

namespace samsvar::report {

const std::vector<std::string_view>& block_keys()
{
    static const std::vector<std::string_view> keys{"facts", "basis", "outcomes", "gravest", "reading", "legend"};
    return keys;
}

const std::vector<std::string_view>& required_styles()
{
    static const std::vector<std::string_view> ids{
        "title", "subtitle", "note", "heading", "header", "banner", "subbanner", "label",  "value", "count",
        "total", "text",     "id",   "link",    "state",  "date",   "input",     "absent", "quote", "blank"};
    return ids;
}

const std::vector<std::string_view>& required_texts()
{
    static const std::vector<std::string_view> ids{
        // summary: facts and basis
        "supplier-unknown", "identifier", "identifier-valid", "identifier-invalid", "subprocessors", "none", "form",
        "form-version", "confidence", "form-inferred", "file", "sha256", "modified", "assessed", "program",
        // summary: outcomes, findings, reading, legend
        "all-questions", "requirements-of", "chart-title", "finding", "reason", "question", "severity", "no-findings",
        "findings-left-out", "units", "units-line", "used-as", "ignored-because", "problems", "no-problems",
        "problems-left-out", "missing-questions", "unmatched-rows", "outcome.satisfied", "outcome.partial",
        "outcome.gap", "outcome.unanswered", "outcome.unclear", "outcome.not-applicable", "axes",
        // answers
        "question-missing", "no-answer", "unmatched-banner", "mark.hidden", "mark.struck", "mark.inserted",
        "mark.deleted", "mark.moved", "mark.formula", "mark.error", "mark.placeholder", "cut-note", "whole-answer",
        // findings, evidence, mapping, ledger
        "header-facts", "annex-banner", "unreferred-banner", "relation.equal", "relation.subset", "relation.superset",
        "relation.intersects", "used", "ignored", "ledger-left-out", "invariant-holds", "invariant-broken",
        "nothing-here",
        // places
        "place.table", "place.row", "place.cell", "place.paragraph",
        // print and properties
        "page-of", "subject"};
    return ids;
}

const std::vector<std::string_view>& decision_ids()
{
    static const std::vector<std::string_view> ids{"accept", "reject", "accept-risk", "ask-supplier"};
    return ids;
}

std::vector<std::string> required_tones()
{
    std::vector<std::string> tones;
    for (const model::Outcome outcome : model::all_outcomes)
        tones.push_back(std::string("outcome.") + name_of(outcome));
    for (const model::Severity severity :
         {model::Severity::none, model::Severity::low, model::Severity::medium, model::Severity::high})
        tones.push_back(std::string("severity.") + name_of(severity));
    for (const model::EvidenceState state : model::all_evidence_states)
        tones.push_back(std::string("evidence.") + name_of(state));
    for (const char* state : {"ledger.used", "ledger.ignored"}) tones.emplace_back(state);
    return tones;
}

}  // namespace samsvar::report
