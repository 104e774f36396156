// The Summary sheet: who, what was read, the outcomes in numbers and bars, the gravest findings.
#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "report/cell_text.h"
#include "report/tables.h"

namespace samsvar::report {

namespace {

using model::Outcome;

constexpr std::size_t gravest_findings = 5;
constexpr std::size_t problems_shown = 15;
constexpr std::size_t subprocessors_shown = 12;
// The facts stand in the first half of the grid, the chart in the second.
constexpr int last_fact_column = 3;
constexpr int last_column = 7;

/// Adds rows to the summary's grid of eight columns: a label, six outcomes, a total.
class SummaryRows {
public:
    SummaryRows(const Context& context, const LayoutSheet& layout)
        : sheet(start_table(context, layout)), context_(context)
    {
    }

    MatrixSheet sheet;

    MatrixRow& row(RowKind kind)
    {
        MatrixRow& added = sheet.rows.emplace_back();
        added.kind = kind;
        added.cells.resize(last_column + 1);
        for (MatrixCell& cell : added.cells) cell.style = "blank";
        return added;
    }
    int last_row() const { return static_cast<int>(sheet.rows.size()) - 1; }

    /// A band over the columns up to `last`.
    void heading(const std::string& text, int last)
    {
        if (sheet.rows.back().kind != RowKind::note) row(RowKind::blank).height = 9;
        MatrixRow& added = row(RowKind::heading);
        for (int column = 0; column <= last; ++column) added.cells[static_cast<std::size_t>(column)].style = "heading";
        added.cells[0] = context_.cell(text, "heading");
    }

    /// A label and a value that reaches to `last`.
    MatrixRow& fact(const std::string& label, MatrixCell value, int last)
    {
        MatrixRow& added = row(RowKind::data);
        added.cells[0] = context_.cell(label, "label");
        added.cells[0].wrap = true;
        value.wrap = true;
        if (value.style.empty()) value.style = "value";
        for (int column = 1; column <= last; ++column)
            added.cells[static_cast<std::size_t>(column)].style = value.style;
        added.cells[1] = std::move(value);
        sheet.merges.push_back({last_row(), 1, last});
        return added;
    }
    void fact(const std::string& label, const std::string& value, int last = last_fact_column)
    {
        fact(label, context_.cell(value), last);
    }

    /// A text over the whole width.
    void line(const std::string& text, std::string_view style = "value")
    {
        MatrixRow& added = row(RowKind::data);
        for (MatrixCell& cell : added.cells) cell.style = style;
        added.cells[0] = context_.cell(text, style);
        added.cells[0].wrap = true;
        sheet.merges.push_back({last_row(), 0, last_column});
    }

private:
    const Context& context_;
};

void add_facts(SummaryRows& rows, const Context& context)
{
    const model::Submission& submission = context.assessment.submission;
    for (const model::HeaderFact& fact : submission.facts) {
        std::string label;
        for (const model::FormFact& known : context.assessment.form.facts)
            if (known.key == fact.key) label = context.text(known.label);
        rows.fact(label.empty() ? one_line(fact.label) : label, fact.value);
    }
    for (const model::Identifier& identifier : submission.identifiers) {
        std::string text = identifier.scheme + ' ' + identifier.value + ": " +
                           context.text(identifier.valid ? "identifier-valid" : "identifier-invalid");
        if (!identifier.owner.empty()) text += " (" + identifier.owner + ')';
        MatrixRow& row = rows.fact(context.text("identifier"), context.cell(text), last_fact_column);
        if (!identifier.valid) row.cells[1].tone = "severity.high";
    }
    std::string names;
    const std::size_t count = submission.subprocessors.size();
    for (std::size_t at = 0; at < std::min(count, subprocessors_shown); ++at)
        names += (names.empty() ? "" : "; ") + one_line(submission.subprocessors[at].name);
    if (count > subprocessors_shown) names += " … (" + std::to_string(count) + ')';
    rows.fact(context.text("subprocessors"), names.empty() ? context.text("none") : names);
}

void add_basis(SummaryRows& rows, const Context& context)
{
    const model::Assessment& assessment = context.assessment;
    const std::string& title = context.text(assessment.form.title);
    rows.fact(context.text("form"), title.empty() ? assessment.form.id : title);
    rows.fact(context.text("form-version"), assessment.form.version);
    const int percent = static_cast<int>(assessment.submission.confidence * 100 + 0.5);
    const std::string sure = std::to_string(percent) + " %";
    rows.fact(context.text("confidence"),
              assessment.form.inferred ? sure + ": " + context.text("form-inferred") : sure);
    rows.fact(context.text("file"), assessment.file);
    rows.fact(context.text("sha256"), assessment.sha256);
    if (!assessment.file_modified.empty()) rows.fact(context.text("modified"), assessment.file_modified);
    rows.fact(context.text("assessed"), assessment.date.text());
    rows.fact(context.text("program"), "samsvar " + assessment.samsvar);
}

/// How many have each outcome.
using OutcomeCounts = std::array<int, std::size(model::all_outcomes)>;

/// One line of the table of outcomes.
void count_row(SummaryRows& rows, const Context& context, const std::string& label, std::string_view number_style,
               const OutcomeCounts& counts)
{
    MatrixRow& row = rows.row(RowKind::data);
    row.cells[0] = context.cell(label, "label");
    row.cells[0].wrap = true;
    for (std::size_t at = 0; at < counts.size(); ++at) {
        MatrixCell& cell = row.cells[at + 1];
        cell.style = number_style;
        cell.value = static_cast<double>(counts[at]);
        // Only what there is gets its colour: a nought in red would cry wolf.
        if (counts[at] > 0) cell.tone = std::string("outcome.") + name_of(model::all_outcomes[at]);
    }
    row.cells.back().style = "total";
    row.cells.back().value = static_cast<double>(std::accumulate(counts.begin(), counts.end(), 0));
}

void add_outcomes(SummaryRows& rows, const Context& context, const LayoutSheet& layout, const std::string& heading)
{
    const model::Assessment& assessment = context.assessment;
    MatrixRow& header = rows.row(RowKind::header);
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        header.cells[at] = context.cell(context.text(layout.columns[at].label), "header");
        header.cells[at].wrap = true;
    }
    header.cells[0] = context.cell(heading, "header");

