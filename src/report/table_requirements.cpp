// The Matrix sheet: one row per requirement of every catalogue, in order, under a banner per catalogue and group.
#include <algorithm>

#include "base/join.h"
#include "model/record.h"
#include "report/cell_text.h"
#include "report/tables.h"

namespace samsvar::report {

namespace {

// The whole answers stand on their own sheet; here each requirement shows the start of those that cover it.
constexpr std::size_t answer_characters = 520;
constexpr std::size_t shortest_excerpt = 120;

struct RequirementRecord {
    const model::Requirement* requirement = nullptr;  ///< null when no catalogue holds the id
    const model::RequirementResult* result = nullptr;
};

MatrixCell catalog_cell(const Context& context, const RequirementRecord& row)
{
    return context.cell(row.result->catalog);
}
MatrixCell id_cell(const Context& context, const RequirementRecord& row)
{
    return context.cell(row.result->id);
}

const std::string& group_title(const Context& context, const RequirementRecord& row)
{
    static const std::string none;
    if (!row.requirement) return none;
    for (const model::Catalog& catalog : context.assessment.catalogs)
        if (catalog.id == row.result->catalog)
            for (const model::Group& group : catalog.groups)
                if (group.id == row.requirement->group) return context.text(group.title);
    return row.requirement->group;
}

MatrixCell group_cell(const Context& context, const RequirementRecord& row)
{
    return context.cell(group_title(context, row));
}

MatrixCell title_cell(const Context& context, const RequirementRecord& row)
{
    if (!row.requirement) return {};
    const std::string& title = context.text(row.requirement->title);
    return context.cell(title.empty() ? context.text(row.requirement->text) : title);
}

MatrixCell text_cell(const Context& context, const RequirementRecord& row)
{
    return context.cell(row.requirement ? context.text(row.requirement->text) : "");
}

MatrixCell outcome_of(const Context& context, const RequirementRecord& row)
{
    return context.outcome_cell(row.result->outcome);
}

MatrixCell severity_of(const Context& context, const RequirementRecord& row)
{
    return context.severity_cell(row.result->severity);
}

MatrixCell evidence_of(const Context& context, const RequirementRecord& row)
{
    return context.evidence_cell(row.result->evidence);
}

MatrixCell questions_cell(const Context& context, const RequirementRecord& row)
{
    MatrixCell cell = context.id_cell(join(row.result->answers, ", "));
    cell.wrap = true;
    if (!row.result->answers.empty()) cell.link = "answers#" + row.result->answers.front();
    return cell;
}

MatrixCell answer_cell(const Context& context, const RequirementRecord& row)
{
    const std::size_t share =
        std::max(shortest_excerpt, answer_characters / std::max<std::size_t>(1, row.result->answers.size()));
    std::string text;
    for (const std::string& question : row.result->answers) {
        const model::Answer* answer = context.answer(question);
        const std::string whole = answer ? one_line(answer->text()) : "";
        std::string shown =
            whole.empty() ? context.text(answer ? "no-answer" : "question-missing") : excerpt(whole, share);
        if (shown.size() < whole.size()) shown += ' ' + filled(context.text("whole-answer"), "question", question);
        text += (text.empty() ? "" : "\n") + ('[' + question + "] ") + shown;
    }
    return context.cell(text);
}

/// The requirement's own findings, then those of the answers that cover it, gravest first.
std::vector<const NumberedFinding*> findings_of(const Context& context, const RequirementRecord& row)
{
    std::vector<const NumberedFinding*> findings = context.findings_of_requirement(row.result->catalog, row.result->id);
    for (const std::string& question : row.result->answers)
        for (const NumberedFinding* finding : context.findings_of_question(question)) findings.push_back(finding);
    std::stable_sort(findings.begin(), findings.end(), [](const NumberedFinding* left, const NumberedFinding* right) {
        return left->number < right->number;
    });
    return findings;
}

MatrixCell numbers_of(const Context& context, const RequirementRecord& row)
{
    return finding_numbers_cell(context, findings_of(context, row));
}

MatrixCell findings_text(const Context& context, const RequirementRecord& row)
{
    std::string text;
    for (const NumberedFinding* numbered : findings_of(context, row)) {
        text += (text.empty() ? "" : "\n") + std::to_string(numbered->number) + " · " +
                context.code_title(*numbered->finding);
        if (!numbered->question.empty())
            text += " [" + numbered->question + ']';
        else if (const std::string& reason = context.text(numbered->finding->reason); !reason.empty())
            text += ": " + reason;
    }
    return context.cell(text);
}

MatrixCell place_cell(const Context& context, const RequirementRecord& row)
{
    std::string text;
    for (const std::string& question : row.result->answers)
        if (const model::Answer* answer = context.answer(question))
            text += (text.empty() ? "" : "\n") + context.place_text(answer->place());
    return context.cell(text);
}

MatrixCell role_cell(const Context& context, const RequirementRecord& row)
{
    return context.cell(row.requirement && row.requirement->role ? name_of(*row.requirement->role) : "");
}

MatrixCell legal_cell(const Context& context, const RequirementRecord& row)
{
    return context.cell(row.requirement ? join(row.requirement->legal, "; ") : "");
}

MatrixCell derived_cell(const Context& context, const RequirementRecord& row)
{
    std::string ways;
    for (const model::Derived& one : row.result->derived)
        ways += (ways.empty() ? "" : "\n") + one.way() + ": " + context.text(label_of(one.stated));
    return context.cell(ways);
}

MatrixCell applies_cell(const Context& context, const RequirementRecord& row)
{
    return context.cell(context.text(row.result->applies));
}

std::optional<model::Target> target_of(const RequirementRecord& row)
{
    return model::Target{model::Target::Kind::requirement,
                         model::RequirementName{row.result->catalog, row.result->id}.text()};
}

constexpr std::array<TableColumn<RequirementRecord>, 22> columns{{
    {"catalog", catalog_cell},
    {"group", group_cell},
    {"id", id_cell},
    {"title", title_cell},
    {"text", text_cell},
    {"role", role_cell},
    {"legal", legal_cell},
    {"applies", applies_cell},
    {"derived", derived_cell},
    {"outcome", outcome_of},
    {"severity", severity_of},
    {"questions", questions_cell},
    {"answer", answer_cell},
    {"evidence", evidence_of},
    {"finding-numbers", numbers_of},
    {"findings", findings_text},
    {"place", place_cell},
    {"decision", review<RequirementRecord, target_of, decided_cell>},
    {"comment", review<RequirementRecord, target_of, comment_cell>},
    {"owner", review<RequirementRecord, target_of, owner_cell>},
    {"due", review<RequirementRecord, target_of, due_cell>},
    {"target", review<RequirementRecord, target_of, target_cell>},
}};

const std::string& catalog_title(const Context& context, const std::string& id)
{
    for (const model::Catalog& catalog : context.assessment.catalogs)
        if (catalog.id == id && !context.text(catalog.title).empty()) return context.text(catalog.title);
    return id;
}

}  // namespace

std::vector<std::string_view> requirements_columns()
{
    return keys_of(columns);
}

MatrixSheet requirements_sheet(const Context& context, const LayoutSheet& layout)
{
    std::vector<TableRow<RequirementRecord>> rows;
    std::string catalog, group;
    for (const model::RequirementResult& result : context.assessment.requirements) {
        const RequirementRecord record{context.requirement(result.catalog, result.id), &result};
        if (layout.banners && result.catalog != catalog) {
            rows.push_back({std::nullopt, catalog_title(context, result.catalog), "banner", {}});
            group.clear();
        }
        const std::string& here = group_title(context, record);
        if (layout.banners && here != group && !here.empty()) rows.push_back({std::nullopt, here, "subbanner", {}});
        catalog = result.catalog;
        group = here;
        rows.push_back({record, {}, {}, "requirements#" + result.catalog + '/' + result.id});
    }
    return make_table(context, layout, columns, rows);
}

}  // namespace samsvar::report
