// One verdict explained, for people.
#include "report/explanation.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/error.h"
#include "base/split.h"
#include "report/cell_text.h"
#include "report/wrapped.h"

namespace samsvar::report {

namespace {

using model::Language;
using model::Slot;

constexpr const char* marked_ink = "\x1b[1;36m";
constexpr const char* quiet_ink = "\x1b[2m";
constexpr const char* plain_ink = "\x1b[0m";

std::string emphasised(const std::string& text)
{
    return emphasis_begins + text + emphasis_ends;
}

/// The printed form of one verdict, line by line.
class Writer {
public:
    Writer(const Explanation& explanation, const StepTexts& texts, Language language, std::size_t width,
           Colouring colouring)
        : explanation_(explanation),
          texts_(texts),
          language_(language),
          width_(std::max<std::size_t>(width, 40)),
          colours_(colouring == Colouring::ansi)
    {
    }

    std::string write()
    {
        text_ += wrapped(filled(texts_.word("question", language_), "question", explanation_.question) + "  " +
                             explanation_.question_text.in(language_),
                         "", "    ", width_);
        if (!explanation_.place.empty()) text_ += quiet(wrapped(explanation_.place, "", "    ", width_));
        text_ += '\n' + answer() + '\n' + texts_.word("steps", language_) + '\n';
        steps();
        text_ += '\n' + texts_.word("findings", language_) + '\n';
        if (explanation_.findings.empty()) text_ += "    " + texts_.word("nothing", language_) + '\n';
        for (const model::Finding& finding : explanation_.findings) add_finding(finding);
        if (!explanation_.requirements.empty()) text_ += '\n' + texts_.word("requirements", language_) + '\n';
        for (const CoveredRequirement& one : explanation_.requirements)
            text_ += wrapped(one.catalog + ' ' + one.id + "  " + one.title.in(language_) + " (" +
                                 label_of(one.outcome).in(language_) + ')',
                             "    ", "        ", width_);
        return inked(std::move(text_));
    }

private:
    /// The marks of emphasis as a terminal's colours, or gone.
    std::string inked(const std::string& text) const
    {
        std::string shown;
        for (const char c : text) {
            if (c == emphasis_begins || c == emphasis_ends)
                shown += !colours_ ? "" : c == emphasis_begins ? marked_ink : plain_ink;
            else
                shown += c;
        }
        return shown;
    }

    std::string quiet(std::string text) const { return colours_ ? quiet_ink + text + plain_ink : text; }

    /// The answer with each run of matched words as "[words](1,4)".
    std::string answer() const
    {
        if (explanation_.answer.empty()) return "    " + texts_.word("no-answer", language_) + '\n';
        const std::string& source = explanation_.answer;
        // Overlapping words are one run with the numbers of all their steps.
        struct Run {
            std::size_t begin, end;
            std::vector<std::size_t> steps;
        };
        std::vector<Run> found;
        for (std::size_t at = 0; at < explanation_.steps.size(); ++at)
            for (const model::StepArgument& one : explanation_.steps[at].arguments)
                if (one.slot == Slot::words && one.where == model::WordsIn::answer && one.question.empty() &&
                    one.begin < one.end && one.end <= source.size())
                    found.push_back({one.begin, one.end, {at + 1}});
        std::stable_sort(found.begin(), found.end(), [](const Run& a, const Run& b) { return a.begin < b.begin; });
        std::vector<Run> runs;
        for (const Run& one : found) {
            if (runs.empty() || one.begin >= runs.back().end) {
                runs.push_back(one);
                continue;
            }
            Run& last = runs.back();
            last.end = std::max(last.end, one.end);
            if (std::find(last.steps.begin(), last.steps.end(), one.steps[0]) == last.steps.end())
                last.steps.push_back(one.steps[0]);
        }
        std::string marked;
        std::size_t at = 0;
        for (const Run& run : runs) {
            std::string numbers;
            for (const std::size_t step : std::set(run.steps.begin(), run.steps.end()))
                numbers += (numbers.empty() ? "" : ",") + std::to_string(step);
            marked += printable(source.substr(at, run.begin - at)) +
                      emphasised('[' + printable(source.substr(run.begin, run.end - run.begin)) + ']') + '(' + numbers +
                      ')';
            at = run.end;
        }
        marked += printable(source.substr(at));
        std::string lines;
        for (const std::string& line : split(marked, '\n')) lines += wrapped_printable(line, "    ", "    ", width_);
        return lines;
    }

