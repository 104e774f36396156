#include "followup/decisions.h"

#include <optional>
#include <set>

namespace samsvar::followup {

namespace {

using model::CarriedDecision;
using model::Record;
using model::Target;

/// Where a decision of before stands now.
class Targets {
public:
    Targets(const std::map<std::string, std::string>& now_of, const std::vector<model::RequirementChange>& requirements)
        : now_of_(now_of)
    {
        for (const model::RequirementChange& one : requirements)
            if (one.was) requirement_now_[one.before.text()] = one.now.text();
    }

    std::optional<Target> now(const Target& before) const
    {
        Target target = before;
        if (before.kind == Target::Kind::requirement) return moved(target, {}, before.key);
        if (before.kind != Target::Kind::finding) return moved(target, {}, before.key);
        const std::size_t mark = before.key.find('#');
        const std::string whose = before.key.substr(0, mark);
        const std::string finding = mark == std::string::npos ? std::string() : before.key.substr(mark);
        if (whose == "general") return before;
        return moved(target, with_other(finding), whose);
    }

    /// The question of now that an answer, its evidence or its finding belongs to; "" for others.
    static std::string question_of(const Target& target)
    {
        return target.kind == Target::Kind::requirement ? std::string() : target.key.substr(0, target.key.find('#'));
    }

private:
    std::optional<Target> moved(Target target, const std::string& rest, const std::string& whose) const
    {
        for (const std::map<std::string, std::string>* names : {&now_of_, &requirement_now_})
            if (const auto found = names->find(whose); found != names->end()) {
                target.key = found->second + rest;
                return target;
            }
        return std::nullopt;
    }

    /// The other question of a contradiction may have another number too.
    std::string with_other(const std::string& finding) const
    {
        const std::size_t colon = finding.rfind(':');
        if (colon == std::string::npos) return finding;
        const auto other = now_of_.find(finding.substr(colon + 1));
        return other == now_of_.end() ? finding : finding.substr(0, colon + 1) + other->second;
    }

    const std::map<std::string, std::string>& now_of_;
    std::map<std::string, std::string> requirement_now_;
};

/// What a reviewer wants to see of both years.
std::string words_of(const Record& record, const Target& target)
{
    const std::string whose = Targets::question_of(target);
    if (const model::RecordedAnswer* answer = record.answer(whose)) return answer->text;
    const std::string name = target.key.substr(0, target.key.find('#'));
    for (const model::RecordedRequirement& one : record.requirements) {
        if (one.name.text() != name) continue;
        std::string words;
        for (const std::string& question : one.answers)
            if (const model::RecordedAnswer* answer = record.answer(question))
                words += (words.empty() ? "" : "\n") + question + ": " + answer->text;
        return words;
    }
    return {};
}

}  // namespace

std::vector<CarriedDecision> carry(const model::KeptAssessment& before, const Record& now,
                                   const std::map<std::string, std::string>& now_of,
                                   const std::vector<model::RequirementChange>& requirements)
{
    using State = CarriedDecision::State;
    const Targets targets(now_of, requirements);
    std::vector<CarriedDecision> carried;
    for (const model::Decision& decision : before.decisions) {
        CarriedDecision& one = carried.emplace_back();
        one.before = decision;
        one.words_before = words_of(before.record, decision.target);
        one.now = targets.now(decision.target);
        const std::string basis_now = one.now ? digest_of(now, *one.now) : std::string();
        if (basis_now.empty()) {
            one.state = State::settled;
            if (one.now) one.words_now = words_of(now, *one.now);
            one.now.reset();
            continue;
        }
        one.words_now = words_of(now, *one.now);
        const std::string basis = decision.basis.empty() ? digest_of(before.record, decision.target) : decision.basis;
        const bool lapses = decision.kind == model::DecisionKind::accept_risk && decision.due;
        one.state = lapses && *decision.due < now.date ? State::lapsed
                    : basis == basis_now               ? State::carried
                                                       : State::reopened;
    }
    return carried;
}

}  // namespace samsvar::followup
