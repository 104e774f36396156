// The agreement matrix: sheets made of columns and rows, with the looks of the compliance matrix.
#include "report/agreement_matrix.h"

#include <algorithm>
#include <map>
#include <set>

#include "report/agreement_text.h"
#include "report/matrix_xlsx.h"
#include "report/word_report.h"

namespace samsvar::report {

namespace {

using model::ClauseOutcome;

/// The compliance matrix's tones say the same of an outcome here.
const char* tone_of(ClauseOutcome outcome)
{
    return outcome == ClauseOutcome::covered   ? "outcome.satisfied"
           : outcome == ClauseOutcome::partial ? "outcome.partial"
                                               : "outcome.gap";
}

class AgreementMatrix {
public:
    AgreementMatrix(const model::AgreementAssessment& assessment, const Layout& layout, const Words& words,
                    model::Language language)
        : assessment_(assessment),
          words_(words),
          language_(language),
          report_({assessment.samsvar, assessment.file, assessment.date}, layout, words, language)
    {
    }

    Matrix make(const Layout& layout)
    {
        Matrix matrix = report_.workbook("title", assessment_.agreement.title, "coverage-title");
        matrix.sheets = {coverage(), clauses(), facts(), deviations(), follow_up(), ledger()};
        settle(matrix, layout);
        return matrix;
    }

private:
    std::string word(std::string_view key) const { return report_.word(key); }

    MatrixCell outcome_cell(ClauseOutcome outcome) const
    {
        return report_.state(label_of(outcome).in(language_), tone_of(outcome));
    }

    std::vector<std::pair<std::string, std::string>> summary() const
    {
        std::string parties;
        for (const model::AgreementFact& one : assessment_.facts)
            if (one.kind == "party")
                parties += (parties.empty() ? "" : "; ") + one.value + " (" + word("key." + one.key) + ")";
        return {{word("parties"), parties.empty() ? "–" : parties},
                {word("outcome"), count_line(assessment_, words_, language_)},
                {word("file"), assessment_.file + "  ·  SHA-256 " + assessment_.sha256}};
    }

    MatrixSheet coverage() const
    {
        MatrixSheet sheet = report_.start("coverage",
                                          {{"element", 13},
                                           {"requirement", 34},
                                           {"outcome", 11},
                                           {"clause", 12},
                                           {"quote", 58},
                                           {"place", 22},
                                           {"lacking", 52},
                                           {"decision", 17},
                                           {"comment", 26}},
                                          0x1E6B34, summary());
        std::set<std::string> told;
        for (const model::ArticleResult& article : assessment_.articles) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.resize(9);
            for (MatrixCell& one : row.cells) one.style = "subbanner";
            row.cells[0] = report_.cell(limb_name(words_, article.article, language_), "subbanner");
            row.cells[2] = outcome_cell(article.outcome);
            row.cells[6] = report_.cell(article.outcome == ClauseOutcome::covered ? "" : article.reason.in(language_),
                                        "subbanner");
            row.anchor = "article#" + article.article;
            for (const std::string& id : article.elements)
                if (const model::ElementResult* element = assessment_.element(id); element && told.insert(id).second)
                    add_element(sheet, *element);
        }
        report_.add_line(sheet, RowKind::banner, word("other"), "banner");
        for (const model::ElementResult& element : assessment_.elements)
            if (told.insert(element.id).second) add_element(sheet, element);
        sheet.freeze_columns = 3;
        return sheet;
    }

    void add_element(MatrixSheet& sheet, const model::ElementResult& element) const
    {
        const model::Requirement* requirement = assessment_.catalog.find(element.id);
        MatrixRow& row = sheet.rows.emplace_back();
        row.anchor = "element#" + element.id;
        row.cells.push_back(report_.cell(element.id, "id", false));
        row.cells.push_back(report_.cell(requirement ? requirement->title.in(language_) : ""));
        row.cells.push_back(outcome_cell(element.outcome));
        row.cells.push_back(report_.cell(element.shown.clause, "text"));
        row.cells.back().link = "clause#" + element.shown.clause;
        row.cells.push_back(report_.cell(element.shown.quote, "quote"));
        row.cells.push_back(report_.place(element.shown.place));
        std::string lacking;
        for (const model::Finding& finding : element.findings)
            lacking += (lacking.empty() ? "" : "\n") + finding.reason.in(language_);
        row.cells.push_back(report_.cell(lacking));
        row.cells.push_back(decision_cell());
        row.cells.push_back(input_cell());
    }

