#include "layout/column_profile.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "layout/printed_id.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t sentence_bytes = 34;
constexpr std::size_t sentence_blanks = 3;

bool is_sentence(std::string_view text)
{
    return text.size() >= sentence_bytes ||
           static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) >= sentence_blanks;
}

bool asks(std::string_view text)
{
    return text.find("? ") != std::string_view::npos || text.find("?\n") != std::string_view::npos ||
           text.ends_with('?') || text.ends_with("?)") || text.ends_with("？") || text.ends_with("か。");
}

bool is_number(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '%' || c == ' ';
    });
}

bool is_address(std::string_view text)
{
    return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
}

bool has_field(const model::Cell& cell, const Content& content)
{
    return content.boxes || !content.placeholder.empty() || !cell.controls().empty();
}

/// The values a cell allows; null when any will do.
const std::vector<std::string>* list_of(const model::Cell& cell)
{
    const std::vector<std::string>* choices = cell.choices.empty() ? nullptr : &cell.choices;
    for (const model::Control* control : cell.controls())
        if (!control->choices.empty()) choices = &control->choices;
    return choices;
}

const std::string& text_of(const Content& content)
{
    return content.text.empty() ? content.choice : content.text;
}

/// What a text is, whatever cell it stands in.
struct TextKind {
    TextKind(std::string_view text, const Words& words)
        : guid(is_guid(text)),
          id(guid || is_printed_id(text)),
          numbered(!id && !id_in_front(text).id.empty()),
          number(is_number(text)),
          address(is_address(text)),
          sentence(!id && is_sentence(text)),
          question(asks(text)),
          choice(words.choice(text).has_value())
    {
    }
    bool guid, id, numbered, number, address, sentence, question, choice;
};

class Profiler {
public:
    Profiler(const Words& words, std::size_t columns) : words_(words), texts_(columns) {}

    void add(const TextCell& cell, ColumnProfile& profile)
    {
        const Content& content = *cell.content;
        add_list(*cell.cell, profile);
        profile.fields += has_field(*cell.cell, content);
        profile.merged += cell.cell->row_span > 1;
        const bool mark = is_mark(content);
        profile.marks += mark;
        if (content.empty()) return;
        const std::string& text = text_of(content);
        ++profile.filled;
        profile.bytes += text.size();
        profile.formulas += content.marks.formula;
        const TextKind& kind = kind_of(text, static_cast<std::size_t>(profile.column));
        profile.guids += kind.guid;
        profile.ids += kind.id;
        profile.numbered += kind.numbered;
        profile.numbers += kind.number;
        profile.addresses += kind.address;
        profile.sentences += kind.sentence;
        profile.questions += kind.question;
        profile.choices += !mark && (!content.choice.empty() || kind.choice);
    }

    std::size_t distinct(std::size_t column) const { return texts_[column].size(); }

private:
    /// Many cells of a column say the same, which is judged once.
    const TextKind& kind_of(std::string_view text, std::size_t column)
    {
        const auto found = texts_[column].find(text);
        if (found != texts_[column].end()) return found->second;
        return texts_[column].emplace(text, TextKind(text, words_)).first->second;
    }

    void add_list(const model::Cell& cell, ColumnProfile& profile)
    {
        const std::vector<std::string>* choices = list_of(cell);
        if (!choices) return;
        ++profile.lists;
        if (profile.first_list.empty()) profile.first_list = choices->front();
        // Whole columns share one list: judged once as long as it stays the same.
        if (*choices != judged_) {
            judged_ = *choices;
            judgement_ = std::any_of(judged_.begin(), judged_.end(),
                                     [&](const std::string& one) { return words_.choice(one).has_value(); });
        }
        profile.choice_lists += judgement_;
    }

    const Words& words_;
    std::vector<std::unordered_map<std::string_view, TextKind>> texts_;  // a column
    std::vector<std::string> judged_;
    bool judgement_ = false;
};

/// add(cell, column) for the cells that say something of the column they begin in: a title across the table does not.
template <typename Add>
void each_cell(const TableText& table, const std::vector<int>& rows, const Add& add)
{
    const auto columns = static_cast<std::size_t>(std::max(table.table().columns, 0));
    for (const int row : rows) {
        const std::vector<TextCell> cells = table.row(row);
        for (const TextCell& cell : cells) {
            const auto column = static_cast<std::size_t>(cell.cell->column);
            if (column < columns && (cell.cell->column_span <= 2 || cells.size() > 2)) add(cell, column);
        }
    }
}

}  // namespace

bool is_mark(const Content& content)
{
    constexpr std::array<std::string_view, 12> marks{"x", "X", "✓", "✔", "☒", "☑", "☐", "✗", "✘", "●", "×", "√"};
    return content.choice.empty() &&
           std::find(marks.begin(), marks.end(), std::string_view(content.text)) != marks.end();
}

std::vector<ColumnProfile> profile_columns(const TableText& table, const std::vector<int>& rows, const Words& words)
{
    const auto columns = static_cast<std::size_t>(std::max(table.table().columns, 0));
    std::vector<ColumnProfile> profiles(columns);
    for (std::size_t column = 0; column < columns; ++column) {
        profiles[column].column = static_cast<int>(column);
        profiles[column].rows = rows.size();
    }
    Profiler profiler(words, columns);
    each_cell(table, rows, [&](const TextCell& cell, std::size_t column) { profiler.add(cell, profiles[column]); });
    for (std::size_t column = 0; column < columns; ++column) profiles[column].distinct = profiler.distinct(column);
    std::erase_if(profiles, [&](const ColumnProfile& profile) { return table.column_hidden(profile.column); });
    return profiles;
}

std::map<int, std::string> standing_texts(const TableText& table, const std::vector<int>& rows)
{
    constexpr std::size_t fewest = 6;
    struct Column {
        const std::string* text = nullptr;
        bool same = true;
        bool numbers = true;
        bool offered = false;
        std::size_t filled = 0;
    };
    std::vector<Column> columns(static_cast<std::size_t>(std::max(table.table().columns, 0)));
    each_cell(table, rows, [&](const TextCell& cell, std::size_t index) {
        Column& column = columns[index];
        column.offered = column.offered || list_of(*cell.cell) || has_field(*cell.cell, *cell.content);
        if (cell.blank()) return;
        const std::string& text = text_of(*cell.content);
        if (!column.text) column.text = &text;
        column.same = column.same && *column.text == text;
        column.numbers = column.numbers && is_number(text);
        ++column.filled;
    });
    std::map<int, std::string> standing;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const Column& column = columns[index];
        if (column.filled < fewest || column.filled * 10 < rows.size() * 9 || !column.same ||
            !(column.offered || column.numbers) || table.column_hidden(static_cast<int>(index)))
            continue;
        standing[static_cast<int>(index)] = *column.text;
    }
    return standing;
}

}  // namespace samsvar::layout