    OutcomeChart chart;
    chart.title = context.text("chart-title");
    chart.label_row = rows.last_row();
    chart.value_row = chart.label_row + 1;
    chart.first_column = 1;
    chart.last_column = static_cast<int>(std::size(model::all_outcomes));
    for (const Outcome outcome : model::all_outcomes)
        chart.colours.push_back(context.layout.tones.at(std::string("outcome.") + name_of(outcome)).ink);
    rows.sheet.chart = std::move(chart);

    OutcomeCounts all{};
    std::map<std::string_view, OutcomeCounts> by_section;
    for (const model::AnswerResult& result : assessment.answers) {
        const auto outcome = static_cast<std::size_t>(result.outcome);
        ++all[outcome];
        if (const model::Question* question = context.question(result.question))
            ++by_section[question->section][outcome];
    }
    count_row(rows, context, context.text("all-questions"), "total", all);
    for (const model::Section& section : assessment.form.sections)
        count_row(rows, context, context.text(section.title), "count", by_section[section.id]);
    for (const model::Catalog& catalog : assessment.catalogs) {
        const std::string& title = context.text(catalog.title);
        const std::string label =
            filled(context.text("requirements-of"), "catalog", title.empty() ? catalog.id : title);
        OutcomeCounts counts{};
        for (const model::RequirementResult& result : assessment.requirements)
            if (result.catalog == catalog.id) ++counts[static_cast<std::size_t>(result.outcome)];
        count_row(rows, context, label, "total", counts);
    }
}

void add_gravest(SummaryRows& rows, const Context& context)
{
    const std::vector<NumberedFinding>& findings = context.findings();
    if (findings.empty()) {
        rows.line(context.text("no-findings"));
        return;
    }
    MatrixRow& header = rows.row(RowKind::header);
    for (MatrixCell& cell : header.cells) cell.style = "header";
    header.cells[0] = context.cell(context.text("finding"), "header");
    header.cells[1] = context.cell(context.text("severity"), "header");
    header.cells[2] = context.cell(context.text("question"), "header");
    header.cells[3] = context.cell(context.text("reason"), "header");
    rows.sheet.merges.push_back({rows.last_row(), 3, last_column});
    for (std::size_t at = 0; at < std::min(findings.size(), gravest_findings); ++at) {
        const NumberedFinding& numbered = findings[at];
        MatrixRow& row = rows.row(RowKind::data);
        row.cells[0] = context.cell(std::to_string(numbered.number) + " · " + context.code_title(*numbered.finding));
        row.cells[0].style = "text";
        row.cells[0].wrap = true;
        row.cells[0].link = "findings#" + std::to_string(numbered.number);
        row.cells[1] = context.severity_cell(numbered.finding->severity);
        row.cells[1].style = "state";
        row.cells[2] = context.id_cell(numbered.question.empty() ? numbered.requirement : numbered.question);
        row.cells[2].style = "id";
        row.cells[2].wrap = true;
        row.cells[2].link = numbered.question.empty() ? "requirements#" + numbered.catalog + '/' + numbered.requirement
                                                      : "answers#" + numbered.question;
        row.cells[3] = context.cell(context.text(numbered.finding->reason), "text");
        row.cells[3].wrap = true;
        rows.sheet.merges.push_back({rows.last_row(), 3, last_column});
    }
    if (findings.size() > gravest_findings)
        rows.line(
            filled(context.text("findings-left-out"), "count", std::to_string(findings.size() - gravest_findings)),
            "note");
}

std::string counted(const Context& context, const std::map<std::string, std::size_t>& counts)
{
    std::string text;
    for (const auto& [use, count] : counts) {
        const auto known = context.layout.uses.find(use);
        text += (text.empty() ? "" : ", ") + (known == context.layout.uses.end() ? use : context.text(known->second)) +
                ' ' + std::to_string(count);
    }
    return text.empty() ? context.text("none") : text;
}

void add_reading(SummaryRows& rows, const Context& context)
{
    const model::Submission& submission = context.assessment.submission;
    const model::LedgerTotals totals = model::totals(submission.ledger);
    rows.fact(context.text("units"), ledger_invariant(context), last_column);
    rows.fact(context.text("used-as"), counted(context, totals.used_as), last_column);
    rows.fact(context.text("ignored-because"), counted(context, totals.ignored), last_column);
    std::string missing;
    for (const std::string& question : submission.missing_questions)
        missing += (missing.empty() ? "" : ", ") + question;
    rows.fact(context.text("missing-questions"), missing.empty() ? context.text("none") : missing, last_column);
    rows.fact(context.text("unmatched-rows"),
              submission.unmatched.empty() ? context.text("none") : std::to_string(submission.unmatched.size()),
              last_column);
    const std::vector<model::Problem>& problems = context.assessment.problems;
    if (problems.empty()) rows.fact(context.text("problems"), context.text("no-problems"), last_column);
    for (std::size_t at = 0; at < std::min(problems.size(), problems_shown); ++at)
        rows.fact(at == 0 ? context.text("problems") : "",
                  context.place_text(problems[at].place) + ": " + problems[at].text, last_column);
    if (problems.size() > problems_shown)
        rows.fact("",
                  filled(context.text("problems-left-out"), "count", std::to_string(problems.size() - problems_shown)),
                  last_column);
}

void add_legend(SummaryRows& rows, const Context& context)
{
    for (const Outcome outcome : model::all_outcomes) {
        MatrixRow& row =
            rows.fact("", context.cell(context.text(std::string("outcome.") + name_of(outcome))), last_column);
        row.cells[0] = context.outcome_cell(outcome);
        row.cells[0].style = "state";
    }
    rows.line(context.text("axes"), "note");
}

}  // namespace

