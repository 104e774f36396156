#include "report/tender_matrix.h"

#include "base/join.h"
#include "report/cell_text.h"
#include "report/tender_sheets.h"

namespace samsvar::report {

Matrix make_tender(const model::Comparison& comparison, const std::vector<model::FindingText>& findings,
                   const Layout& layout, const Words& words, model::Language language)
{
    const TenderContext context(comparison, findings, layout, words, language);
    Matrix matrix;
    matrix.language = language;
    matrix.date = comparison.date;
    std::vector<std::string> names;
    for (const model::ComparedBidder& bidder : comparison.bidders) names.push_back(printable(one_line(bidder.name)));
    // Excel keeps at most 255 characters of a property.
    matrix.title = cut_to(layout.title.in(language) + ": " + join(names), 200, "…");
    matrix.subject = context.counted("subject", context.bidders());
    matrix.program = "samsvar " + comparison.samsvar;
    matrix.footer = matrix.subject + "  ·  " + comparison.date.text();
    matrix.page_of = layout.text("page-of", language);
    TenderCells cells;
    std::map<std::string, MatrixSheet, std::less<>> made;
    made["weights"] = weights_sheet(context, cells);
    made["requirements"] = compared_requirements_sheet(context, cells);
    made["overview"] = overview_sheet(context, cells);
    made["differences"] = differences_sheet(context);
    made["answers"] = compared_answers_sheet(context);
    made["findings"] = bidders_findings_sheet(context);
    made["basis"] = basis_sheet(context);
    for (const LayoutSheet& sheet : layout.sheets) matrix.sheets.push_back(std::move(made.at(sheet.table)));
    settle(matrix, layout);
    return matrix;
}

std::string tender_text(const model::Comparison& comparison, const std::vector<model::FindingText>& findings,
                        const Layout& layout, const Words& words, model::Language language)
{
    const TenderContext context(comparison, findings, layout, words, language);
    std::string text;
    for (std::size_t at = 0; at < comparison.bidders.size(); ++at) {
        const model::ComparedBidder& bidder = comparison.bidders[at];
        std::string line = context.word("text-line");
        const std::pair<const char*, std::string> parts[] = {
            {"bidder", bidder.label + " · " + one_line(bidder.name)},
            {"score", score_text(context, bidder.score)},
            {"knock-outs", std::to_string(comparison.count(at, model::KnockOut::yes))},
            {"possible", std::to_string(comparison.count(at, model::KnockOut::possible))},
            {"evidence", std::to_string(evidence_lacking(bidder))},
            {"high", std::to_string(findings_of(bidder, model::Severity::high))}};
        // The name last: what stands in braces in it is no place to fill.
        for (std::size_t part = std::size(parts); part-- > 0;)
            line = filled(std::move(line), parts[part].first, parts[part].second);
        text += line + '\n';
    }
    std::size_t differ = 0;
    for (const model::ComparedRow& row : comparison.rows) differ += row.differs ? 1 : 0;
    std::string rows = filled(context.word("text-rows"), "rows", std::to_string(comparison.rows.size()));
    text += filled(std::move(rows), "differ", std::to_string(differ)) + '\n';
    for (const model::Remark& remark : comparison.remarks)
        text += "  " + excerpt(one_line(remark_text(context, remark)), 300) + '\n';
    return printable(text);
}

}  // namespace samsvar::report
