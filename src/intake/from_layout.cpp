#include "intake/from_layout.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "intake/layout_matching.h"
#include "intake/surroundings.h"
#include "text/fold.h"

namespace samsvar::intake {

namespace {

using model::ColumnRole;

/// Rows of a table that are looked at to tell what kind of table it is.
constexpr std::size_t rows_of_a_heading = 8;

bool is_part(ColumnRole role)
{
    return role == ColumnRole::choice || role == ColumnRole::answer || role == ColumnRole::remark ||
           role == ColumnRole::evidence;
}

/// The form's facts and those of the vocabulary that it has not, for the readers of what stands around the questions.
model::Form surroundings_form(const model::Form& form, const model::Vocabulary& vocabulary)
{
    model::Form all;
    all.id = form.id;
    all.titles = form.titles;
    all.facts = form.facts;
    all.subprocessor_headers = form.subprocessor_headers;
    all.annex_headers = form.annex_headers;
    all.origin = form.origin;
    for (const model::Vocabulary::Fact& fact : vocabulary.facts)
        if (std::none_of(all.facts.begin(), all.facts.end(),
                         [&](const model::FormFact& known) { return known.key == fact.key; }))
            all.facts.push_back({fact.key, {}, fact.label, vocabulary.origin});
    return all;
}

/// Part and path of a place.
struct Spot {
    std::string_view part;
    std::string_view path;
    bool operator==(const Spot&) const = default;
};
struct SpotHash {
    std::size_t operator()(const Spot& spot) const { return std::hash<std::string_view>()(spot.path); }
};

class LayoutReader {
public:
    LayoutReader(const model::Document& document, const model::Layout& layout, const model::Form& form,
                 const layout::Words& words)
        : document_(document), layout_(layout), form_(form), words_(words), ledger_(document)
    {
        for (const model::Table* table : layout::all_tables(document)) {
            tables_.push_back(table);
            by_name_.emplace(table->name, table);
        }
        cells_.resize(document.units.size(), nullptr);
        for (const model::Table* table : tables_)
            for (const model::Cell& cell : table->cells)
                if (cell.unit < cells_.size()) cells_[cell.unit] = &cell;
        find_places();
    }

    model::Submission read()
    {
        submission_.form = form_.id;
        submission_.version = form_.version;
        read_questions();
        for (std::size_t index = 0; index < layout_.regions.size(); ++index)
            if (const model::LayoutRegion& region = layout_.regions[index]; region.taken) enter_region(index, region);
        enter_lists();
        enter_other_tables();
        const model::Form around = surroundings_form(form_, words_.vocabulary());
        const FormPatterns patterns(around, &words_);
        read_surroundings({document_, patterns, ledger_, submission_, true});
        drop_repeated_facts();
        return std::move(submission_);
    }

private:
    /// Answers name places, the ledger units: the units of the places that answers name.
    void find_places()
    {
        for (const model::LayoutQuestion& question : layout_.questions) {
            for (const model::AnswerPart& part : question.parts)
                places_.emplace(Spot{part.place.part, part.place.path}, model::no_unit);
            for (const model::Place& place : question.answer_places)
                places_.emplace(Spot{place.part, place.path}, model::no_unit);
        }
        if (places_.empty()) return;
        for (std::size_t unit = 0; unit < document_.units.size(); ++unit) {
            const auto place = places_.find(Spot{document_.units[unit].part, document_.units[unit].path});
            if (place != places_.end() && place->second == model::no_unit)
                place->second = static_cast<model::UnitId>(unit);
        }
    }

    model::UnitId unit_at(const model::Place& place) const
    {
        const auto found = places_.find(Spot{place.part, place.path});
        return found == places_.end() ? model::no_unit : found->second;
    }

    void use(model::UnitId unit, std::string_view as)
    {
        if (unit >= cells_.size()) return;
        if (cells_[unit])
            ledger_.use(*cells_[unit], as);
        else
            ledger_.use(unit, as);
    }

