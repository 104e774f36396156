#include "intake/answers.h"

#include <algorithm>
#include <map>

namespace samsvar::intake {

namespace {

using model::ColumnRole;

bool is_part(ColumnRole role)
{
    return role == ColumnRole::choice || role == ColumnRole::answer || role == ColumnRole::remark ||
           role == ColumnRole::evidence;
}

class AnswerReader {
public:
    AnswerReader(const model::Document& document, const model::Form& form, Ledger& ledger,
                 model::Submission& submission)
        : document_(document), form_(form), ledger_(ledger), submission_(submission)
    {
        for (const model::Aside& aside : document.asides)
            if (aside.kind == model::UnitKind::footnote && aside.anchor != model::no_unit)
                footnotes_.emplace(aside.anchor, &aside.paragraph);
    }

    void read(const std::vector<QuestionTable>& tables, const std::vector<Row>& rows)
    {
        for (const QuestionTable& table : tables)
            for (const int row : table.header_rows)
                for (const model::Cell& cell : table.grid.row(row)) enter(table, cell, "header");
        for (const Row& row : rows) read_row(row);
        finish();
    }

private:
    using Place = model::Place;

    Place place_of(const model::Cell& cell) const { return document_.place(cell.unit); }

    /// The place of a row's answer even when the file has no cell there (an empty sheet cell is not stored).
    Place answer_place(const Row& row) const
    {
        const QuestionTable& table = *row.table;
        int column = table.column_of(ColumnRole::answer);
        if (column < 0) column = table.column_of(ColumnRole::choice);
        if (column < 0) return {};
        if (const model::Cell* cell = table.grid.at(row.number, column)) return place_of(*cell);
        const model::Table& sheet = table.grid.table();
        return sheet.sheet ? Place{document_.file, sheet.name, model::cell_name(row.number, column), true} : Place{};
    }

    void problem(const Place& place, const std::string& text) { submission_.problems.push_back({place, text}); }

    /// Enters a cell as used, or as ignored when nobody who opens the file sees it.
    void enter(const QuestionTable& table, const model::Cell& cell, std::string_view use)
    {
        if (table.grid.hidden(cell))
            ledger_.ignore(cell, table.grid.table().marks.hidden ? reason::hidden_sheet : reason::hidden);
        else
            ledger_.use(cell, use);
    }

    void enter_row(const Row& row, std::string_view use)
    {
        for (const model::Cell& cell : row.table->grid.row(row.number)) enter(*row.table, cell, use);
    }

    void ignore_row(const Row& row, std::string_view why)
    {
        for (const model::Cell& cell : row.table->grid.row(row.number)) ledger_.ignore(cell, why);
    }

    void read_row(const Row& row)
    {
        switch (row.kind) {
            case RowKind::blank: ignore_row(row, reason::empty); return;
            case RowKind::hidden:
                ignore_row(row, reason::hidden);
                if (row.signs.by_id || !row.signs.by_text.empty() || !row.signs.by_fingerprint.empty())
                    problem(place_of(row.table->grid.row(row.number).front()),
                            "the row is hidden and was not read, although a question stands in it; show the row if its "
                            "answer counts");
                return;
            case RowKind::header: ignore_row(row, reason::repeated_header); return;
            case RowKind::sample: ignore_row(row, reason::sample); return;
            case RowKind::section:
                enter_row(row, "section");
                current_ = nullptr;
                return;
            case RowKind::guidance: enter_row(row, "guidance"); return;
            case RowKind::elsewhere: return;
            case RowKind::beyond_limit:
                if (!told_limit_)
                    problem(place_of(row.table->grid.row(row.number).front()),
                            "the questionnaire has too many rows; from here on nothing was read");
                told_limit_ = true;
                ignore_row(row, reason::beyond_limit);
                return;
            case RowKind::question: begin(row); break;
            case RowKind::continuation:
                if (!current_) {
                    problem(place_of(row.table->grid.row(row.number).front()),
                            "an answer stands here without a question above it; it was not read");
                    ignore_row(row, reason::outside);
                    return;
                }
                break;
        }
        read_cells(row);
    }

