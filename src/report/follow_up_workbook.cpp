#include "report/follow_up_workbook.h"

#include <algorithm>
#include <cmath>

#include "report/cell_text.h"
#include "report/word_report.h"

namespace samsvar::report {

namespace {

using model::AnswerChange;
using model::Change;

constexpr std::string_view word_ids[] = {"title",
                                         "changes",
                                         "changes-title",
                                         "changes-note",
                                         "promises",
                                         "promises-title",
                                         "promises-note",
                                         "expired",
                                         "expired-title",
                                         "expired-note",
                                         "decisions",
                                         "decisions-title",
                                         "decisions-note",
                                         "requirements",
                                         "requirements-title",
                                         "requirements-note",
                                         "change",
                                         "question",
                                         "question-before",
                                         "matched-by",
                                         "asked",
                                         "asked-before",
                                         "answer-before",
                                         "answer-now",
                                         "outcome-before",
                                         "outcome-now",
                                         "came",
                                         "gone",
                                         "decision",
                                         "place",
                                         "state",
                                         "promise",
                                         "due",
                                         "document",
                                         "valid-until",
                                         "about",
                                         "comment",
                                         "owner",
                                         "decided-by",
                                         "requirement",
                                         "requirement-before",
                                         "requirement-title",
                                         "supplier",
                                         "then",
                                         "now",
                                         "overlap",
                                         "overlap-line",
                                         "by-line",
                                         "revalued",
                                         "nothing"};

const char* tone_of(Change change)
{
    switch (change) {
        case Change::worsened: return "outcome.gap";
        case Change::copied: return "outcome.unclear";
        case Change::improved: return "outcome.satisfied";
        case Change::reworded: return "outcome.partial";
        case Change::newly_asked: return "outcome.partial";
        case Change::unchanged:
        case Change::no_longer_asked: return "outcome.not-applicable";
    }
    return "outcome.not-applicable";
}

const char* tone_of(model::PromiseKept::State state)
{
    using State = model::PromiseKept::State;
    return state == State::kept       ? "outcome.satisfied"
           : state == State::not_kept ? "outcome.gap"
           : state == State::not_yet  ? "outcome.partial"
                                      : "outcome.unclear";
}

const char* tone_of(model::CarriedDecision::State state)
{
    using State = model::CarriedDecision::State;
    return state == State::carried   ? "outcome.satisfied"
           : state == State::settled ? "outcome.not-applicable"
                                     : "outcome.gap";
}

class FollowUpWorkbook {
public:
    FollowUpWorkbook(const model::FollowUp& made, const Layout& layout, const Words& words, model::Language language)
        : made_(made),
          words_(words),
          layout_(layout),
          language_(language),
          report_({made.now.samsvar, made.now.file, made.now.date}, layout, words, language)
    {
    }

    Matrix make() const
    {
        Matrix matrix = report_.workbook("title", made_.supplier.name, "changes-title");
        matrix.sheets = {changes(), promises(), expired(), decisions(), requirements()};
        settle(matrix, layout_);
        return matrix;
    }

private:
    std::string word(std::string_view id) const { return report_.word(id); }

    std::string file_text(const model::Record& record) const
    {
        return record.date.text() + "  ·  " + record.file + "  ·  " + record.form.id + ' ' + record.form.version;
    }

    std::vector<std::pair<std::string, std::string>> summary() const
    {
        std::vector<std::pair<std::string, std::string>> facts = {
            {word("overlap"), overlap_text(made_, words_, language_)},
            {word("supplier"), made_.supplier.name + "  ·  " + made_.supplier.id},
            {word("then"), file_text(made_.before)},
            {word("now"), file_text(made_.now)}};
        std::string classes;
        for (const auto& [change, count] : made_.counts())
            if (count > 0)
                classes +=
                    (classes.empty() ? "" : "  ·  ") + label_of(change).in(language_) + ": " + std::to_string(count);
        facts.emplace_back(word("changes"), classes);
        return facts;
    }

    std::string finding_lines(const std::vector<model::RecordedFinding>& findings) const
    {
        std::string lines;
        for (const model::RecordedFinding& one : findings)
            lines += (lines.empty() ? "" : "\n") + one.reason.in(language_);
        return lines;
    }