    void ignore(model::UnitId unit, std::string_view why)
    {
        if (unit >= cells_.size()) return;
        if (cells_[unit])
            ledger_.ignore(*cells_[unit], why);
        else
            ledger_.ignore(unit, why);
    }

    void read_questions()
    {
        const std::vector<LayoutMatch> matches = match(layout_, form_);
        std::vector<std::optional<model::Answer>> answers(form_.questions.size());
        std::size_t found = 0;
        for (std::size_t index = 0; index < layout_.questions.size(); ++index) {
            const model::LayoutQuestion& question = layout_.questions[index];
            model::Answer answer = answer_of(question);
            if (const auto known = matches[index].question) {
                answer.question = form_.questions[*known].id;
                answer.question_edited = matches[index].rewritten;
                if (matches[index].rewritten)
                    problem(question.place, "question " + answer.question +
                                                " is printed here in other words than the form's; only its number was "
                                                "recognised");
                answers[*known] = std::move(answer);
                ++found;
            }
            else {
                answer.question = plain_id(question.id);
                problem(question.place,
                        "this question fits none of the form \"" + form_.id + "\" by number or text; read it by hand");
                submission_.unmatched.push_back(std::move(answer));
            }
            enter_question(question);
            add_fact(question);
        }
        for (std::size_t index = 0; index < answers.size(); ++index) {
            if (answers[index])
                submission_.answers.push_back(std::move(*answers[index]));
            else
                submission_.missing_questions.push_back(form_.questions[index].id);
        }
        if (!form_.questions.empty())
            submission_.confidence =
                layout_.confidence * static_cast<double>(found) / static_cast<double>(form_.questions.size());
    }

    void problem(const model::Place& place, const std::string& text) { submission_.problems.push_back({place, text}); }

    model::Answer answer_of(const model::LayoutQuestion& question) const
    {
        model::Answer answer;
        answer.printed_question = question.text;
        answer.printed_guidance = question.guidance;
        answer.question_place = question.place;
        answer.parts = question.parts;
        if (answer.parts.empty()) {
            model::AnswerPart part;
            if (!question.answer_places.empty()) part.place = question.answer_places.front();
            part.text = question.prefilled;
            part.marks.placeholder = !question.prefilled.empty();
            if (!part.place.file.empty()) answer.parts.push_back(std::move(part));
        }
        return answer;
    }

    void enter_question(const model::LayoutQuestion& question)
    {
        for (const model::AnswerPart& part : question.parts)
            if (!part.text.empty()) use(unit_at(part.place), name_of(part.role));
        for (const model::Place& place : question.answer_places) {
            const model::UnitId unit = unit_at(place);
            if (unit >= cells_.size() || ledger_.decided(unit)) continue;
            // Label and answer may share a paragraph or cell: then it is a question, see below.
            if (std::find(question.units.begin(), question.units.end(), unit) != question.units.end()) continue;
            ignore(unit, reason_for_default(unit));
        }
        for (const model::UnitId unit : question.units) use(unit, use_of(question, unit));
    }

    /// Why what stands where an answer belongs is none.
    std::string_view reason_for_default(model::UnitId unit) const
    {
        const model::Cell* cell = cells_[unit];
        if (!cell) return reason::placeholder;
        const Content content = content_of(*cell);
        if (content.empty()) return reason_for_nothing(content);
        return words_.announces_sample(content.text) ? reason::sample : reason::placeholder;
    }

    std::string_view use_of(const model::LayoutQuestion& question, model::UnitId unit) const
    {
        const model::LayoutRegion& region = layout_.regions[question.region];
        if (const model::Cell* cell = unit < cells_.size() ? cells_[unit] : nullptr)
            for (const model::LayoutColumn& column : region.columns)
                if (column.column == cell->column && !is_part(column.role) && column.role != ColumnRole::other)
                    return name_of(column.role);
        return name_of(ColumnRole::question);
    }

