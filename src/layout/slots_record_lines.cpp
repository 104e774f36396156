#include "layout/slots_record_lines.h"

#include <algorithm>

#include "layout/grid.h"
#include "layout/printed_id.h"
#include "layout/slots_found.h"
#include "text/fold.h"

namespace samsvar::layout::records {

namespace {

using model::ColumnRole;

constexpr std::size_t longest_label = 60;  // bytes of what a part is called
constexpr std::size_t most_rows = 20'000;
constexpr double sure_fit = 0.85;

bool holds_digit(std::string_view text)
{
    return text.find_first_of("0123456789") != std::string_view::npos;
}

bool holds_table(const model::Cell& cell)
{
    return std::any_of(cell.blocks.begin(), cell.blocks.end(),
                       [](const model::Block& block) { return std::holds_alternative<model::Table>(block); });
}

bool is_short(const model::Cell& cell)
{
    std::size_t bytes = 0;
    for (const model::Block& block : cell.blocks)
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) bytes += paragraph->text.size();
    return bytes <= longest_label * 2;  // blanks around it do not count
}

bool is_number(const model::Cell& cell)
{
    return is_short(cell) && is_printed_id(text_of(cell));
}

/// "Answer 3.2:" → "answer" and "3.2".
void name_line(Line& line)
{
    if (!is_short(*line.left)) return;
    const std::string shown = plain_label(text_of(*line.left));
    if (shown.empty() || shown.size() > longest_label) return;
    if (is_printed_id(shown)) {
        line.number = plain_printed_id(shown);
        return;
    }
    std::string_view label = shown;
    const NumberedText front = numbered(shown);
    if (!front.id.empty()) {
        line.number = front.id;
        label = front.text;
    }
    else if (const std::size_t blank = shown.rfind(' '); blank != std::string::npos) {
        const std::string_view last = std::string_view(shown).substr(blank + 1);
        if (holds_digit(last) && is_printed_id(last)) {
            line.number = plain_printed_id(last);
            label = label.substr(0, blank);
        }
    }
    const std::string folded = text::fold_text(label);
    const std::size_t end = folded.find_last_not_of(" .:;*?!#-");
    if (end != std::string::npos) line.name = folded.substr(0, end + 1);
}

/// The row as a line; nothing when it holds more than a number, a label, its text and a cell behind.
std::optional<Line> line_of(const Grid& grid, int row)
{
    constexpr std::size_t most_cells = 4;
    const bool sheet = grid.table().sheet;
    std::vector<const model::Cell*> cells;
    for (const model::Cell& cell : grid.row(row)) {
        if (grid.hidden(cell)) continue;
        if (holds_table(cell)) return std::nullopt;
        // Blank cells of a Word table are places; a sheet has them everywhere.
        if (sheet && cell.choices.empty() && is_blank_cell(cell)) continue;
        cells.push_back(&cell);
        if (cells.size() > most_cells) return std::nullopt;
    }
    Line line;
    line.row = row;
    std::size_t at = 0;
    while (at < cells.size() && is_blank_cell(*cells[at])) ++at;
    if (at == cells.size()) return std::nullopt;
    if (at + 2 < cells.size() && is_number(*cells[at])) line.id = cells[at++];
    line.left = cells[at];
    line.alone = at + 1 == cells.size();
    line.right_column = line.left->column + line.left->column_span;
    if (!line.alone) {
        line.right = cells[at + 1];
        line.right_column = line.right->column;
    }
    name_line(line);
    return line;
}

bool is_answer(const Part& part)
{
    return part.role == ColumnRole::answer || part.role == ColumnRole::choice;
}

bool asks_in(const Line& line)
{
    return ends_with_question_mark(text_of(line.alone ? *line.left : *line.right)) ||
           ends_with_question_mark(text_of(*line.left));
}

/// How often a part stands right below a line that asks and is none.
struct Below {
    std::size_t question = 0;  ///< the question has the line for itself, or only its number beside it
    std::size_t pair = 0;      ///< something stands right of the question
};

std::map<std::string, Below> below_questions(const std::vector<Lines>& tables, const std::map<std::string, Part>& parts)
{
    std::map<std::string, Below> below;
    for (const Lines& lines : tables)
        for (std::size_t index = 1; index < lines.lines.size(); ++index) {
            const Line& line = lines.lines[index];
            const Line& over = lines.lines[index - 1];
            if (!parts.contains(line.name) || parts.contains(over.name) || !asks_in(over)) continue;
            const bool pair = !over.alone && !is_blank_cell(*over.right) && ends_with_question_mark(text_of(*over.left));
            ++(pair ? below[line.name].pair : below[line.name].question);
        }
    return below;
}

}  // namespace

