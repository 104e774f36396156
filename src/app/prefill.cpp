#include "app/prefill.h"

#include <algorithm>
#include <map>

#include "app/layout.h"
#include "app/questionnaire.h"
#include "app/read.h"
#include "base/error.h"
#include "base/files.h"
#include "layout/infer.h"
#include "marking/fill_in.h"
#include "marking/mark.h"
#include "report/letter.h"
#include "text/fold.h"

namespace samsvar::app {

namespace {

using model::ColumnRole;
using model::Place;

constexpr std::size_t longest_choice = 40;  // bytes: "Ja", "Ikke relevant", "Yes, in part"

/// Where the parts of an answer go; an empty path = nowhere.
struct AnswerPlaces {
    Place choice, text, evidence;
};

const model::Table* table_named(const std::vector<model::Block>& blocks, const std::string& part,
                                const std::string& name)
{
    for (const model::Block& block : blocks) {
        const auto* table = std::get_if<model::Table>(&block);
        if (!table) continue;
        if (table->name == name && table->part == part) return table;
        for (const model::Cell& cell : table->cells)
            if (const model::Table* inner = table_named(cell.blocks, part, name)) return inner;
    }
    return nullptr;
}

Place place_in(const model::Document& document, const model::LayoutRegion& region, int row, int column)
{
    const model::Table* table = table_named(document.blocks, region.part, region.table);
    const model::Cell* cell = table ? table->at(row, column) : nullptr;
    if (cell) return document.place(cell->unit);
    if (region.sheet) return {document.file, region.part, model::cell_name(row, column), true};
    return {};
}

/// By the columns of the table the question stands in.
AnswerPlaces by_columns(const model::Document& document, const model::LayoutRegion& region, int row)
{
    std::vector<Place> texts;
    AnswerPlaces places;
    for (const model::LayoutColumn& column : region.columns) {
        const Place place = place_in(document, region, row, column.column);
        if (place.path.empty() || !column.choice.empty()) continue;
        if (column.role == ColumnRole::choice && places.choice.path.empty()) places.choice = place;
        if (column.role == ColumnRole::answer || column.role == ColumnRole::remark) texts.push_back(place);
        if (column.role == ColumnRole::evidence && places.evidence.path.empty()) places.evidence = place;
    }
    if (places.choice.path.empty() && texts.size() > 1) {
        places.choice = texts.front();
        texts.erase(texts.begin());
    }
    if (!texts.empty()) places.text = texts.front();
    return places;
}

class Prefiller {
public:
    Prefiller(const Reading& blank, const model::Layout& layout, const model::Record& previous,
              const report::Words& words, model::Language language)
        : blank_(blank), layout_(layout), previous_(previous), words_(words), language_(language)
    {
        for (const model::RecordedAnswer& one : previous.answers)
            by_words_.emplace(text::fingerprint(one.printed_question), &one);
        for (const model::LayoutQuestion& one : layout.questions)
            if (one.row >= 0) rows_.emplace(one.place, &one);
    }

    void take_all()
    {
        for (const model::Answer& answer : blank_.submission.answers) take(answer);
    }

    std::vector<marking::Entry> entries;
    std::vector<std::size_t> question_of;  ///< entry → index into marks
    std::vector<marking::Mark> marks;      ///< one a question; those without lines are left out later
    std::vector<std::string> answers;      ///< of last year, by question
    std::size_t changed = 0, added = 0;

private:
    void take(const model::Answer& answer)
    {
        const std::string printed = answer.printed_question;
        const model::RecordedAnswer* before = before_of(answer.question, printed);
        marking::Mark& mark = marks.emplace_back();
        mark.place = answer.place();
        mark.question_place = answer.question_place;
        mark.heading = answer.question;
        answers.emplace_back();
        if (before == nullptr) {
            ++added;
            mark.lines.push_back(report::told_change({}, words_, language_));
            return;
        }
        const bool is_changed = !printed.empty() && !before->printed_question.empty() &&
                                text::fingerprint(printed) != text::fingerprint(before->printed_question);
        if (is_changed) {
            ++changed;
            mark.lines.push_back(report::told_change(before->printed_question, words_, language_));
        }
        enter(answer, *before);
    }

