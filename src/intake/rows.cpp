#include "intake/rows.h"

#include <algorithm>
#include <map>

namespace samsvar::intake {

namespace {

constexpr std::size_t most_rows = 10'000;
constexpr std::size_t longest_section = 80;

bool is_answer_role(model::ColumnRole role)
{
    return role == model::ColumnRole::choice || role == model::ColumnRole::answer ||
           role == model::ColumnRole::remark || role == model::ColumnRole::evidence;
}

bool holds_something(const model::Cell& cell)
{
    return !text::trimmed(cell.shown_text()).empty() || !cell.controls().empty();
}

/// Cells of a row that a reader of the file sees and that hold something.
struct Filled {
    std::vector<const model::Cell*> cells;
    bool hidden_ones = false;
    bool answers = false;  ///< one of them stands in an answer column
    bool wide = false;     ///< a single one covers question and answer
};

Filled filled_cells(const QuestionTable& table, int row)
{
    Filled filled;
    for (const model::Cell& cell : table.grid.row(row)) {
        if (!holds_something(cell)) continue;
        if (table.grid.hidden(cell)) {
            filled.hidden_ones = true;
            continue;
        }
        filled.cells.push_back(&cell);
        for (const RoleColumn& known : table.columns)
            if (known.column == cell.column && is_answer_role(known.role)) filled.answers = true;
    }
    if (filled.cells.size() == 1) {
        const model::Cell& cell = *filled.cells.front();
        const int question = table.column_of(model::ColumnRole::question);
        const int end = cell.column + cell.column_span;
        for (const RoleColumn& known : table.columns)
            if ((known.role == model::ColumnRole::answer || known.role == model::ColumnRole::choice) &&
                cell.column <= question && question < end && known.column < end)
                filled.wide = true;
    }
    return filled;
}

bool is_asked(const RowSigns& signs)
{
    return !signs.by_fingerprint.empty() || !signs.by_text.empty();
}

bool stands_elsewhere(const Filled& filled, const FormPatterns& patterns)
{
    const std::string first = filled.cells.front()->text();
    return patterns.fact(first) || patterns.heads_subprocessors(first) || patterns.annex_word(text::fold_text(first));
}

bool names_section(const Row& row, const Filled& filled, const FormPatterns& patterns)
{
    const bool alone = filled.cells.size() == 1;
    const std::string text = alone ? std::string(text::trimmed(filled.cells.front()->text())) : row.signs.question;
    if (text.empty() || filled.answers) return false;
    if (patterns.section(text)) return true;
    if (text.size() > longest_section || text.find('?') != std::string::npos) return false;
    return alone || (row.signs.by_id && !patterns.form().questions[*row.signs.by_id].recognise.empty());
}

RowKind kind_of(const Row& row, const Filled& filled, const FormPatterns& patterns)
{
    if (filled.cells.empty()) return filled.hidden_ones ? RowKind::hidden : RowKind::blank;
    if (row.table->repeats_header(row.number, patterns)) return RowKind::header;
    const RowSigns& signs = row.signs;
    if (signs.by_fingerprint.empty() && (announces_sample(signs.question) || announces_sample(signs.printed_id)))
        return RowKind::sample;
    if (!is_asked(signs)) {
        const bool known = signs.by_id.has_value() && filled.cells.size() > 1;
        if (!known && stands_elsewhere(filled, patterns)) return RowKind::elsewhere;
        if (names_section(row, filled, patterns)) return RowKind::section;
        if (filled.wide) return RowKind::guidance;
        if (signs.printed_id.empty() && signs.question.empty())
            return filled.answers ? RowKind::continuation : RowKind::guidance;
        const bool asks = !signs.printed_id.empty() || signs.question.find('?') != std::string::npos;
        if (!filled.answers && !asks) return RowKind::guidance;
    }
    return RowKind::question;
}

/// How sure it is that a row holds a question.
enum class Claim { none, text, id_and_text, exact };

struct Candidate {
    std::size_t question = 0;
    Claim claim = Claim::none;
};

bool contains(const std::vector<std::size_t>& indexes, std::size_t wanted)
{
    return std::find(indexes.begin(), indexes.end(), wanted) != indexes.end();
}

class Matching {
public:
    Matching(std::vector<Row>& rows, const FormPatterns& patterns) : rows_(rows), questions_(patterns.form().questions)
    {
        for (Row& row : rows_)
            if (row.kind == RowKind::question) asked_.push_back(&row);
    }

