#include "app/decisions.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "reader/open.h"
#include "report/json_writer.h"
#include "report/read_decisions.h"

namespace samsvar::app {

namespace {

using model::Decision;
using model::Target;

/// The assessment a matrix was made of: the one it names, if that is of the same file, else the latest of the file.
std::int64_t assessment_of(store::Store& store, const report::ReviewedMatrix& matrix, const std::string& shown)
{
    if (matrix.assessment > 0) {
        try {
            if (store.assessment(matrix.assessment).record.sha256 == matrix.sha256) return matrix.assessment;
        }
        catch (const Error& error) {
            if (error.code() != ErrorCode::not_found) throw;
        }
    }
    if (const std::optional<std::int64_t> found = store.assessment_of_file(matrix.sha256)) return *found;
    throw Error(ErrorCode::not_found, {shown, {}, 0, 0},
                "the register " + store.where() + " holds no assessment of " + matrix.file + " (SHA-256 " +
                    matrix.sha256.substr(0, 12) + "…); keep it first: samsvar check " + matrix.file + " --keep");
}

/// What stood on a target when the register was at a revision; empty when nothing did.
Decision standing_at(store::Store& store, std::int64_t assessment, const Target& target, std::int64_t revision)
{
    Decision standing;
    standing.target = target;
    for (const Decision& one : store.history(assessment, target))
        if (one.revision <= revision) standing = one;
    return standing;
}

std::string told(const Decision& decision)
{
    std::string text = decision.kind ? name_of(*decision.kind) : "no decision";
    if (!decision.owner.empty()) text += ", owner " + decision.owner;
    if (decision.due) text += ", due " + decision.due->text();
    if (!decision.comment.empty()) text += ", \"" + decision.comment + "\"";
    return text;
}

void take(ImportedDecisions& imported, store::Decided decided)
{
    imported.made = std::move(decided.made);
    imported.conflicts = std::move(decided.conflicts);
    imported.unchanged += decided.unchanged;
}

}  // namespace

ImportedDecisions import_decisions(const Library& library, store::Store& store, const std::filesystem::path& file,
                                   bool overrule, const Limits& limits)
{
    const report::Layout layout =
        report::load_layout(library.report_layout("compliance-matrix"), "reports/compliance-matrix.xml");
    report::ReviewedMatrix matrix = report::read_decisions(reader::open(file, limits), layout);
    ImportedDecisions imported;
    imported.assessment = assessment_of(store, matrix, file.filename().string());
    imported.problems = std::move(matrix.problems);
    const model::KeptAssessment kept = store.assessment(imported.assessment);
    imported.supplier = kept.supplier;

    std::map<Target, const Decision*> standing;
    for (const Decision& one : kept.decisions) standing[one.target] = &one;
    const std::vector<Target> all = model::targets_of(kept.record);
    const std::set<Target> known(all.begin(), all.end());
    std::set<Target> seen;
    std::set<Target::Kind> sheets;
    std::vector<Decision> wanted;
    for (report::ReviewedRow& row : matrix.rows) {
        const Target& target = row.decision.target;
        if (!known.contains(target)) {
            imported.problems.push_back({row.place, target.text() + " is not in the assessment; the row is left out"});
            continue;
        }
        seen.insert(target);
        sheets.insert(target.kind);
        const auto now = standing.find(target);
        if (now == standing.end() && row.blank()) continue;
        if (now != standing.end() && now->second->same_as(row.decision)) {
            ++imported.unchanged;
            continue;
        }
        // Decided since the matrix was made: what the reviewer did not touch is nothing they decided.
        if (now != standing.end() && now->second->revision > matrix.revision &&
            standing_at(store, imported.assessment, target, matrix.revision).same_as(row.decision))
            continue;
        row.decision.basis = digest_of(kept.record, target);
        wanted.push_back(std::move(row.decision));
    }
    for (const Target& target : all)
        if (sheets.contains(target.kind) && !seen.contains(target)) imported.missing.push_back(target);
    take(imported, store.decide(imported.assessment, std::move(wanted), overrule ? store.revision() : matrix.revision));
    return imported;
}

ImportedDecisions make_decision(store::Store& store, std::int64_t assessment, Decision decision)
{
    const model::KeptAssessment kept = store.assessment(assessment);
    const std::vector<Target> all = model::targets_of(kept.record);
    if (std::find(all.begin(), all.end(), decision.target) == all.end()) {
        std::string some;
        for (std::size_t at = 0, told = 0; at < all.size() && told < 6; ++at)
            if (all[at].kind == decision.target.kind) {
                some += (some.empty() ? "" : ", ") + all[at].text();
                ++told;
            }
        throw Error(ErrorCode::invalid_argument, {},
                    "assessment " + std::to_string(assessment) + " has no " + decision.target.text() +
                        (some.empty() ? "" : "; it has for example " + some));
    }
    decision.basis = digest_of(kept.record, decision.target);
    ImportedDecisions imported;
    imported.assessment = assessment;
    imported.supplier = kept.supplier;
    take(imported, store.decide(assessment, {std::move(decision)}, store.revision()));
    return imported;
}

std::string imported_text(const ImportedDecisions& imported)
{
    std::string text = imported.supplier + ", assessment " + std::to_string(imported.assessment) + ": " +
                       std::to_string(imported.made.size()) + " decided, " + std::to_string(imported.unchanged) +
                       " as they were";
    if (!imported.conflicts.empty()) text += ", " + std::to_string(imported.conflicts.size()) + " in conflict";
    text += '\n';
    for (const Decision& one : imported.made) text += "  " + one.target.text() + ": " + told(one) + '\n';
    for (const store::Conflict& one : imported.conflicts)
        text += "  conflict at " + one.wanted.target.text() + ": you have " + told(one.wanted) + "; " + one.theirs.by +
                " decided " + told(one.theirs) + " at " + one.theirs.at +
                "; it stays, --overrule puts yours in its place\n";
    for (const Target& one : imported.missing)
        text += "  the row of " + one.text() + " was deleted from the matrix; its decision in the register stands\n";
    for (const model::Problem& one : imported.problems) text += "  " + one.place.text() + ": " + one.text + '\n';
    return text;
}

std::string decisions_text(const model::KeptAssessment& assessment)
{
    std::string text;
    for (const Decision& one : assessment.decisions)
        text += one.target.text() + ": " + told(one) + "; " + one.by + ", " + one.at +
                (one.carried ? ", carried over" : "") + '\n';
    return text.empty() ? "no decisions\n" : text;
}

std::string decisions_json(const model::KeptAssessment& assessment)
{
    report::JsonWriter json;
    json.begin_object();
    json.key("assessment").number(static_cast<std::size_t>(assessment.id));
    json.key("supplier").text(assessment.supplier);
    json.key("contract").text(assessment.contract);
    json.key("decisions").begin_list();
    for (const Decision& one : assessment.decisions) {
        json.begin_object();
        json.key("target").text(one.target.text());
        json.key("decision").text_or_null(one.kind ? name_of(*one.kind) : "");
        json.key("comment").text(one.comment);
        json.key("owner").text(one.owner);
        json.key("due").text_or_null(one.due ? one.due->text() : "");
        json.key("by").text(one.by);
        json.key("at").text(one.at);
        json.key("revision").number(static_cast<std::size_t>(one.revision));
        json.key("carried").flag(one.carried);
        json.end_object();
    }
    json.end_list();
    json.end_object();
    return json.take();
}

void show_decisions(store::Store& store, model::Assessment& assessment)
{
    const std::optional<std::int64_t> id = store.assessment_of_file(assessment.sha256);
    if (!id) return;
    const std::int64_t revision = store.revision();
    model::KeptAssessment kept = store.assessment(*id);
    if (kept.record.date != assessment.date) return;
    assessment.decisions = std::move(kept.decisions);
    assessment.kept_as = *id;
    assessment.revision = revision;
}

}  // namespace samsvar::app
