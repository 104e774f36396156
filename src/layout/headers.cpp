#include "layout/headers.h"

#include <algorithm>
#include <set>

#include "layout/printed_id.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t longest_header = 90;
constexpr double least_fit = 0.6;
constexpr double sure_fit = 0.85;
constexpr int deepest_header = 5;         // rows
constexpr std::size_t rows_to_search = 60;  // for a header that only its shape gives away

bool holds_digit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "Question 1" heads nothing, "Level 1" may.
bool is_numbered_id(std::string_view text)
{
    return holds_digit(text) && is_printed_id(text);
}

HeaderCell header_cell(const TextCell& cell, const Words& words)
{
    HeaderCell header;
    header.cell = cell.cell;
    header.text = cell.text();
    if (header.text.size() > longest_header) return header;
    header.roles = words.roles(header.text);
    if (!header.roles.empty() && header.roles.front().fit < least_fit) header.roles.clear();
    header.choice = words.choice(header.text).value_or("");
    header.other = words.other_table(header.text);
    return header;
}

/// What the cells of a row say about its being a header.
struct RowSigns {
    std::vector<HeaderCell> cells;
    std::size_t filled = 0;
    std::size_t known = 0;      // cells whose words are known
    std::size_t too_long = 0;
    std::size_t others = 0;     // cells that head tables of another kind
    bool numbered = false;      // holds an id: a row of the body
    bool asks = false;          // holds a question
    bool group = false;         // yes, no … side by side
    bool sure = false;
    std::set<model::ColumnRole> roles;
    std::set<std::string> texts;
};

/// Whether the row can be no header whatever its words say: few cells, a question, a row's number in front.
bool is_body(const std::vector<TextCell>& cells)
{
    std::size_t filled = 0;
    std::size_t too_long = 0;
    for (const TextCell& cell : cells) {
        const std::string& text = cell.text();
        if (text.empty()) continue;
        ++filled;
        too_long += text.size() > longest_header;
        if (text.size() > 25 && text.back() == '?') return true;
        if (const std::string front = text.size() <= longest_header ? id_in_front(text).id : std::string();
            front.find('.') != std::string::npos && holds_digit(front))
            return true;  // "A.6.1 Organisation" is a title in the body
    }
    return filled < 2 || too_long * 3 > filled;
}

RowSigns signs_of_row(const TableText& table, int row, const Words& words)
{
    RowSigns signs;
    std::string before;
    int before_column = -2;
    for (const TextCell& cell : table.row(row)) {
        if (cell.text().empty()) continue;
        ++signs.filled;
        signs.texts.insert(cell.text());
        HeaderCell header = header_cell(cell, words);
        signs.too_long += header.text.size() > longest_header;
        // "L1", "L2" over columns far to the right are headers; the row's own number stands in front.
        signs.numbered = signs.numbered || (signs.filled <= 2 && header.roles.empty() && is_numbered_id(header.text));
        if (const std::string front = id_in_front(header.text).id; front.find('.') != std::string::npos && holds_digit(front))
            signs.numbered = true;
        signs.asks = signs.asks || (header.text.size() > 25 && header.text.back() == '?');
        signs.others += !header.other.empty();
        if (!header.roles.empty()) {
            ++signs.known;
            signs.roles.insert(header.roles.front().role);
            signs.sure = signs.sure || header.roles.front().fit >= sure_fit;
        }
        else if (!header.other.empty()) {
            ++signs.known;
        }
        if (!header.choice.empty()) {
            if (!before.empty() && before != header.choice && header.cell->column == before_column) signs.group = true;
            before = header.choice;
            before_column = header.cell->column + header.cell->column_span;
        }
        signs.cells.push_back(std::move(header));
    }
    return signs;
}

