#include "followup/compare.h"

#include <algorithm>
#include <map>
#include <set>

#include "followup/decisions.h"
#include "followup/match.h"
#include "followup/promise.h"
#include "mapping/ways.h"
#include "text/fold.h"

namespace samsvar::followup {

namespace {

using model::AnswerChange;
using model::Change;
using model::Outcome;
using model::Record;
using model::RecordedAnswer;
using model::RecordedFinding;

bool same_words(std::string_view one, std::string_view other)
{
    return one == other || text::fingerprint(one) == text::fingerprint(other);
}

bool is_blank(const RecordedAnswer& answer)
{
    return text::trimmed(answer.text).empty() && text::trimmed(answer.evidence_text).empty();
}

std::vector<RecordedFinding> not_in(const std::vector<RecordedFinding>& these,
                                    const std::vector<RecordedFinding>& those)
{
    std::set<std::string> known;
    for (const RecordedFinding& one : those) known.insert(one.key());
    std::vector<RecordedFinding> left;
    for (const RecordedFinding& one : these)
        if (!known.contains(one.key())) left.push_back(one);
    return left;
}

/// Below 0 worse, above 0 better: the outcome decides, then how grave it is, then which findings came or went.
int movement(const RecordedAnswer& before, const RecordedAnswer& now, const AnswerChange& change)
{
    if (const int by = badness(before.outcome) - badness(now.outcome)) return by;
    if (before.severity != now.severity) return static_cast<int>(before.severity) - static_cast<int>(now.severity);
    if (change.came.empty() && !change.gone.empty()) return 1;
    if (!change.came.empty() && change.gone.empty()) return -1;
    return 0;
}

AnswerChange change_of(const RecordedAnswer& before, const RecordedAnswer& now, const Match& match)
{
    AnswerChange change;
    change.before = before.question;
    change.now = now.question;
    change.by = match.by;
    change.similarity = match.similarity;
    change.question_changed = !same_words(before.printed_question, now.printed_question);
    change.answer_changed = !same_words(before.text, now.text) || !same_words(before.evidence_text, now.evidence_text);
    change.came = not_in(now.findings, before.findings);
    change.gone = not_in(before.findings, now.findings);
    const int moved = movement(before, now, change);
    change.revalued = !change.answer_changed && !change.question_changed && moved != 0;
    if (change.question_changed && !change.answer_changed && !is_blank(now) &&
        match.by != model::MatchedBy::requirement)
        change.change = Change::copied;
    else
        change.change = moved > 0               ? Change::improved
                        : moved < 0             ? Change::worsened
                        : change.answer_changed ? Change::reworded
                                                : Change::unchanged;
    return change;
}

std::vector<model::RequirementChange> requirement_changes(const Record& before, const Record& now,
                                                          const std::vector<model::Mapping>& mappings)
{
    std::map<model::RequirementName, Outcome> was;
    std::vector<mapping::Key> from;
    for (const model::RecordedRequirement& one : before.requirements) {
        was[one.name] = one.outcome;
        from.push_back({one.name.catalog, one.name.id});
    }
    std::map<std::string, std::map<mapping::Key, std::map<mapping::Key, mapping::Way>>> ways;  // by catalogue of now
    std::vector<model::RequirementChange> changes;
    for (const model::RecordedRequirement& one : now.requirements) {
        model::RequirementChange& change = changes.emplace_back();
        change.now = one.name;
        change.is = one.outcome;
        if (const auto same = was.find(one.name); same != was.end()) {
            change.before = one.name;
            change.was = same->second;
            continue;
        }
        if (!ways.contains(one.name.catalog))
            ways[one.name.catalog] = mapping::ways_to(one.name.catalog, from, mappings);
        const auto reached = ways[one.name.catalog].find({one.name.catalog, one.name.id});
        if (reached == ways[one.name.catalog].end()) continue;
        // Only what said the same then can tell whether it got better.
        for (const auto& [origin, way] : reached->second)
            if (way.relation == model::Relation::equal) {
                change.before = {origin.first, origin.second};
                change.relation = way.relation;
                change.was = was.at(change.before);
                break;
            }
    }
    return changes;
}

bool is_promise(const RecordedFinding& finding)
{
    return finding.code == "planned-not-in-place";
}

/// Whether what was planned is still not there: planned again, or the same thing missing or denied.
bool still_lacking(const RecordedFinding& promise, const RecordedAnswer& now)
{
    const auto lacks = [&](const RecordedFinding& one) {
        if (one.outcome == Outcome::satisfied) return false;
        return is_promise(one) || (!promise.detail.empty() && one.detail == promise.detail);
    };
    return std::any_of(now.findings.begin(), now.findings.end(), lacks) ||
           (promise.detail.empty() && badness(now.outcome) >= badness(promise.outcome));
}

std::vector<model::PromiseKept> promises_of(const Record& before, const Record& now,
                                            const std::map<std::string, std::string>& now_of)
{
    using State = model::PromiseKept::State;
    std::vector<model::PromiseKept> promises;
    for (const RecordedAnswer& answer : before.answers)
        for (const RecordedFinding& finding : answer.findings) {
            if (!is_promise(finding)) continue;
            model::PromiseKept& one = promises.emplace_back();
            one.before = answer.question;
            one.quote = finding.quote;
            one.place = finding.place;
            one.due = due_of(finding.quote.empty() ? answer.text : finding.quote, before.date);
            const auto asked = now_of.find(answer.question);
            if (asked == now_of.end()) continue;
            const RecordedAnswer& current = *now.answer(asked->second);
            one.now = current.question;
            one.answer = current.text;
            if (is_blank(current)) continue;
            one.state = !still_lacking(finding, current) ? State::kept
                        : one.due && *one.due > now.date ? State::not_yet
                                                         : State::not_kept;
        }
    return promises;
}

std::vector<model::ExpiredEvidence> expired_of(const Record& now, const std::vector<model::ReceivedEvidence>& received)
{
    std::vector<model::ExpiredEvidence> expired;
    for (const RecordedAnswer& answer : now.answers)
        for (const RecordedFinding& finding : answer.findings)
            if (finding.code == "expired") expired.push_back({answer.question, finding.quote, {}, finding.place});
    for (const model::ReceivedEvidence& one : received) {
        if (!one.valid_until || last_day_of(*one.valid_until) >= now.date) continue;
        const bool renewed = std::any_of(received.begin(), received.end(), [&](const model::ReceivedEvidence& other) {
            return other.name == one.name && other.valid_until && last_day_of(*other.valid_until) >= now.date;
        });
        if (!renewed) expired.push_back({one.question, one.name, one.valid_until, {}});
    }
    return expired;
}

}  // namespace

model::FollowUp compare(const model::Supplier& supplier, const model::KeptAssessment& before, const Record& now,
                        const std::vector<model::Mapping>& mappings,
                        const std::vector<model::ReceivedEvidence>& evidence)
{
    model::FollowUp made;
    made.supplier = supplier;
    made.contract = before.contract;
    made.before_id = before.id;
    made.before = before.record;
    made.now = now;
    const Record& then = before.record;
    const std::vector<Match> matches = match_questions(then, now, mappings);
    std::map<std::string, std::string> now_of;
    std::vector<bool> matched(then.answers.size());
    auto next = matches.begin();
    for (std::size_t at = 0; at < now.answers.size(); ++at) {
        if (next == matches.end() || next->now != at) {
            AnswerChange& asked = made.changes.emplace_back();
            asked.change = Change::newly_asked;
            asked.now = now.answers[at].question;
            asked.came = now.answers[at].findings;
            continue;
        }
        const RecordedAnswer& old = then.answers[next->before];
        made.changes.push_back(change_of(old, now.answers[at], *next));
        matched[next->before] = true;
        now_of[old.question] = now.answers[at].question;
        ++made.by[next->by];
        ++next;
    }
    for (std::size_t at = 0; at < then.answers.size(); ++at) {
        if (matched[at]) continue;
        AnswerChange& dropped = made.changes.emplace_back();
        dropped.change = Change::no_longer_asked;
        dropped.before = then.answers[at].question;
    }
    if (!now.answers.empty())
        made.overlap = static_cast<double>(matches.size()) / static_cast<double>(now.answers.size());
    made.requirements = requirement_changes(then, now, mappings);
    made.promises = promises_of(then, now, now_of);
    made.expired = expired_of(now, evidence);
    made.decisions = carry(before, now, now_of, made.requirements);
    return made;
}

}  // namespace samsvar::followup