    std::string decision_text(const model::Target& target) const
    {
        for (const model::CarriedDecision& one : made_.decisions)
            if (one.now == target) return label_of(one.state).in(language_) + ": " + decision_label(one.before);
        return {};
    }

    std::string decision_label(const model::Decision& decision) const
    {
        if (!decision.kind) return {};
        for (const auto& [id, label] : layout_.decisions)
            if (id == name_of(*decision.kind)) return label.in(language_);
        return name_of(*decision.kind);
    }

    MatrixSheet changes() const
    {
        MatrixSheet sheet = report_.start("changes",
                                          {{"change", 13},
                                           {"question", 8},
                                           {"question-before", 8},
                                           {"asked", 26},
                                           {"answer-before", 34},
                                           {"answer-now", 34},
                                           {"outcome-before", 11},
                                           {"outcome-now", 11},
                                           {"came", 32},
                                           {"gone", 24},
                                           {"decision", 14},
                                           {"matched-by", 10},
                                           {"asked-before", 20},
                                           {"place", 14}},
                                          0x9C1B0F, summary());
        for (const Change change : model::all_changes) {
            const auto count =
                static_cast<std::size_t>(std::count_if(made_.changes.begin(), made_.changes.end(),
                                                       [&](const AnswerChange& one) { return one.change == change; }));
            if (count == 0) continue;
            report_.add_line(sheet, RowKind::banner,
                             label_of(change).in(language_) + "  (" + std::to_string(count) + ")", "subbanner");
            for (const AnswerChange& one : made_.changes)
                if (one.change == change) add_change(sheet, one);
        }
        sheet.freeze_columns = 2;
        return sheet;
    }

    void add_change(MatrixSheet& sheet, const AnswerChange& change) const
    {
        const model::RecordedAnswer* before = change.before.empty() ? nullptr : made_.before.answer(change.before);
        const model::RecordedAnswer* now = change.now.empty() ? nullptr : made_.now.answer(change.now);
        MatrixRow& row = sheet.rows.emplace_back();
        row.anchor = "change#" + (now ? change.now : "-" + change.before);
        row.cells.push_back(report_.state(label_of(change.change).in(language_), tone_of(change.change)));
        if (change.revalued) row.cells.back().note = word("revalued");
        row.cells.push_back(report_.cell(change.now, "id", false));
        row.cells.push_back(report_.cell(change.before == change.now ? "" : change.before, "id", false));
        row.cells.push_back(report_.cell(now ? now->printed_question : before->printed_question));
        row.cells.push_back(report_.cell(before ? before->text : "", "quote"));
        row.cells.push_back(report_.cell(now ? now->text : "", "quote"));
        row.cells.push_back(before ? report_.outcome(before->outcome) : report_.cell(""));
        row.cells.push_back(now ? report_.outcome(now->outcome) : report_.cell(""));
        row.cells.push_back(report_.cell(finding_lines(change.came)));
        row.cells.push_back(report_.cell(finding_lines(change.gone), "quiet"));
        row.cells.push_back(report_.cell(now ? decision_text({model::Target::Kind::answer, change.now}) : ""));
        row.cells.push_back(report_.cell(before && now ? label_of(change.by).in(language_) : "", "quiet"));
        row.cells.push_back(
            report_.cell(before && now && change.question_changed ? before->printed_question : "", "quiet"));
        row.cells.push_back(report_.place(now ? now->place : before->place));
    }

    MatrixSheet promises() const
    {
        MatrixSheet sheet = report_.start(
            "promises",
            {{"state", 14}, {"question", 10}, {"promise", 60}, {"due", 12}, {"answer-now", 60}, {"place", 24}},
            0x7A5200);
        for (const model::PromiseKept& one : made_.promises) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(report_.state(label_of(one.state).in(language_), tone_of(one.state)));
            row.cells.push_back(report_.cell(one.now.empty() ? one.before : one.now, "id", false));
            if (!one.now.empty()) row.cells.back().link = "change#" + one.now;
            row.cells.push_back(report_.cell(one.quote, "quote"));
            row.cells.push_back(report_.date(one.due));
            row.cells.push_back(report_.cell(one.answer, "quote"));
            row.cells.push_back(report_.place(one.place));
        }
        return ended(std::move(sheet), made_.promises.empty());
    }