bool is_header(const RowSigns& signs)
{
    if (signs.numbered || signs.asks || signs.filled < 2 || signs.texts.size() < signs.filled) return false;
    if (signs.too_long * 3 > signs.filled) return false;
    if (signs.group && signs.known + 2 >= signs.filled) return true;
    // The header of a table of another kind: it ends the one above.
    if (signs.others >= 2 && signs.known * 2 >= signs.filled) return true;
    return signs.roles.size() >= 2 && signs.sure && signs.known * 2 >= signs.filled;
}

/// Below a first header the bar is higher: rows of a body hold words of headers too.
bool begins_table(const Header& header)
{
    constexpr std::size_t longest = 45;
    std::size_t known = 0;
    for (const HeaderCell& cell : header.cells) {
        if (cell.text.size() > longest) return false;
        known += !cell.choice.empty() || !cell.other.empty() || (!cell.roles.empty() && cell.roles.front().fit >= 0.75);
    }
    // One cell may name the section that begins.
    return known == header.cells.size() || (known >= 3 && known + 1 == header.cells.size());
}

/// The rows right above a row of yes, no … that name the other columns.
void add_upper_rows(const TableText& table, const Words& words, Header& header)
{
    constexpr int highest = 3;
    const bool group = std::count_if(header.cells.begin(), header.cells.end(),
                                     [](const HeaderCell& cell) { return !cell.choice.empty(); }) >= 2;
    if (!group) return;
    const auto& rows = table.rows();
    auto at = std::lower_bound(rows.begin(), rows.end(), header.rows.front());
    std::vector<int> upper;
    std::vector<HeaderCell> cells;
    bool known = false;
    for (int count = 0; at != rows.begin() && count < highest; ++count) {
        --at;
        if (*at != header.rows.front() - count - 1) break;
        const RowSigns signs = signs_of_row(table, *at, words);
        if (signs.filled == 0 || signs.numbered || signs.asks || signs.too_long > 0) break;
        known = known || signs.known > 0;
        upper.insert(upper.begin(), *at);
        cells.insert(cells.begin(), signs.cells.begin(), signs.cells.end());
        if (signs.known >= 2) break;
    }
    if (!known) return;
    header.rows.insert(header.rows.begin(), upper.begin(), upper.end());
    header.cells.insert(header.cells.begin(), cells.begin(), cells.end());
}

/// The rows below that belong to the same header: those its cells reach into, and those that name what a wide cell of
/// it holds.
void add_lower_rows(const TableText& table, const Words& words, Header& header)
{
    int reach = header.rows.back();
    bool wide = false;
    for (const HeaderCell& cell : header.cells) {
        reach = std::max(reach, std::min(cell.cell->row + cell.cell->row_span - 1, header.rows.back() + deepest_header));
        wide = wide || (cell.cell->column_span > 1 && !cell.roles.empty());
    }
    const auto& rows = table.rows();
    for (auto next = std::upper_bound(rows.begin(), rows.end(), header.rows.back()); next != rows.end(); ++next) {
        const RowSigns signs = signs_of_row(table, *next, words);
        const bool inside = *next <= reach;
        const bool names = wide && *next <= header.rows.front() + deepest_header && signs.filled > 0 && !signs.numbered &&
                           !signs.asks && signs.too_long == 0 &&
                           std::all_of(signs.cells.begin(), signs.cells.end(), [&](const HeaderCell& cell) {
                               return std::any_of(header.cells.begin(), header.cells.end(), [&](const HeaderCell& over) {
                                   return over.cell->column_span > 1 && over.cell->column <= cell.cell->column &&
                                          cell.cell->column < over.cell->column + over.cell->column_span;
                               });
                           });
        if (!inside && !names) break;
        header.rows.push_back(*next);
        header.cells.insert(header.cells.end(), signs.cells.begin(), signs.cells.end());
    }
}

bool is_open(const TextCell& cell)
{
    return !cell.cell || cell.blank() || cell.content->boxes || !cell.content->placeholder.empty();
}

