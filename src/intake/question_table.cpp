#include "intake/question_table.h"

#include <algorithm>
#include <array>
#include <set>

namespace samsvar::intake {

namespace {

constexpr std::size_t header_search_rows = 60;
constexpr std::size_t content_search_rows = 3000;
constexpr std::size_t longest_question = 4000;  ///< bytes; what is longer is no printed question

bool may_repeat(model::ColumnRole role)
{
    return role != model::ColumnRole::id && role != model::ColumnRole::question;
}

bool has(const std::vector<RoleColumn>& columns, model::ColumnRole role)
{
    return std::any_of(columns.begin(), columns.end(), [role](const RoleColumn& known) { return known.role == role; });
}

bool has_answer(const std::vector<RoleColumn>& columns)
{
    return has(columns, model::ColumnRole::answer) || has(columns, model::ColumnRole::choice);
}

bool is_header(const std::vector<RoleColumn>& columns, const model::Form& form)
{
    bool any_required = false;
    for (const model::FormColumn& column : form.columns) {
        if (!column.required) continue;
        any_required = true;
        if (!has(columns, column.role)) return false;
    }
    const bool asks = has(columns, model::ColumnRole::question) || has(columns, model::ColumnRole::id);
    return columns.size() >= 2 && asks && (any_required || has_answer(columns));
}

/// The header of a column to tick ("Ja" beside "Nei"); one alone may mean something else ("No" for number).
bool heads_ticks(const Grid& grid, const model::Cell& cell)
{
    if (!is_choice_word(cell.text())) return false;
    const auto beside = [&](int column) {
        const model::Cell* other = column < 0 ? nullptr : grid.at(cell.row, column);
        return other && is_choice_word(other->text());
    };
    return beside(cell.column - 1) || beside(cell.column + cell.column_span);
}

void add_role(std::vector<RoleColumn>& columns, int column, model::ColumnRole role)
{
    if (!may_repeat(role) && has(columns, role)) role = model::ColumnRole::guidance;
    columns.push_back({column, role});
}

/// A header that spans several columns may be told apart in the row below ("Svar" over "Ja/Nei" and "Beskrivelse").
/// Returns whether the row below is a part of the header.
bool refine(std::vector<RoleColumn>& columns, const Grid& grid, int row, const FormPatterns& patterns)
{
    const bool spans = [&] {
        for (const model::Cell& cell : grid.row(row))
            if (cell.column_span > 1 && patterns.column_role(cell.text())) return true;
        return false;
    }();
    if (!spans) return false;
    const std::vector<RoleColumn> below = header_roles(grid, row + 1, patterns);
    if (below.empty()) return false;
    for (const model::Cell& cell : grid.row(row + 1)) {
        const std::string text = cell.text();
        if (!text.empty() && !patterns.column_role(text) && !heads_ticks(grid, cell)) return false;
    }
    std::vector<RoleColumn> refined;
    for (const RoleColumn& known : columns)
        if (!has(refined, known.role) || may_repeat(known.role)) {
            const auto same = [&](const RoleColumn& other) { return other.column == known.column; };
            const auto better = std::find_if(below.begin(), below.end(), same);
            add_role(refined, known.column, better == below.end() ? known.role : better->role);
            if (better != below.end()) refined.back().choice = better->choice;
        }
    columns = std::move(refined);
    return true;
}

std::optional<QuestionTable> with_header(const Grid& grid, const FormPatterns& patterns)
{
    std::size_t looked_at = 0;
    for (const int row : grid.rows()) {
        if (++looked_at > header_search_rows) break;
        std::vector<RoleColumn> columns = header_roles(grid, row, patterns);
        if (!is_header(columns, patterns.form())) continue;
        QuestionTable table{grid, std::move(columns), {row}, row + 1};
        if (refine(table.columns, grid, row, patterns)) {
            table.header_rows.push_back(row + 1);
            ++table.first_row;
        }
        return table;
    }
    return std::nullopt;
}

/// Questions of the form that stand in the table, told by text, or by id where the form has no patterns.
std::set<std::size_t> questions_in(const QuestionTable& table, const FormPatterns& patterns)
{
    std::set<std::size_t> found;
    std::size_t looked_at = 0;
    for (const int row : table.grid.rows()) {
        if (row < table.first_row) continue;
        if (++looked_at > content_search_rows) break;
        const RowSigns signs = signs_of(table, row, patterns);
        found.insert(signs.by_fingerprint.begin(), signs.by_fingerprint.end());
        found.insert(signs.by_text.begin(), signs.by_text.end());
        if (signs.by_id && patterns.form().questions[*signs.by_id].recognise.empty()) found.insert(*signs.by_id);
    }
    return found;
}

std::optional<QuestionTable> continuing(const Grid& grid, const QuestionTable& before, const FormPatterns& patterns)
{
    if (grid.table().sheet || before.grid.table().sheet || grid.table().columns != before.grid.table().columns)
        return std::nullopt;
    QuestionTable table{grid, before.columns, {}, 0};
    if (questions_in(table, patterns).empty()) return std::nullopt;
    return table;
}

/// The columns of a table without a known header, told by what stands in them.
std::optional<QuestionTable> by_content(const Grid& grid, const FormPatterns& patterns)
{
    constexpr std::size_t enough = 3;
    std::map<int, std::set<std::size_t>> found;
    std::map<int, int> first_rows;
    std::map<int, int> ids;
    std::size_t looked_at = 0;
    for (const int row : grid.rows()) {
        if (++looked_at > content_search_rows) break;
        for (const model::Cell& cell : grid.row(row)) {
            const std::string text = cell.shown_text();
            if (text.empty() || text.size() > longest_question) continue;
            if (patterns.question_with_id(text)) ++ids[cell.column];
            std::vector<std::size_t> questions = patterns.questions_in_words(text);
            if (questions.empty()) questions = patterns.questions(text::fold_text(text));
            for (const std::size_t question : questions) {
                found[cell.column].insert(question);
                first_rows.emplace(cell.column, row);
            }
        }
    }
    int question_column = -1;
    for (const auto& [column, questions] : found)
        if (questions.size() >= enough && (question_column < 0 || questions.size() > found[question_column].size()))
            question_column = column;
    if (question_column < 0) return std::nullopt;

    // What headers are known is used; the answer is the first other column to the right.
    QuestionTable table{grid, {}, {}, first_rows[question_column]};
    for (const int row : grid.rows()) {
        if (row >= table.first_row) break;
        std::vector<RoleColumn> columns = header_roles(grid, row, patterns);
        if (columns.size() <= table.columns.size()) continue;
        table.columns = std::move(columns);
        table.header_rows = {row};
    }
    const auto clear = [&](int column, model::ColumnRole role) {
        std::erase_if(table.columns,
                      [&](const RoleColumn& known) { return known.column == column || known.role == role; });
    };
    clear(question_column, model::ColumnRole::question);
    table.columns.push_back({question_column, model::ColumnRole::question});
    if (!has(table.columns, model::ColumnRole::id))
        for (const auto& [column, count] : ids)
            if (column < question_column && count >= static_cast<int>(enough)) {
                clear(column, model::ColumnRole::id);
                table.columns.push_back({column, model::ColumnRole::id});
                break;
            }
    if (!has_answer(table.columns)) {
        for (int column = question_column + 1; column < grid.table().columns; ++column) {
            const auto taken = [&](const RoleColumn& known) { return known.column == column; };
            if (std::any_of(table.columns.begin(), table.columns.end(), taken)) continue;
            table.columns.push_back({column, model::ColumnRole::answer});
            break;
        }
    }
    // Where all columns are known and none is for the answer, the supplier answered in the remarks.
    if (!has_answer(table.columns))
        for (RoleColumn& known : table.columns)
            if (known.role == model::ColumnRole::remark && known.column > question_column) {
                known.role = model::ColumnRole::answer;
                break;
            }
    if (!has_answer(table.columns)) return std::nullopt;
    std::sort(table.columns.begin(), table.columns.end(),
              [](const RoleColumn& left, const RoleColumn& right) { return left.column < right.column; });
    return table;
}

}  // namespace

int QuestionTable::column_of(model::ColumnRole role) const
{
    for (const RoleColumn& known : columns)
        if (known.role == role) return known.column;
    return -1;
}

bool QuestionTable::repeats_header(int row, const FormPatterns& patterns) const
{
    // An answer may begin with "Svar" too: all cells of the row must be headers. In most rows the first is none.
    for (const model::Cell& cell : grid.row(row)) {
        const std::string text = cell.text();
        if (!text.empty() && !patterns.column_role(text) && !heads_ticks(grid, cell)) return false;
    }
    const std::vector<RoleColumn> again = header_roles(grid, row, patterns);
    return again.size() >= 2 && is_header(again, patterns.form());
}

std::vector<RoleColumn> header_roles(const Grid& grid, int row, const FormPatterns& patterns)
{
    std::vector<RoleColumn> columns;
    for (const model::Cell& cell : grid.row(row)) {
        if (grid.hidden(cell)) continue;
        const std::string text = cell.text();
        if (heads_ticks(grid, cell)) {
            columns.push_back({cell.column, model::ColumnRole::choice, std::string(text::trimmed(text))});
            continue;
        }
        const auto role = patterns.column_role(text);
        if (!role) continue;
        // A merged title row is no header even when it begins with such a word.
        constexpr int widest_header = 8;
        if (cell.column_span > widest_header) continue;
        for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
            if (column > cell.column && !may_repeat(*role)) break;
            add_role(columns, column, *role);
        }
    }
    return columns;
}