    /// "Supplier name" may stand among the questions: its answer is a fact, too.
    void add_fact(const model::LayoutQuestion& question)
    {
        constexpr std::size_t longest_fact_label = 60;
        if (question.text.size() > longest_fact_label || question.parts.empty()) return;
        const std::string fact = words_.fact(question.text);
        if (fact.empty()) return;
        for (const model::AnswerPart& part : question.parts) {
            if (part.role != ColumnRole::answer || part.text.empty()) continue;
            submission_.facts.push_back({fact, question.text, part.text, part.place});
            return;
        }
    }

    /// A date or name in the head of every sheet is one fact.
    void drop_repeated_facts()
    {
        std::vector<model::HeaderFact> kept;
        for (model::HeaderFact& fact : submission_.facts)
            if (std::none_of(kept.begin(), kept.end(), [&](const model::HeaderFact& known) {
                    return known.key == fact.key && known.value == fact.value;
                }))
                kept.push_back(std::move(fact));
        submission_.facts = std::move(kept);
    }

    void enter_region(std::size_t index, const model::LayoutRegion& region)
    {
        const auto found = by_name_.find(region.table);
        if (found == by_name_.end() || region.kind != model::RegionKind::rows) return;
        const Grid grid(*found->second);
        std::set<int> questions;
        std::set<std::string> sections;
        for (const model::LayoutQuestion& question : layout_.questions)
            if (question.region == index) {
                questions.insert(question.row);
                sections.insert(question.section);
            }
        std::map<int, const model::LayoutColumn*> columns;
        for (const model::LayoutColumn& column : region.columns) columns.emplace(column.column, &column);
        for (const int row : region.header_rows)
            for (const model::Cell& cell : grid.row(row)) enter(grid, cell, "header");
        for (const int row : grid.rows()) {
            if (row < region.first_row || row > region.last_row) continue;
            for (const model::Cell& cell : grid.row(row)) {
                if (ledger_.decided(cell.unit)) continue;
                const auto column = columns.find(cell.column);
                enter_cell(grid, cell, column == columns.end() ? nullptr : column->second, questions.count(row) > 0,
                           sections);
            }
        }
    }

    void enter(const Grid& grid, const model::Cell& cell, std::string_view as)
    {
        if (grid.hidden(cell))
            ledger_.ignore(cell, grid.table().marks.hidden ? reason::hidden_sheet : reason::hidden);
        else
            ledger_.use(cell, as);
    }

    /// A cell of a question table that no question claimed.
    void enter_cell(const Grid& grid, const model::Cell& cell, const model::LayoutColumn* column, bool asks,
                    const std::set<std::string>& sections)
    {
        if (grid.hidden(cell)) return;  // entered at the end
        const std::string text(text::trimmed(cell.text()));
        if (text.empty()) {
            // A box to tick or a control that was left.
            if (column && is_part(column->role)) ledger_.ignore(cell, reason_for_nothing(content_of(cell)));
            return;
        }
        if (sections.count(text)) return ledger_.use(cell, name_of(ColumnRole::section));
        if (!asks) {
            if (column && !column->header.empty() && column->header.find(text) != std::string::npos)
                ledger_.ignore(cell, reason::repeated_header);
            else if (column && column->role != ColumnRole::other && column->role != ColumnRole::reviewer &&
                     !is_part(column->role))
                ledger_.use(cell, name_of(column->role == ColumnRole::question ? ColumnRole::guidance : column->role));
            return;
        }
        if (!column || column->role == ColumnRole::other) {
            other_column_.push_back(&cell);  // or the source of a list, see enter_lists
            return;
        }
        if (column->role == ColumnRole::reviewer)
            ledger_.ignore(cell, reason::reviewer_column);
        else if (is_part(column->role))
            ledger_.ignore(cell, reason_for_default(cell.unit));
        else
            ledger_.use(cell, name_of(column->role));
    }

