#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "store/acceptance.h"
#include "store/dates.h"
#include "store/decisions.h"
#include "store/inside.h"
#include "store/queries.h"

namespace samsvar::store {

namespace {

/// A finding as far as decisions on it go.
struct KeptFinding {
    std::int64_t position = 0;
    std::string part_of;
    std::int64_t owner = 0;
    std::string target;
    model::Severity severity = model::Severity::none;
    std::string accepted_until;
};

/// What can be decided on in an assessment.
struct Targets {
    std::map<std::int64_t, std::string> questions, requirements;  // by position
    std::vector<KeptFinding> findings;

    static Targets of(Database& database, std::int64_t assessment)
    {
        Targets targets;
        database.each("SELECT position, question FROM answer WHERE assessment = $1", {assessment}, "it",
                      [&](const Row& row) { targets.questions[row.number(0)] = row.text(1); });
        database.each("SELECT position, catalog, id FROM requirement WHERE assessment = $1", {assessment}, "itt",
                      [&](const Row& row) {
                          targets.requirements[row.number(0)] = model::RequirementName{row.text(1), row.text(2)}.text();
                      });
        database.each(
            "SELECT position, part_of, owner, target, severity, accepted_until FROM finding WHERE assessment = $1",
            {assessment}, "itittt", [&](const Row& row) {
                targets.findings.push_back({row.number(0), row.text(1), row.number(2), row.text(3),
                                            model::severity_named(row.text(4)).value_or(model::Severity::none),
                                            row.text(5)});
            });
        return targets;
    }

    bool has(const model::Target& target) const
    {
        const auto named = [&](const auto& one) { return one.second == target.key; };
        switch (target.kind) {
            case model::Target::Kind::answer:
            case model::Target::Kind::evidence: return std::any_of(questions.begin(), questions.end(), named);
            case model::Target::Kind::requirement: return std::any_of(requirements.begin(), requirements.end(), named);
            case model::Target::Kind::finding:
                return std::any_of(findings.begin(), findings.end(),
                                   [&](const KeptFinding& one) { return one.target == target.key; });
        }
        return false;
    }

    std::string whose(const KeptFinding& finding) const
    {
        const auto& owners = finding.part_of == "requirement" ? requirements : questions;
        const auto found = owners.find(finding.owner);
        return found == owners.end() ? std::string() : found->second;
    }
};

/// Writes which findings are settled now, and the counts of the open ones.
void settle(Database& database, std::int64_t assessment, const Targets& targets, const StandingDecisions& standing,
            std::int64_t revision)
{
    FindingCounts counts;
    for (const KeptFinding& one : targets.findings) {
        const std::string accepted = accepted_until(standing, one.part_of, targets.whose(one), one.target);
        counts.add(one.severity, accepted);
        if (accepted != one.accepted_until)
            database.run("UPDATE finding SET accepted_until = $1 WHERE assessment = $2 AND position = $3",
                         {text_or_null(accepted), assessment, one.position});
    }
    database.run(
        "UPDATE assessment SET open_high = $1, open_medium = $2, open_low = $3, first_lapse = $4, revision = $5"
        " WHERE id = $6",
        {std::int64_t{counts.open_high}, std::int64_t{counts.open_medium}, std::int64_t{counts.open_low},
         text_or_null(counts.first_lapse), revision, assessment});
}

std::string told(const model::Decision& decision)
{
    std::string text = decision.kind ? name_of(*decision.kind) : "comment";
    if (decision.due) text += " until " + kept_day(*decision.due);
    return text;
}

}  // namespace

void write_decision(Database& database, std::int64_t assessment, const model::Decision& decision)
{
    const char* target_kind = name_of(decision.target.kind);
    const Value due = kept_day(decision.due);
    database.run(
        "INSERT INTO decision (revision, assessment, target_kind, target, kind, comment, owner, due, by_whom, at,"
        " basis, carried) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        {decision.revision, assessment, target_kind, decision.target.key, decision.kind ? name_of(*decision.kind) : "",
         decision.comment, decision.owner, due, decision.by, decision.at, decision.basis,
         std::int64_t{decision.carried ? 1 : 0}});
    database.run(
        "INSERT INTO standing (assessment, target_kind, target, revision, due, live)"
        " VALUES ($1, $2, $3, $4, $5, (SELECT count(*) FROM contract c JOIN assessment a ON a.supplier = c.supplier"
        " AND a.contract = c.id WHERE a.id = $1 AND coalesce(c.latest, 0) <= $1))"
        " ON CONFLICT (assessment, target_kind, target) DO UPDATE SET revision = excluded.revision, due = excluded.due",
        {assessment, target_kind, decision.target.key, decision.revision, due});
}

