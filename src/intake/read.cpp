#include "intake/read.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/limits.h"
#include "intake/answers.h"
#include "intake/surroundings.h"

namespace samsvar::intake {

namespace {

constexpr double least_confidence = 0.5;
constexpr double title_bonus = 0.1;

std::size_t questions_found(const std::vector<Row>& rows)
{
    std::set<std::size_t> found;
    for (const Row& row : rows)
        if (row.question) found.insert(*row.question);
    return found.size();
}

/// Whether a title of the form stands where titles stand: file properties, sheet names, paragraphs and the first rows.
bool has_title(const model::Document& document, const FormPatterns& patterns)
{
    constexpr std::size_t first_paragraphs = 60;
    constexpr std::size_t first_rows = 8;
    if (patterns.is_title(document.title)) return true;
    std::size_t paragraphs = 0;
    for (const model::Block& block : document.blocks) {
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
            if (++paragraphs <= first_paragraphs && patterns.is_title(paragraph->text)) return true;
            continue;
        }
        const auto& table = std::get<model::Table>(block);
        if (table.sheet && patterns.is_title(table.name)) return true;
        const Grid grid(table);
        for (std::size_t index = 0; index < grid.rows().size() && index < first_rows; ++index)
            for (const model::Cell& cell : grid.row(grid.rows()[index]))
                if (patterns.is_title(cell.text())) return true;
    }
    return std::any_of(document.asides.begin(), document.asides.end(), [&](const model::Aside& aside) {
        return aside.kind == model::UnitKind::header_footer && patterns.is_title(aside.paragraph.text);
    });
}

double confidence(std::size_t found, const model::Document& document, const FormPatterns& patterns)
{
    if (found == 0 || patterns.form().questions.empty()) return 0;
    const double share = static_cast<double>(found) / static_cast<double>(patterns.form().questions.size());
    return std::min(1.0, share + (has_title(document, patterns) ? title_bonus : 0));
}

void ignore_hidden(const model::Document& document, Ledger& ledger)
{
    for (const model::Table* table : all_tables(document)) {
        const Grid grid(*table);
        for (const model::Cell& cell : table->cells)
            if (grid.hidden(cell) && !ledger.decided(cell.unit))
                ledger.ignore(cell, document.units.size() > cell.unit && document.units[cell.unit].empty ? reason::empty
                                    : table->marks.hidden ? reason::hidden_sheet
                                                          : reason::hidden);
    }
    for (const model::Block& block : document.blocks)
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block))
            if (paragraph->marks.hidden && !ledger.decided(paragraph->unit))
                ledger.ignore(paragraph->unit, reason::hidden);
}

void limit_problems(std::vector<model::Problem>& problems, const model::Document& document)
{
    const std::size_t most = Limits{}.problems;
    if (problems.size() <= most) return;
    const std::size_t more = problems.size() - most;
    problems.resize(most);
    problems.push_back({{document.file, {}, {}, false}, std::to_string(more) + " more problems of the same kinds"});
}

}  // namespace

std::optional<Recognition> recognise(const model::Document& document, const std::vector<model::Form>& forms)
{
    std::optional<Recognition> best;
    for (const model::Form& form : forms) {
        const FormPatterns patterns(form);
        const std::vector<QuestionTable> tables = find_question_tables(document, patterns);
        const std::size_t found = questions_found(read_rows(tables, patterns));
        const double sure = confidence(found, document, patterns);
        if (sure < least_confidence) continue;
        // Of two equal ones the form that explains more of the file.
        if (!best || sure > best->confidence || (sure == best->confidence && found > best->questions_found))
            best = Recognition{&form, sure, found};
    }
    return best;
}

model::Submission read(const model::Document& document, const model::Form& form)
{
    const FormPatterns patterns(form);
    const std::vector<QuestionTable> tables = find_question_tables(document, patterns);
    if (tables.empty())
        throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0},
                    "no question table of the form \"" + form.id +
                        "\" was found: looked in every visible table and sheet for a header row with a question and an "
                        "answer column and for the form's questions; choose another form, or send the form unchanged");
    const std::vector<Row> rows = read_rows(tables, patterns);

    model::Submission submission;
    submission.form = form.id;
    submission.version = form.version;
    submission.confidence = confidence(questions_found(rows), document, patterns);
    Ledger ledger(document);
    read_answers(document, form, tables, rows, ledger, submission);
    read_surroundings({document, patterns, ledger, submission});
    return submission;
}

void read_surroundings(const Surroundings& around)
{
    // Sub-processors before facts: "Adresse" above a list of companies is no address of the supplier.
    read_subprocessors(around);
    read_annexes(around);
    read_facts(around);
    read_identifiers(around);
    ignore_hidden(around.document, around.ledger);
    around.submission.ledger = around.ledger.finish(around.submission.problems);
    limit_problems(around.submission.problems, around.document);
}

}  // namespace samsvar::intake