    MatrixSheet clauses() const
    {
        MatrixSheet sheet = report_.start(
            "clauses", {{"clause", 13}, {"heading", 30}, {"text", 95}, {"shows", 30}, {"place", 24}}, 0x1F4E87);
        std::multimap<std::string, std::string> shows;  // by place
        for (const model::ElementResult& element : assessment_.elements)
            if (element.outcome != ClauseOutcome::missing) {
                shows.emplace(element.shown.place.text(), element.id);
                for (const model::Evidence& more : element.further) shows.emplace(more.place.text(), element.id);
            }
        std::set<std::string> anchored;
        for (const model::Passage& passage : assessment_.agreement.passages) {
            const model::Clause& clause = assessment_.agreement.clauses[passage.clause];
            const model::Clause& section = assessment_.agreement.clauses[clause.section];
            MatrixRow& row = sheet.rows.emplace_back();
            if (anchored.insert(clause.name()).second) row.anchor = "clause#" + clause.name();
            row.cells.push_back(report_.cell(clause.number, "id"));
            row.cells.push_back(report_.cell(clause.heading.empty() ? section.heading : clause.heading, "strong"));
            row.cells.push_back(report_.cell(passage.text));
            std::set<std::string> ids;
            const auto note = [&](const model::Place& place) {
                const auto [first, last] = shows.equal_range(place.text());
                for (auto one = first; one != last; ++one) ids.insert(one->second);
            };
            note(passage.place);
            for (const model::CellPiece& piece : passage.cells) note(piece.place);
            std::string list;
            for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
            row.cells.push_back(report_.cell(list));
            row.cells.push_back(report_.place(passage.place));
        }
        return sheet;
    }

    MatrixSheet facts() const
    {
        MatrixSheet sheet = report_.start(
            "facts",
            {{"kind", 22}, {"key", 28}, {"value", 60}, {"extra", 32}, {"clause", 13}, {"quote", 60}, {"place", 24}},
            0x7A5200);
        for (const model::AgreementFact& fact : assessment_.facts) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(report_.cell(word("fact." + fact.kind), "strong"));
            const std::string key = word("key." + fact.key);
            row.cells.push_back(report_.cell(key.starts_with("key.") ? fact.key : key));
            row.cells.push_back(report_.cell(fact.value));
            row.cells.push_back(report_.cell(fact.extra));
            row.cells.push_back(report_.cell(fact.shown.clause));
            row.cells.push_back(report_.cell(fact.shown.quote == fact.value ? "" : fact.shown.quote, "quote"));
            row.cells.push_back(report_.place(fact.shown.place));
        }
        if (assessment_.facts.empty()) report_.add_line(sheet, RowKind::banner, word("nothing"), "absent");
        return sheet;
    }

