#include "model/register.h"

#include <algorithm>
#include <set>

namespace samsvar::model {

namespace {

std::string answer_words(const RecordedAnswer& answer)
{
    return without_blanks(answer.printed_question) + '\n' + without_blanks(answer.text) + '\n' +
           without_blanks(answer.evidence_text);
}

std::string finding_words(const std::vector<RecordedFinding>& findings, std::string_view key)
{
    for (const RecordedFinding& one : findings)
        if (one.key() == key) return without_blanks(one.quote) + '\n' + name_of(one.severity);
    return {};
}

const RecordedRequirement* requirement_named(const Record& record, std::string_view name)
{
    for (const RecordedRequirement& one : record.requirements)
        if (one.name.text() == name) return &one;
    return nullptr;
}

/// What a requirement's outcome rests on: its answers.
std::string requirement_words(const Record& record, const RecordedRequirement& requirement)
{
    std::string words = name_of(requirement.outcome);
    for (const std::string& question : requirement.answers)
        if (const RecordedAnswer* answer = record.answer(question)) words += '\n' + answer_words(*answer);
    return words;
}

std::string words_of(const Record& record, const Target& target)
{
    switch (target.kind) {
        case Target::Kind::requirement: {
            const RecordedRequirement* requirement = requirement_named(record, target.key);
            return requirement == nullptr ? std::string() : requirement_words(record, *requirement);
        }
        case Target::Kind::answer:
        case Target::Kind::evidence: {
            const RecordedAnswer* answer = record.answer(target.key);
            return answer == nullptr ? std::string() : answer_words(*answer);
        }
        case Target::Kind::finding: {
            const std::size_t mark = target.key.find('#');
            if (mark == std::string::npos) return {};
            const std::string_view whose = std::string_view(target.key).substr(0, mark);
            const std::string_view key = std::string_view(target.key).substr(mark + 1);
            if (whose == "general") return finding_words(record.general, key);
            if (const RecordedAnswer* answer = record.answer(whose)) {
                const std::string words = finding_words(answer->findings, key);
                // Something absent has no quote of its own: then the whole answer is what was judged.
                return words.empty() ? words : words + '\n' + answer_words(*answer);
            }
            if (const RecordedRequirement* requirement = requirement_named(record, whose)) {
                const std::string words = finding_words(requirement->findings, key);
                return words.empty() ? words : words + '\n' + requirement_words(record, *requirement);
            }
            return {};
        }
    }
    return {};
}

}  // namespace

Date Contract::follow_up_after(Date done) const
{
    const int months = done.year * 12 + done.month - 1 + follow_up_months;
    return {months / 12, months % 12 + 1, std::min(done.day, 28)};
}

const char* name_of(DueItem::Kind kind)
{
    switch (kind) {
        case DueItem::Kind::follow_up: return "follow-up";
        case DueItem::Kind::evidence_expires: return "evidence-expires";
        case DueItem::Kind::risk_lapses: return "risk-lapses";
        case DueItem::Kind::decision_due: return "decision-due";
    }
    return "";
}

std::string digest_of(const Record& record, const Target& target)
{
    const std::string words = words_of(record, target);
    return words.empty() ? words : digest_of_words(words);
}

std::vector<Target> targets_of(const Record& record)
{
    std::vector<Target> targets;
    std::set<std::string> seen;  // two findings of one answer can have one key
    const auto add_findings = [&](const std::string& whose, const std::vector<RecordedFinding>& findings) {
        for (const RecordedFinding& one : findings) {
            Target target{Target::Kind::finding, whose + '#' + one.key()};
            if (seen.insert(target.key).second) targets.push_back(std::move(target));
        }
    };
    for (const RecordedRequirement& one : record.requirements) {
        targets.push_back({Target::Kind::requirement, one.name.text()});
        add_findings(one.name.text(), one.findings);
    }
    for (const RecordedAnswer& one : record.answers) {
        targets.push_back({Target::Kind::answer, one.question});
        if (one.evidence != EvidenceState::not_requested) targets.push_back({Target::Kind::evidence, one.question});
        add_findings(one.question, one.findings);
    }
    add_findings("general", record.general);
    return targets;
}

}  // namespace samsvar::model