    void steps()
    {
        std::size_t stage_width = 0;
        for (const auto& [id, label] : texts_.stages)
            stage_width = std::max(stage_width, columns_of(label.in(language_)));
        std::optional<model::Stage> last;
        for (std::size_t at = 0; at < explanation_.steps.size(); ++at) {
            const model::Step& step = explanation_.steps[at];
            const model::Stage stage = model::kind_of(step.id).stage;
            std::string label =
                last == stage ? std::string() : texts_.stages.find(name_of(stage))->second.in(language_);
            last = stage;
            label.append(stage_width + 2 - columns_of(label), ' ');
            const std::string number = std::to_string(at + 1);
            label += std::string(number.size() < 3 ? 3 - number.size() : 0, ' ') + number + "  ";
            std::string sentence;
            for (const StepPiece& piece : told(step, texts_, language_))
                sentence += piece.matched ? emphasised(piece.text) : piece.text;
            text_ += wrapped_printable(sentence, label, std::string(columns_of(label), ' '), width_);
        }
    }

    void add_finding(const model::Finding& finding)
    {
        const std::string detail = finding.detail.empty() ? "" : ':' + finding.detail;
        text_ += wrapped(finding.code + detail + " · " + label_of(finding.severity).in(language_) + " · " +
                             texts_.word("rule", language_) + ' ' + finding.rule.text(),
                         "    ", "        ", width_);
        text_ += wrapped(finding.reason.in(language_), "        ", "        ", width_);
        text_ +=
            wrapped(texts_.word("ask", language_) + ": " + finding.ask.in(language_), "      → ", "        ", width_);
    }

    const Explanation& explanation_;
    const StepTexts& texts_;
    const Language language_;
    const std::size_t width_;
    const bool colours_;
    std::string text_;
};

}  // namespace

Explanation explanation_of(const model::Assessment& assessment, const std::string& question)
{
    const model::AnswerResult* result = assessment.answer(question);
    const model::Question* asked = assessment.form.find(question);
    if (!result || !asked)
        throw Error(ErrorCode::not_found, {assessment.file, {}, 0, 0},
                    "the form " + assessment.form.id + " has no question " + question);
    Explanation explanation;
    explanation.question = question;
    explanation.question_text = asked->text;
    if (const model::Answer* answer = assessment.submission.find(question)) {
        explanation.place = answer->place().text();
        explanation.answer = answer->text();
    }
    explanation.outcome = result->outcome;
    explanation.steps = result->steps;
    explanation.findings = result->findings;
    for (const model::RequirementResult& one : assessment.requirements) {
        if (std::find(one.answers.begin(), one.answers.end(), question) == one.answers.end()) continue;
        CoveredRequirement covered{one.catalog, one.id, {}, one.outcome};
        for (const model::Catalog& catalog : assessment.catalogs)
            if (const model::Requirement* known = catalog.id == one.catalog ? catalog.find(one.id) : nullptr)
                covered.title = known->title;
        explanation.requirements.push_back(std::move(covered));
    }
    return explanation;
}

std::string to_text(const Explanation& explanation, const StepTexts& texts, Language language, std::size_t width,
                    Colouring colouring)
{
    return Writer(explanation, texts, language, width, colouring).write();
}

std::string note_of(const model::AnswerResult& result, const StepTexts& texts, Language language)
{
    // A note is read in a small box: the first steps that decided, and the outcome.
    constexpr std::size_t most_lines = 6;
    std::string note;
    std::size_t lines = 0, left_out = 0;
    for (const model::Step& step : result.steps) {
        const model::StepKind& kind = model::kind_of(step.id);
        if (!kind.decides) continue;
        if (kind.stage != model::Stage::outcome && lines == most_lines) {
            ++left_out;
            continue;
        }
        ++lines;
        if (kind.stage == model::Stage::outcome && left_out > 0)
            note += filled(texts.word("note-more", language), "count", std::to_string(left_out)) + '\n';
        note += told_text(step, texts, language) + '\n';
    }
    if (!note.empty()) note.pop_back();
    return note;
}

}  // namespace samsvar::report
