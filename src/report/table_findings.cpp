// The sheets Findings, Follow-up and Evidence: what is to be followed up, what to ask, and what should be enclosed.
#include <algorithm>

#include "model/record.h"
#include "report/cell_text.h"
#include "report/tables.h"

namespace samsvar::report {

namespace {

using model::Finding;

MatrixCell number_cell(const Context& context, const NumberedFinding& row)
{
    return context.id_cell(std::to_string(row.number));
}

MatrixCell severity_of(const Context& context, const NumberedFinding& row)
{
    return context.severity_cell(row.finding->severity);
}

MatrixCell code_cell(const Context& context, const NumberedFinding& row)
{
    return context.cell(row.finding->code);
}

MatrixCell title_cell(const Context& context, const NumberedFinding& row)
{
    std::string text = context.code_title(*row.finding);
    if (!row.finding->detail.empty()) text += "\n(" + row.finding->detail + ')';
    return context.cell(text);
}

/// The question or requirement the finding is about, leading to its row.
MatrixCell about_cell(const Context& context, const NumberedFinding& row)
{
    if (row.question.empty() && row.requirement.empty()) return context.cell(context.text("header-facts"));
    MatrixCell cell = context.id_cell(row.question.empty() ? row.requirement : row.question);
    cell.link =
        row.question.empty() ? "requirements#" + row.catalog + '/' + row.requirement : "answers#" + row.question;
    return cell;
}

MatrixCell subject_cell(const Context& context, const NumberedFinding& row)
{
    if (const model::Question* question = context.question(row.question))
        return context.cell(context.text(question->text));
    if (const model::Requirement* requirement = context.requirement(row.catalog, row.requirement))
        return context.cell(context.text(requirement->title));
    return {};
}

MatrixCell quote_cell(const Context& context, const NumberedFinding& row)
{
    return row.finding->quote.empty() ? MatrixCell{} : context.cell("«" + row.finding->quote + "»");
}

MatrixCell place_cell(const Context& context, const NumberedFinding& row)
{
    return context.cell(context.place_text(row.finding->place));
}

MatrixCell reason_cell(const Context& context, const NumberedFinding& row)
{
    return context.cell(context.text(row.finding->reason));
}

/// The other half of a contradiction, reference or copy: which question, its words, and where they stand.
MatrixCell other_cell(const Context& context, const NumberedFinding& row)
{
    const Finding& finding = *row.finding;
    std::string text;
    if (finding.with == "header")
        text = context.text("header-facts");
    else if (!finding.with.empty())
        text = context.text("question") + ' ' + finding.with;
    if (!finding.with_quote.empty()) text += (text.empty() ? "«" : ": «") + finding.with_quote + "»";
    if (const std::string place = context.place_text(finding.with_place); !finding.with_place.path.empty())
        text += (text.empty() ? "" : "\n") + place;
    return context.cell(text);
}

MatrixCell rule_cell(const Context& context, const NumberedFinding& row)
{
    return context.cell(row.finding->rule.file.empty() ? "" : row.finding->rule.text());
}

MatrixCell ask_cell(const Context& context, const NumberedFinding& row)
{
    return context.cell(context.text(row.finding->ask));
}

/// As RecordedFinding::key() names it.
std::optional<model::Target> target_of(const NumberedFinding& row)
{
    const std::string whose = !row.question.empty()      ? row.question
                              : !row.requirement.empty() ? model::RequirementName{row.catalog, row.requirement}.text()
                                                         : "general";
    return model::Target{model::Target::Kind::finding, whose + '#' + model::key_of(*row.finding)};
}

constexpr std::array<TableColumn<NumberedFinding>, 17> finding_columns{{
    {"number", number_cell},
    {"severity", severity_of},
    {"code", code_cell},
    {"title", title_cell},
    {"question", about_cell},
    {"subject", subject_cell},
    {"quote", quote_cell},
    {"place", place_cell},
    {"reason", reason_cell},
    {"other", other_cell},
    {"rule", rule_cell},
    {"ask", ask_cell},
    {"decision", review<NumberedFinding, target_of, decided_cell>},
    {"comment", review<NumberedFinding, target_of, comment_cell>},
    {"owner", review<NumberedFinding, target_of, owner_cell>},
    {"due", review<NumberedFinding, target_of, due_cell>},
    {"target", review<NumberedFinding, target_of, target_cell>},
}};

struct QuestionRecord {
    const model::Question* question = nullptr;  ///< null when the form does not hold the id
    const model::AnswerResult* result = nullptr;
    const model::Annex* annex = nullptr;  ///< set for a document the supplier lists, then the others are null
    const model::EvidenceDocument* document = nullptr;  ///< held against the files that came
    const model::EvidenceFile* file = nullptr;          ///< that it is, or one that nobody refers to
    bool further = false;                               ///< not the first document of its question
};

MatrixCell question_id(const Context& context, const QuestionRecord& row)
{
    if (row.result) return context.id_cell(row.result->question);
    if (row.file && !row.document) return {};
    return context.cell(row.annex ? row.annex->label : context.text("header-facts"));
}

/// As question_id, but leads to the answer; Follow-up is sent to the supplier and must not lead to internal remarks.
MatrixCell linked_question(const Context& context, const QuestionRecord& row)
{
    MatrixCell cell = question_id(context, row);
    if (row.result) cell.link = "answers#" + row.result->question;
    return cell;
}

MatrixCell question_text(const Context& context, const QuestionRecord& row)
{
    return context.cell(row.question ? context.text(row.question->text) : "");
}

MatrixCell question_section(const Context& context, const QuestionRecord& row)
{
    return context.cell(row.question ? context.section_title(row.question->section) : "");
}

MatrixCell text_to_send(const Context& context, const QuestionRecord& row)
{
    return context.cell(asks_text(context, context.findings_of_question(row.result ? row.result->question : "")));
}

MatrixCell empty_date(const Context&, const QuestionRecord&)
{
    return date_cell();
}
MatrixCell empty_input(const Context&, const QuestionRecord&)
{
    return input_cell();
}
/// A document the supplier lists belongs to no question: it can be noted down, but not decided on.
std::optional<model::Target> evidence_target(const QuestionRecord& row)
{
    if (!row.result || row.further) return std::nullopt;
    return model::Target{model::Target::Kind::evidence, row.result->question};
}

MatrixCell asked_cell(const Context& context, const QuestionRecord& row)
{
    if (!row.question) return {};
    if (const std::string& text = context.text(row.question->evidence_text); !text.empty()) return context.cell(text);
    std::string kinds;
    for (const std::string& kind : row.question->evidence) kinds += (kinds.empty() ? "" : ", ") + kind;
    return context.cell(kinds);
}

MatrixCell state_cell(const Context& context, const QuestionRecord& row)
{
    if (row.document) return context.evidence_cell(row.document->state);
    return row.result ? context.evidence_cell(row.result->evidence) : MatrixCell{};
}

MatrixCell named_cell(const Context& context, const QuestionRecord& row)
{
    if (row.annex) return context.cell(row.annex->title);
    if (!row.result || row.further) return {};
    std::string text;
    for (const std::string& document : row.result->evidence_named) text += (text.empty() ? "" : "\n") + document;
    const model::Answer* answer = context.answer(row.result->question);
    const std::string column = answer ? answer->evidence_text() : "";
    if (!column.empty() && text.find(column) == std::string::npos) text += (text.empty() ? "" : "\n") + column;
    return context.cell(text);
}

MatrixCell document_cell(const Context& context, const QuestionRecord& row)
{
    return context.cell(row.document && row.result ? row.document->name : "");
}

MatrixCell file_cell(const Context& context, const QuestionRecord& row)
{
    return context.cell(row.file ? row.file->path : "");
}

MatrixCell file_title_cell(const Context& context, const QuestionRecord& row)
{
    return context.cell(row.file ? row.file->title : "");
}

MatrixCell file_date_cell(const Context&, const QuestionRecord& row)
{
    MatrixCell cell;
    if (!row.file || !row.file->dated()) return cell;
    cell.value = *row.file->dated();
    cell.style = "date";
    return cell;
}

/// When what is outstanding is to be here: the day somebody asked for it by, else the day for the whole.
MatrixCell reply_by_cell(const Context& context, const QuestionRecord& row)
{
    MatrixCell cell;
    const bool outstanding =
        row.document ? is_outstanding(row.document->state) : row.result && is_outstanding(row.result->evidence);
    if (!context.assessment.evidence || !outstanding) return cell;
    std::optional<model::Date> due = context.assessment.evidence_due;
    if (row.result) {
        const model::Decision* decision = context.decision({model::Target::Kind::evidence, row.result->question});
        if (decision && decision->kind == model::DecisionKind::ask_supplier && decision->due) due = decision->due;
    }
    if (!due) return cell;
    cell.value = *due;
    cell.style = "date";
    return cell;
}

MatrixCell evidence_place(const Context& context, const QuestionRecord& row)
{
    if (row.annex) return context.cell(context.place_text(row.annex->place));
    if (!row.result) return {};
    const model::Answer* answer = context.answer(row.result->question);
    return context.cell(answer ? context.place_text(answer->place()) : "");
}

constexpr std::array<TableColumn<QuestionRecord>, 6> follow_up_table{{
    {"question", question_id},
    {"section", question_section},
    {"subject", question_text},
    {"text", text_to_send},
    {"due", empty_date},
    {"reply", empty_input},
}};

constexpr std::array<TableColumn<QuestionRecord>, 16> evidence_table{{
    {"question", linked_question},
    {"subject", question_text},
    {"asked", asked_cell},
    {"state", state_cell},
    {"named", named_cell},
    {"document", document_cell},
    {"file", file_cell},
    {"file-title", file_title_cell},
    {"file-date", file_date_cell},
    {"reply-by", reply_by_cell},
    {"place", evidence_place},
    {"decision", review<QuestionRecord, evidence_target, decided_cell>},
    {"comment", review<QuestionRecord, evidence_target, comment_cell>},
    {"owner", review<QuestionRecord, evidence_target, owner_cell>},
    {"due", review<QuestionRecord, evidence_target, due_cell>},
    {"target", review<QuestionRecord, evidence_target, target_cell>},
}};

}  // namespace

std::vector<std::string_view> findings_columns()
{
    return keys_of(finding_columns);
}
std::vector<std::string_view> follow_up_columns()
{
    return keys_of(follow_up_table);
}
std::vector<std::string_view> evidence_columns()
{
    return keys_of(evidence_table);
}

MatrixSheet findings_sheet(const Context& context, const LayoutSheet& layout)
{
    std::vector<TableRow<NumberedFinding>> rows;
    for (const NumberedFinding& finding : context.findings())
        rows.push_back({finding, {}, {}, "findings#" + std::to_string(finding.number)});
    return make_table(context, layout, finding_columns, rows);
}

MatrixSheet follow_up_sheet(const Context& context, const LayoutSheet& layout)
{
    std::vector<TableRow<QuestionRecord>> rows;
    if (!asks_text(context, context.findings_of_question("")).empty()) rows.push_back({QuestionRecord{}, {}, {}, {}});
    for (const model::AnswerResult& result : context.assessment.answers)
        if (!asks_text(context, context.findings_of_question(result.question)).empty())
            rows.push_back({QuestionRecord{context.question(result.question), &result, nullptr}, {}, {}, {}});
    return make_table(context, layout, follow_up_table, rows);
}

MatrixSheet evidence_sheet(const Context& context, const LayoutSheet& layout)
{
    const model::Assessment& assessment = context.assessment;
    std::vector<TableRow<QuestionRecord>> rows;
    std::vector<std::string_view> referred;
    const auto file_of = [&](const model::EvidenceDocument& document) {
        if (!document.file.empty()) referred.push_back(document.file);
        return assessment.evidence ? assessment.evidence->find(document.file) : nullptr;
    };
    for (const model::AnswerResult& result : assessment.answers) {
        const model::Question* question = context.question(result.question);
        if (result.evidence == model::EvidenceState::not_requested && result.evidence_named.empty() &&
            (!question || question->evidence.empty()))
            continue;
        QuestionRecord row{question, &result, nullptr};
        if (result.documents.empty()) rows.push_back({row, {}, {}, {}});
        for (const model::EvidenceDocument& document : result.documents) {
            row.document = &document;
            row.file = file_of(document);
            rows.push_back({row, {}, {}, {}});
            row.further = true;
        }
    }
    const std::vector<model::Annex>& annexes = assessment.submission.annexes;
    if (!annexes.empty()) rows.push_back({std::nullopt, context.text("annex-banner"), "banner", {}});
    for (std::size_t at = 0; at < annexes.size(); ++at) {
        QuestionRecord row{nullptr, nullptr, &annexes[at]};
        if (at < assessment.annexes.size()) {
            row.document = &assessment.annexes[at];
            row.file = file_of(*row.document);
        }
        rows.push_back({row, {}, {}, {}});
    }
    if (assessment.evidence) {
        bool first = true;
        for (const model::EvidenceFile& file : assessment.evidence->files) {
            if (std::find(referred.begin(), referred.end(), file.path) != referred.end()) continue;
            if (first) rows.push_back({std::nullopt, context.text("unreferred-banner"), "banner", {}});
            first = false;
            QuestionRecord row;
            row.file = &file;
            rows.push_back({row, {}, {}, {}});
        }
    }
    return make_table(context, layout, evidence_table, rows);
}

}  // namespace samsvar::report
