#include <algorithm>

#include "store/dates.h"
#include "store/inside.h"
#include "store/queries.h"

namespace samsvar::store {

namespace {

/// Columns as in query::line_types; the last, first_lapse, is not part of the line.
model::AssessmentLine read_line(const Row& row)
{
    model::AssessmentLine line;
    line.id = row.number(0);
    line.supplier = row.text(1);
    line.contract = row.text(2);
    line.file = row.text(3);
    line.date = day_named(row.text(4)).value_or(model::Date());
    line.form = {row.text(5), row.text(6)};
    std::size_t column = 7;
    for (int* count : {&line.answers, &line.satisfied, &line.partial, &line.gap, &line.unanswered, &line.unclear,
                       &line.not_applicable, &line.high, &line.medium, &line.low, &line.open_high, &line.open_medium,
                       &line.open_low})
        *count = row.small(column++);
    line.revision = row.number(column);
    return line;
}
constexpr std::size_t first_lapse_column = 21;

void reopen(model::AssessmentLine& line, const std::string& severity, int findings)
{
    if (severity == "high") line.open_high += findings;
    if (severity == "medium") line.open_medium += findings;
    if (severity == "low") line.open_low += findings;
}

struct Lines {
    std::vector<model::AssessmentLine> lines;
    std::vector<std::string> first_lapses;

    void add(const Row& row)
    {
        lines.push_back(read_line(row));
        first_lapses.push_back(row.text(first_lapse_column));
    }
};

}  // namespace

void Store::Inside::reopen_lapsed(std::vector<model::AssessmentLine>& lines,
                                  const std::vector<std::string>& first_lapses, const std::string& today)
{
    for (std::size_t index = 0; index < lines.size(); ++index) {
        if (first_lapses[index].empty() || first_lapses[index] >= today) continue;
        database.each(query::lapsed, {lines[index].id, today}, "ti",
                      [&](const Row& row) { reopen(lines[index], row.text(0), row.small(1)); });
    }
}

std::vector<model::AssessmentLine> Store::assessments(model::Date today, const std::string& supplier,
                                                      const std::string& contract)
{
    Database::Transaction reading(inside_->database, Purpose::read);
    Lines found;
    const auto add = [&](const Row& row) { found.add(row); };
    if (contract.empty())
        inside_->database.each(query::lines_of_supplier, {supplier}, query::line_types, add);
    else
        inside_->database.each(query::lines_of_contract, {supplier, contract}, query::line_types, add);
    inside_->reopen_lapsed(found.lines, found.first_lapses, kept_day(today));
    reading.commit();
    return std::move(found.lines);
}

std::vector<model::DueItem> Store::due(model::Date until)
{
    using Kind = model::DueItem::Kind;
    Database& database = inside_->database;
    const std::string day = kept_day(until);
    std::vector<model::DueItem> found;
    Database::Transaction reading(database, Purpose::read);
    database.each(query::due_follow_ups, {day}, "tttttt", [&](const Row& row) {
        found.push_back({Kind::follow_up, *day_named(row.text(0)), row.text(1), row.text(2), row.text(3), 0,
                         row.text(4), row.text(5), ""});
    });
    database.each(query::due_decisions, {day}, "ttttittttt", [&](const Row& row) {
        const Kind kind =
            row.text(7) == name_of(model::DecisionKind::accept_risk) ? Kind::risk_lapses : Kind::decision_due;
        found.push_back({kind, *day_named(row.text(0)), row.text(1), row.text(2), row.text(3), row.number(4),
                         row.text(5) + ':' + row.text(6), row.text(8), row.text(9)});
    });
    database.each(query::due_evidence, {day}, "ttttittt", [&](const Row& row) {
        found.push_back({Kind::evidence_expires, *day_named(row.text(0)), row.text(1), row.text(2), row.text(3),
                         row.number(4), row.text(5), row.text(6), row.text(7)});
    });
    reading.commit();
    std::sort(found.begin(), found.end(), [](const model::DueItem& a, const model::DueItem& b) {
        return std::tie(a.date, a.supplier_name, a.supplier, a.contract, a.kind, a.about, a.assessment) <
               std::tie(b.date, b.supplier_name, b.supplier, b.contract, b.kind, b.about, b.assessment);
    });
    return found;
}

std::vector<model::PortfolioLine> Store::portfolio(model::Date today)
{
    Database& database = inside_->database;
    Database::Transaction reading(database, Purpose::read);
    Lines lines;
    for (const char* sql : {query::latest_lines, query::previous_lines})
        database.each(sql, {}, query::line_types, [&](const Row& row) { lines.add(row); });
    std::unordered_map<std::int64_t, model::AssessmentLine*> by_id;
    for (model::AssessmentLine& line : lines.lines) by_id[line.id] = &line;
    // One question for all of them: one for each would be ten thousand.
    for (const char* sql : {query::lapsed_latest, query::lapsed_previous})
        database.each(sql, {kept_day(today)}, "tii", [&](const Row& row) {
            if (const auto found = by_id.find(row.number(2)); found != by_id.end())
                reopen(*found->second, row.text(0), row.small(1));
        });

    std::vector<model::PortfolioLine> portfolio;
    database.each(query::contracts_with_supplier, {}, "tttttttttittii", [&](const Row& row) {
        model::PortfolioLine& line = portfolio.emplace_back();
        line.supplier = {row.text(0), row.text(1), row.text(2), row.text(3),
                         model::language_named(row.text(4)).value_or(model::Language::nb)};
        line.contract = {row.text(0),
                         row.text(5),
                         row.text(6),
                         day_named(row.text(7)),
                         day_named(row.text(8)),
                         row.small(9),
                         day_named(row.text(10)),
                         row.text(11)};
        for (const std::size_t column : {12, 13})
            if (const auto found = by_id.find(row.number(column)); found != by_id.end())
                line.assessments.push_back(*found->second);
    });
    reading.commit();
    return portfolio;
}

std::vector<model::SubprocessorUse> Store::subprocessor_uses()
{
    std::vector<model::SubprocessorUse> found;
    inside_->database.each(query::subprocessor_uses, {}, "ttttttitti", [&](const Row& row) {
        found.push_back({{row.text(0), row.text(1), row.text(2), {row.text(3), row.text(4), row.text(5), row.flag(6)}},
                         row.text(7),
                         row.text(8),
                         row.number(9)});
    });
    return found;
}

std::vector<model::FindingNow> Store::findings_now(const std::string& code)
{
    std::vector<model::FindingNow> found;
    inside_->database.each(query::findings_now, {code}, "ttittt", [&](const Row& row) {
        found.push_back({row.text(0),
                         row.text(1),
                         row.number(2),
                         {model::Target::Kind::finding, row.text(3)},
                         model::severity_named(row.text(4)).value_or(model::Severity::none),
                         row.text(5)});
    });
    return found;
}

}  // namespace samsvar::store