    MatrixSheet expired() const
    {
        MatrixSheet sheet = report_.start(
            "expired", {{"question", 12}, {"document", 70}, {"valid-until", 14}, {"place", 28}}, 0x7A5200);
        for (const model::ExpiredEvidence& one : made_.expired) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(report_.cell(one.question, "id", false));
            if (!one.question.empty()) row.cells.back().link = "change#" + one.question;
            row.cells.push_back(report_.cell(one.document, "quote"));
            row.cells.push_back(report_.date(one.valid_until));
            row.cells.push_back(report_.place(one.place));
        }
        return ended(std::move(sheet), made_.expired.empty());
    }

    MatrixSheet decisions() const
    {
        MatrixSheet sheet = report_.start("decisions",
                                          {{"state", 14},
                                           {"about", 34},
                                           {"decision", 18},
                                           {"comment", 34},
                                           {"owner", 16},
                                           {"due", 12},
                                           {"decided-by", 16},
                                           {"answer-before", 50},
                                           {"answer-now", 50}},
                                          0x1F4E87);
        for (const model::CarriedDecision& one : made_.decisions) {
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(report_.state(label_of(one.state).in(language_), tone_of(one.state)));
            row.cells.push_back(report_.cell(one.now ? one.now->text() : one.before.target.text(), "strong"));
            row.cells.push_back(report_.cell(decision_label(one.before)));
            row.cells.push_back(report_.cell(one.before.comment));
            row.cells.push_back(report_.cell(one.before.owner));
            row.cells.push_back(report_.date(one.before.due));
            row.cells.push_back(report_.cell(one.before.by + "\n" + one.before.at.substr(0, 10), "quiet"));
            row.cells.push_back(report_.cell(one.words_before, "quote"));
            row.cells.push_back(
                report_.cell(one.state == model::CarriedDecision::State::carried ? "" : one.words_now, "quote"));
        }
        return ended(std::move(sheet), made_.decisions.empty());
    }

    MatrixSheet requirements() const
    {
        MatrixSheet sheet = report_.start("requirements",
                                          {{"requirement", 30},
                                           {"requirement-title", 60},
                                           {"outcome-before", 14},
                                           {"outcome-now", 14},
                                           {"requirement-before", 30}},
                                          0x1E6B34);
        for (const model::RequirementChange& one : made_.requirements) {
            const model::RecordedRequirement* requirement = made_.now.requirement(one.now);
            MatrixRow& row = sheet.rows.emplace_back();
            row.cells.push_back(report_.cell(one.now.text(), "id", false));
            row.cells.push_back(report_.cell(requirement ? requirement->title.in(language_) : ""));
            row.cells.push_back(one.was ? report_.outcome(*one.was) : report_.cell(""));
            row.cells.push_back(report_.outcome(one.is));
            row.cells.push_back(report_.cell(one.was && one.before != one.now ? one.before.text() : "", "quiet"));
        }
        return ended(std::move(sheet), made_.requirements.empty());
    }

    MatrixSheet ended(MatrixSheet sheet, bool empty) const
    {
        if (empty) report_.add_line(sheet, RowKind::banner, word("nothing"), "absent");
        return sheet;
    }

    const model::FollowUp& made_;
    const Words& words_;
    const Layout& layout_;
    model::Language language_;
    WordReport report_;
};

}  // namespace

Words load_follow_up_words(const std::filesystem::path& path, const std::string& shown)
{
    return load_words(path, shown, word_ids);
}

std::string overlap_text(const model::FollowUp& made, const Words& words, model::Language language)
{
    std::size_t matched = 0;
    for (const auto& [by, count] : made.by) matched += count;
    std::string text = filled(words.word("overlap-line", language), "percent",
                              std::to_string(static_cast<int>(std::floor(made.overlap * 100))));
    text = filled(text, "matched", std::to_string(matched));
    text = filled(text, "asked", std::to_string(made.now.answers.size()));
    for (const auto& [by, count] : made.by)
        text += "; " + filled(filled(words.word("by-line", language), "how", label_of(by).in(language)), "count",
                              std::to_string(count));
    return text;
}

Matrix make_matrix(const model::FollowUp& made, const Layout& layout, const Words& words, model::Language language)
{
    return FollowUpWorkbook(made, layout, words, language).make();
}

}  // namespace samsvar::report
