#include "model/record.h"

#include <algorithm>

#include "model/by_id.h"

namespace samsvar::model {

namespace {

std::string key_of_parts(const std::string& code, const std::string& detail, const std::string& with)
{
    std::string key = code;
    if (!detail.empty()) key += '/' + detail;
    if (!with.empty()) key += ':' + with;
    return key;
}

RecordedFinding recorded(const Finding& finding)
{
    return {finding.code,  finding.detail, finding.with,   finding.severity, finding.outcome,
            finding.quote, finding.place,  finding.reason, finding.ask};
}

std::vector<RecordedFinding> recorded(const std::vector<Finding>& findings)
{
    std::vector<RecordedFinding> all;
    all.reserve(findings.size());
    for (const Finding& finding : findings) all.push_back(recorded(finding));
    return all;
}

/// The supplier's own number: where the organisation number is asked for, else a number that is nobody else's.
std::string own_number(const Submission& submission)
{
    const auto written = [](const Identifier& one) { return one.scheme + ':' + one.value; };
    const auto asked = std::find_if(submission.facts.begin(), submission.facts.end(),
                                    [](const HeaderFact& fact) { return fact.key == "organisation-number"; });
    for (const Identifier& one : submission.identifiers)
        if (one.valid && asked != submission.facts.end() && one.place == asked->place) return written(one);
    const std::string& name = submission.fact("supplier");
    for (const Identifier& one : submission.identifiers)
        if (one.valid && one.owner == name && !name.empty()) return written(one);
    return {};
}

RecordedAnswer recorded_answer(const Question& question, const AnswerResult& result, const ById<Answer>& answers)
{
    RecordedAnswer answer;
    answer.question = question.id;
    answer.section = question.section;
    const Answer* given = answers.find(question.id);
    answer.printed_question = printed_question(question, given);
    if (given != nullptr) {
        answer.text = given->text();
        answer.evidence_text = given->evidence_text();
        answer.question_place = given->question_place;
        answer.place = given->place();
    }
    for (const Coverage& one : question.covers) answer.covers.push_back({one.catalog, one.id});
    answer.outcome = result.outcome;
    answer.severity = result.severity;
    answer.evidence = result.evidence;
    answer.evidence_named = result.evidence_named;
    answer.findings = recorded(result.findings);
    return answer;
}

const Requirement* find_requirement(const std::vector<Catalog>& catalogs, const RequirementResult& result)
{
    for (const Catalog& catalog : catalogs)
        if (catalog.id == result.catalog)
            for (const Requirement& one : catalog.requirements)
                if (one.id == result.id) return &one;
    return nullptr;
}

}  // namespace

std::string RecordedFinding::key() const
{
    return key_of_parts(code, detail, with);
}

std::string key_of(const Finding& finding)
{
    return key_of_parts(finding.code, finding.detail, finding.with);
}

const RecordedAnswer* Record::answer(std::string_view question) const
{
    const auto found = std::find_if(answers.begin(), answers.end(),
                                    [&](const RecordedAnswer& one) { return one.question == question; });
    return found == answers.end() ? nullptr : &*found;
}

const RecordedRequirement* Record::requirement(const RequirementName& name) const
{
    const auto found = std::find_if(requirements.begin(), requirements.end(),
                                    [&](const RecordedRequirement& one) { return one.name == name; });
    return found == requirements.end() ? nullptr : &*found;
}

Record record_of(const Assessment& assessment)
{
    const Submission& submission = assessment.submission;
    Record record;
    record.samsvar = assessment.samsvar;
    record.date = assessment.date;
    record.file = assessment.file;
    record.sha256 = assessment.sha256;
    record.form = {assessment.form.id, assessment.form.version};
    for (const Catalog& catalog : assessment.catalogs) record.catalogs.push_back({catalog.id, catalog.version});
    record.supplier = submission.fact("supplier");
    record.organisation = own_number(submission);
    record.facts = submission.facts;
    record.subprocessors = submission.subprocessors;
    record.annexes = submission.annexes;
    const ById<AnswerResult> results(assessment.answers, &AnswerResult::question);
    const ById<Answer> answers(submission.answers, &Answer::question);
    for (const Question& question : assessment.form.questions)
        if (const AnswerResult* result = results.find(question.id))
            record.answers.push_back(recorded_answer(question, *result, answers));
    for (const RequirementResult& result : assessment.requirements) {
        const Requirement* requirement = find_requirement(assessment.catalogs, result);
        RecordedRequirement& one = record.requirements.emplace_back();
        one.name = {result.catalog, result.id};
        if (requirement != nullptr) {
            one.title = requirement->title.empty() ? requirement->text : requirement->title;
            one.shall = requirement->level != "should";
        }
        one.outcome = result.outcome;
        one.severity = result.severity;
        one.evidence = result.evidence;
        one.answers = result.answers;
        one.findings = recorded(result.findings);
    }
    record.general = recorded(assessment.general);
    return record;
}

}  // namespace samsvar::model
