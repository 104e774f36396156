#include "layout/slots_records.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "layout/grid.h"
#include "layout/printed_id.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

using model::ColumnRole;

constexpr std::size_t least_records = 3;
constexpr std::size_t longest_label = 60;  // bytes of what a part is called
constexpr std::size_t most_rows = 20'000;
constexpr double sure_fit = 0.85;

/// A row: a label and what it says, or one text alone.
struct Line {
    int row = 0;
    const model::Cell* id = nullptr;  ///< a number to the left of the label
    const model::Cell* left = nullptr;
    const model::Cell* right = nullptr;  ///< null when no cell stands there
    int right_column = 0;
    bool alone = false;  ///< one text, nothing right of it
    std::string name;    ///< folded label without its number; empty when too long for one
    std::string number;  ///< the label's number: 3.2 of "Answer 3.2"
};

/// A table or sheet whose rows are lines.
struct Lines {
    const model::Table* table = nullptr;
    std::size_t block = 0;
    std::vector<Line> lines;
};

std::string text_of(const model::Cell& cell)
{
    return std::string(text::trimmed(cell.text()));
}

bool holds_digit(std::string_view text)
{
    return text.find_first_of("0123456789") != std::string_view::npos;
}

bool holds_table(const model::Cell& cell)
{
    return std::any_of(cell.blocks.begin(), cell.blocks.end(),
                       [](const model::Block& block) { return std::holds_alternative<model::Table>(block); });
}

bool blank(const model::Cell& cell)
{
    return std::none_of(cell.blocks.begin(), cell.blocks.end(), [](const model::Block& block) {
        const auto* paragraph = std::get_if<model::Paragraph>(&block);
        return !paragraph || !is_blank(paragraph->text);
    });
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
        if (sheet && cell.choices.empty() && blank(cell)) continue;
        cells.push_back(&cell);
        if (cells.size() > most_cells) return std::nullopt;
    }
    Line line;
    line.row = row;
    std::size_t at = 0;
    while (at < cells.size() && blank(*cells[at])) ++at;
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

/// What a label that comes back with every question is for.
struct Part {
    std::size_t count = 0;  ///< lines where something stands right of it
    std::size_t alone = 0;  ///< lines of a sheet where nothing does: the place of an answer not given is no cell
    std::string shown;
    std::optional<ColumnRole> role;  ///< by its words; nothing when they are not known
};

bool is_answer(const Part& part)
{
    return part.role == ColumnRole::answer || part.role == ColumnRole::choice;
}

struct Parts {
    std::map<std::string, Part> by_name;
    bool beside_questions = false;  ///< answers stand right of their questions, and only what is added has a label
};

class Records {
public:
    Records(const model::Document& document, const Words& words, const Parts& parts)
        : document_(document), words_(words), parts_(parts.by_name), pairs_(parts.beside_questions)
    {
    }

    /// Reads the lines of a table; `above`: the headings and paragraphs over it.
    void read(const Lines& lines, const Above& above)
    {
        open_ = false;
        section_ = above.section();
        section_unit_ = model::no_unit;
        const std::size_t before = found_.size();
        for (std::size_t index = 0; index < lines.lines.size(); ++index) {
            const Line& line = lines.lines[index];
            if (const Part* part = part_of(line)) {
                if (!open_ && index == 0) open_from_above(above);
                read_part(lines, line, *part);
            }
            else
                read_other(lines, index);
        }
        if (found_.size() > before && std::find(tables_.begin(), tables_.end(), lines.table) == tables_.end())
            tables_.push_back(lines.table);
    }

    FoundRecords finish(std::size_t block);

private:
    const Part* part_of(const Line& line) const
    {
        const auto found = line.name.empty() ? parts_.end() : parts_.find(line.name);
        return found == parts_.end() ? nullptr : &found->second;
    }

    FoundSlot& current() { return found_.back(); }

    void begin()
    {
        FoundSlot slot;
        slot.evidence = Evidence::announced;
        slot.question.section = section_;
        if (section_unit_ != model::no_unit) slot.question.units.push_back(section_unit_);
        section_unit_ = model::no_unit;
        found_.push_back(std::move(slot));
        open_ = true;
    }

    void ask(const model::Cell& cell)
    {
        model::LayoutQuestion& question = current().question;
        const std::string shown = text_of(cell);
        const NumberedText number = numbered(shown);
        if (question.id.empty()) question.id = number.id;
        describe(current(), question.id == number.id ? number.text : shown, words_);
        question.place = document_.place(cell.unit);
        question.units.push_back(cell.unit);
    }

