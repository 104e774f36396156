#include "layout/column_profile.h"

#include <algorithm>
#include <array>
#include <unordered_set>

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

class Profiler {
public:
    explicit Profiler(const Words& words) : words_(words) {}

    void add(const TextCell& cell, ColumnProfile& profile, std::unordered_set<std::string_view>& texts)
    {
        const Content& content = *cell.content;
        add_list(*cell.cell, profile);
        profile.fields += has_field(*cell.cell, content);
        profile.merged += cell.cell->row_span > 1;
        profile.marks += is_mark(content);
        if (content.empty()) return;
        const std::string& text = content.text.empty() ? content.choice : content.text;
        ++profile.filled;
        profile.bytes += text.size();
        texts.insert(text);
        profile.formulas += content.marks.formula;
        const bool guid = is_guid(text);
        const bool numbered = guid || is_printed_id(text);
        profile.guids += guid;
        profile.ids += numbered;
        profile.numbered += !numbered && !id_in_front(text).id.empty();
        profile.numbers += is_number(text);
        profile.addresses += is_address(text);
        profile.sentences += !numbered && is_sentence(text);
        profile.questions += asks(text);
        profile.choices += !is_mark(content) && (!content.choice.empty() || words_.choice(text).has_value());
    }

private:
    void add_list(const model::Cell& cell, ColumnProfile& profile)
    {
        const std::vector<std::string>* choices = &cell.choices;
        for (const model::Control* control : cell.controls())
            if (!control->choices.empty()) choices = &control->choices;
        if (choices->empty()) return;
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
    std::vector<std::string> judged_;
    bool judgement_ = false;
};

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
    std::vector<std::unordered_set<std::string_view>> texts(columns);
    for (std::size_t column = 0; column < columns; ++column) {
        profiles[column].column = static_cast<int>(column);
        profiles[column].rows = rows.size();
    }
    Profiler profiler(words);
    for (const int row : rows) {
        const std::vector<TextCell> cells = table.row(row);
        for (const TextCell& cell : cells) {
            const auto column = static_cast<std::size_t>(cell.cell->column);
            // A title across the table says nothing about the column it begins in.
            if (column >= columns || (cell.cell->column_span > 2 && cells.size() <= 2)) continue;
            profiler.add(cell, profiles[column], texts[column]);
        }
    }
    for (std::size_t column = 0; column < columns; ++column) {
        profiles[column].distinct = texts[column].size();
        if (texts[column].size() == 1) profiles[column].constant = std::string(*texts[column].begin());
    }
    std::erase_if(profiles, [&](const ColumnProfile& profile) { return table.column_hidden(profile.column); });
    return profiles;
}

}  // namespace samsvar::layout
