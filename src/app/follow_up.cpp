#include "app/follow_up.h"

#include <algorithm>

#include "app/decisions.h"
#include "app/record.h"
#include "base/error.h"
#include "base/files.h"
#include "followup/compare.h"
#include "report/follow_up_workbook.h"
#include "report/matrix_xlsx.h"

namespace samsvar::app {

namespace {

std::string only_contract(store::Store& store, const model::Supplier& supplier, const std::string& wanted)
{
    const std::vector<model::Contract> contracts = store.contracts(supplier.id);
    std::string known;
    for (const model::Contract& one : contracts) {
        if (one.id == wanted) return one.id;
        known += (known.empty() ? "" : ", ") + one.id;
    }
    if (wanted.empty() && contracts.size() == 1) return contracts.front().id;
    throw Error(wanted.empty() ? ErrorCode::invalid_argument : ErrorCode::not_found, {store.where(), {}, 0, 0},
                wanted.empty() && !contracts.empty()
                    ? supplier.name + " has several contracts; choose one with --contract: " + known
                    : supplier.name + " has no contract " + wanted + (known.empty() ? "" : "; it has " + known));
}

/// What to hold the file against, and whether the file is in the register already.
struct Against {
    std::int64_t id = 0;
    std::int64_t kept_already = 0;
};

Against find_before(store::Store& store, const model::Supplier& supplier, const std::string& contract,
                    const FollowUpRequest& request, const model::Assessment& now)
{
    const std::vector<model::AssessmentLine> lines = store.assessments(now.date, supplier.id, contract);
    Against against{request.against, 0};
    for (const model::AssessmentLine& line : lines) {
        // The dates come first: looking into each file's record is only for those of the same day.
        if (line.date == now.date && store.assessment(line.id).record.sha256 == now.sha256) {
            against.kept_already = line.id;
            continue;
        }
        if (against.id == 0 && line.date <= now.date) against.id = line.id;
    }
    if (against.id == 0)
        throw Error(ErrorCode::not_found, {store.where(), {}, 0, 0},
                    "nothing of " + supplier.name + ", contract " + contract + ", was kept before " + now.date.text() +
                        "; keep the first assessment with samsvar check FILE --keep --supplier " + supplier.id);
    return against;
}

void set_next_follow_up(store::Store& store, const model::Supplier& supplier, const std::string& contract,
                        model::Date done)
{
    for (model::Contract& one : store.contracts(supplier.id)) {
        if (one.id != contract || one.follow_up_months <= 0) continue;
        one.next_follow_up = one.follow_up_after(done);
        store.put(one);
    }
}

report::Words words_of(const Library& library)
{
    return report::load_follow_up_words(library.report_layout("follow-up"), "reports/follow-up.xml");
}

}  // namespace

FollowUpResult follow_up(const Library& library, store::Store& store, const FollowUpRequest& request,
                         const Progress& progress)
{
    const model::Supplier supplier = required_supplier(store, request.supplier);
    const std::string contract = only_contract(store, supplier, request.contract);
    FollowUpResult result;
    result.assessment = assess(library, request.assess, progress);
    const Against against = find_before(store, supplier, contract, request, result.assessment);
    if (progress) progress("comparing");
    const model::KeptAssessment before = store.assessment(against.id);
    model::Record now = record_for(result.assessment);
    result.follow_up = followup::compare(supplier, before, now, library.mappings(), store.evidence(supplier.id));
    if (against.kept_already != 0) {
        show_decisions(store, result.assessment);
        return result;
    }
    result.assessment.decisions = result.follow_up.carried();
    if (!request.keep) return result;
    model::KeptAssessment kept;
    kept.supplier = supplier.id;
    kept.contract = contract;
    kept.record = std::move(now);
    kept.decisions = result.assessment.decisions;
    result.assessment.kept_as = store.keep(kept, read_file(request.assess.file, request.assess.limits.file_bytes));
    set_next_follow_up(store, supplier, contract, result.assessment.date);
    result.assessment.revision = store.revision();
    result.assessment.decisions = store.assessment(result.assessment.kept_as).decisions;
    return result;
}

std::string follow_up_text(const Library& library, const model::FollowUp& made, model::Language language)
{
    return report::to_text(made, words_of(library), language);
}

std::string follow_up_json(const model::FollowUp& made)
{
    return report::to_json(made);
}

void write_follow_up(const Library& library, const model::FollowUp& made, model::Language language,
                     const std::filesystem::path& out)
{
    const report::Layout layout =
        report::load_layout(library.report_layout("compliance-matrix"), "reports/compliance-matrix.xml");
    report::write_xlsx(report::make_matrix(made, layout, words_of(library), language), layout, out);
}

}  // namespace samsvar::app
