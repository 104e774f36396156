#include "layout/question_rows.h"

#include <algorithm>
#include <map>
#include <set>

#include "layout/column_profile.h"
#include "layout/printed_id.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

using model::ColumnRole;

constexpr std::size_t longest_section = 160;

bool is_answer_role(ColumnRole role)
{
    return role == ColumnRole::choice || role == ColumnRole::answer || role == ColumnRole::remark ||
           role == ColumnRole::evidence;
}

void add_line(std::string& text, std::string_view line)
{
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

class RowReader {
public:
    RowReader(const model::Document& document, const TableText& table, const model::LayoutRegion& region,
              std::size_t index, const Words& words)
        : document_(document), table_(table), region_(region), index_(index), words_(words)
    {
        for (const model::LayoutColumn& column : region.columns) by_role_[column.role].push_back(&column);
        for (const int row : table.rows())
            if (row >= region.first_row && row <= region.last_row && !heads(row)) body_.push_back(row);
        study();
    }

    std::vector<RowQuestion> read()
    {
        for (const int row : table_.rows()) {
            const bool inside = row >= region_.first_row && row <= region_.last_row;
            if (heads(row))
                read_header(row);
            else if (inside)
                read_row(row);
        }
        return std::move(questions_);
    }

private:
    struct Found {
        std::string text;
        std::vector<model::UnitId> units;
        bool formula = false;
        bool wide = false;       // across most of the columns
        bool continued = false;  // its cell began in a row above
    };

    bool heads(int row) const
    {
        return std::binary_search(region_.header_rows.begin(), region_.header_rows.end(), row);
    }

    const std::vector<const model::LayoutColumn*>& columns(ColumnRole role) const
    {
        static const std::vector<const model::LayoutColumn*> none;
        const auto found = by_role_.find(role);
        return found == by_role_.end() ? none : found->second;
    }

    /// What is usual for the rows of this table: the shape of their ids, the columns they fill, values nobody typed.
    void study()
    {
        std::map<std::string, std::size_t> shapes;
        std::map<int, std::size_t> filled;
        for (const int row : body_) {
            for (const TextCell& cell : table_.row(row))
                if (!cell.blank()) ++filled[cell.cell->column];
            if (columns(ColumnRole::id).empty()) continue;
            const TextCell id = table_.starting(row, columns(ColumnRole::id).front()->column);
            if (id.cell && !id.blank()) {
                ++shapes[id_shape(plain_printed_id(id.text()))];
                ++ids_;
            }
        }
        for (const auto& [shape, count] : shapes)
            if (count * 2 > ids_) usual_shape_ = shape;
        for (const model::LayoutColumn& column : region_.columns)
            if (column.role != ColumnRole::id && column.role != ColumnRole::question &&
                filled[column.column] * 10 >= body_.size() * 6)
                usual_columns_.push_back(column.column);
        defaults_ = standing_texts(table_, body_);
        std::erase_if(defaults_, [&](const auto& standing) { return words_.choice(standing.second).has_value(); });
    }

    Found text_in(int row, const std::vector<const model::LayoutColumn*>& of, bool from_above) const
    {
        Found found;
        const model::Cell* before = nullptr;
        for (const model::LayoutColumn* column : of) {
            const TextCell cell = from_above ? table_.at(row, column->column) : table_.starting(row, column->column);
            if (!cell.cell || cell.cell == before) continue;
            before = cell.cell;
            if (cell.text().empty()) continue;
            add_line(found.text, cell.text());
            found.units.push_back(cell.cell->unit);
            found.formula = found.formula || cell.content->marks.formula;
            found.continued = found.continued || cell.cell->row < row;
            found.wide = found.wide || is_wide(*cell.cell);
        }
        return found;
    }

    bool is_wide(const model::Cell& cell) const
    {
        const auto count = std::count_if(region_.columns.begin(), region_.columns.end(), [&](const auto& column) {
            return column.column >= cell.column && column.column < cell.column + cell.column_span;
        });
        return count >= 3 && count * 10 >= static_cast<std::ptrdiff_t>(region_.columns.size()) * 6;
    }

    /// A cell of a header row over the numbers or questions that names no column names the section that begins there.
    void read_header(int row)
    {
        // A header that stands once names columns, in words that are not known.
        if (region_.header_rows.size() < 2) return;
        for (const ColumnRole role : {ColumnRole::id, ColumnRole::question})
            for (const model::LayoutColumn* column : columns(role)) {
                const TextCell cell = table_.starting(row, column->column);
                if (!cell.cell || cell.text().empty() || cell.text().size() > longest_section) continue;
                const auto roles = words_.roles(cell.text());
                if (!roles.empty() && roles.front().fit >= 0.85) continue;
                section_row_ = text::trimmed(cell.text());
                section_unit_ = cell.cell->unit;
                return;
            }
    }

    bool fills_usual_columns(int row) const
    {
        return std::any_of(usual_columns_.begin(), usual_columns_.end(), [&](int column) {
            const TextCell cell = table_.at(row, column);
            return cell.cell && !cell.blank();
        });
    }

    bool fills_answer_columns(int row) const
    {
        return std::any_of(region_.columns.begin(), region_.columns.end(), [&](const model::LayoutColumn& column) {
            const TextCell cell = is_answer_role(column.role) ? table_.starting(row, column.column) : TextCell{};
            return cell.cell && !cell.blank();
        });
    }

    std::size_t filled_cells(int row) const
    {
        std::size_t filled = 0;
        for (const TextCell& cell : table_.row(row)) filled += !cell.blank();
        return filled;
    }

    bool is_section(int row, const Found& id, const Found& asked) const
    {
        const std::string_view text = text::trimmed(asked.text.empty() ? id.text : asked.text);
        if (text.empty() || text.size() > longest_section || text.ends_with('?')) return false;
        // "distributed in source form;" goes on with a list, no title does.
        const char first = text.front();
        if ((first >= 'a' && first <= 'z') || text.ends_with(';') || text.ends_with(',')) return false;
        if (asked.wide && filled_cells(row) == 1) return true;
        if (fills_usual_columns(row) || fills_answer_columns(row) || has_field(row, id.text.empty())) return false;
        const bool numbered_elsewhere = ids_ * 10 >= body_.size() * 7;
        // Only a number or title where all others have number, text and more.
        if (asked.text.empty()) return numbered_elsewhere && !is_printed_id(id.text);
        if (!usual_columns_.empty()) {
            if (!id.text.empty()) return id_shape(plain_printed_id(id.text)) != usual_shape_;
            // Where many rows have no number, one more without is a question like them.
            return ids_ == 0 || numbered_elsewhere;
        }
        return id.text.empty() && numbered_elsewhere;
    }

    /// A place to answer; lists count only where asked, for they cover whole columns, titles included.
    bool has_field(int row, bool lists) const
    {
        for (const model::LayoutColumn& column : region_.columns) {
            if (!is_answer_role(column.role)) continue;
            const TextCell cell = table_.starting(row, column.column);
            if (cell.cell && (cell.content->boxes || !cell.content->placeholder.empty() ||
                              (lists && !cell.cell->choices.empty())))
                return true;
        }
        return false;
    }

    void read_row(int row)
    {
        Found id = text_in(row, columns(ColumnRole::id), false);
        Found asked = text_in(row, columns(ColumnRole::question), false);
        // One cell over both columns is a title or a note.
        if (!id.units.empty() && id.units == asked.units) {
            id = {};
            asked.wide = true;
        }
        if (is_section(row, id, asked)) {
            section_row_ = text::trimmed(asked.text.empty() ? id.text : asked.text);
            section_unit_ = asked.units.empty() ? id.units.front() : asked.units.front();
            return;
        }
        if (asked.text.empty() && !id.text.empty()) asked = text_in(row, columns(ColumnRole::question), true);
        if (asked.text.empty()) {
            // More of the answer above: its question's cell reaches down here, or the row has nothing but an answer.
            if (!questions_.empty() && id.text.empty()) read_answers(row, questions_.back().question, true);
            return;
        }
        if (words_.announces_sample(asked.text) || (!id.text.empty() && words_.announces_sample(id.text))) return;
        if (filled_cells(row) == 1 && asked.wide) return;  // guidance across the table
        // "Company name" among labels without a header asks who the supplier is.
        if (region_.header_rows.empty() && id.text.empty() && !words_.fact(asked.text).empty()) return;
        RowQuestion found;
        found.computed = id.text.empty() ? asked.formula : id.formula;
        model::LayoutQuestion& question = found.question;
        question.region = index_;
        question.row = row;
        std::string title;  // "A.6.1.1 Roles and responsibilities" in the column of numbers
        question.id = plain_printed_id(id.text);
        if (const IdInFront front = id_in_front(id.text); !is_printed_id(id.text) && !front.id.empty()) {
            question.id = front.id;
            title = text::trimmed(std::string_view(id.text).substr(front.rest));
        }
        question.text = text::trimmed(asked.text);
        question.units = id.units;
        question.units.insert(question.units.end(), asked.units.begin(), asked.units.end());
        if (columns(ColumnRole::id).empty())
            if (const IdInFront front = id_in_front(question.text); !front.id.empty()) {
                question.id = front.id;
                question.text = text::trimmed(std::string_view(question.text).substr(front.rest));
            }
        question.place = document_.place(asked.units.front());
        add_section(row, question);
        if (!title.empty()) question.section += (question.section.empty() ? "" : " / ") + title;
        const Found help = text_in(row, columns(ColumnRole::guidance), true);
        question.guidance = help.text;
        question.units.insert(question.units.end(), help.units.begin(), help.units.end());
        read_answers(row, question, false);
        found.computed = found.computed || answers_computed(row);
        questions_.push_back(std::move(found));
    }

    void add_section(int row, model::LayoutQuestion& question)
    {
        Found section;
        for (const model::LayoutColumn* column : columns(ColumnRole::section)) {
            const TextCell cell = table_.at(row, column->column);
            std::string& known = section_column_[column->column];
            if (cell.cell && !cell.text().empty()) {
                known = text::trimmed(cell.text());
                if (cell.cell->row == row) question.units.push_back(cell.cell->unit);
            }
            if (known.empty() || (!section.text.empty() && section.text.ends_with(known))) continue;
            section.text += (section.text.empty() ? "" : " / ") + known;
        }
        if (section.text.empty()) {
            section.text = section_row_;
            if (section_unit_ != model::no_unit) question.units.push_back(section_unit_);
            section_unit_ = model::no_unit;
        }
        question.section = section.text;
    }

    /// What should be typed is fetched from elsewhere by a formula: in the first column to answer in, or in the one right
    /// of the question.
    bool answers_computed(int row) const
    {
        const auto computed = [&](int column) {
            const TextCell cell = table_.at(row, column);
            return cell.cell && cell.cell->marks.formula;
        };
        if (!columns(ColumnRole::question).empty() && computed(columns(ColumnRole::question).back()->column + 1)) return true;
        const auto first = std::find_if(region_.columns.begin(), region_.columns.end(), [](const auto& column) {
            return column.role == ColumnRole::answer || column.role == ColumnRole::choice;
        });
        return first != region_.columns.end() && computed(first->column);
    }

    void read_answers(int row, model::LayoutQuestion& question, bool more)
    {
        const model::Cell* before = nullptr;
        for (const model::LayoutColumn& column : region_.columns) {
            if (!is_answer_role(column.role)) continue;
            const TextCell cell = more ? table_.starting(row, column.column) : table_.at(row, column.column);
            if (!cell.cell || cell.cell == before) continue;
            before = cell.cell;
            const model::Place place = document_.place(cell.cell->unit);
            if (!column.choice.empty()) {
                if (!more) question.answer_places.push_back(place);
                if (is_ticked(*cell.cell, *cell.content))
                    question.parts.push_back({ColumnRole::choice, column.choice, place, cell.content->marks});
                continue;
            }
            read_answer(column, cell, place, question, more);
        }
    }

    void read_answer(const model::LayoutColumn& column, const TextCell& cell, const model::Place& place,
                     model::LayoutQuestion& question, bool more)
    {
        const Content& content = *cell.content;
        if (!more || !content.empty()) question.answer_places.push_back(place);
        if (content.empty()) {
            add_line(question.prefilled, content.placeholder);
            return;
        }
        std::string text = content.choice;
        add_line(text, content.text);
        const auto standing = defaults_.find(column.column);
        if ((standing != defaults_.end() && standing->second == text) || words_.is_unanswered(text) ||
            words_.announces_sample(text)) {
            add_line(question.prefilled, text);
            return;
        }
        question.parts.push_back({column.role, text, place, content.marks});
    }

    const model::Document& document_;
    const TableText& table_;
    const model::LayoutRegion& region_;
    std::size_t index_;
    const Words& words_;
    std::map<ColumnRole, std::vector<const model::LayoutColumn*>> by_role_;
    std::vector<int> body_;
    std::size_t ids_ = 0;
    std::string usual_shape_;
    std::vector<int> usual_columns_;
    std::map<int, std::string> defaults_;
    std::string section_row_;
    model::UnitId section_unit_ = model::no_unit;
    std::map<int, std::string> section_column_;
    std::vector<RowQuestion> questions_;
};

}  // namespace

std::vector<RowQuestion> read_question_rows(const model::Document& document, const TableText& table,
                                            const model::LayoutRegion& region, std::size_t index, const Words& words)
{
    return RowReader(document, table, region, index, words).read();
}

}  // namespace samsvar::layout