    /// The question is the paragraph above the table.
    void open_from_above(const Above& above)
    {
        const Above::Question question = above.question();
        if (question.text.text.empty() || !(question.asks || question.numbered)) return;
        section_ = question.section;
        begin();
        current().question.id = question.text.id;
        describe(current(), question.text.text, words_);
        current().question.guidance = question.guidance;
        current().question.units.insert(current().question.units.end(), question.units.begin(), question.units.end());
        current().question.place = document_.place(question.units.front());
        used_above_.insert(question.paragraphs.begin(), question.paragraphs.end());
    }

    void read_part(const Lines& lines, const Line& line, const Part& part)
    {
        const ColumnRole role = *part.role;
        const bool describes = role == ColumnRole::id || role == ColumnRole::section || role == ColumnRole::question ||
                               role == ColumnRole::guidance;
        const bool answered = open_ && !current().question.answer_places.empty();
        if (role == ColumnRole::question
                ? !open_ || answered || !current().question.text.empty()
                : (role == ColumnRole::id || role == ColumnRole::section) && (!open_ || answered))
            begin();
        if (!open_) return;
        model::LayoutQuestion& question = current().question;
        question.units.push_back(line.left->unit);
        if (describes) {
            if (question.id.empty() && role == ColumnRole::question) question.id = id_of(line);
            if (line.right) describe_part(role, *line.right);
            return;
        }
        if (role == ColumnRole::reviewer || role == ColumnRole::other) return;
        add_answer(lines, line, role);
    }

    static std::string id_of(const Line& line) { return line.id ? plain_printed_id(text_of(*line.id)) : line.number; }

    void describe_part(ColumnRole role, const model::Cell& value)
    {
        const std::string text = text_of(value);
        model::LayoutQuestion& question = current().question;
        if (role == ColumnRole::question) return ask(value);
        question.units.push_back(value.unit);
        if (role == ColumnRole::id) question.id = plain_printed_id(text);
        if (role == ColumnRole::section && !text.empty()) question.section = plain_label(text);
        if (role == ColumnRole::guidance) question.guidance = text;
    }

    void add_answer(const Lines& lines, const Line& line, ColumnRole role)
    {
        model::LayoutQuestion& question = current().question;
        const model::Cell* cell = line.right;
        const model::Place place =
            cell ? document_.place(cell->unit)
                 : model::Place{document_.file, lines.table->part, model::cell_name(line.row, line.right_column),
                                lines.table->sheet};
        question.answer_places.push_back(place);
        if (!cell) return;
        Answered answer = layout::read_answer(*cell, place, words_);
        for (model::AnswerPart& part : answer.parts) {
            const auto& choices = cell->choices;
            if (std::find(choices.begin(), choices.end(), part.text) != choices.end()) part.role = ColumnRole::choice;
            if (part.role == ColumnRole::answer) part.role = role;
            question.parts.push_back(std::move(part));
        }
        if (answer.prefilled.empty()) return;
        if (!question.prefilled.empty()) question.prefilled += '\n';
        question.prefilled += answer.prefilled;
    }

    /// A line whose label does not come back: it opens a record, or heads a section.
    void read_other(const Lines& lines, std::size_t index)
    {
        const Line& line = lines.lines[index];
        const Part* next = index + 1 < lines.lines.size() ? part_of(lines.lines[index + 1]) : nullptr;
        const bool answered_next = next && *next->role != ColumnRole::question && *next->role != ColumnRole::id &&
                                   *next->role != ColumnRole::section;
        if (!answered_next) return head(line);
        begin();
        model::LayoutQuestion& question = current().question;
        if (line.id) {
            // "1.1 | Who …? | weight", with the labels below the question.
            question.id = plain_printed_id(text_of(*line.id));
            question.units.push_back(line.id->unit);
        }
        if (line.alone || line.id || blank(*line.right)) return ask(*line.left);
        if (!pairs_ && !line.number.empty() && !asks(text_of(*line.left))) {
            // "S-01 | Who …?", "1. Access | Who …?"
            question.id = line.number;
            question.units.push_back(line.left->unit);
            return ask(*line.right);
        }
        ask(*line.left);
        if (pairs_) add_answer(lines, line, ColumnRole::answer);
    }