/// The first row has texts in all columns, and below it a column stands open to be filled in.
bool heads_open_column(const TableText& table, std::size_t filled)
{
    const auto& rows = table.rows();
    const std::vector<TextCell> first = table.row(rows.front());
    if (rows.size() < 3 || filled != first.size()) return false;
    // A first question reads like the others.
    constexpr std::size_t longest = 60;
    if (std::any_of(first.begin(), first.end(), [](const TextCell& cell) {
            return cell.text().size() > longest || !id_in_front(cell.text()).id.empty();
        }))
        return false;
    for (std::size_t index = 1; index < first.size(); ++index) {
        if (is_open(first[index])) return false;
        std::size_t open = 0;
        for (std::size_t row = 1; row < rows.size(); ++row) open += is_open(table.at(rows[row], first[index].cell->column));
        if (open * 10 >= (rows.size() - 1) * 7) return true;
    }
    return false;
}

/// A first row of short distinct texts over rows of another kind, in a language the vocabulary does not know.
std::optional<Header> header_by_shape(const TableText& table, const Words& words)
{
    const auto& rows = table.rows();
    constexpr std::size_t rows_below = 2;
    for (std::size_t index = 0; index + rows_below < rows.size() && index < rows_to_search; ++index) {
        const RowSigns signs = signs_of_row(table, rows[index], words);
        if (signs.filled < 2 || signs.numbered || signs.asks || signs.too_long > 0 || signs.texts.size() < signs.filled)
            continue;
        if (index == 0 && heads_open_column(table, signs.filled)) return Header{{rows[index]}, signs.cells, false, true};
        if (signs.filled < 3) continue;
        // Below it: something numbered or long in one and the same column, for most of the rows.
        std::size_t like_body = 0;
        std::size_t looked_at = 0;
        for (std::size_t below = index + 1; below < rows.size() && below <= index + 8; ++below, ++looked_at) {
            const RowSigns body = signs_of_row(table, rows[below], words);
            like_body += body.numbered || body.asks || body.too_long > 0;
        }
        if (like_body * 2 < looked_at) continue;
        return Header{{rows[index]}, signs.cells, false, false};
    }
    return std::nullopt;
}

}  // namespace

double HeaderCell::fit(model::ColumnRole role) const
{
    for (const Words::RoleFit& one : roles)
        if (one.role == role) return one.fit;
    return 0;
}

std::vector<const HeaderCell*> Header::over(int column) const
{
    std::vector<const HeaderCell*> found;
    for (const HeaderCell& cell : cells)
        if (cell.cell->column <= column && column < cell.cell->column + cell.cell->column_span) found.push_back(&cell);
    return found;
}

bool Header::repeats(const Header& other) const
{
    // The cell over the numbers often names the section and changes; the words over the other columns stay.
    std::size_t same = 0;
    std::size_t different = 0;
    for (const HeaderCell& cell : cells) {
        if (cell.roles.empty() && cell.choice.empty()) continue;
        const bool found = std::any_of(other.cells.begin(), other.cells.end(), [&](const HeaderCell& one) {
            return one.cell->column == cell.cell->column && text::fold_text(one.text) == text::fold_text(cell.text);
        });
        ++(found ? same : different);
    }
    return same >= 2 && different <= 1;
}

std::vector<Header> find_headers(const TableText& table, const Words& words)
{
    std::vector<Header> headers;
    const auto& rows = table.rows();
    for (std::size_t index = 0; index < rows.size(); ++index) {
        if (is_body(table.row(rows[index]))) continue;
        RowSigns signs = signs_of_row(table, rows[index], words);
        if (!is_header(signs)) continue;
        Header header{{rows[index]}, std::move(signs.cells), true, false};
        if (!headers.empty() && !begins_table(header) && !header.repeats(headers.front())) continue;
        add_upper_rows(table, words, header);
        add_lower_rows(table, words, header);
        while (index + 1 < rows.size() && rows[index + 1] <= header.rows.back()) ++index;
        headers.push_back(std::move(header));
    }
    if (headers.empty())
        if (auto header = header_by_shape(table, words)) headers.push_back(std::move(*header));
    return headers;
}

}  // namespace samsvar::layout