    void run()
    {
        claims_.resize(asked_.size());
        holders_.assign(questions_.size(), 0);
        // The certain ones first, so that an added row cannot take a question from the row that holds it word for word.
        for (const Claim wanted : {Claim::exact, Claim::id_and_text, Claim::text})
            for (std::size_t index = 0; index < asked_.size(); ++index)
                if (claims_[index] == Claim::none) try_claim(index, wanted);
        for (std::size_t index = 0; index < asked_.size(); ++index)
            if (claims_[index] == Claim::none) trust_number(index);
        for (Row* row : asked_)
            if (row->question && row->signs.by_id && *row->signs.by_id != *row->question)
                row->mismatch = questions_[*row->signs.by_id].id;
    }

private:
    void try_claim(std::size_t index, Claim wanted)
    {
        Row& row = *asked_[index];
        const RowSigns& signs = row.signs;
        if (wanted == Claim::exact) {
            if (signs.by_fingerprint.empty()) return;
            // Forms repeat a text now and then; the number tells the two apart.
            const bool numbered = signs.by_id && contains(signs.by_fingerprint, *signs.by_id);
            take(index, numbered ? *signs.by_id : first_free(signs.by_fingerprint), wanted);
        }
        else if (wanted == Claim::id_and_text) {
            if (!signs.by_id || (held_by(*signs.by_id, Claim::exact))) return;
            const bool id_suffices = questions_[*signs.by_id].recognise.empty() || signs.question.empty();
            if (contains(signs.by_text, *signs.by_id) || id_suffices) take(index, *signs.by_id, wanted);
        }
        else {
            std::vector<std::size_t> free;
            for (const std::size_t question : signs.by_text)
                if (holders_[question] == 0) free.push_back(question);
            if (!free.empty()) take(index, nearest(index, free), wanted);
        }
    }

    void take(std::size_t index, std::size_t question, Claim claim)
    {
        asked_[index]->question = question;
        claims_[index] = claim;
        ++holders_[question];
        strongest_[question] = std::max(strongest_[question], claim);
    }

    bool held_by(std::size_t question, Claim claim) const
    {
        const auto found = strongest_.find(question);
        return found != strongest_.end() && found->second >= claim;
    }

    std::size_t first_free(const std::vector<std::size_t>& questions) const
    {
        for (const std::size_t question : questions)
            if (holders_[question] == 0) return question;
        return questions.front();
    }

    /// Of several questions the one with most patterns that match; then the one that follows the row above.
    std::size_t nearest(std::size_t index, const std::vector<std::size_t>& questions) const
    {
        const std::size_t expected =
            index > 0 && asked_[index - 1]->question ? *asked_[index - 1]->question + 1 : index;
        const auto distance = [&](std::size_t question) {
            return question > expected ? question - expected : expected - question;
        };
        return *std::min_element(questions.begin(), questions.end(), [&](std::size_t left, std::size_t right) {
            const std::size_t left_patterns = questions_[left].recognise.size();
            const std::size_t right_patterns = questions_[right].recognise.size();
            if (left_patterns != right_patterns) return left_patterns > right_patterns;
            return distance(left) < distance(right);
        });
    }

    /// The words fit no question that is still free. The number may still tell that this question was rewritten, as
    /// long as the numbers around it are right.
    void trust_number(std::size_t index)
    {
        Row& row = *asked_[index];
        if (!row.signs.by_id || holders_[*row.signs.by_id] > 0) return;
        for (const std::ptrdiff_t step : {-1, 1}) {
            const Row* neighbour = claimed_neighbour(index, step);
            if (neighbour && neighbour->signs.by_id && *neighbour->signs.by_id != *neighbour->question) return;
        }
        take(index, *row.signs.by_id, Claim::text);
        row.rewritten = true;
    }

    const Row* claimed_neighbour(std::size_t index, std::ptrdiff_t step) const
    {
        for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(index) + step;
             at >= 0 && at < static_cast<std::ptrdiff_t>(asked_.size()); at += step)
            if (asked_[static_cast<std::size_t>(at)]->question) return asked_[static_cast<std::size_t>(at)];
        return nullptr;
    }

    std::vector<Row>& rows_;
    const std::vector<model::Question>& questions_;
    std::vector<Row*> asked_;
    std::vector<Claim> claims_;
    std::vector<int> holders_;  ///< rows that claimed the question
    std::map<std::size_t, Claim> strongest_;
};

}  // namespace

std::vector<Row> read_rows(const std::vector<QuestionTable>& tables, const FormPatterns& patterns)
{
    std::vector<Row> rows;
    for (const QuestionTable& table : tables) {
        for (const int number : table.grid.rows()) {
            if (number < table.first_row) continue;
            Row row;
            row.table = &table;
            row.number = number;
            if (rows.size() >= most_rows) {
                row.kind = RowKind::beyond_limit;
            }
            else {
                const Filled filled = filled_cells(table, number);
                if (!filled.cells.empty() || filled.hidden_ones) row.signs = signs_of(table, number, patterns);
                row.kind = kind_of(row, filled, patterns);
                // A merged row stands in the first column too, where it would be read as a number.
                if (row.kind != RowKind::question && row.kind != RowKind::hidden) row.signs = {};
            }
            rows.push_back(std::move(row));
        }
    }
    Matching(rows, patterns).run();
    return rows;
}

}  // namespace samsvar::intake