    void begin(const Row& row)
    {
        model::Answer answer;
        answer.printed_question = row.signs.question;
        if (row.signs.question_cell)
            answer.question_place = place_of(*row.signs.question_cell);
        else if (row.signs.id_cell)
            answer.question_place = place_of(*row.signs.id_cell);
        if (!row.question) {
            answer.question = row.signs.printed_id.empty() ? std::string() : plain_id(row.signs.printed_id);
            problem(answer.question_place,
                    "the row fits no question of the form \"" + form_.id + "\" by number or text; read it by hand");
            submission_.unmatched.push_back(std::move(answer));
            current_ = &submission_.unmatched.back();
            return;
        }
        const model::Question& question = form_.questions[*row.question];
        answer.question = question.id;
        const auto& printed_as = row.signs.by_fingerprint;
        const bool exact = std::find(printed_as.begin(), printed_as.end(), *row.question) != printed_as.end();
        answer.question_edited =
            row.rewritten || (!exact && !question.fingerprint.empty() && !row.signs.question.empty());
        if (row.rewritten)
            problem(answer.question_place, "question " + question.id +
                                               " is printed here in other words than the form's; "
                                               "only its number was recognised");
        if (!row.mismatch.empty()) ++mismatches_;
        if (!row.mismatch.empty() && mismatches_ == 1)
            first_mismatch_ = {answer.question_place, "the number printed here belongs to question " + row.mismatch +
                                                          ", but the text is that of question " + question.id};
        std::vector<model::Answer>& known = answers_[*row.question];
        known.push_back(std::move(answer));
        current_ = &known.back();
    }

    void read_cells(const Row& row)
    {
        const QuestionTable& table = *row.table;
        const bool begins = row.kind == RowKind::question;
        for (const RoleColumn& known : table.columns) {
            const model::Cell* cell = table.grid.at(row.number, known.column);
            if (!cell || cell->column != known.column) continue;
            const bool own = cell->row == row.number;
            // A merged answer over several questions answers each of them.
            if (is_part(known.role) && (own || begins) && !table.grid.hidden(*cell)) add_part(*cell, known);
        }
        for (const model::Cell& cell : table.grid.row(row.number)) {
            if (ledger_.decided(cell.unit)) continue;
            const auto role = std::find_if(table.columns.begin(), table.columns.end(),
                                           [&](const RoleColumn& known) { return known.column == cell.column; });
            if (table.grid.hidden(cell) || role == table.columns.end()) {
                const bool hidden = table.grid.hidden(cell);
                const bool sheet = table.grid.table().marks.hidden;
                ledger_.ignore(cell, !hidden ? reason::other_column : sheet ? reason::hidden_sheet : reason::hidden);
            }
            else if (role->role == ColumnRole::reviewer)
                ledger_.ignore(cell, reason::reviewer_column);
            else if (role->role == ColumnRole::other)
                ledger_.ignore(cell, reason::other_column);
            else
                ledger_.use(cell, name_of(role->role));
        }
        if (current_->parts.empty() && begins) {
            const Place place = answer_place(row);
            if (!place.file.empty()) current_->parts.push_back({ColumnRole::answer, {}, place, {}});
        }
    }

