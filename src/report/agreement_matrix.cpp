// The agreement matrix: sheets made of columns and rows, with the looks of the compliance matrix.
#include "report/agreement_matrix.h"

#include <algorithm>
#include <map>
#include <set>

#include "report/agreement_text.h"
#include "report/cell_text.h"
#include "report/context.h"
#include "report/matrix_xlsx.h"
#include "report/tables.h"

namespace samsvar::report {

namespace {

using model::ClauseOutcome;

struct Column {
    std::string_view word;
    double width;
    std::string_view style = "text";
};

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
          shell_(shell(assessment)),
          context_(shell_, layout, language)
    {
    }

    Matrix make(const Layout& layout)
    {
        Matrix matrix;
        matrix.language = language_;
        matrix.date = assessment_.date;
        matrix.title = word("title") + ": " + printable(one_line(assessment_.agreement.title));
        matrix.subject = word("coverage-title");
        matrix.program = "samsvar " + assessment_.samsvar;
        matrix.footer = printable(one_line(assessment_.file)) + "  ·  " + assessment_.date.text();
        matrix.page_of = context_.text("page-of");
        for (const auto& [id, label] : layout.decisions) matrix.decisions.push_back(label.in(language_));
        matrix.sheets = {coverage(), clauses(), facts(), deviations(), follow_up(), ledger()};
        settle(matrix, layout);
        return matrix;
    }

private:
    /// The context looks words and places up; it wants an assessment to do so.
    static model::Assessment shell(const model::AgreementAssessment& assessment)
    {
        model::Assessment made;
        made.file = assessment.file;
        made.date = assessment.date;
        return made;
    }

    std::string word(std::string_view key) const { return words_.word(key, language_); }

    MatrixCell cell(std::string_view text, std::string_view style = "text", bool wrap = true) const
    {
        MatrixCell made = context_.cell(text, style);
        made.wrap = wrap;
        return made;
    }

    MatrixCell outcome_cell(ClauseOutcome outcome) const
    {
        MatrixCell made = cell(label_of(outcome).in(language_), "state", false);
        made.tone = tone_of(outcome);
        return made;
    }

    MatrixCell place_cell(const model::Place& place) const { return cell(context_.place_text(place), "quiet"); }

    MatrixSheet start(std::string_view key, const std::vector<Column>& columns, Colour tab) const
    {
        MatrixSheet sheet;
        sheet.table = key;
        sheet.name = word(key);
        sheet.tab = tab;
        sheet.filter = true;
        for (const Column& column : columns) sheet.widths.push_back(column.width);
        const std::string base(key);
        add_line(sheet, RowKind::title, word(base + "-title"), "title");
        add_line(sheet, RowKind::note, word(base + "-note"), "note");
        sheet.merges.push_back({1, 0, std::min<int>(5, static_cast<int>(columns.size()) - 1)});
        if (key == "coverage") add_summary(sheet);
        MatrixRow& header = sheet.rows.emplace_back();
        header.kind = RowKind::header;
        for (const Column& column : columns) header.cells.push_back(cell(word(column.word), "header"));
        sheet.header_row = static_cast<int>(sheet.rows.size()) - 1;
        return sheet;
    }

    /// A row of one text in the first column.
    void add_line(MatrixSheet& sheet, RowKind kind, std::string_view text, std::string_view style) const
    {
        MatrixRow& row = sheet.rows.emplace_back();
        row.kind = kind;
        row.cells.resize(sheet.widths.size());
        for (MatrixCell& one : row.cells) one.style = kind == RowKind::banner ? std::string(style) : "blank";
        row.cells[0] = cell(text, style, kind == RowKind::note);
    }

    void add_summary(MatrixSheet& sheet) const
    {
        const auto fact = [&](std::string_view label, const std::string& value) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.kind = RowKind::note;
            row.cells.resize(sheet.widths.size());
            for (MatrixCell& one : row.cells) one.style = "blank";
            row.cells[0] = cell(label, "label", false);
            row.cells[1] = cell(value, "value");
            for (int column = 2; column <= 4; ++column) row.cells[static_cast<std::size_t>(column)].style = "value";
            sheet.merges.push_back({static_cast<int>(sheet.rows.size()) - 1, 1, 4});
        };
        std::string parties;
        for (const model::AgreementFact& one : assessment_.facts)
            if (one.kind == "party")
                parties += (parties.empty() ? "" : "; ") + one.value + " (" + word("key." + one.key) + ")";
        fact(word("parties"), parties.empty() ? "–" : parties);
        fact(word("outcome"), count_line(assessment_, words_, language_));
        fact(word("file"), assessment_.file + "  ·  SHA-256 " + assessment_.sha256);
        sheet.rows.emplace_back().kind = RowKind::blank;
        sheet.rows.back().cells.resize(sheet.widths.size());
        for (MatrixCell& one : sheet.rows.back().cells) one.style = "blank";
    }

