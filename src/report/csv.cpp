#include "report/csv.h"

#include <string_view>
#include <vector>

#include "model/by_id.h"
#include "report/cell_text.h"

namespace samsvar::report {

namespace {

std::string field(std::string_view text)
{
    std::string safe = begins_formula(text) ? "'" : "";
    safe += printable(text);
    std::string quoted = "\"";
    for (const char byte : safe) {
        if (byte == '"') quoted += '"';
        quoted += byte;
    }
    return quoted + '"';
}

std::string record(const std::vector<std::string>& fields)
{
    std::string line;
    for (const std::string& text : fields) line += (line.empty() ? "" : ",") + field(text);
    return line + "\r\n";
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts)
        if (!text.empty()) all += (all.empty() ? "" : "\n") + text;
    return all;
}

}  // namespace

std::string to_csv(const model::Assessment& assessment, model::Language language)
{
    std::string csv = "\xEF\xBB\xBF";
    csv += record({"question", "section", "question_text", "answer", "outcome", "severity", "evidence", "findings",
                   "reasons", "ask", "place"});
    const model::ById<model::Question> questions(assessment.form.questions, &model::Question::id);
    const model::ById<model::Answer> answers(assessment.submission.answers, &model::Answer::question);
    for (const model::AnswerResult& result : assessment.answers) {
        const model::Question* question = questions.find(result.question);
        const model::Answer* answer = answers.find(result.question);
        std::vector<std::string> codes, reasons, asks;
        for (const model::Finding& finding : result.findings) {
            codes.push_back(finding.detail.empty() ? finding.code : finding.code + ':' + finding.detail);
            reasons.push_back(finding.reason.in(language));
            asks.push_back(finding.ask.in(language));
        }
        csv += record({result.question, question ? question->section : "", question ? question->text.in(language) : "",
                       answer ? answer->text() : "", name_of(result.outcome), name_of(result.severity),
                       name_of(result.evidence), joined(codes), joined(reasons), joined(asks),
                       answer ? answer->place().text() : ""});
    }
    return csv;
}

}  // namespace samsvar::report
