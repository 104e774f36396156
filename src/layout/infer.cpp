#include "layout/infer.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <set>

#include "layout/headers.h"
#include "layout/printed_id.h"
#include "layout/question_columns.h"
#include "layout/question_rows.h"
#include "layout/slots.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

using model::ColumnRole;

constexpr std::size_t most_cells = 400'000;  // of a table; no questionnaire is larger

/// A table that was looked at, kept as long as regions are weighed against each other.
struct Sheet {
    explicit Sheet(const model::Table& table, const Words& words) : text(table), headers(find_headers(text, words)) {}

    TableText text;
    std::vector<Header> headers;
};

/// A region with the questions in it.
struct Candidate {
    model::LayoutRegion region;
    const model::Table* table = nullptr;
    const Sheet* sheet = nullptr;    ///< null when the table was left alone
    const Header* header = nullptr;  ///< its first; null without one
    std::vector<int> rows;           ///< below its headers
    std::vector<RowQuestion> questions;
    bool closed = false;  ///< known to be something else: no single answers are looked for in it either

    bool has(ColumnRole role) const { return column_with(region, role) != nullptr; }
    bool answers() const { return has(ColumnRole::answer) || has(ColumnRole::choice); }
    bool numbered() const
    {
        const auto count = std::count_if(questions.begin(), questions.end(),
                                         [](const RowQuestion& one) { return !one.question.id.empty(); });
        return static_cast<std::size_t>(count) * 2 >= questions.size();
    }
};

/// Headers of one table that say the same, and the rows below them.
struct Segment {
    const Header* header = nullptr;
    std::vector<int> header_rows;
    std::vector<int> rows;
};

std::vector<int> rows_between(const TableText& table, int after, int before)
{
    std::vector<int> rows;
    for (const int row : table.rows()) {
        if (row <= after || row >= before) continue;
        const auto cells = table.row(row);
        if (std::any_of(cells.begin(), cells.end(), [](const TextCell& cell) { return !cell.blank(); }))
            rows.push_back(row);
    }
    return rows;
}

std::vector<Segment> segments_of(const TableText& table, const std::vector<Header>& headers)
{
    std::vector<Segment> segments;
    const int end = table.rows().empty() ? 0 : table.rows().back() + 1;
    for (std::size_t index = 0; index < headers.size(); ++index) {
        const Header& header = headers[index];
        const int next = index + 1 < headers.size() ? headers[index + 1].rows.front() : end;
        const std::vector<int> rows = rows_between(table, header.rows.back(), next);
        const bool again = !segments.empty() && header.repeats(*segments.back().header) &&
                           segments.back().header->repeats(header);
        if (!again) segments.push_back({&header, {}, {}});
        Segment& segment = segments.back();
        segment.header_rows.insert(segment.header_rows.end(), header.rows.begin(), header.rows.end());
        segment.rows.insert(segment.rows.end(), rows.begin(), rows.end());
    }
    return segments;
}

/// The headings over a table, the highest first.
using Headings = std::vector<std::string>;

/// The headings over each Word table that stands in the body.
std::map<const model::Table*, Headings> headings_over(const model::Document& document)
{
    constexpr std::size_t levels = 11;
    std::map<const model::Table*, Headings> over;
    std::array<std::string, levels> open;
    for (const model::Block& block : document.blocks) {
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
            const auto level = static_cast<std::size_t>(std::clamp(paragraph->heading, 0, 10));
            if (level == 0 || level == 10 || text::trimmed(paragraph->text).empty()) continue;
            open[level] = paragraph->label.empty() ? std::string() : paragraph->label + ' ';
            open[level] += text::trimmed(paragraph->text);
            std::fill(open.begin() + static_cast<std::ptrdiff_t>(level) + 1, open.end(), std::string());
            continue;
        }
        Headings headings;
        for (const std::string& heading : open)
            if (!heading.empty()) headings.push_back(heading);
        over[&std::get<model::Table>(block)] = std::move(headings);
    }
    return over;
}

bool has_fields(const TableText& text)
{
    return std::any_of(text.table().cells.begin(), text.table().cells.end(), [&](const model::Cell& cell) {
        const Content& content = text.content(cell);
        return content.boxes || !content.placeholder.empty() || !cell.controls().empty();
    });
}

class Inference {
public:
    Inference(const model::Document& document, const Words& words) : document_(document), words_(words) {}

