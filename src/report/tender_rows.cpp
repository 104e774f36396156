// The sheets with a row for each requirement or question: requirements, differences, answers.
#include <algorithm>
#include <cmath>

#include "report/cell_text.h"
#include "report/tender_sheets.h"

namespace samsvar::report {

namespace {

using model::ComparedCell;
using model::ComparedRow;

std::string anchor_of(std::string_view table, const ComparedRow& row)
{
    return std::string(table) + '#' + (row.question ? "question/" : "") + row.name.text();
}

/// How many characters of an answer fit beside those of the other bidders.
std::size_t answer_room(const TenderContext& context)
{
    return context.bidders() <= 4 ? 420 : 240;
}
constexpr std::size_t short_answer = 160;  // beside a requirement

double highest(const ComparedCell& cell)
{
    return cell.points ? cell.points->high : 0;
}

/// How far bidders are apart, in points: an unclear answer may still be as good as the best.
double spread(const ComparedRow& row)
{
    double least = 1e9, most = 0;
    for (const ComparedCell& cell : row.cells)
        if (cell.asked && cell.points) {
            least = std::min(least, cell.points->low);
            most = std::max(most, highest(cell));
        }
    return std::max(0.0, most - least);
}

int worst(const ComparedRow& row)
{
    int badness = 0;
    for (const ComparedCell& cell : row.cells)
        if (cell.asked) badness = std::max(badness, model::badness(cell.outcome));
    return badness;
}

bool graver(const ComparedRow* a, const ComparedRow* b)
{
    if (a->importance != b->importance) return a->importance > b->importance;
    if (a->shall != b->shall) return a->shall;
    if (spread(*a) != spread(*b)) return spread(*a) > spread(*b);
    return worst(*a) > worst(*b);
}

bool is_in_order(const ComparedCell& cell)
{
    return !cell.asked || cell.outcome == model::Outcome::satisfied || cell.outcome == model::Outcome::not_applicable;
}

/// "Kystlogg: what its gravest finding says", a line for each bidder that is not in order.
std::string what_sets_apart(const TenderContext& context, const ComparedRow& row)
{
    const std::size_t room = context.bidders() <= 4 ? 170 : 90;
    std::string text;
    for (std::size_t bidder = 0; bidder < context.bidders(); ++bidder) {
        if (is_in_order(row.cells[bidder])) continue;
        const auto findings = context.findings(row, bidder);
        const std::string reason = findings.empty() ? context.standing(row.cells[bidder])
                                                    : one_line(findings.front()->reason.in(context.language));
        if (!text.empty()) text += '\n';
        text += context.comparison.bidders[bidder].label + ": " + excerpt(reason, room);
    }
    return text;
}

std::string points_formula(const TenderCells& cells, const std::string& outcome, int column)
{
    return "VLOOKUP(" + outcome + ',' + cells.points + ',' + std::to_string(column) + ",FALSE)";
}

/// Builds the sheet of requirements row by row; formulas name the cells of their own row.
class Requirements {
public:
    Requirements(const TenderContext& context, TenderCells& cells)
        : context_(context),
          cells_(cells),
          columns_(context.columns("requirements")),
          sheet_(context.start("requirements"))
    {
    }

    MatrixSheet make()
    {
        const std::size_t first = sheet_.rows.size();
        const model::ComparedGroup* group = nullptr;
        std::string kind;
        for (const ComparedRow& row : context_.comparison.rows) {
            const model::ComparedGroup* now = group_of(row);
            if (now != group || context_.kind(row) != kind) {
                group = now;
                kind = context_.kind(row);
                add_banner(*group, row);
            }
            add(row);
        }
        if (context_.comparison.rows.empty())
            context_.add_line(sheet_, context_.layout.text("nothing-here", context_.language), "absent");
        tell_ranges(first);
        sheet_.repeated_columns = sheet_.freeze_columns;
        return std::move(sheet_);
    }

private:
    const model::ComparedGroup* group_of(const ComparedRow& row) const
    {
        for (const model::ComparedGroup& group : context_.comparison.groups)
            if (group.source.id == row.name.catalog && group.questions == row.question) return &group;
        return nullptr;
    }

    void add_banner(const model::ComparedGroup& group, const ComparedRow& like)
    {
        const auto count =
            std::count_if(context_.comparison.rows.begin(), context_.comparison.rows.end(),
                          [&](const ComparedRow& row) { return group_of(row) == &group && row.shall == like.shall; });
        std::string text = filled(context_.counted("group-banner", static_cast<std::size_t>(count)), "group",
                                  context_.group_name(group));
        context_.add_line(sheet_, filled(text, "kind", context_.kind(like)), "banner");
    }

