#include "layout/slots_records.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "layout/printed_id.h"
#include "layout/slots_record_lines.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

using model::ColumnRole;
using namespace records;

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
        if (line.alone || line.id || is_blank_cell(*line.right)) return ask(*line.left);
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
    if (found_.size() < least || found_.size() * 5 < opened * 4) return records;
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

}  // namespace

std::vector<FoundRecords> find_records(const model::Document& document, const Words& words)
{
    std::vector<FoundRecords> all;
    for (const std::vector<Lines>& stream : line_streams(document)) {
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
