#include "report/portfolio_workbook.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/join.h"
#include "report/cell_text.h"
#include "report/word_report.h"
#include "text/fold.h"

namespace samsvar::report {

namespace {

using model::AssessmentLine;
using model::PortfolioLine;

constexpr std::string_view word_ids[] = {"title",
                                         "suppliers",
                                         "suppliers-title",
                                         "suppliers-note",
                                         "subprocessors",
                                         "subprocessors-title",
                                         "subprocessors-note",
                                         "countries",
                                         "countries-title",
                                         "countries-note",
                                         "supplier",
                                         "identifier",
                                         "contract",
                                         "service",
                                         "assessed",
                                         "status",
                                         "satisfied",
                                         "answers",
                                         "gaps",
                                         "unanswered",
                                         "open-high",
                                         "open-medium",
                                         "open-low",
                                         "trend",
                                         "next",
                                         "owner",
                                         "subprocessor",
                                         "shared-by",
                                         "address",
                                         "question",
                                         "severity",
                                         "quote",
                                         "assessment",
                                         "day",
                                         "summary",
                                         "summary-line",
                                         "status.never",
                                         "status.overdue",
                                         "status.open",
                                         "status.in-order",
                                         "trend.better",
                                         "trend.worse",
                                         "trend.same",
                                         "trend.first",
                                         "nothing"};

const AssessmentLine* latest(const PortfolioLine& line)
{
    return line.assessments.empty() ? nullptr : &line.assessments.front();
}

bool is_overdue(const PortfolioLine& line, model::Date today)
{
    return line.contract.next_follow_up && *line.contract.next_follow_up < today;
}

/// The most urgent first: overdue, never assessed, open high findings.
int urgency(const PortfolioLine& line, model::Date today)
{
    if (is_overdue(line, today)) return 0;
    if (latest(line) == nullptr) return 1;
    return latest(line)->open_high > 0 ? 2 : 3;
}

/// One company in the lists of many suppliers.
struct Shared {
    std::string name, identifier;
    std::set<std::string> addresses, suppliers;
};

class PortfolioWorkbook {
public:
    PortfolioWorkbook(const Portfolio& portfolio, const Layout& layout, const Words& words, model::Language language)
        : portfolio_(portfolio),
          words_(words),
          layout_(layout),
          report_({portfolio.samsvar, portfolio.store, portfolio.date}, layout, words, language)
    {
        for (const PortfolioLine& line : portfolio.lines) names_[line.supplier.id] = line.supplier.name;
    }

    Matrix make() const
    {
        Matrix matrix = report_.workbook("title", portfolio_.date.text(), "suppliers-title");
        matrix.sheets = {suppliers(), subprocessors(), countries()};
        settle(matrix, layout_);
        return matrix;
    }

private:
    std::string word(std::string_view id) const { return report_.word(id); }

    MatrixCell status(const PortfolioLine& line) const
    {
        static constexpr const char* states[] = {"status.overdue", "status.never", "status.open", "status.in-order"};
        static constexpr const char* tones[] = {"outcome.gap", "outcome.unclear", "outcome.partial",
                                                "outcome.satisfied"};
        const int how = urgency(line, portfolio_.date);
        return report_.state(word(states[how]), tones[how]);
    }

    MatrixCell trend(const PortfolioLine& line) const
    {
        if (line.assessments.empty()) return report_.cell("");
        if (line.assessments.size() < 2) return report_.state(word("trend.first"), "outcome.not-applicable");
        const int more = line.assessments[0].open_high - line.assessments[1].open_high;
        return more < 0   ? report_.state("▲ " + word("trend.better"), "outcome.satisfied")
               : more > 0 ? report_.state("▼ " + word("trend.worse"), "outcome.gap")
                          : report_.state("= " + word("trend.same"), "outcome.not-applicable");
    }

    MatrixSheet suppliers() const
    {
        MatrixSheet sheet =
            report_.start("suppliers",
                          {{"supplier", 30},
                           {"identifier", 20},
                           {"contract", 14},
                           {"service", 28},
                           {"status", 20},
                           {"assessed", 13},
                           {"answers", 8},
                           {"satisfied", 10},
                           {"gaps", 9},
                           {"unanswered", 11},
                           {"open-high", 11},
                           {"open-medium", 11},
                           {"open-low", 10},
                           {"trend", 14},
                           {"next", 15},
                           {"owner", 24}},
                          0x1E6B34, {{word("summary"), summary_line(portfolio_, words_, report_.language())}});
        std::vector<const PortfolioLine*> lines;
        for (const PortfolioLine& line : portfolio_.lines) lines.push_back(&line);
        std::stable_sort(lines.begin(), lines.end(), [&](const PortfolioLine* a, const PortfolioLine* b) {
            const int first = urgency(*a, portfolio_.date), second = urgency(*b, portfolio_.date);
            if (first != second) return first < second;
            const AssessmentLine *left = latest(*a), *right = latest(*b);
            return (left ? left->open_high : 0) > (right ? right->open_high : 0);
        });
        for (const PortfolioLine* line : lines) add_supplier(sheet, *line);
        sheet.freeze_columns = 1;
        return ended(std::move(sheet), lines.empty());
    }