    MatrixSheet coverage() const
    {
        MatrixSheet sheet = start("coverage",
                                  {{"element", 13},
                                   {"requirement", 34},
                                   {"outcome", 11},
                                   {"clause", 12},
                                   {"quote", 58},
                                   {"place", 22},
                                   {"lacking", 52},
                                   {"decision", 17},
                                   {"comment", 26}},
                                  0x1E6B34);
        std::set<std::string> told;
        for (const model::ArticleResult& article : assessment_.articles) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.resize(9);
            for (MatrixCell& one : row.cells) one.style = "subbanner";
            row.cells[0] = cell(limb_name(words_, article.article, language_), "subbanner");
            row.cells[2] = outcome_cell(article.outcome);
            row.cells[6] =
                cell(article.outcome == ClauseOutcome::covered ? "" : article.reason.in(language_), "subbanner");
            row.anchor = "article#" + article.article;
            for (const std::string& id : article.elements)
                if (const model::ElementResult* element = assessment_.element(id); element && told.insert(id).second)
                    add_element(sheet, *element);
        }
        add_line(sheet, RowKind::banner, word("other"), "banner");
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
        row.cells.push_back(cell(element.id, "id", false));
        row.cells.push_back(cell(requirement ? requirement->title.in(language_) : ""));
        row.cells.push_back(outcome_cell(element.outcome));
        row.cells.push_back(cell(element.shown.clause, "text"));
        row.cells.back().link = "clause#" + element.shown.clause;
        row.cells.push_back(cell(element.shown.quote, "quote"));
        row.cells.push_back(place_cell(element.shown.place));
        std::string lacking;
        for (const model::Finding& finding : element.findings)
            lacking += (lacking.empty() ? "" : "\n") + finding.reason.in(language_);
        row.cells.push_back(cell(lacking));
        row.cells.push_back(decision_cell());
        row.cells.push_back(input_cell());
    }

    MatrixSheet clauses() const
    {
        MatrixSheet sheet =
            start("clauses", {{"clause", 13}, {"heading", 30}, {"text", 95}, {"shows", 30}, {"place", 24}}, 0x1F4E87);
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
            row.cells.push_back(cell(clause.number, "id"));
            row.cells.push_back(cell(clause.heading.empty() ? section.heading : clause.heading, "strong"));
            row.cells.push_back(cell(passage.text));
            std::set<std::string> ids;
            const auto note = [&](const model::Place& place) {
                const auto [first, last] = shows.equal_range(place.text());
                for (auto one = first; one != last; ++one) ids.insert(one->second);
            };
            note(passage.place);
            for (const model::CellPiece& piece : passage.cells) note(piece.place);
            std::string list;
            for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
            row.cells.push_back(cell(list));
            row.cells.push_back(place_cell(passage.place));
        }
        return sheet;
    }

    MatrixSheet facts() const
    {
        MatrixSheet sheet = start(
            "facts",
            {{"kind", 22}, {"key", 28}, {"value", 60}, {"extra", 32}, {"clause", 13}, {"quote", 60}, {"place", 24}},
            0x7A5200);
        for (const model::AgreementFact& fact : assessment_.facts) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(cell(word("fact." + fact.kind), "strong"));
            const std::string key = word("key." + fact.key);
            row.cells.push_back(cell(key.starts_with("key.") ? fact.key : key));
            row.cells.push_back(cell(fact.value));
            row.cells.push_back(cell(fact.extra));
            row.cells.push_back(cell(fact.shown.clause));
            row.cells.push_back(cell(fact.shown.quote == fact.value ? "" : fact.shown.quote, "quote"));
            row.cells.push_back(place_cell(fact.shown.place));
        }
        if (assessment_.facts.empty()) add_line(sheet, RowKind::banner, word("nothing"), "absent");
        return sheet;
    }

    MatrixSheet deviations() const
    {
        MatrixSheet sheet = start("deviations",
                                  {{"kind", 14},
                                   {"clause", 13},
                                   {"standard", 55},
                                   {"agreement", 55},
                                   {"marks", 60},
                                   {"place", 24},
                                   {"decision", 17},
                                   {"comment", 26}},
                                  0x9C1B0F);
        add_line(sheet, RowKind::banner,
                 word("against-standard") + (assessment_.standard_file.empty() ? "" : ": " + assessment_.standard_file),
                 "banner");
        if (assessment_.standard_file.empty())
            add_line(sheet, RowKind::banner, word("no-standard"), "absent");
        else if (assessment_.deviations.empty())
            add_line(sheet, RowKind::banner, word("no-deviations"), "absent");
        for (const bool filled_in : {false, true})
            for (const model::Deviation& one : assessment_.deviations) {
                if ((one.kind == model::DeviationKind::filled) != filled_in) continue;
                MatrixRow& row = sheet.rows.emplace_back();
                MatrixCell kind = cell(label_of(one.kind).in(language_), "state", false);
                kind.tone = filled_in                                 ? "outcome.not-applicable"
                            : one.kind == model::DeviationKind::moved ? "outcome.partial"
                                                                      : "outcome.gap";
                row.cells.push_back(std::move(kind));
                row.cells.push_back(cell(one.clause.empty() ? one.standard_clause : one.clause));
                row.cells.push_back(cell(one.standard, "quote"));
                row.cells.push_back(cell(one.text, "quote"));
                row.cells.push_back(cell(marked_text(one.pieces)));
                row.cells.push_back(place_cell(one.place.file.empty() ? one.standard_place : one.place));
                row.cells.push_back(decision_cell());
                row.cells.push_back(input_cell());
            }
        add_line(sheet, RowKind::banner,
                 word("against-questionnaire") +
                     (assessment_.questionnaire_file.empty() ? "" : ": " + assessment_.questionnaire_file),
                 "banner");
        if (assessment_.questionnaire_file.empty())
            add_line(sheet, RowKind::banner, word("no-questionnaire"), "absent");
        else if (assessment_.conflicts.empty())
            add_line(sheet, RowKind::banner, word("no-conflicts"), "absent");
        else {
            MatrixRow& row = sheet.rows.emplace_back();
            row.kind = RowKind::header;
            for (const char* key :
                 {"severity", "question", "answer", "agreement", "reason", "place", "decision", "comment"})
                row.cells.push_back(cell(word(key), "subbanner"));
        }
        for (const model::Finding& one : assessment_.conflicts) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(context_.severity_cell(one.severity));
            row.cells.back().style = "state";
            row.cells.push_back(cell(word("question") + " " + one.with));
            row.cells.push_back(cell(one.with_quote, "quote"));
            row.cells.push_back(cell(one.quote, "quote"));
            row.cells.push_back(cell(one.reason.in(language_)));
            row.cells.push_back(
                cell(context_.place_text(one.place) + "\n" + context_.place_text(one.with_place), "quiet"));
            row.cells.push_back(decision_cell());
            row.cells.push_back(input_cell());
        }
        sheet.filter = false;
        return sheet;
    }

    MatrixSheet follow_up() const
    {
        MatrixSheet sheet = start("follow-up",
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
            row.cells.push_back(cell(limb_name(words_, one.article, language_), "strong"));
            row.cells.push_back(cell(one.element, "text", false));
            row.cells.back().link = "element#" + one.element;
            row.cells.push_back(context_.severity_cell(one.finding->severity));
            row.cells.back().style = "state";
            row.cells.push_back(cell(one.finding->ask.in(language_)));
            row.cells.push_back(cell(one.finding->reason.in(language_)));
            row.cells.push_back(cell(one.finding->quote, "quote"));
            row.cells.push_back(input_cell());
        }
        if (rows.empty()) add_line(sheet, RowKind::banner, word("nothing"), "absent");
        return sheet;
    }

    MatrixSheet ledger() const
    {
        MatrixSheet sheet = start("ledger", {{"place", 30}, {"state", 12}, {"use", 26}, {"excerpt", 100}}, 0x595959);
        for (const model::LedgerEntry& entry : assessment_.agreement.ledger) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(place_cell(entry.place));
            MatrixCell state = cell(word(entry.used ? "used" : "ignored"), "state", false);
            state.tone = entry.used ? "ledger.used" : "ledger.ignored";
            row.cells.push_back(std::move(state));
            const std::string use = word("use." + entry.use);
            row.cells.push_back(cell(use.starts_with("use.") ? entry.use : use));
            row.cells.push_back(cell(entry.excerpt, "text", false));
        }
        return sheet;
    }

    const model::AgreementAssessment& assessment_;
    const Words& words_;
    model::Language language_;
    model::Assessment shell_;
    Context context_;
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