    void add_part(const model::Cell& cell, const RoleColumn& column)
    {
        constexpr std::size_t longest_tick = 4;  // "x", "Ja", "✓": bytes
        ColumnRole role = column.role;
        Content content = content_of(cell);
        const Place place = place_of(cell);
        if (!column.choice.empty()) {
            if (is_ticked(cell, content)) content.choice = column.choice;
            if (content.text.size() <= longest_tick) content.text.clear();
            role = ColumnRole::answer;  // of what was written there instead of a tick
        }
        if (!content.struck.empty())
            problem(place, "struck-through text was not read as an answer: \"" + content.struck.substr(0, 80) + "\"");
        if (!content.hidden.empty()) problem(place, "hidden text was not read as an answer");
        if (content.empty()) {
            if (!content.placeholder.empty() && role != ColumnRole::evidence) {
                model::Marks marks = content.marks;
                marks.placeholder = true;
                put({role, content.placeholder, place, marks});
            }
            ledger_.ignore(cell, reason_for_nothing(content));
        }
        else {
            if (!content.choice.empty()) put({ColumnRole::choice, content.choice, place, content.marks});
            if (!content.text.empty()) put({role, content.text, place, content.marks});
            ledger_.use(cell, name_of(column.role));
        }
        // A supplier's footnote under an answer is a part of it.
        const auto [first, last] = footnotes_.equal_range(cell.unit);
        for (auto footnote = first; footnote != last; ++footnote) {
            const Content note = content_of(*footnote->second);
            if (note.text.empty()) continue;
            put({ColumnRole::remark, note.text, document_.place(footnote->second->unit), note.marks});
            ledger_.use(footnote->second->unit, "remark");
        }
    }

    void put(model::AnswerPart part)
    {
        std::vector<model::AnswerPart>& parts = current_->parts;
        // The empty part only held the place.
        if (parts.size() == 1 && parts.front().text.empty()) parts.clear();
        const auto same = [&](const model::AnswerPart& known) {
            return known.place == part.place && known.role == part.role && known.text == part.text;
        };
        if (std::none_of(parts.begin(), parts.end(), same)) parts.push_back(std::move(part));
    }

    /// One answer per question: a question that stands twice in the file has both its answers, and a note about it.
    void finish()
    {
        for (std::size_t index = 0; index < form_.questions.size(); ++index) {
            const auto found = answers_.find(index);
            if (found == answers_.end()) {
                submission_.missing_questions.push_back(form_.questions[index].id);
                continue;
            }
            std::vector<model::Answer>& known = found->second;
            const auto holds_text = [](const model::Answer& answer) {
                return std::any_of(answer.parts.begin(), answer.parts.end(),
                                   [](const model::AnswerPart& part) { return !part.text.empty(); });
            };
            const auto first = std::find_if(known.begin(), known.end(), holds_text);
            model::Answer answer = first == known.end() ? known.front() : *first;
            for (const model::Answer& other : known) {
                if (&other == &*(first == known.end() ? known.begin() : first) || !holds_text(other)) continue;
                if (other.text() == answer.text() && other.evidence_text() == answer.evidence_text()) continue;
                problem(other.place(), "question " + answer.question + " is answered here and in " +
                                           answer.place().text() + "; both answers were read as one");
                answer.parts.insert(answer.parts.end(), other.parts.begin(), other.parts.end());
            }
            submission_.answers.push_back(std::move(answer));
        }
        if (mismatches_ > 0) {
            first_mismatch_.text += "; the text decided";
            if (mismatches_ > 1)
                first_mismatch_.text +=
                    " (" + std::to_string(mismatches_) + " rows carry another number than the form's)";
            submission_.problems.push_back(first_mismatch_);
        }
    }

    const model::Document& document_;
    const model::Form& form_;
    Ledger& ledger_;
    model::Submission& submission_;
    std::map<std::size_t, std::vector<model::Answer>> answers_;  ///< by index of the question
    model::Answer* current_ = nullptr;
    std::multimap<model::UnitId, const model::Paragraph*> footnotes_;  ///< by the unit they belong to
    std::size_t mismatches_ = 0;
    model::Problem first_mismatch_;
    bool told_limit_ = false;
};

}  // namespace

void read_answers(const model::Document& document, const model::Form& form, const std::vector<QuestionTable>& tables,
                  const std::vector<Row>& rows, Ledger& ledger, model::Submission& submission)
{
    AnswerReader(document, form, ledger, submission).read(tables, rows);
}

}  // namespace samsvar::intake