    std::size_t column(std::string_view key, std::size_t bidder) const
    {
        for (std::size_t at = 0; at < columns_.size(); ++at)
            if (columns_[at].key() == key && columns_[at].bidder == bidder) return at;
        return 0;
    }

    std::string here(std::string_view key, std::size_t bidder) const
    {
        return model::cell_name(static_cast<int>(sheet_.rows.size()), static_cast<int>(column(key, bidder)));
    }

    void add(const ComparedRow& row)
    {
        std::vector<MatrixCell> cells;
        for (const TenderColumn& one : columns_) cells.push_back(cell_of(row, one));
        context_.add_row(sheet_, columns_, std::move(cells));
        sheet_.rows.back().anchor = anchor_of("requirements", row);
    }

    MatrixCell cell_of(const ComparedRow& row, const TenderColumn& one) const
    {
        const std::string_view key = one.key();
        const ComparedCell& cell = row.cells[one.bidder];
        const std::string& style = one.layout->style;
        if (key == "catalog") return context_.cell(row.name.catalog, style);
        if (key == "id") {
            MatrixCell id = row.question ? context_.id_cell(row.name.id) : context_.cell(row.name.id, style);
            id.link = context_.comparison.same_form && !first_question(row).empty() ? "answers#" + first_question(row)
                                                                                    : anchor_of("answers", row);
            return id;
        }
        if (key == "title") return context_.cell(context_.title(row), style);
        if (key == "kind") return context_.cell(context_.kind(row), style);
        if (key == "importance") return context_.severity_cell(row.importance);
        if (key == "weight") return weight_cell(row);
        if (key == "knock-out") return context_.cell(row.knocks_out ? context_.word("yes") : "", style);
        if (key == "differs") return context_.cell(row.differs ? context_.word("yes") : "", style);
        if (key == "bidder") return context_.standing_cell(cell, style);
        if (key == "points-low") return points_cell(cell, one, cell.points ? cell.points->low : 0, 2);
        if (key == "points-high") return points_cell(cell, one, cell.points ? cell.points->high : 0, 3);
        return context_.cell(context_.answer_text(cell, one.bidder, short_answer), style);
    }

    static std::string first_question(const ComparedRow& row)
    {
        for (const ComparedCell& cell : row.cells)
            if (!cell.questions.empty()) return cell.questions.front();
        return {};
    }

    MatrixCell weight_cell(const ComparedRow& row) const
    {
        MatrixCell weight = context_.number_cell(row.weight, "amount");
        weight.unlocked = true;
        if (row.own_weight) return weight;
        const auto importance = cells_.importance.find(row.importance);
        if (importance != cells_.importance.end())
            weight.formula = importance->second + '*' +
                             (row.question ? cells_.question
                              : row.shall  ? cells_.shall
                                           : cells_.should);
        return weight;
    }

    MatrixCell points_cell(const ComparedCell& cell, const TenderColumn& one, double points, int column_of_table) const
    {
        MatrixCell made = cell.points ? context_.number_cell(points, one.layout->style)
                                      : context_.cell(context_.word("not-counted"), one.layout->style);
        made.formula = points_formula(cells_, here("bidder", one.bidder), column_of_table);
        return made;
    }

    /// Ranges over all rows, banners too: they hold neither a weight nor points.
    void tell_ranges(std::size_t first)
    {
        const std::size_t last = std::max(first + 1, sheet_.rows.size());
        const auto range = [&](std::string_view key, std::size_t bidder) {
            const std::string letters = model::column_letters(static_cast<int>(column(key, bidder)));
            return '\'' + sheet_.name + "'!$" + letters + '$' + std::to_string(first + 1) + ":$" + letters + '$' +
                   std::to_string(last);
        };
        cells_.weights = range("weight", 0);
        cells_.catalogs = range("catalog", 0);
        for (std::size_t bidder = 0; bidder < context_.bidders(); ++bidder) {
            cells_.low.push_back(range("points-low", bidder));
            cells_.high.push_back(range("points-high", bidder));
        }
    }