RowSigns signs_of(const QuestionTable& table, int row, const FormPatterns& patterns)
{
    RowSigns signs;
    const int id_column = table.column_of(model::ColumnRole::id);
    const int question_column = table.column_of(model::ColumnRole::question);
    for (const model::Cell& cell : table.grid.row(row)) {
        if (cell.column == id_column) signs.id_cell = &cell;
        if (cell.column == question_column) signs.question_cell = &cell;
    }
    if (signs.id_cell) signs.printed_id = text::trimmed(signs.id_cell->shown_text());
    if (signs.question_cell) {
        signs.question = content_of(*signs.question_cell).text;
        const LeadingId number = leading_id(signs.question);
        const bool known = !number.id.empty() && patterns.question_with_id(number.id).has_value();
        const bool plain = !number.id.empty() && number.id.find_first_not_of("0123456789.") == std::string::npos;
        if ((known || plain) && number.rest < signs.question.size()) {
            if (signs.printed_id.empty()) signs.printed_id = number.id;
            signs.question.erase(0, number.rest);
        }
        else if (signs.printed_id.empty() && !signs.question_cell->blocks.empty()) {
            // The question itself is an item of a numbered list.
            const auto* first = std::get_if<model::Paragraph>(&signs.question_cell->blocks.front());
            if (first && first->label.find_first_of("0123456789") != std::string::npos) signs.printed_id = first->label;
        }
    }
    if (!signs.printed_id.empty()) signs.by_id = patterns.question_with_id(signs.printed_id);
    if (signs.question.empty() || signs.question.size() > longest_question) return signs;

    signs.by_fingerprint = patterns.questions_in_words(signs.question);
    if (!signs.by_fingerprint.empty()) return signs;
    // Some layouts put the explanations in a column of their own.
    std::string with_guidance = signs.question;
    for (const RoleColumn& known : table.columns)
        if (known.role == model::ColumnRole::guidance)
            if (const model::Cell* cell = table.grid.at(row, known.column))
                with_guidance += '\n' + content_of(*cell).text;
    if (with_guidance.size() > signs.question.size()) signs.by_fingerprint = patterns.questions_in_words(with_guidance);
    if (signs.by_fingerprint.empty()) signs.by_text = patterns.questions(text::fold_text(signs.question));
    return signs;
}

