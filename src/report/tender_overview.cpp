// The first sheet: scores, knock-outs, counts and the gravest findings, a column for each bidder.
#include <algorithm>

#include "report/cell_text.h"
#include "report/tender_sheets.h"

namespace samsvar::report {

namespace {

using model::ComparedRow;
using model::KnockOut;

constexpr std::size_t most_knock_out_rows = 40;
constexpr std::size_t gravest_each = 3;

/// Σ weight × points ÷ Σ weight over the rows that have points; "–" when no weight is left.
std::string score_formula(const TenderCells& cells, const std::string& points, const std::string& no_score,
                          const std::string& catalog)
{
    std::string quoted;
    for (const char c : catalog) quoted += c == '"' ? "\"\"" : std::string(1, c);
    const std::string only = catalog.empty() ? "" : ",--(" + cells.catalogs + "=\"" + quoted + "\")";
    return "IFERROR(SUMPRODUCT(" + cells.weights + ',' + points + only + ")/SUMPRODUCT(" + cells.weights +
           ",--ISNUMBER(" + points + ')' + only + "),\"" + no_score + "\")";
}

class Overview {
public:
    Overview(const TenderContext& context, const TenderCells& cells)
        : context_(context), cells_(cells), columns_(context.columns("overview")), sheet_(context.start("overview"))
    {
    }

    MatrixSheet make()
    {
        add(context_.word("full-name"), [&](std::size_t bidder) {
            return context_.cell(one_line(context_.comparison.bidders[bidder].name), "count");
        });
        add_scores();
        add_heading("knock-outs");
        add_counts("knock-outs", [&](std::size_t bidder) { return context_.comparison.count(bidder, KnockOut::yes); });
        add_counts("possible-knock-outs",
                   [&](std::size_t bidder) { return context_.comparison.count(bidder, KnockOut::possible); });
        add_heading("counts");
        for (const model::Outcome outcome : model::all_outcomes) add_outcome(outcome);
        add_outcome(std::nullopt);
        add_heading("findings-block");
        const auto& bidders = context_.comparison.bidders;
        add_counts("findings-high",
                   [&](std::size_t bidder) { return findings_of(bidders[bidder], model::Severity::high); });
        add_counts("findings-medium",
                   [&](std::size_t bidder) { return findings_of(bidders[bidder], model::Severity::medium); });
        add_counts("findings-low",
                   [&](std::size_t bidder) { return findings_of(bidders[bidder], model::Severity::low); });
        add_counts("evidence-lacking", [&](std::size_t bidder) { return evidence_lacking(bidders[bidder]); });
        add_knock_outs();
        add_gravest();
        return std::move(sheet_);
    }

private:
    void add_heading(std::string_view id) { context_.add_line(sheet_, context_.word(id), "heading"); }

    /// A row of the grid: a label and a cell for each bidder.
    template <typename Cell>
    void add(const std::string& label, const Cell& cell_of)
    {
        std::vector<MatrixCell> cells{context_.cell(label, "label")};
        for (std::size_t bidder = 0; bidder < context_.bidders(); ++bidder) cells.push_back(cell_of(bidder));
        context_.add_row(sheet_, columns_, std::move(cells));
    }

    template <typename Count>
    void add_counts(std::string_view id, const Count& count)
    {
        add(context_.word(id),
            [&](std::size_t bidder) { return context_.number_cell(static_cast<double>(count(bidder)), "count"); });
    }

    MatrixCell score_cell(std::optional<double> score, const std::string& points, const std::string& catalog) const
    {
        const std::string none = context_.word("no-score");
        MatrixCell cell = score ? context_.number_cell(*score, "score") : context_.cell(none, "score");
        cell.formula = score_formula(cells_, points, none, catalog);
        return cell;
    }

    static std::optional<double> low(const model::ScoreRange& score)
    {
        return score ? std::optional(score->low) : std::nullopt;
    }
    static std::optional<double> high(const model::ScoreRange& score)
    {
        return score ? std::optional(score->high) : std::nullopt;
    }

    void add_scores()
    {
        const auto& bidders = context_.comparison.bidders;
        add_heading("scores");
        const std::size_t row = sheet_.rows.size() + 1;
        add(context_.word("score-low"),
            [&](std::size_t bidder) { return score_cell(low(bidders[bidder].score), cells_.low[bidder], {}); });
        add(context_.word("score-high"),
            [&](std::size_t bidder) { return score_cell(high(bidders[bidder].score), cells_.high[bidder], {}); });
        add_places(row);
        const auto& groups = context_.comparison.groups;
        if (groups.size() < 2) return;
        for (std::size_t at = 0; at < groups.size(); ++at) {
            const std::string name = context_.group_name(groups[at]);
            add(filled(context_.word("group-low"), "group", name), [&](std::size_t bidder) {
                return score_cell(low(bidders[bidder].scores[at]), cells_.low[bidder], groups[at].source.id);
            });
            add(filled(context_.word("group-high"), "group", name), [&](std::size_t bidder) {
                return score_cell(high(bidders[bidder].scores[at]), cells_.high[bidder], groups[at].source.id);
            });
        }
    }

