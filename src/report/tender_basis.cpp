// What the comparison rests on: points and weights, files and what could not be compared, and the findings.
#include <algorithm>

#include "base/join.h"
#include "report/cell_text.h"
#include "report/tender_sheets.h"

namespace samsvar::report {

namespace {

/// Rows of the sheet of weights: a label, and one or two numbers that may be changed.
class Weights {
public:
    explicit Weights(const TenderContext& context)
        : context_(context), columns_(context.columns("weights")), sheet_(context.start("weights", false))
    {
    }

    MatrixSheet make(TenderCells& cells)
    {
        const model::ComparisonTerms& terms = context_.comparison.terms;
        add_heads("outcome", "low", "high");
        const std::size_t first = sheet_.rows.size();
        for (const model::Outcome outcome : model::all_outcomes) {
            const auto found = terms.points.find(outcome);
            add_points(label_of(outcome).in(context_.language),
                       found == terms.points.end() ? std::nullopt : std::optional(found->second),
                       std::string("outcome.") + name_of(outcome));
        }
        add_points(context_.word("not-asked"), terms.not_asked, "evidence.not-requested");
        cells.points = address(first, 0) + ':' + plain_address(sheet_.rows.size() - 1, 2);
        add_rule(context_.word("points-rule"));

        add_heads("importance", "weight", {});
        for (const auto& [severity, weight] : terms.importance)
            cells.importance[severity] = add_weight(label_of(severity).in(context_.language), weight);
        add_heads("kind", "weight", {});
        cells.shall = add_weight(context_.word("shall"), terms.shall);
        cells.should = add_weight(context_.word("should"), terms.should);
        cells.question = add_weight(context_.word("question"), terms.question);
        add_rule(filled(context_.word("weights-rule"), "sheet", context_.sheet_name("requirements")));
        const auto own = std::count_if(context_.comparison.rows.begin(), context_.comparison.rows.end(),
                                       [](const model::ComparedRow& row) { return row.own_weight; });
        if (own > 0) add_rule(context_.counted("own-weights", static_cast<std::size_t>(own)));

        context_.add_line(sheet_, context_.word("knock-out-rules"), "heading");
        add_rule(with_severity("knock-out-from", "knock-out-named", terms.knock_out_from));
        add_rule(with_severity("unclear-from", "unclear-never", terms.unclear_from));
        return std::move(sheet_);
    }

private:
    std::string plain_address(std::size_t row, std::size_t column) const
    {
        return '$' + model::column_letters(static_cast<int>(column)) + '$' + std::to_string(row + 1);
    }
    std::string address(std::size_t row, std::size_t column) const
    {
        return '\'' + sheet_.name + "'!" + plain_address(row, column);
    }

    std::string with_severity(std::string_view id, std::string_view otherwise,
                              std::optional<model::Severity> from) const
    {
        if (!from) return context_.word(otherwise);
        std::string word = label_of(*from).in(context_.language);
        for (char& c : word)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return filled(context_.word(id), "from", word);
    }

    void add_heads(std::string_view first, std::string_view second, std::string_view third)
    {
        MatrixRow& row = sheet_.rows.emplace_back();
        row.kind = RowKind::heading;
        for (const std::string_view word : {first, second, third})
            row.cells.push_back(context_.cell(word.empty() ? "" : context_.word(word), "subbanner"));
    }

    MatrixCell input(double number) const
    {
        MatrixCell cell = context_.number_cell(number, "amount");
        cell.unlocked = true;
        return cell;
    }

    void add_points(const std::string& label, const std::optional<model::PointRange>& points, const std::string& tone)
    {
        std::vector<MatrixCell> cells{context_.cell(label, "label")};
        cells.front().tone = tone;
        for (const bool high : {false, true}) {
            cells.push_back(points ? input(high ? points->high : points->low)
                                   : context_.cell(context_.word("not-counted"), "amount"));
            cells.back().unlocked = true;
        }
        context_.add_row(sheet_, columns_, std::move(cells));
    }

    /// Gives the cell's address.
    std::string add_weight(const std::string& label, double weight)
    {
        std::vector<MatrixCell> cells{context_.cell(label, "label"), input(weight), context_.cell("", "value")};
        context_.add_row(sheet_, columns_, std::move(cells));
        return address(sheet_.rows.size() - 1, 1);
    }

    /// A sentence under the numbers it is about.
    void add_rule(const std::string& text)
    {
        context_.add_note(sheet_, text, "note");
        context_.add_line(sheet_, "", "blank");
    }