std::vector<std::string_view> summary_columns()
{
    std::vector<std::string_view> keys{"label"};
    for (const Outcome outcome : model::all_outcomes) keys.emplace_back(name_of(outcome));
    keys.emplace_back("total");
    return keys;
}

MatrixSheet summary_sheet(const Context& context, const LayoutSheet& layout)
{
    SummaryRows rows(context, layout);
    const std::string supplier = one_line(context.assessment.submission.fact("supplier"));
    const std::string title =
        context.text(layout.title) + ": " + (supplier.empty() ? context.text("supplier-unknown") : supplier);
    rows.sheet.rows.front().cells.front() = context.cell(title, "title");
    const int top = rows.last_row() + 2;
    for (const LayoutBlock& block : layout.blocks) {
        const std::string& heading = context.text(block.label);
        // The chart stands to the right of the facts, so their bands stop before it.
        const bool beside_chart = block.key == "facts" || block.key == "basis";
        if (block.key != "outcomes")
            rows.heading(heading, beside_chart ? last_fact_column : last_column);
        else
            rows.row(RowKind::blank).height = 9;
        if (block.key == "facts")
            add_facts(rows, context);
        else if (block.key == "basis")
            add_basis(rows, context);
        else if (block.key == "outcomes")
            add_outcomes(rows, context, layout, heading);
        else if (block.key == "gravest")
            add_gravest(rows, context);
        else if (block.key == "reading")
            add_reading(rows, context);
        else if (block.key == "legend")
            add_legend(rows, context);
    }
    if (rows.sheet.chart) {
        rows.sheet.chart->row = top;
        rows.sheet.chart->column = last_fact_column + 1;
        double characters = 0;
        for (int column = last_fact_column + 1; column <= last_column; ++column)
            characters += rows.sheet.widths[static_cast<std::size_t>(column)];
        rows.sheet.chart->width = static_cast<int>(characters * 7) + 5 * (last_column - last_fact_column);
    }
    return std::move(rows.sheet);
}

}  // namespace samsvar::report