    /// Something else than a part: the title of a section when nothing stands beside it.
    void head(const Line& line)
    {
        open_ = false;
        if (!line.alone) return;
        section_ = plain_label(text_of(*line.left));
        section_unit_ = line.left->unit;
    }

    const model::Document& document_;
    const Words& words_;
    const std::map<std::string, Part>& parts_;
    bool pairs_;
    std::vector<FoundSlot> found_;
    std::vector<const model::Table*> tables_;
    std::set<const model::Paragraph*> used_above_;
    bool open_ = false;
    std::string section_;
    model::UnitId section_unit_ = model::no_unit;
};

std::string counted(std::size_t count, std::string_view what)
{
    return std::to_string(count) + ' ' + std::string(what);
}

FoundRecords Records::finish(std::size_t block)
{
    FoundRecords records;
    const std::size_t opened = found_.size();
    std::erase_if(found_, [](const FoundSlot& slot) {
        return slot.question.text.empty() || slot.question.answer_places.empty();
    });
    if (found_.size() < least_records || found_.size() * 5 < opened * 4) return records;
    const auto asking = std::count_if(found_.begin(), found_.end(), [](const FoundSlot& slot) { return slot.asks; });
    const bool asks = static_cast<std::size_t>(asking) * 2 >= found_.size();
    bool announced = pairs_;
    std::size_t others = 0;
    model::LayoutRegion& region = records.found.region;
    for (const auto& [name, part] : parts_) {
        announced = announced || part.role == ColumnRole::answer;
        others += !words_.other_table(part.shown).empty();
        region.reasons.push_back(
            {'"' + part.shown + "\" stands left of " + counted(part.count, "texts: ") + name_of(*part.role),
             part.role == ColumnRole::answer ? 0.8 : 0.3});
    }
    // "Status" and the like stand on the cards of risks and measures too.
    if (!announced && (!asks || others > 1)) return records;
    if (asking > 0)
        region.reasons.push_back(
            {std::to_string(asking) + " of " + std::to_string(found_.size()) + " are questions or requests", 0.6});
    if (tables_.size() > 1) region.reasons.push_back({"records in " + counted(tables_.size(), "tables"), 0.4});
    region.kind = model::RegionKind::slots;
    region.table = tables_.front()->name;
    region.part = tables_.front()->part;
    region.sheet = tables_.front()->sheet;
    region.last_row = tables_.front()->rows - 1;
    region.taken = true;
    region.confidence = (announced ? 0.8 : 0.6) + (asks ? 0.15 : 0);
    records.found.block = block;
    records.found.slots = std::move(found_);
    records.tables = std::move(tables_);
    records.used_above = std::move(used_above_);
    return records;
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
            const bool pair = !over.alone && !blank(*over.right) && ends_with_question_mark(text_of(*over.left));
            ++(pair ? below[line.name].pair : below[line.name].question);
        }
    return below;
}

/// Words that come back on the left of tables of one kind, with what they are for; none when they are no parts of
/// questions.
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
        if (part.count + part.alone < least_records) continue;
        const std::vector<Words::RoleFit> roles = words.roles(name);
        if (!roles.empty() && roles.front().fit >= sure_fit) part.role = roles.front().role;
        // Where nothing is filled in, only the very word tells a label from a title.
        if (part.count > 0 || (part.role && roles.front().fit == 1)) part.count += part.alone;
    }
    std::erase_if(parts, [](const auto& one) { return one.second.count < least_records; });
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
            if (below.pair >= least_records && below.question == 0 && added)
                all.beside_questions = true;
            else if (below.question >= least_records && below.pair == 0 && !part->second.role)
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

}  // namespace

std::vector<FoundRecords> find_records(const model::Document& document, const Words& words)
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

    std::vector<FoundRecords> all;
    for (std::vector<Lines>& stream : streams) {
        const Parts parts = parts_of(stream, words);
        if (parts.by_name.empty()) continue;
        Records records(document, words, parts);
        Above above;
        std::size_t block = 0;
        for (const Lines& lines : stream) {
            if (!holds_part(lines, parts)) continue;
            for (; block < lines.block; ++block) {
                if (const auto* paragraph = std::get_if<model::Paragraph>(&document.blocks[block]))
                    above.paragraph(*paragraph, paragraph->unit);
                else
                    above.interrupt();
            }
            records.read(lines, above);
        }
        FoundRecords found = records.finish(stream.front().block);
        if (!found.tables.empty()) all.push_back(std::move(found));
    }
    return all;
}

}  // namespace samsvar::layout