    const TenderContext& context_;
    std::vector<TenderColumn> columns_;
    MatrixSheet sheet_;
};

std::string answered(const TenderContext& context, const model::Record& record)
{
    const auto count = std::count_if(record.answers.begin(), record.answers.end(),
                                     [](const model::RecordedAnswer& answer) { return !answer.text.empty(); });
    return filled(context.counted("answered", static_cast<std::size_t>(count)), "all",
                  std::to_string(record.answers.size()));
}

void add_finding(const TenderContext& context, const std::vector<TenderColumn>& columns,
                 const model::ComparedBidder& bidder, const std::string& id, const model::RecordedFinding& finding,
                 MatrixSheet& sheet)
{
    std::vector<MatrixCell> cells;
    for (const TenderColumn& one : columns) {
        const std::string_view key = one.key();
        const std::string& style = one.layout->style;
        if (key == "finding-of")
            cells.push_back(context.cell(one_line(bidder.short_name), style));
        else if (key == "severity")
            cells.push_back(context.severity_cell(finding.severity));
        else if (key == "id") {
            cells.push_back(context.id_cell(id));
            if (context.comparison.same_form) cells.back().link = "answers#" + id;
        }
        else if (key == "finding")
            cells.push_back(context.cell(context.finding_title(finding), style));
        else if (key == "reason")
            cells.push_back(context.cell(finding.reason.in(context.language), style));
        else if (key == "quote")
            cells.push_back(context.cell(excerpt(finding.quote, 300), style));
        else if (key == "ask")
            cells.push_back(context.cell(finding.ask.in(context.language), style));
        else
            cells.push_back(context.cell(context.place_text(finding.place), style));
    }
    context.add_row(sheet, columns, std::move(cells));
}

}  // namespace

MatrixSheet weights_sheet(const TenderContext& context, TenderCells& cells)
{
    return Weights(context).make(cells);
}

MatrixSheet bidders_findings_sheet(const TenderContext& context)
{
    struct Found {
        std::string id;
        const model::RecordedFinding* finding;
    };
    MatrixSheet sheet = context.start("findings");
    const std::vector<TenderColumn> columns = context.columns("findings");
    for (std::size_t at = 0; at < context.bidders(); ++at) {
        const model::ComparedBidder& bidder = context.comparison.bidders[at];
        std::vector<Found> found;
        for (const model::RecordedAnswer& answer : bidder.record.answers)
            for (const model::RecordedFinding& finding : answer.findings) found.push_back({answer.question, &finding});
        for (const model::RecordedFinding& finding : bidder.record.general) found.push_back({{}, &finding});
        // A requirement's own findings where it was asked about; the others are told on the last sheet.
        for (const model::ComparedRow& row : context.comparison.rows)
            if (const auto* own = row.question || !row.cells[at].asked ? nullptr : bidder.record.requirement(row.name))
                for (const model::RecordedFinding& finding : own->findings) found.push_back({row.name.id, &finding});
        std::stable_sort(found.begin(), found.end(),
                         [](const Found& a, const Found& b) { return a.finding->severity > b.finding->severity; });
        for (const Found& one : found) add_finding(context, columns, bidder, one.id, *one.finding, sheet);
    }
    if (sheet.data_rows() == 0) context.add_line(sheet, context.word("no-findings"), "absent");
    sheet.repeated_columns = 0;
    return sheet;
}

std::string remark_text(const TenderContext& context, const model::Remark& remark)
{
    const auto named = [&](const std::string& label) {
        for (const model::ComparedBidder& bidder : context.comparison.bidders)
            if (bidder.label == label) return bidder.label + " (" + one_line(bidder.name) + ')';
        return label;
    };
    const bool of_label = remark.kind == model::RemarkKind::same_content;
    std::string text = context.word(std::string("remark.") + name_of(remark.kind));
    const bool of_all = remark.kind == model::RemarkKind::problem;
    text = filled(std::move(text), "bidder", named(remark.bidder) + (of_all && !remark.bidder.empty() ? ". " : ""));
    text = filled(std::move(text), "subject", of_label ? named(remark.subject) : remark.subject);
    text = filled(std::move(text), "ids", join(remark.ids));
    return filled(std::move(text), "text", remark.text);
}

MatrixSheet basis_sheet(const TenderContext& context)
{
    MatrixSheet sheet = context.start("basis");
    const std::vector<TenderColumn> columns = context.columns("basis");
    for (const model::ComparedBidder& bidder : context.comparison.bidders) {
        const model::Record& record = bidder.record;
        std::vector<MatrixCell> cells;
        for (const TenderColumn& one : columns) {
            const std::string_view key = one.key();
            MatrixCell cell;
            if (key == "date") {
                cell.value = record.date;
                cell.style = one.layout->style;
            }
            else
                cell = context.cell(key == "label"          ? bidder.label
                                    : key == "name"         ? one_line(bidder.name)
                                    : key == "organisation" ? record.organisation
                                    : key == "file"         ? record.file
                                    : key == "form"         ? record.form.id + ' ' + record.form.version
                                    : key == "answered"     ? answered(context, record)
                                                            : record.sha256,
                                    one.layout->style);
            cells.push_back(std::move(cell));
        }
        context.add_row(sheet, columns, std::move(cells));
    }
    context.add_line(sheet, context.word("catalogs"), "heading");
    for (const model::ComparedGroup& group : context.comparison.groups)
        context.add_note(sheet,
                         group.questions ? context.group_name(group) + ": " + group.source.id
                                         : group.source.id + ", " + group.source.version,
                         "value");
    context.add_line(sheet, context.word("remarks"), "heading");
    for (const model::Remark& remark : context.comparison.remarks)
        context.add_note(sheet, remark_text(context, remark), "value");
    if (context.comparison.remarks.empty()) context.add_line(sheet, context.word("no-remarks"), "absent");
    return sheet;
}

}  // namespace samsvar::report
