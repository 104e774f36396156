// The Answers sheet: one row per question of the form, then the rows of the file that match no question.
#include "model/record.h"
#include "report/cell_text.h"
#include "report/explanation.h"
#include "report/tables.h"

namespace samsvar::report {

namespace {

struct AnswerRecord {
    const model::Question* question = nullptr;    ///< null for a row that matches none
    const model::AnswerResult* result = nullptr;  ///< likewise
    const model::Answer* answer = nullptr;        ///< null when the file does not hold the question
};

std::vector<const NumberedFinding*> findings_of(const Context& context, const AnswerRecord& row)
{
    return row.result ? context.findings_of_question(row.result->question) : std::vector<const NumberedFinding*>{};
}

MatrixCell id_cell(const Context& context, const AnswerRecord& row)
{
    return row.result ? context.id_cell(row.result->question) : context.cell(row.answer->question);
}

MatrixCell section_cell(const Context& context, const AnswerRecord& row)
{
    return context.cell(row.question ? context.section_title(row.question->section) : "");
}

MatrixCell question_cell(const Context& context, const AnswerRecord& row)
{
    if (row.question) return context.cell(context.text(row.question->text));
    return context.cell(row.answer ? row.answer->printed_question : "");
}

MatrixCell printed_cell(const Context& context, const AnswerRecord& row)
{
    return context.cell(row.question && row.answer && row.answer->question_edited ? row.answer->printed_question : "");
}

MatrixCell answer_cell(const Context& context, const AnswerRecord& row)
{
    // Our own words stand in another style, so that nobody takes them for the supplier's.
    if (!row.answer) return context.cell(context.text("question-missing"), "absent");
    const std::string text = row.answer->text();
    return text.empty() ? context.cell(context.text("no-answer"), "absent") : context.cell(text);
}

MatrixCell marks_cell(const Context& context, const AnswerRecord& row)
{
    struct Mark {
        bool model::Marks::*is;
        const char* text;
    };
    static constexpr Mark marks[] = {
        {&model::Marks::hidden, "mark.hidden"},     {&model::Marks::struck, "mark.struck"},
        {&model::Marks::inserted, "mark.inserted"}, {&model::Marks::deleted, "mark.deleted"},
        {&model::Marks::moved, "mark.moved"},       {&model::Marks::formula, "mark.formula"},
        {&model::Marks::error, "mark.error"},       {&model::Marks::placeholder, "mark.placeholder"},
    };
    std::string words;
    for (const Mark& mark : marks) {
        bool marked = false;
        if (row.answer)
            for (const model::AnswerPart& part : row.answer->parts) marked = marked || part.marks.*mark.is;
        if (marked) words += (words.empty() ? "" : ", ") + context.text(mark.text);
    }
    return context.cell(words);
}

MatrixCell outcome_of(const Context& context, const AnswerRecord& row)
{
    if (!row.result) return {};
    MatrixCell cell = context.outcome_cell(row.result->outcome);
    // A note costs as much as a row: only where a reader asks why.
    if (row.result->outcome != model::Outcome::satisfied && context.layout.steps)
        cell.note = note_of(*row.result, *context.layout.steps, context.language);
    return cell;
}

MatrixCell severity_of(const Context& context, const AnswerRecord& row)
{
    return row.result ? context.severity_cell(row.result->severity) : MatrixCell{};
}

MatrixCell evidence_of(const Context& context, const AnswerRecord& row)
{
    return row.result ? context.evidence_cell(row.result->evidence) : MatrixCell{};
}

MatrixCell numbers_of(const Context& context, const AnswerRecord& row)
{
    return finding_numbers_cell(context, findings_of(context, row));
}

MatrixCell findings_text(const Context& context, const AnswerRecord& row)
{
    std::string text;
    for (const NumberedFinding* numbered : findings_of(context, row)) {
        const model::Finding& finding = *numbered->finding;
        text += (text.empty() ? "" : "\n") + std::to_string(numbered->number) + " · " + context.code_title(finding);
        if (const std::string& reason = context.text(finding.reason); !reason.empty()) text += ": " + reason;
    }
    return context.cell(text);
}

MatrixCell ask_cell(const Context& context, const AnswerRecord& row)
{
    return context.cell(asks_text(context, findings_of(context, row)));
}

MatrixCell place_cell(const Context& context, const AnswerRecord& row)
{
    return context.cell(row.answer ? context.place_text(row.answer->place()) : "");
}

std::optional<model::Target> target_of(const AnswerRecord& row)
{
    if (!row.result) return std::nullopt;
    return model::Target{model::Target::Kind::answer, row.result->question};
}

constexpr std::array<TableColumn<AnswerRecord>, 18> columns{{
    {"id", id_cell},
    {"section", section_cell},
    {"question", question_cell},
    {"printed", printed_cell},
    {"answer", answer_cell},
    {"marks", marks_cell},
    {"outcome", outcome_of},
    {"severity", severity_of},
    {"evidence", evidence_of},
    {"finding-numbers", numbers_of},
    {"findings", findings_text},
    {"ask", ask_cell},
    {"place", place_cell},
    {"decision", review<AnswerRecord, target_of, decided_cell>},
    {"comment", review<AnswerRecord, target_of, comment_cell>},
    {"owner", review<AnswerRecord, target_of, owner_cell>},
    {"due", review<AnswerRecord, target_of, due_cell>},
    {"target", review<AnswerRecord, target_of, target_cell>},
}};

}  // namespace

std::vector<std::string_view> answers_columns()
{
    return keys_of(columns);
}

MatrixSheet answers_sheet(const Context& context, const LayoutSheet& layout)
{
    std::vector<TableRow<AnswerRecord>> rows;
    std::string section;
    for (const model::AnswerResult& result : context.assessment.answers) {
        const AnswerRecord record{context.question(result.question), &result, context.answer(result.question)};
        const std::string here = record.question ? context.section_title(record.question->section) : "";
        if (layout.banners && here != section && !here.empty()) rows.push_back({std::nullopt, here, "banner", {}});
        section = here;
        rows.push_back({record, {}, {}, "answers#" + result.question});
    }
    if (!context.assessment.submission.unmatched.empty())
        rows.push_back({std::nullopt, context.text("unmatched-banner"), "banner", {}});
    for (const model::Answer& answer : context.assessment.submission.unmatched)
        rows.push_back({AnswerRecord{nullptr, nullptr, &answer}, {}, {}, {}});
    return make_table(context, layout, columns, rows);
}

}  // namespace samsvar::report
