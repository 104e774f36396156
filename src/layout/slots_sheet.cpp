#include "layout/slots_sheet.h"

#include <algorithm>
#include <map>

#include "layout/grid.h"
#include "layout/printed_id.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t most_rows = 2000;  // a form without a header is shorter
constexpr std::size_t most_texts = 3;    // in a row: number, label, answer
constexpr std::size_t label_bytes = 300;

/// The texts of a row; empty cells count only when a list of answers belongs to them.
struct SheetRow {
    int number = 0;
    std::vector<const model::Cell*> cells;
};

struct SheetForm {
    const model::Document& document;
    const model::Table& sheet;
    const Words& words;
    Grid grid;
    std::vector<SheetRow> rows;
    FoundRegion found;
    std::string section;

    std::string text(const model::Cell& cell) const { return std::string(text::trimmed(cell.text())); }

    model::Place place_of(int row, int column) const
    {
        if (const model::Cell* cell = grid.at(row, column)) return document.place(cell->unit);
        return {document.file, sheet.part, model::cell_name(row, column), true};
    }

    bool read_rows()
    {
        for (const int number : grid.rows()) {
            if (std::binary_search(sheet.hidden_rows.begin(), sheet.hidden_rows.end(), number)) continue;
            SheetRow row{number, {}};
            for (const model::Cell& cell : grid.row(number)) {
                if (grid.hidden(cell)) continue;
                if (!cell.choices.empty() || !is_blank(cell.text())) row.cells.push_back(&cell);
                if (row.cells.size() > most_texts * 2) break;
            }
            if (!row.cells.empty()) rows.push_back(std::move(row));
            if (rows.size() > most_rows) return false;
        }
        return !rows.empty();
    }

    void add(const model::Cell& label, const model::Cell* id, std::optional<int> answer_row, int answer_column)
    {
        FoundSlot slot;
        model::LayoutQuestion& question = slot.question;
        const NumberedText number = numbered(text(label));
        question.id = id ? plain_printed_id(text(*id)) : number.id;
        if (id) question.units.push_back(id->unit);
        question.units.push_back(label.unit);
        describe(slot, number.text, words);
        question.section = section;
        question.place = document.place(label.unit);
        const int row = answer_row.value_or(label.row);
        const model::Cell* cell = grid.at(row, answer_column);
        const model::Place place = place_of(row, answer_column);
        question.answer_places.push_back(place);
        slot.evidence = Evidence::empty;
        if (cell) {
            Answered answer = read_answer(*cell, place, words);
            slot.evidence = cell->choices.empty() ? answer.evidence : Evidence::list;
            for (model::AnswerPart& part : answer.parts)
                if (std::find(cell->choices.begin(), cell->choices.end(), part.text) != cell->choices.end())
                    part.role = model::ColumnRole::choice;
            question.parts = std::move(answer.parts);
            question.prefilled = std::move(answer.prefilled);
        }
        found.slots.push_back(std::move(slot));
    }

    /// The column that most rows have something in, of those counted.
    static int most(const std::map<int, std::size_t>& columns)
    {
        int best = -1;
        std::size_t count = 0;
        for (const auto& [column, times] : columns)
            if (times > count) {
                best = column;
                count = times;
            }
        return best;
    }

    /// Labels with their answers to the right.
    void pairs()
    {
        std::map<int, std::size_t> labels;
        std::map<std::pair<int, int>, std::size_t> answers;
        std::size_t wide = 0;
        for (const SheetRow& row : rows) {
            if (row.cells.size() > most_texts) {
                ++wide;
                continue;
            }
            if (row.cells.size() < 2) continue;
            const std::size_t label = row.cells.size() == 3 && is_printed_id(text(*row.cells[0])) ? 1 : 0;
            if (label + 2 != row.cells.size()) continue;
            ++labels[row.cells[label]->column];
            ++answers[{row.cells[label]->column, row.cells[label + 1]->column}];
        }
        if (wide * 4 > rows.size() || labels.empty()) return;
        const int label_column = most(labels);
        std::map<int, std::size_t> behind;
        for (const auto& [columns, times] : answers)
            if (columns.first == label_column) behind[columns.second] += times;
        const int answer_column = most(behind);
        std::size_t usual = behind[answer_column];
        if (usual < 2 || usual * 3 < rows.size()) return;
        // A request without an answer is a question only among others that were answered; alone it instructs.
        std::size_t asked = 0;
        for (const SheetRow& row : rows)
            asked += row.cells.size() > 1 && asks(numbered(text(*row.cells[row.cells.size() - 2])).text);
        const bool requests = asked * 2 >= usual;
        for (const SheetRow& row : rows) {
            const auto cell_in = [&](int column) -> const model::Cell* {
                for (const model::Cell* cell : row.cells)
                    if (cell->column == column) return cell;
                return nullptr;
            };
            const model::Cell* label = cell_in(label_column);
            const model::Cell* answer = cell_in(answer_column);
            if (!label || is_blank(label->text()) || label->text().size() > label_bytes) continue;
            const std::string shown = text(*label);
            const bool reaches = label->column + label->column_span > answer_column;
            const bool blank_question =
                (requests && asks(shown)) || ends_with_question_mark(shown) || ends_with_colon(shown);
            if (!answer && (reaches || !blank_question)) {
                section = plain_label(shown);
                continue;
            }
            if (found.slots.empty() && found.other_kind.empty()) found.other_kind = words.other_table(shown);
            const model::Cell* id =
                row.cells.front() != label && is_printed_id(text(*row.cells.front())) ? row.cells.front() : nullptr;
            add(*label, id, std::nullopt, answer_column);
        }
    }