std::vector<QuestionTable> find_question_tables(const model::Document& document, const FormPatterns& patterns)
{
    struct Candidate {
        Grid grid;
        std::optional<QuestionTable> table;
        std::set<std::size_t> questions;
    };
    std::vector<Candidate> candidates;
    for (const model::Table* table : all_tables(document))
        if (!table->marks.hidden && !(table->sheet && announces_sample(table->name)))
            candidates.push_back({Grid(*table), std::nullopt, {}});

    std::set<std::size_t> found;
    const auto keep = [&](Candidate& candidate, std::optional<QuestionTable> table) {
        if (!table) return;
        candidate.questions = questions_in(*table, patterns);
        candidate.table = std::move(table);
        found.insert(candidate.questions.begin(), candidate.questions.end());
    };
    const QuestionTable* before = nullptr;
    for (Candidate& candidate : candidates) {
        keep(candidate, with_header(candidate.grid, patterns));
        if (!candidate.table && before) keep(candidate, continuing(candidate.grid, *before, patterns));
        if (candidate.table && !candidate.questions.empty()) before = &*candidate.table;
    }
    if (2 * found.size() < patterns.form().questions.size())
        for (Candidate& candidate : candidates)
            if (candidate.questions.empty()) {
                candidate.table.reset();
                keep(candidate, by_content(candidate.grid, patterns));
            }

    // A table with the right header and none of the form's questions still counts beside one that has some: the buyer
    // may have added questions of his own.
    std::vector<QuestionTable> tables;
    if (found.empty()) return tables;
    for (Candidate& candidate : candidates)
        if (candidate.table) tables.push_back(std::move(*candidate.table));
    return tables;
}

bool announces_sample(std::string_view text)
{
    static constexpr std::array words{"eksempel", "eksempler", "exempel", "example", "examples", "sample", "esimerkki"};
    const std::string folded = text::fold_text(text.substr(0, 40));
    for (const std::string_view word : words) {
        if (!folded.starts_with(word)) continue;
        if (folded.size() == word.size()) return true;
        const char next = folded[word.size()];
        if (next == ' ' || next == ':' || next == '\n' || next == '-' || next == '.') return true;
    }
    return false;
}

}  // namespace samsvar::intake
