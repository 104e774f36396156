#include "model/submission.h"

namespace samsvar::model {

std::string printed_question(const Question& question, const Answer* answer)
{
    if (answer && !answer->printed_question.empty()) return answer->printed_question;
    return question.text.empty() ? std::string() : question.text.all().front().second;
}

std::string printed_request(const Question& question, const Answer* answer)
{
    constexpr std::size_t longest_guidance = 400;  // longer help explains the field, and gives examples
    std::string asked = printed_question(question, answer);
    if (answer && !answer->printed_guidance.empty() && answer->printed_guidance.size() <= longest_guidance)
        asked += '\n' + answer->printed_guidance;
    return asked;
}

std::string Answer::text() const
{
    std::string text;
    for (const AnswerPart& part : parts) {
        if (part.role == ColumnRole::evidence || part.text.empty() || part.marks.placeholder) continue;
        if (!text.empty()) text += '\n';
        text += part.text;
    }
    return text;
}

std::string Answer::evidence_text() const
{
    std::string text;
    for (const AnswerPart& part : parts) {
        if (part.role != ColumnRole::evidence || part.text.empty()) continue;
        if (!text.empty()) text += '\n';
        text += part.text;
    }
    return text;
}

Place Answer::place() const
{
    for (const AnswerPart& part : parts)
        if (part.role == ColumnRole::answer) return part.place;
    return parts.empty() ? question_place : parts.front().place;
}

const Answer* Submission::find(std::string_view question) const
{
    for (const Answer& answer : answers)
        if (answer.question == question) return &answer;
    return nullptr;
}

const std::string& Submission::fact(std::string_view key) const
{
    static const std::string none;
    for (const HeaderFact& fact : facts)
        if (fact.key == key) return fact.value;
    return none;
}

LedgerTotals totals(const std::vector<LedgerEntry>& ledger)
{
    LedgerTotals totals;
    totals.units = ledger.size();
    for (const LedgerEntry& entry : ledger) {
        if (entry.used) {
            ++totals.used;
            ++totals.used_as[entry.use];
        }
        else {
            ++totals.ignored[entry.use];
        }
    }
    return totals;
}

}  // namespace samsvar::model