    model::Layout infer()
    {
        headings_ = headings_over(document_);
        std::vector<FoundRecords> records = find_records(document_, words_);
        std::set<const model::Table*> of_records;
        for (const FoundRecords& one : records) of_records.insert(one.tables.begin(), one.tables.end());
        const model::Table* previous = nullptr;
        for (const model::Table* table : all_tables(document_)) {
            if (!of_records.contains(table)) look_at(*table, previous);
            previous = table;
        }
        take_relatives();
        drop_echoes();
        drop_legends();
        drop_annexes();
        return finish(std::move(records));
    }

private:
    void leave(const model::Table& table, std::string why)
    {
        Candidate candidate;
        candidate.table = &table;
        candidate.closed = true;
        candidate.region.table = table.name;
        candidate.region.part = table.part;
        candidate.region.sheet = table.sheet;
        candidate.region.last_row = table.rows - 1;
        candidate.region.reasons.push_back({std::move(why), -5});
        candidates_.push_back(std::move(candidate));
    }

    void look_at(const model::Table& table, const model::Table* previous)
    {
        if (table.cells.size() < 4) return;
        if (table.marks.hidden) return leave(table, "the sheet is hidden");
        if (table.cells.size() > most_cells) return leave(table, "too large for a questionnaire");
        const Sheet& sheet = sheets_.emplace_back(table, words_);
        if (!table.sheet && goes_on(sheet, previous)) return;
        std::vector<Candidate> found;
        for (Segment& segment : segments_of(sheet.text, sheet.headers)) {
            Candidate candidate;
            candidate.region = assign_columns(sheet.text, segment.header, segment.rows, words_);
            candidate.region.header_rows = segment.header_rows;
            candidate.header = segment.header;
            candidate.rows = std::move(segment.rows);
            found.push_back(std::move(candidate));
        }
        if (std::none_of(sheet.headers.begin(), sheet.headers.end(), [](const Header& one) { return one.sure(); })) {
            Candidate bare;
            bare.rows = rows_between(sheet.text, -1, table.rows);
            bare.region = assign_columns(sheet.text, nullptr, bare.rows, words_);
            if (found.empty() || bare.region.confidence > found.front().region.confidence) {
                found.clear();
                found.push_back(std::move(bare));
            }
        }
        for (Candidate& candidate : found) {
            candidate.table = &table;
            candidate.sheet = &sheet;
            // A table of another kind; one with fields to fill in still asks.
            candidate.closed = !candidate.region.taken && candidate.header && !has_fields(sheet.text) &&
                               std::count_if(candidate.header->cells.begin(), candidate.header->cells.end(),
                                             [](const HeaderCell& cell) { return !cell.other.empty(); }) >= 2;
            if (!candidate.region.taken && candidate.has(ColumnRole::question) && is_ruled_out(candidate.region) &&
                !has_fields(sheet.text))
                candidate.closed = true;
            if (candidate.region.taken) read(candidate);
            candidates_.push_back(std::move(candidate));
        }
    }

    /// Something that rules a table out spoke against it, such as questions that formulas fetch from another sheet.
    static bool is_ruled_out(const model::LayoutRegion& region)
    {
        return std::any_of(region.reasons.begin(), region.reasons.end(),
                           [](const model::LayoutReason& reason) { return reason.weight <= -4; });
    }

    void read(Candidate& candidate)
    {
        candidate.questions = read_question_rows(document_, candidate.sheet->text, candidate.region, 0, words_);
        if (candidate.questions.empty()) return reject(candidate, "no row of it holds a question");
        const auto over = headings_.find(candidate.table);
        if (over == headings_.end() || over->second.empty()) return;
        for (RowQuestion& one : candidate.questions)
            if (one.question.section.empty()) one.question.section = over->second.back();
    }

    bool in_annex(const Candidate& candidate) const
    {
        const auto over = headings_.find(candidate.table);
        if (over == headings_.end()) return false;
        return std::any_of(over->second.begin(), over->second.end(),
                           [&](const std::string& heading) { return words_.heads_annex(heading); });
    }