    NumberedText number_of(const SheetRow& row) const
    {
        if (row.cells.size() == 2 && is_printed_id(text(*row.cells.front())))
            return numbered_label(text(*row.cells.front()));
        return numbered(text(*row.cells.back()));
    }

    /// "Vedlegg 1 Beredskapsplan" names an annex, it does not ask for one.
    bool asked_in(const SheetRow& row) const
    {
        const std::string shown = text(*row.cells.back());
        return !words.heads_annex(shown) && asks(numbered(shown).text);
    }

    /// Questions with their answers in the cells below.
    void stack()
    {
        std::map<std::string, std::pair<std::size_t, std::size_t>>
            shapes;  // of numbers: how many, how many of them ask
        std::size_t alone = 0;
        std::size_t questions = 0;
        for (const SheetRow& row : rows) {
            if (row.cells.size() > 2) continue;
            ++alone;
            const bool asked = asked_in(row);
            questions += asked;
            const NumberedText number = number_of(row);
            if (number.id.empty()) continue;
            ++shapes[number.shape].first;
            shapes[number.shape].second += asked;
        }
        if (alone * 5 < rows.size() * 4 || questions < 2 || questions * 4 < rows.size()) return;
        // A statement among numbered questions is one of them.
        const auto is_question = [&](const SheetRow& row) {
            if (asked_in(row)) return true;
            const NumberedText number = number_of(row);
            if (number.id.empty()) return false;
            const auto& [count, asked] = shapes[number.shape];
            return asked * 2 >= count && count > 1;
        };
        for (std::size_t index = 0; index < rows.size(); ++index) {
            const model::Cell& cell = *rows[index].cells.back();
            if (!is_question(rows[index])) {
                section = plain_label(text(cell));
                continue;
            }
            const bool below = index + 1 < rows.size() && rows[index + 1].number <= rows[index].number + 2 &&
                               !is_question(rows[index + 1]);
            const bool title = below && index + 2 < rows.size() && rows[index + 1].number == rows[index].number + 2 &&
                               rows[index + 2].number == rows[index + 1].number + 1;
            const bool answered = below && !title;
            const model::Cell* id = rows[index].cells.size() == 2 && is_printed_id(text(*rows[index].cells.front()))
                                        ? rows[index].cells.front()
                                        : nullptr;
            const int row = answered ? rows[index + 1].number : rows[index].number + 1;
            add(cell, id, row, answered ? rows[index + 1].cells.back()->column : cell.column);
            if (answered) ++index;
        }
    }
};

}  // namespace

std::optional<FoundRegion> find_in_sheet(const model::Document& document, const model::Table& sheet, const Words& words,
                                         bool beside_questions)
{
    if (sheet.marks.hidden) return std::nullopt;
    SheetForm form{document, sheet, words, Grid(sheet), {}, {}, {}};
    form.found.region.kind = model::RegionKind::slots;
    form.found.region.table = sheet.name;
    form.found.region.part = sheet.part;
    form.found.region.sheet = true;
    form.found.region.last_row = sheet.rows - 1;
    if (!form.read_rows()) return std::nullopt;
    form.stack();
    if (form.found.slots.empty()) {
        form.section.clear();
        form.pairs();
    }
    if (form.found.slots.empty()) return std::nullopt;
    judge(form.found, beside_questions);
    return std::move(form.found);
}

}  // namespace samsvar::layout