    MatrixSheet deviations() const
    {
        MatrixSheet sheet = report_.start("deviations",
                                          {{"kind", 14},
                                           {"clause", 13},
                                           {"standard", 55},
                                           {"agreement", 55},
                                           {"marks", 60},
                                           {"place", 24},
                                           {"decision", 17},
                                           {"comment", 26}},
                                          0x9C1B0F);
        report_.add_line(
            sheet, RowKind::banner,
            word("against-standard") + (assessment_.standard_file.empty() ? "" : ": " + assessment_.standard_file),
            "banner");
        if (assessment_.standard_file.empty())
            report_.add_line(sheet, RowKind::banner, word("no-standard"), "absent");
        else if (assessment_.deviations.empty())
            report_.add_line(sheet, RowKind::banner, word("no-deviations"), "absent");
        for (const bool filled_in : {false, true})
            for (const model::Deviation& one : assessment_.deviations) {
                if ((one.kind == model::DeviationKind::filled) != filled_in) continue;
                MatrixRow& row = sheet.rows.emplace_back();
                MatrixCell kind = report_.cell(label_of(one.kind).in(language_), "state", false);
                kind.tone = filled_in                                 ? "outcome.not-applicable"
                            : one.kind == model::DeviationKind::moved ? "outcome.partial"
                                                                      : "outcome.gap";
                row.cells.push_back(std::move(kind));
                row.cells.push_back(report_.cell(one.clause.empty() ? one.standard_clause : one.clause));
                row.cells.push_back(report_.cell(one.standard, "quote"));
                row.cells.push_back(report_.cell(one.text, "quote"));
                row.cells.push_back(report_.cell(marked_text(one.pieces)));
                row.cells.push_back(report_.place(one.place.file.empty() ? one.standard_place : one.place));
                row.cells.push_back(decision_cell());
                row.cells.push_back(input_cell());
            }
        report_.add_line(sheet, RowKind::banner,
                         word("against-questionnaire") +
                             (assessment_.questionnaire_file.empty() ? "" : ": " + assessment_.questionnaire_file),
                         "banner");
        if (assessment_.questionnaire_file.empty())
            report_.add_line(sheet, RowKind::banner, word("no-questionnaire"), "absent");
        else if (assessment_.conflicts.empty())
            report_.add_line(sheet, RowKind::banner, word("no-conflicts"), "absent");
        else {
            report_.add_subheader(
                sheet, {"severity", "question", "answer", "agreement", "reason", "place", "decision", "comment"});
        }
        for (const model::Finding& one : assessment_.conflicts) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(report_.severity(one.severity));
            row.cells.push_back(report_.cell(word("question") + " " + one.with));
            row.cells.push_back(report_.cell(one.with_quote, "quote"));
            row.cells.push_back(report_.cell(one.quote, "quote"));
            row.cells.push_back(report_.cell(one.reason.in(language_)));
            row.cells.push_back(
                report_.cell(report_.place_text(one.place) + "\n" + report_.place_text(one.with_place), "quiet"));
            row.cells.push_back(decision_cell());
            row.cells.push_back(input_cell());
        }
        sheet.filter = false;
        return sheet;
    }

    MatrixSheet follow_up() const
    {
        MatrixSheet sheet = report_.start("follow-up",
                                          {{"article", 18},
                                           {"element", 11},
                                           {"severity", 11},
                                           {"ask", 70},
                                           {"reason", 60},
                                           {"quote", 50},
                                           {"reply", 45}},
                                          0x6A2A7C);
        struct Row {
            std::string article, element;
            const model::Finding* finding;
        };
        std::vector<Row> rows;
        for (const model::ElementResult& element : assessment_.elements)
            for (const model::Finding& finding : element.findings)
                if (finding.severity != model::Severity::none) rows.push_back({element.article, element.id, &finding});
        for (const model::Finding& finding : assessment_.conflicts)
            rows.push_back({word("question") + " " + finding.with, "", &finding});
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Row& a, const Row& b) { return a.finding->severity > b.finding->severity; });
        for (const Row& one : rows) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(report_.cell(limb_name(words_, one.article, language_), "strong"));
            row.cells.push_back(report_.cell(one.element, "text", false));
            row.cells.back().link = "element#" + one.element;
            row.cells.push_back(report_.severity(one.finding->severity));
            row.cells.push_back(report_.cell(one.finding->ask.in(language_)));
            row.cells.push_back(report_.cell(one.finding->reason.in(language_)));
            row.cells.push_back(report_.cell(one.finding->quote, "quote"));
            row.cells.push_back(input_cell());
        }
        if (rows.empty()) report_.add_line(sheet, RowKind::banner, word("nothing"), "absent");
        return sheet;
    }

    MatrixSheet ledger() const
    {
        MatrixSheet sheet =
            report_.start("ledger", {{"place", 30}, {"state", 12}, {"use", 26}, {"excerpt", 100}}, 0x595959);
        for (const model::LedgerEntry& entry : assessment_.agreement.ledger) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(report_.place(entry.place));
            MatrixCell state = report_.cell(word(entry.used ? "used" : "ignored"), "state", false);
            state.tone = entry.used ? "ledger.used" : "ledger.ignored";
            row.cells.push_back(std::move(state));
            const std::string use = word("use." + entry.use);
            row.cells.push_back(report_.cell(use.starts_with("use.") ? entry.use : use));
            row.cells.push_back(report_.cell(entry.excerpt, "text", false));
        }
        return sheet;
    }

    const model::AgreementAssessment& assessment_;
    const Words& words_;
    model::Language language_;
    WordReport report_;
};

}  // namespace

std::string marked_text(const std::vector<model::TextPiece>& pieces)
{
    std::string text;
    for (const model::TextPiece& piece : pieces) {
        if (!text.empty()) text += ' ';
        switch (piece.mark) {
            case model::TextPiece::Mark::same: text += piece.text; break;
            case model::TextPiece::Mark::removed: text += "[-" + piece.text + "-]"; break;
            case model::TextPiece::Mark::added: text += "{+" + piece.text + "+}"; break;
        }
    }
    return text;
}

Matrix make_matrix(const model::AgreementAssessment& assessment, const Layout& layout, const Words& words,
                   model::Language language)
{
    return AgreementMatrix(assessment, layout, words, language).make(layout);
}

void write_matrix(const model::AgreementAssessment& assessment, const Layout& layout, const Words& words,
                  model::Language language, const std::filesystem::path& out)
{
    write_xlsx(make_matrix(assessment, layout, words, language), layout, out);
}

}  // namespace samsvar::report