    /// Live as the scores are: 1 + how many are better for certain, and how many may be. `row` is that of the lowest
    /// scores, the highest stand below.
    void add_places(std::size_t row)
    {
        const auto& bidders = context_.comparison.bidders;
        const auto column = [&](std::size_t bidder) { return model::column_letters(static_cast<int>(bidder) + 1); };
        const std::string low = std::to_string(row), high = std::to_string(row + 1), none = context_.word("no-score");
        const auto better = [&](const std::string& in, const std::string& than) {
            const std::string all = '$' + column(0) + '$' + in + ":$" + column(bidders.size() - 1) + '$' + in;
            return "SUMPRODUCT(--ISNUMBER(" + all + "),--(" + all + '>' + than + "+0.000000001))";
        };
        for (const bool best : {true, false})
            add(context_.word(best ? "place-best" : "place-worst"), [&](std::size_t bidder) {
                const model::ComparedBidder& one = bidders[bidder];
                MatrixCell cell = one.score ? context_.number_cell(best ? one.best_place : one.worst_place, "rank")
                                            : context_.cell(none, "rank");
                const std::string mine_low = column(bidder) + low, mine_high = column(bidder) + high;
                // At worst its own highest score is not among those that may be better.
                const std::string place =
                    best ? better(low, mine_high)
                         : better(high, mine_low) + "-(" + mine_high + '>' + mine_low + "+0.000000001)";
                cell.formula = "IF(ISNUMBER(" + mine_low + "),1+" + place + ",\"" + none + "\")";
                return cell;
            });
    }

    void add_outcome(std::optional<model::Outcome> outcome)
    {
        const auto count = [&](std::size_t bidder) { return context_.comparison.count(bidder, outcome); };
        bool any = false;
        for (std::size_t bidder = 0; bidder < context_.bidders(); ++bidder) any = any || count(bidder) > 0;
        if (!outcome && !any) return;
        model::ComparedCell like;
        like.asked = outcome.has_value();
        like.outcome = outcome.value_or(model::Outcome::unanswered);
        add(context_.standing(like), [&](std::size_t bidder) {
            MatrixCell cell = context_.number_cell(count(bidder), "count");
            if (count(bidder) > 0) cell.tone = context_.standing_cell(like).tone;
            return cell;
        });
    }

    void add_knock_outs()
    {
        add_heading("knock-out-block");
        std::vector<const ComparedRow*> rows;
        const auto hit = [](const ComparedRow* row, KnockOut wanted) {
            return std::count_if(row->cells.begin(), row->cells.end(),
                                 [&](const model::ComparedCell& cell) { return cell.knock_out == wanted; });
        };
        for (const ComparedRow& row : context_.comparison.rows)
            if (hit(&row, KnockOut::yes) + hit(&row, KnockOut::possible) > 0) rows.push_back(&row);
        std::stable_sort(rows.begin(), rows.end(), [&](const ComparedRow* a, const ComparedRow* b) {
            if (a->importance != b->importance) return a->importance > b->importance;
            return hit(a, KnockOut::yes) > hit(b, KnockOut::yes);
        });
        for (std::size_t at = 0; at < rows.size() && at < most_knock_out_rows; ++at) {
            const ComparedRow& row = *rows[at];
            add(row.name.id + "  " + context_.title(row),
                [&](std::size_t bidder) { return context_.standing_cell(row.cells[bidder], "state"); });
            sheet_.rows.back().cells.front().style = "value";
        }
        if (rows.empty()) context_.add_line(sheet_, context_.word("no-knock-outs"), "absent");
        if (rows.size() > most_knock_out_rows)
            context_.add_line(sheet_,
                              filled(context_.counted("left-out", rows.size() - most_knock_out_rows), "sheet",
                                     context_.sheet_name("requirements")),
                              "absent");
    }

    void add_gravest()
    {
        add_heading("gravest");
        for (const model::ComparedBidder& bidder : context_.comparison.bidders) {
            std::vector<std::pair<const model::RecordedAnswer*, const model::RecordedFinding*>> all;
            for (const model::RecordedAnswer& answer : bidder.record.answers)
                for (const model::RecordedFinding& finding : answer.findings) all.emplace_back(&answer, &finding);
            std::stable_sort(all.begin(), all.end(),
                             [](const auto& a, const auto& b) { return a.second->severity > b.second->severity; });
            for (std::size_t at = 0; at < all.size() && at < gravest_each; ++at) {
                const auto& [answer, finding] = all[at];
                add_text(at == 0 ? one_line(printable(bidder.short_name)) : "",
                         answer->question + "  " + context_.finding_title(*finding) + ". " +
                             excerpt(one_line(finding->reason.in(context_.language)), 220));
            }
            if (all.empty()) add_text(one_line(printable(bidder.short_name)), context_.word("no-findings"));
        }
    }

    /// A text over all bidders' columns.
    void add_text(const std::string& label, const std::string& text)
    {
        std::vector<MatrixCell> cells(columns_.size());
        for (MatrixCell& cell : cells) cell.style = "value";
        cells[0] = context_.cell(label, "label");
        cells[1] = context_.cell(text, "value");
        context_.add_row(sheet_, columns_, std::move(cells));
        if (columns_.size() > 2)
            sheet_.merges.push_back(
                {static_cast<int>(sheet_.rows.size()) - 1, 1, static_cast<int>(columns_.size()) - 1});
    }

    const TenderContext& context_;
    const TenderCells& cells_;
    std::vector<TenderColumn> columns_;
    MatrixSheet sheet_;
};

}  // namespace

MatrixSheet overview_sheet(const TenderContext& context, const TenderCells& cells)
{
    return Overview(context, cells).make();
}

}  // namespace samsvar::report