    /// Values that stand below each other somewhere and are offered by the lists of the answer cells.
    void enter_lists()
    {
        std::set<std::string> offered;
        for (const model::LayoutQuestion& question : layout_.questions)
            for (const model::Place& place : question.answer_places)
                if (const model::UnitId unit = unit_at(place); unit < cells_.size() && cells_[unit])
                    offered.insert(cells_[unit]->choices.begin(), cells_[unit]->choices.end());
        const auto is_offered = [&](const model::Cell* cell) {
            return cell && !ledger_.decided(cell->unit) && offered.count(std::string(text::trimmed(cell->text()))) > 0;
        };
        offered.erase("");
        if (!offered.empty())
            for (const model::Table* table : tables_) {
                if (!table->sheet || table->marks.hidden) continue;
                const Grid grid(*table);
                std::vector<const model::Cell*> sources;
                for (const model::Cell& cell : table->cells)
                    if (is_offered(&cell) && (is_offered(grid.at(cell.row - 1, cell.column)) ||
                                              is_offered(grid.at(cell.row + 1, cell.column))))
                        sources.push_back(&cell);
                for (const model::Cell* cell : sources) ledger_.ignore(*cell, reason::list_source);
            }
        for (const model::Cell* cell : other_column_) ledger_.ignore(*cell, reason::other_column);
    }

    /// Risk registers, change logs, glossaries …: what stands in them is no fact about the supplier.
    void enter_other_tables()
    {
        std::set<std::string> taken;
        for (const model::LayoutRegion& region : layout_.regions)
            if (region.taken) taken.insert(region.table);
        for (const model::Table* table : tables_) {
            if (table->marks.hidden || taken.count(table->name)) continue;
            const Grid grid(*table);
            for (std::size_t index = 0; index < grid.rows().size() && index < rows_of_a_heading; ++index) {
                if (index > 0 && continues(grid, grid.rows()[index - 1], grid.rows()[index])) continue;
                const std::string_view why = heads_other_table(grid, grid.rows()[index]);
                if (why.empty()) continue;
                for (const model::Cell& cell : table->cells)
                    if (cell.row >= grid.rows()[index] && !ledger_.decided(cell.unit)) ledger_.ignore(cell, why);
                break;
            }
        }
    }

    /// Whether a row goes on in the columns of the row right above it: then it is no header.
    static bool continues(const Grid& grid, int above, int row)
    {
        const auto columns = [&](int of) {
            std::vector<int> filled;
            for (const model::Cell& cell : grid.row(of))
                if (!cell.text().empty()) filled.push_back(cell.column);
            return filled;
        };
        return row == above + 1 && columns(row) == columns(above);
    }

    /// Two headers of the same kind of other table show what the table is; a lone one may be a label.
    std::string_view heads_other_table(const Grid& grid, int row) const
    {
        constexpr std::size_t longest_header = 60;
        std::map<std::string, int> kinds;
        int facts = 0;
        for (const model::Cell& cell : grid.row(row)) {
            const std::string text = cell.text();
            if (text.empty() || text.size() > longest_header) continue;
            const std::string kind = words_.other_table(text);
            if (!kind.empty() && ++kinds[kind] >= 2) return kind == "list" ? reason::list_source : reason::other_table;
            facts += kind.empty() && !words_.fact(text).empty();
        }
        // "Date | Reason for change"
        return kinds.count("change-log") && facts > 0 ? reason::other_table : std::string_view();
    }

    const model::Document& document_;
    const model::Layout& layout_;
    const model::Form& form_;
    const layout::Words& words_;
    Ledger ledger_;
    model::Submission submission_;
    std::vector<const model::Table*> tables_;
    std::map<std::string, const model::Table*> by_name_;
    std::vector<const model::Cell*> cells_;                     ///< by unit; null for what is no cell
    std::unordered_map<Spot, model::UnitId, SpotHash> places_;  // what answers name, into the layout
    std::vector<const model::Cell*> other_column_;
};

}  // namespace

model::Submission read(const model::Document& document, const model::Layout& layout, const model::Form& form,
                       const layout::Words& words)
{
    return LayoutReader(document, layout, form, words).read();
}

std::size_t questions_found(const model::Layout& layout, const model::Form& form)
{
    const std::vector<LayoutMatch> matches = match(layout, form);
    return static_cast<std::size_t>(
        std::count_if(matches.begin(), matches.end(), [](const LayoutMatch& one) { return one.question.has_value(); }));
}

}  // namespace samsvar::intake