    /// The same question as it was: of two that read alike, the one with the same number.
    const model::RecordedAnswer* before_of(const std::string& question, const std::string& printed) const
    {
        const model::RecordedAnswer* same_number = previous_.answer(question);
        const std::string words = text::fingerprint(printed);
        if (printed.empty() || (same_number && text::fingerprint(same_number->printed_question) == words))
            return same_number;
        const auto [first, last] = by_words_.equal_range(words);
        return first != last && std::next(first) == last ? first->second : same_number;
    }

    void enter(const model::Answer& answer, const model::RecordedAnswer& before)
    {
        const bool filled = std::any_of(answer.parts.begin(), answer.parts.end(), [](const model::AnswerPart& part) {
            return !part.text.empty() && !part.marks.placeholder;
        });
        if (filled) return;
        AnswerPlaces places;
        if (const auto row = rows_.find(answer.question_place); row != rows_.end())
            places = by_columns(blank_.document, layout_.regions[row->second->region], row->second->row);
        if (places.text.path.empty() && places.choice.path.empty()) places.text = answer.place();
        if (places.text.path.empty()) std::swap(places.text, places.choice);
        std::string text(text::trimmed(before.text)), evidence(text::trimmed(before.evidence_text));
        answers.back() = text;
        if (!places.choice.path.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            if (end <= longest_choice) {
                add(answer, places.choice, text.substr(0, end));
                text.erase(0, std::min(end + 1, text.size()));
            }
        }
        if (places.evidence.path.empty() && !evidence.empty()) text += (text.empty() ? "" : "\n") + evidence;
        add(answer, places.text, text);
        if (!places.evidence.path.empty()) add(answer, places.evidence, evidence);
    }

    void add(const model::Answer& answer, const Place& place, const std::string& text)
    {
        if (text.empty()) return;
        const bool prompt = std::any_of(answer.parts.begin(), answer.parts.end(), [&](const model::AnswerPart& part) {
            return part.place == place && part.marks.placeholder;
        });
        entries.push_back({place, text, prompt});
        question_of.push_back(marks.size() - 1);
    }

    const Reading& blank_;
    const model::Layout& layout_;
    const model::Record& previous_;
    const report::Words& words_;
    model::Language language_;
    std::multimap<std::string, const model::RecordedAnswer*> by_words_;
    std::map<Place, const model::LayoutQuestion*> rows_;
};

}  // namespace

Prefilled prefill(const Library& library, const std::filesystem::path& blank, const model::Record& previous,
                  const PrefillRequest& request)
{
    const Reading reading = read(library, blank, request.form, request.limits);
    const layout::KnownWords known = library.known_words();
    std::optional<model::Layout> layout = questionnaire_layout(library, known.words(), reading.document);
    if (!layout) layout = layout::infer(reading.document, known.words());
    const report::Words words = report::load_letter_words(library.report_layout("letter"), "reports/letter.xml");
    const model::Language language = request.language.value_or(previous.language);
    Prefiller prefiller(reading, *layout, previous, words, language);
    prefiller.take_all();
    if (prefiller.added == prefiller.marks.size())
        throw Error(ErrorCode::invalid_argument, {blank.string(), {}, 0, 0},
                    "no question of this form is among last year's answers, by its words or its number; nothing can "
                    "be filled in");
    const std::string bytes = read_file(blank, request.limits.file_bytes);
    marking::FilledIn filled = marking::fill_in(bytes, reading.document.file, prefiller.entries, request.limits);
    Prefilled result;
    std::vector<bool> entered(prefiller.marks.size(), false), left(prefiller.marks.size(), false);
    for (const std::size_t question : prefiller.question_of) entered[question] = true;
    for (const std::size_t index : filled.left) {
        const std::size_t question = prefiller.question_of[index];
        if (!left[question])
            prefiller.marks[question].lines.push_back(
                report::told_previous(prefiller.answers[question], words, language));
        left[question] = true;
        entered[question] = false;
    }
    result.questions = prefiller.marks.size();
    result.entered = static_cast<std::size_t>(std::count(entered.begin(), entered.end(), true));
    result.left = static_cast<std::size_t>(std::count(left.begin(), left.end(), true));
    result.changed = prefiller.changed;
    result.added = prefiller.added;
    std::erase_if(prefiller.marks, [](const marking::Mark& mark) { return mark.lines.empty(); });
    result.bytes =
        marking::mark(filled.bytes, reading.document.file, prefiller.marks, {"samsvar", request.date}, request.limits)
            .bytes;
    return result;
}

}  // namespace samsvar::app
