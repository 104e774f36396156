#include "quality/case_file.h"

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/split.h"
#include "text/identifier.h"

namespace samsvar::quality {

std::string unescaped(std::string field)
{
    for (std::size_t at = field.find("\\n"); at != std::string::npos; at = field.find("\\n", at + 1)) field.replace(at, 2, "\n");
    return field;
}

std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& file)
{
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : split(read_file(file, 1 << 20), '\n'))
        if (!line.empty()) rows.push_back(split(line, '\t'));
    if (!rows.empty()) rows.erase(rows.begin());
    return rows;
}

model::Submission read_case(const std::filesystem::path& answers, const model::Form& form)
{
    return read_case(answers, answers.parent_path() / (answers.stem().string() + ".facts.tsv"), form);
}

model::Submission read_case(const std::filesystem::path& answers, const std::filesystem::path& facts,
                            const model::Form& form)
{
    model::Submission submission;
    submission.form = form.id;
    submission.version = form.version;
    submission.confidence = 1;
    const std::string name = answers.filename().string();
    int row = 1;
    for (const std::vector<std::string>& fields : read_rows(answers)) {
        ++row;
        if (fields.size() < 4) throw Error(ErrorCode::malformed, {name, {}, row, 0}, "too few columns");
        model::Answer answer;
        answer.question = fields[0];
        answer.question_place = {name, "answers", "A" + std::to_string(row), true};
        const std::pair<model::ColumnRole, std::size_t> columns[] = {
            {model::ColumnRole::answer, 1}, {model::ColumnRole::remark, 2}, {model::ColumnRole::evidence, 3}};
        for (const auto& [role, column] : columns) {
            if (fields[column].empty() && role != model::ColumnRole::answer) continue;
            answer.parts.push_back({role, unescaped(fields[column]),
                                    {name, "answers", std::string(1, static_cast<char>('A' + column)) + std::to_string(row), true}, {}});
        }
        submission.answers.push_back(std::move(answer));
    }
    if (!std::filesystem::exists(facts)) return submission;
    row = 1;
    for (const std::vector<std::string>& fields : read_rows(facts)) {
        ++row;
        const auto field = [&](std::size_t index) { return index < fields.size() ? unescaped(fields[index]) : std::string(); };
        const model::Place place{facts.filename().string(), "facts", "A" + std::to_string(row), true};
        if (field(0) == "fact") submission.facts.push_back({field(1), field(1), field(2), place});
        else if (field(0) == "subprocessor") submission.subprocessors.push_back({field(1), field(2), field(3), place});
        else if (field(0) == "annex") {
            // "Bilag A", "Vedlegg 3": the label is the last word.
            const std::string label = field(1);
            const std::size_t blank = label.find_last_of(' ');
            submission.annexes.push_back({blank == std::string::npos ? label : label.substr(blank + 1), field(2), place});
        }
    }
    return submission;
}

std::vector<std::filesystem::path> cases_in(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> cases;
    for (const std::filesystem::path& file : files_in(folder, ".tsv"))
        if (!file.stem().string().ends_with(".facts")) cases.push_back(file);
    return cases;
}

std::vector<app::Verdict> verdicts_of(const model::Assessment& assessment)
{
    std::vector<app::Verdict> verdicts;
    for (const model::AnswerResult& answer : assessment.answers) {
        app::Verdict verdict{answer.question, name_of(answer.outcome), {}, name_of(answer.severity)};
        for (const model::Finding& finding : answer.findings)
            if (std::find(verdict.codes.begin(), verdict.codes.end(), finding.code) == verdict.codes.end())
                verdict.codes.push_back(finding.code);
        std::sort(verdict.codes.begin(), verdict.codes.end());
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

void add(app::Score& all, const app::Score& one)
{
    all.questions += one.questions;
    all.outcomes_equal += one.outcomes_equal;
    all.unclear += one.unclear;
    all.follow_up.expected += one.follow_up.expected;
    all.follow_up.found += one.follow_up.found;
    all.follow_up.right += one.follow_up.right;
    for (const auto& [code, measure] : one.codes) {
        all.codes[code].expected += measure.expected;
        all.codes[code].found += measure.found;
        all.codes[code].right += measure.right;
    }
}

}  // namespace samsvar::quality