    const TenderContext& context_;
    TenderCells& cells_;
    std::vector<TenderColumn> columns_;
    MatrixSheet sheet_;
};

void add_difference(const TenderContext& context, const std::vector<TenderColumn>& columns, const ComparedRow& row,
                    MatrixSheet& sheet)
{
    std::vector<MatrixCell> cells;
    for (const TenderColumn& one : columns) {
        const std::string_view key = one.key();
        const std::string& style = one.layout->style;
        if (key == "id") {
            cells.push_back(row.question ? context.id_cell(row.name.id) : context.cell(row.name.id, style));
            cells.back().link = anchor_of("requirements", row);
        }
        else if (key == "title")
            cells.push_back(context.cell(context.title(row), style));
        else if (key == "kind")
            cells.push_back(context.cell(context.kind(row), style));
        else if (key == "importance")
            cells.push_back(context.severity_cell(row.importance));
        else if (key == "bidder")
            cells.push_back(context.standing_cell(row.cells[one.bidder], style));
        else
            cells.push_back(context.cell(what_sets_apart(context, row), style));
    }
    context.add_row(sheet, columns, std::move(cells));
}

struct AnswerRow {
    std::string id, title, anchor;
    std::vector<ComparedCell> cells;
};

/// A row a question when all answered the same ones, else a row a requirement.
std::vector<AnswerRow> answer_rows(const TenderContext& context)
{
    const model::Comparison& comparison = context.comparison;
    std::vector<AnswerRow> rows;
    if (!comparison.same_form) {
        for (const ComparedRow& row : comparison.rows)
            rows.push_back({row.name.id, context.title(row), anchor_of("answers", row), row.cells});
        return rows;
    }
    const std::vector<model::RecordedAnswer>& questions = comparison.bidders.front().record.answers;
    for (std::size_t at = 0; at < questions.size(); ++at) {
        AnswerRow& row = rows.emplace_back();
        row.id = questions[at].question;
        row.title = one_line(questions[at].printed_question);
        row.anchor = "answers#" + row.id;
        for (const model::ComparedBidder& bidder : comparison.bidders) {
            const model::RecordedAnswer& answer = bidder.record.answers[at];
            ComparedCell& cell = row.cells.emplace_back();
            cell.asked = true;
            cell.outcome = answer.outcome;
            cell.evidence = answer.evidence;
            cell.questions = {answer.question};
        }
    }
    return rows;
}

std::string places_of(const TenderContext& context, const ComparedCell& cell, std::size_t bidder)
{
    std::string text;
    for (const std::string& question : cell.questions)
        if (const model::RecordedAnswer* answer = context.comparison.bidders[bidder].record.answer(question))
            if (const std::string place = context.place_text(answer->place); !place.empty())
                text += (text.empty() ? "" : "; ") + place;
    return text;
}

}  // namespace

MatrixSheet compared_requirements_sheet(const TenderContext& context, TenderCells& cells)
{
    return Requirements(context, cells).make();
}

MatrixSheet differences_sheet(const TenderContext& context)
{
    MatrixSheet sheet = context.start("differences");
    const std::vector<TenderColumn> columns = context.columns("differences");
    std::vector<const ComparedRow*> differ, alike;
    std::size_t good = 0;
    for (const ComparedRow& row : context.comparison.rows) {
        if (row.differs)
            differ.push_back(&row);
        else if (std::all_of(row.cells.begin(), row.cells.end(), is_in_order))
            ++good;
        else
            alike.push_back(&row);
    }
    for (auto* rows : {&differ, &alike}) {
        std::stable_sort(rows->begin(), rows->end(), graver);
        context.add_line(sheet, context.counted(rows == &differ ? "differ-banner" : "alike-banner", rows->size()),
                         "banner");
        for (const ComparedRow* row : *rows) add_difference(context, columns, *row, sheet);
    }
    context.add_line(sheet, context.counted("alike-good", good), "absent");
    sheet.repeated_columns = sheet.freeze_columns;
    return sheet;
}

MatrixSheet compared_answers_sheet(const TenderContext& context)
{
    MatrixSheet sheet = context.start("answers");
    const std::vector<TenderColumn> columns = context.columns("answers");
    for (const AnswerRow& row : answer_rows(context)) {
        std::vector<MatrixCell> cells;
        for (const TenderColumn& one : columns) {
            const std::string& style = one.layout->style;
            if (one.key() == "id")
                cells.push_back(context.comparison.same_form ? context.id_cell(row.id) : context.cell(row.id, style));
            else if (one.key() == "title")
                cells.push_back(context.cell(row.title, style));
            else {
                const ComparedCell& cell = row.cells[one.bidder];
                std::string text = context.standing(cell);
                if (cell.asked) {
                    if (cell.evidence != model::EvidenceState::not_requested)
                        text += " · " + label_of(cell.evidence).in(context.language);
                    text += '\n' + context.answer_text(cell, one.bidder, answer_room(context));
                    const std::string place = places_of(context, cell, one.bidder);
                    if (!place.empty()) text += "\n(" + place + ')';
                }
                cells.push_back(context.standing_cell(cell, style));
                cells.back().value = context.cell(text, style).value;
            }
        }
        context.add_row(sheet, columns, std::move(cells));
        sheet.rows.back().anchor = row.anchor;
    }
    // Ten answers side by side on one page could not be read.
    constexpr double page = 230;
    double width = 0;
    for (const double one : sheet.widths) width += one;
    sheet.pages_wide = std::max(1, static_cast<int>(std::ceil(width / page)));
    sheet.repeated_columns = sheet.freeze_columns;
    return sheet;
}

}  // namespace samsvar::report