model::Decision read_decision(const Row& row)
{
    model::Decision decision;
    decision.target = model::target_named(row.text(0) + ':' + row.text(1)).value_or(model::Target{});
    decision.kind = model::decision_named(row.text(2));
    decision.comment = row.text(3);
    decision.owner = row.text(4);
    decision.due = day_named(row.text(5));
    decision.by = row.text(6);
    decision.at = row.text(7);
    decision.revision = row.number(8);
    decision.basis = row.text(9);
    decision.carried = row.flag(10);
    return decision;
}

std::vector<model::Decision> read_standing(Database& database, std::int64_t assessment)
{
    std::vector<model::Decision> found;
    database.each(query::standing_decisions, {assessment}, query::decision_types,
                  [&](const Row& row) { found.push_back(read_decision(row)); });
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.target < b.target; });
    return found;
}

Decided Store::decide(std::int64_t assessment, std::vector<model::Decision> decisions, std::int64_t seen)
{
    Database& database = inside_->database;
    Change change(database, inside_->who);
    inside_->require_assessment(assessment);
    const Targets targets = Targets::of(database, assessment);
    std::map<model::Target, model::Decision> current;
    for (model::Decision& one : read_standing(database, assessment)) current[one.target] = std::move(one);

    Decided decided;
    std::set<model::Target> own;  // decided by this very call: no conflict with itself
    for (model::Decision& wanted : decisions) {
        if (!targets.has(wanted.target))
            throw Error(ErrorCode::not_found, {where(), {}, 0, 0},
                        "assessment " + std::to_string(assessment) + " has no " + wanted.target.text() +
                            "; nothing was decided");
        const auto standing = current.find(wanted.target);
        if (standing != current.end()) {
            if (wanted.same_as(standing->second)) {
                ++decided.unchanged;
                continue;
            }
            if (standing->second.revision > seen && !own.contains(wanted.target)) {
                decided.conflicts.push_back({wanted, standing->second});
                continue;
            }
        }
        if (wanted.by.empty()) wanted.by = inside_->who;
        wanted.at = change.at();
        wanted.revision = change.revise();
        write_decision(database, assessment, wanted);
        own.insert(wanted.target);
        current[wanted.target] = wanted;
        decided.made.push_back(wanted);
    }
    if (decided.made.empty()) return decided;

    StandingDecisions standing;
    for (const auto& [target, one] : current) standing[target] = {one.kind, one.due};
    settle(database, assessment, targets, standing, change.revision());
    const std::string supplier =
        database.text("SELECT supplier FROM assessment WHERE id = $1", {assessment}).value_or("");
    for (const model::Decision& one : decided.made)
        change.log("decision-made", supplier, std::to_string(assessment), one.target.text() + ' ' + told(one));
    change.commit();
    return decided;
}

std::vector<model::Decision> Store::history(std::int64_t assessment, const model::Target& target)
{
    std::vector<model::Decision> found;
    inside_->database.each(query::history, {assessment, name_of(target.kind), target.key}, query::decision_types,
                           [&](const Row& row) { found.push_back(read_decision(row)); });
    return found;
}

}  // namespace samsvar::store