    void add_supplier(MatrixSheet& sheet, const PortfolioLine& line) const
    {
        MatrixRow& row = sheet.rows.emplace_back();
        row.cells.push_back(report_.cell(line.supplier.name, "strong"));
        row.cells.push_back(
            report_.cell(line.supplier.id.find(':') == std::string::npos ? "" : line.supplier.id, "quiet", false));
        row.cells.push_back(report_.cell(line.contract.id, "text", false));
        row.cells.push_back(report_.cell(line.contract.title));
        row.cells.push_back(status(line));
        const AssessmentLine* now = latest(line);
        row.cells.push_back(now ? report_.date(now->date) : report_.cell(""));
        for (const int AssessmentLine::*count :
             {&AssessmentLine::answers, &AssessmentLine::satisfied, &AssessmentLine::gap, &AssessmentLine::unanswered,
              &AssessmentLine::open_high, &AssessmentLine::open_medium, &AssessmentLine::open_low})
            row.cells.push_back(now ? report_.number(now->*count) : report_.cell(""));
        row.cells.push_back(trend(line));
        row.cells.push_back(report_.date(line.contract.next_follow_up));
        row.cells.push_back(report_.cell(line.contract.owner));
    }

    MatrixSheet subprocessors() const
    {
        MatrixSheet sheet = report_.start(
            "subprocessors",
            {{"subprocessor", 36}, {"identifier", 20}, {"shared-by", 12}, {"suppliers", 60}, {"address", 50}},
            0x6A2A7C);
        std::map<std::string, Shared> companies;
        for (const model::SubprocessorUse& use : portfolio_.subprocessors) {
            const model::Subprocessor& one = use.subprocessor;
            std::string digits;
            for (const char c : one.identifier)
                if (c >= '0' && c <= '9') digits += c;
            constexpr std::size_t fewest_digits = 8;
            const std::string key = digits.size() >= fewest_digits ? digits : text::fold_text(one.name);
            Shared& shared = companies[key];
            if (shared.name.empty()) shared.name = one.name;
            if (shared.identifier.empty()) shared.identifier = one.identifier;
            if (!one.address.empty()) shared.addresses.insert(one_line(one.address));
            const auto name = names_.find(use.supplier);
            shared.suppliers.insert(name == names_.end() ? use.supplier : name->second);
        }
        std::vector<const Shared*> ranked;
        for (const auto& [key, one] : companies) ranked.push_back(&one);
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const Shared* a, const Shared* b) { return a->suppliers.size() > b->suppliers.size(); });
        for (const Shared* one : ranked) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(report_.cell(one->name, "strong"));
            row.cells.push_back(report_.cell(one->identifier, "quiet", false));
            row.cells.push_back(report_.number(static_cast<double>(one->suppliers.size())));
            row.cells.push_back(report_.cell(excerpt(listed(one->suppliers), most_listed)));
            row.cells.push_back(report_.cell(excerpt(listed(one->addresses), most_listed), "quiet"));
        }
        return ended(std::move(sheet), ranked.empty());
    }

    MatrixSheet countries() const
    {
        MatrixSheet sheet = report_.start(
            "countries",
            {{"supplier", 32}, {"contract", 14}, {"question", 14}, {"severity", 12}, {"quote", 80}, {"assessment", 12}},
            0x9C1B0F);
        for (const model::FindingNow& one : portfolio_.third_countries) {
            const auto name = names_.find(one.supplier);
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(report_.cell(name == names_.end() ? one.supplier : name->second, "strong"));
            row.cells.push_back(report_.cell(one.contract, "text", false));
            row.cells.push_back(report_.cell(one.target.key.substr(0, one.target.key.find('#')), "id", false));
            row.cells.push_back(report_.severity(one.severity));
            row.cells.push_back(report_.cell(one.quote, "quote"));
            row.cells.push_back(report_.number(static_cast<double>(one.assessment)));
        }
        return ended(std::move(sheet), portfolio_.third_countries.empty());
    }

    static std::string listed(const std::set<std::string>& names)
    {
        return join(std::vector<std::string>(names.begin(), names.end()), "; ");
    }

    MatrixSheet ended(MatrixSheet sheet, bool empty) const
    {
        if (empty) report_.add_line(sheet, RowKind::banner, word("nothing"), "absent");
        return sheet;
    }

    static constexpr std::size_t most_listed = 600;  ///< characters; the register has them all

    const Portfolio& portfolio_;
    const Words& words_;
    const Layout& layout_;
    WordReport report_;
    std::map<std::string, std::string> names_;
};

}  // namespace

Words load_portfolio_words(const std::filesystem::path& path, const std::string& shown)
{
    return load_words(path, shown, word_ids);
}

std::string summary_line(const Portfolio& portfolio, const Words& words, model::Language language)
{
    std::set<std::string> suppliers;
    std::size_t assessed = 0, overdue = 0;
    int high = 0;
    for (const PortfolioLine& line : portfolio.lines) {
        suppliers.insert(line.supplier.id);
        if (latest(line) != nullptr) {
            ++assessed;
            high += latest(line)->open_high;
        }
        if (is_overdue(line, portfolio.date)) ++overdue;
    }
    std::string text = filled(words.word("summary-line", language), "suppliers", std::to_string(suppliers.size()));
    text = filled(text, "contracts", std::to_string(portfolio.lines.size()));
    text = filled(text, "assessed", std::to_string(assessed));
    text = filled(text, "overdue", std::to_string(overdue));
    return filled(text, "high", std::to_string(high));
}

Matrix make_matrix(const Portfolio& portfolio, const Layout& layout, const Words& words, model::Language language)
{
    return PortfolioWorkbook(portfolio, layout, words, language).make();
}

}  // namespace samsvar::report
