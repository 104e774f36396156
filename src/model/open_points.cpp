#include "model/open_points.h"

#include <algorithm>
#include <map>

namespace samsvar::model {

namespace {

/// The latest decision with a verdict on each target.
class Decided {
public:
    Decided(const std::vector<Decision>& decisions, const Date& day) : day_(day)
    {
        for (const Decision& one : decisions)
            if (one.kind) decisions_[one.target] = &one;
    }

    enum class State { undecided, closed, asked };
    State state(Target::Kind kind, const std::string& key) const
    {
        const auto found = decisions_.find({kind, key});
        if (found == decisions_.end()) return State::undecided;
        const Decision& decision = *found->second;
        switch (*decision.kind) {
            case DecisionKind::accept: return State::closed;
            case DecisionKind::accept_risk:
                return decision.due && *decision.due < day_ ? State::undecided : State::closed;
            case DecisionKind::ask_supplier: return State::asked;
            case DecisionKind::reject: break;
        }
        return State::undecided;
    }
    /// Takes the day by which the supplier is asked to reply, when it is earlier.
    void due(Target::Kind kind, const std::string& key, std::optional<Date>& earliest) const
    {
        const auto found = decisions_.find({kind, key});
        if (found == decisions_.end() || found->second->kind != DecisionKind::ask_supplier) return;
        if (found->second->due && (!earliest || *found->second->due < *earliest)) earliest = found->second->due;
    }
    /// Of a finding: its own, else that of what it is about.
    bool is_open(const std::string& whose, State outer, const RecordedFinding& finding) const
    {
        const State own = state(Target::Kind::finding, whose + '#' + finding.key());
        if (own == State::asked) return true;
        if (own == State::closed) return false;
        return outer != State::closed;
    }

private:
    const Date& day_;
    std::map<Target, const Decision*> decisions_;
};

/// Whether a finding is settled when the documents are.
bool is_about_documents(const RecordedFinding& finding)
{
    constexpr std::string_view codes[] = {"evidence-outstanding", "expired", "not-enclosed", "document-expired",
                                          "document-too-old"};
    return std::find(std::begin(codes), std::end(codes), finding.code) != std::end(codes);
}

/// Takes the asks of the findings that are open; false when none is.
bool take(OpenPoint& point, const std::vector<RecordedFinding>& findings, const std::string& whose,
          Decided::State outer, const Decided& decided, bool documents_settled = false)
{
    bool any = false;
    for (const RecordedFinding& finding : findings) {
        if (documents_settled && is_about_documents(finding)) continue;
        if (finding.ask.empty() || !decided.is_open(whose, outer, finding)) continue;
        any = true;
        decided.due(Target::Kind::finding, whose + '#' + finding.key(), point.due);
        point.severity = std::max(point.severity, finding.severity);
        if (std::find(point.asks.begin(), point.asks.end(), finding.ask) == point.asks.end())
            point.asks.push_back(finding.ask);
    }
    return any;
}

}  // namespace

std::vector<OpenPoint> open_points(const Record& record, const std::vector<Decision>& decisions, const Date& day)
{
    using State = Decided::State;
    const Decided decided(decisions, day);
    std::vector<OpenPoint> points;
    for (const RecordedAnswer& answer : record.answers) {
        const State whole = decided.state(Target::Kind::answer, answer.question);
        const State evidence = decided.state(Target::Kind::evidence, answer.question);
        OpenPoint point;
        point.name = answer.question;
        point.printed_question = answer.printed_question;
        point.answer = answer.text;
        point.question_place = answer.question_place;
        point.place = answer.place;
        bool open = take(point, answer.findings, answer.question, whole, decided, evidence == State::closed);
        if (whole == State::asked || evidence == State::asked) open = true;
        if (!open) continue;
        decided.due(Target::Kind::answer, answer.question, point.due);
        decided.due(Target::Kind::evidence, answer.question, point.due);
        if (evidence != State::closed && (is_outstanding(answer.evidence) || evidence == State::asked)) {
            point.documents_outstanding = true;
            point.documents = answer.evidence_named;
        }
        points.push_back(std::move(point));
    }
    for (const RecordedRequirement& requirement : record.requirements) {
        const std::string name = requirement.name.text();
        const State whole = decided.state(Target::Kind::requirement, name);
        OpenPoint point;
        point.about = OpenPoint::About::requirement;
        point.name = requirement.name.id;
        point.title = requirement.title;
        // What the questionnaire did not ask is not the supplier's to have answered, until somebody asks.
        const State outer = whole == State::asked ? State::asked : State::closed;
        const bool open = take(point, requirement.findings, name, outer, decided);
        decided.due(Target::Kind::requirement, name, point.due);
        if (open || whole == State::asked) points.push_back(std::move(point));
    }
    OpenPoint point;
    point.about = OpenPoint::About::whole;
    if (take(point, record.general, "general", State::undecided, decided)) {
        for (const RecordedFinding& finding : record.general)
            if (point.place.path.empty() && !finding.place.path.empty()) point.place = finding.place;
        points.push_back(std::move(point));
    }
    return points;
}

}  // namespace samsvar::model