std::string text_of(const model::Cell& cell)
{
    return std::string(text::trimmed(cell.text()));
}

bool is_blank_cell(const model::Cell& cell)
{
    return std::none_of(cell.blocks.begin(), cell.blocks.end(), [](const model::Block& block) {
        const auto* paragraph = std::get_if<model::Paragraph>(&block);
        return !paragraph || !is_blank(paragraph->text);
    });
}

std::vector<std::vector<Lines>> line_streams(const model::Document& document)
{
    std::vector<Lines> tables;  // of Word together, each sheet on its own
    std::vector<std::vector<Lines>> streams;
    std::size_t rows = 0;
    for (std::size_t block = 0; block < document.blocks.size(); ++block) {
        const auto* table = std::get_if<model::Table>(&document.blocks[block]);
        if (!table || table->marks.hidden) continue;
        const Grid grid(*table);
        rows += grid.rows().size();
        if (rows > most_rows) return {};
        Lines lines{table, block, {}};
        std::size_t other = 0;
        for (const int row : grid.rows()) {
            if (std::optional<Line> line = line_of(grid, row))
                lines.lines.push_back(std::move(*line));
            else
                ++other;
        }
        if (lines.lines.empty() || other > lines.lines.size()) continue;
        if (table->sheet)
            streams.push_back({std::move(lines)});
        else
            tables.push_back(std::move(lines));
    }
    if (!tables.empty()) streams.push_back(std::move(tables));
    return streams;
}

Parts parts_of(const std::vector<Lines>& tables, const Words& words)
{
    Parts all;
    std::map<std::string, Part>& parts = all.by_name;
    for (const Lines& lines : tables)
        for (const Line& line : lines.lines) {
            if (line.name.empty() || (line.alone && !lines.table->sheet)) continue;
            Part& part = parts[line.name];
            ++(line.alone ? part.alone : part.count);
            if (part.shown.empty()) part.shown = plain_label(text_of(*line.left));
        }
    for (auto& [name, part] : parts) {
        if (part.count + part.alone < least) continue;
        const std::vector<Words::RoleFit> roles = words.roles(name);
        if (!roles.empty() && roles.front().fit >= sure_fit) part.role = roles.front().role;
        // Where nothing is filled in, only the very word tells a label from a title.
        if (part.count > 0 || (part.role && roles.front().fit == 1)) part.count += part.alone;
    }
    std::erase_if(parts, [](const auto& one) { return one.second.count < least; });
    if (parts.empty()) return {};
    std::size_t most = 0;
    const auto answer_with = [&](const Part& part) { most = std::max(most, part.count); };
    for (const auto& [name, part] : parts)
        if (is_answer(part)) answer_with(part);
    if (most == 0) {
        // No word for an answer that is known: the word below the questions is one, or the answers stand beside them.
        for (const auto& [name, below] : below_questions(tables, parts)) {
            const auto part = parts.find(name);
            if ((below.question + below.pair) * 5 < part->second.count * 3) continue;
            const bool added = part->second.role == ColumnRole::remark || part->second.role == ColumnRole::evidence;
            if (below.pair >= least && below.question == 0 && added)
                all.beside_questions = true;
            else if (below.question >= least && below.pair == 0 && !part->second.role)
                part->second.role = ColumnRole::answer;
            else
                continue;
            answer_with(part->second);
        }
    }
    if (most == 0) return {};
    // A word that stands with a few questions only is no part of all; one that nobody knows is what was added to them.
    std::erase_if(parts, [&](const auto& one) { return !one.second.role && one.second.count * 2 < most; });
    for (auto& [name, part] : parts)
        if (!part.role) part.role = ColumnRole::remark;
    return all;
}

bool holds_part(const Lines& lines, const Parts& parts)
{
    return std::any_of(lines.lines.begin(), lines.lines.end(), [&](const Line& line) {
        const auto found = parts.by_name.find(line.name);
        return found != parts.by_name.end() && (parts.beside_questions || is_answer(found->second));
    });
}

}  // namespace samsvar::layout::records