    /// Requirements in an annex of a document whose questions stand elsewhere, without a place to answer: for reading.
    void drop_annexes()
    {
        const bool elsewhere = std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& one) {
            return one.region.taken && !in_annex(one);
        });
        if (!elsewhere) return;
        for (Candidate& candidate : candidates_)
            if (candidate.region.taken && !candidate.answers() && in_annex(candidate))
                reject(candidate, "in an annex, without a place to answer");
    }

    static void reject(Candidate& candidate, std::string why)
    {
        candidate.closed = true;
        candidate.region.taken = false;
        candidate.region.reasons.push_back({std::move(why), -5});
        candidate.questions.clear();
    }

    /// A Word table without a header of its own that has the columns of the question table before it.
    bool goes_on(const Sheet& sheet, const model::Table* previous)
    {
        const model::Table& table = sheet.text.table();
        const bool own_header = std::any_of(sheet.headers.begin(), sheet.headers.end(),
                                            [](const Header& one) { return one.sure(); });
        if (own_header || candidates_.empty() || candidates_.back().table != previous) return false;
        const Candidate& before = candidates_.back();
        if (!before.region.taken || before.table->columns != table.columns || before.table->sheet) return false;
        // Only when its rows are of the same kind: the column of questions holds texts here too.
        const model::LayoutRegion own = assign_columns(sheet.text, nullptr, sheet.text.rows(), words_);
        const model::LayoutColumn* asked = column_with(own, ColumnRole::question);
        const model::LayoutColumn* expected = column_with(before.region, ColumnRole::question);
        if (!asked || !expected || asked->column != expected->column) return false;
        Candidate candidate;
        candidate.table = &table;
        candidate.sheet = &sheet;
        candidate.rows = sheet.text.rows();
        take_columns(candidate, before, "goes on from " + before.region.table + ", which has as many columns");
        if (!candidate.region.taken) return false;
        candidates_.push_back(std::move(candidate));
        return true;
    }

    /// Reads `candidate` with the columns of another region.
    void take_columns(Candidate& candidate, const Candidate& other, std::string why)
    {
        candidate.region.table = candidate.table->name;
        candidate.region.part = candidate.table->part;
        candidate.region.sheet = candidate.table->sheet;
        candidate.region.columns = other.region.columns;
        candidate.region.confidence = other.region.confidence * 0.9;
        candidate.region.first_row = candidate.rows.front();
        candidate.region.last_row = candidate.rows.back();
        candidate.region.taken = true;
        candidate.region.reasons.push_back({std::move(why), 4});
        read(candidate);
    }

    /// Regions that were too small or bare to be sure of, but look like one that is: the same header on another sheet, or
    /// numbered rows in the same columns of the same sheet.
    void take_relatives()
    {
        const std::size_t count = candidates_.size();
        for (std::size_t index = 0; index < count; ++index) {
            if (candidates_[index].region.taken || !candidates_[index].sheet || candidates_[index].rows.empty()) continue;
            for (std::size_t other = 0; other < count; ++other) {
                const Candidate& known = candidates_[other];
                if (other == index || !known.region.taken) continue;
                if (const Header* header = candidates_[index].header;
                    header && known.header && header->by_words && header->repeats(*known.header)) {
                    take_columns(candidates_[index], known, "has the header of " + name_of_region(known));
                    break;
                }
                if (known.table == candidates_[index].table && take_numbered_rows(candidates_[index], known)) break;
            }
        }
    }

    static std::string name_of_region(const Candidate& candidate)
    {
        return candidate.region.table + ", rows " + std::to_string(candidate.region.first_row + 1) + "-" +
               std::to_string(candidate.region.last_row + 1);
    }

    bool take_numbered_rows(Candidate& candidate, const Candidate& known)
    {
        const model::LayoutColumn* id = column_with(known.region, ColumnRole::id);
        const model::LayoutColumn* asked = column_with(known.region, ColumnRole::question);
        if (!id || !asked) return false;
        std::set<std::string> shapes;
        for (const RowQuestion& one : known.questions) shapes.insert(id_shape(one.question.id));
        std::vector<int> rows;
        for (const int row : candidate.rows) {
            const TextCell number = candidate.sheet->text.starting(row, id->column);
            const TextCell text = candidate.sheet->text.starting(row, asked->column);
            if (number.cell && text.cell && number.cell != text.cell && !text.blank() && is_printed_id(number.text()) &&
                shapes.count(id_shape(plain_printed_id(number.text()))))
                rows.push_back(row);
        }
        if (rows.size() < 2) return false;
        candidate.rows = std::move(rows);
        candidate.region.header_rows.clear();
        take_columns(candidate, known, "numbered rows in the columns of " + name_of_region(known));
        return candidate.region.taken;
    }

    /// In a file that is plainly a register of risks, prices …, and no sure questionnaire, a table that might hold questions
    /// is its list of measures or the like.
    void drop_beside_registers()
    {
        const auto plain = std::find_if(candidates_.begin(), candidates_.end(), [](const Candidate& one) {
            return one.closed && one.header &&
                   std::count_if(one.header->cells.begin(), one.header->cells.end(),
                                 [](const HeaderCell& cell) { return !cell.other.empty(); }) >= 3;
        });
        if (plain == candidates_.end()) return;
        for (Candidate& candidate : candidates_)
            if (candidate.region.taken && candidate.region.confidence < 0.7)
                reject(candidate, "stands beside a table of another kind, " + plain->region.table);
    }

    /// Tables beside a sure questionnaire whose texts have no numbers although its questions do: legends, scales.
    void drop_legends()
    {
        const auto sure = [](const Candidate& one) {
            return one.region.taken && one.region.confidence >= 0.9 && one.questions.size() >= 8 && one.numbered() &&
                   one.answers();
        };
        const auto best = std::find_if(candidates_.begin(), candidates_.end(), sure);
        if (best == candidates_.end()) return drop_beside_registers();
        for (Candidate& candidate : candidates_)
            if (candidate.region.taken && candidate.region.confidence < 0.8 && !candidate.numbered())
                reject(candidate, "its texts have no numbers, unlike the questions of " + best->region.table);
    }

    static std::string key(const std::string& id) { return text::fold_text(id); }

    /// How much a question is the original: typed, and with room for an answer.
    static double originality(const Candidate& candidate, const RowQuestion& one)
    {
        return (one.computed ? 0 : 4) + (candidate.answers() ? 2 : 0) + candidate.region.confidence;
    }

    /// The same questions stand in several places of a workbook, computed or copied: the typed ones with room for an
    /// answer are the truth, the others are left.
    void drop_echoes()
    {
        struct Best {
            double originality = -1;
            const Candidate* candidate = nullptr;
        };
        std::map<std::string, Best> best;
        for (const Candidate& candidate : candidates_)
            for (const RowQuestion& one : candidate.questions) {
                if (one.question.id.empty()) continue;
                Best& known = best[key(one.question.id)];
                if (const double rank = originality(candidate, one); rank > known.originality) known = {rank, &candidate};
            }
        for (Candidate& candidate : candidates_) {
            std::string where;
            const std::size_t before = candidate.questions.size();
            std::erase_if(candidate.questions, [&](const RowQuestion& one) {
                if (one.question.id.empty()) return false;
                const Best& known = best[key(one.question.id)];
                if (known.candidate == &candidate || known.originality <= originality(candidate, one)) return false;
                // Running numbers start anew in each table; only what is computed can be told to be an echo there.
                const bool running = one.question.id.find_first_not_of("0123456789.") == std::string::npos;
                if (running && !one.computed) return false;
                where = known.candidate->region.table;
                return true;
            });
            // What is left among many echoes is their frame.
            if (!where.empty() && candidate.questions.size() * 2 <= before)
                reject(candidate, "its questions repeat those of " + where);
        }
    }

    model::Layout finish(std::vector<FoundRecords> records)
    {
        model::Layout layout;
        std::set<const model::Table*> taken;
        double weight = 0;
        for (Candidate& candidate : candidates_) {
            const std::size_t index = layout.regions.size();
            if (candidate.region.taken || candidate.closed) taken.insert(candidate.table);
            for (RowQuestion& one : candidate.questions) {
                one.question.region = index;
                layout.questions.push_back(std::move(one.question));
                weight += candidate.region.confidence;
            }
            layout.regions.push_back(std::move(candidate.region));
        }
        find_slots(document_, words_, taken, std::move(records), layout);
        for (const model::LayoutQuestion& question : layout.questions)
            if (layout.regions[question.region].kind == model::RegionKind::slots)
                weight += layout.regions[question.region].confidence;
        if (!layout.questions.empty()) layout.confidence = weight / static_cast<double>(layout.questions.size());
        return layout;
    }

    const model::Document& document_;
    const Words& words_;
    std::map<const model::Table*, Headings> headings_;
    std::deque<Sheet> sheets_;  // a deque: the candidates point into it
    std::vector<Candidate> candidates_;
};

}  // namespace

model::Layout infer(const model::Document& document, const Words& words)
{
    return Inference(document, words).infer();
}

}  // namespace samsvar::layout
