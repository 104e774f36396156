// Spelling keeps the outcome, of every judged answer there is: golden cases, verdict mutations, questionnaires nobody
// described, and the cases shared beside the repository when they are there. tests/rules/stability_test.cpp does the
// same for tests/quality/cases.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <iostream>

#include "app/assess.h"
#include "app/library.h"
#include "app/read.h"
#include "coverage/describe.h"
#include "quality/case_file.h"
#include "rules/evaluate.h"
#include "rules/respell.h"
#include "text/analysis.h"

namespace samsvar {

namespace {

namespace fs = std::filesystem;

/// Judged answers of one file, under a form.
struct Judged {
    std::string name;
    model::Form form;
    model::Submission submission;
};

class Cases {
public:
    Cases()
    {
        const fs::path tests = fs::path(SAMSVAR_SOURCE_DIR) / "tests";
        std::vector<fs::path> folders;
        for (const fs::directory_entry& entry : fs::directory_iterator(tests / "golden"))
            if (entry.is_directory()) folders.push_back(entry.path());
        std::sort(folders.begin(), folders.end());
        for (const fs::path& folder : folders)
            all.push_back({"golden/" + folder.filename().string(), shipped_form,
                           quality::read_case(folder / "answers.tsv", folder / "facts.tsv", shipped_form)});
        add_mutations(tests / "quality/mutations");
        add_files(tests / "quality/forms");
        const fs::path shared = fs::path(SAMSVAR_SHARED_DIR) / "cases";
        if (fs::is_directory(shared))
            add_files(shared);
        else
            std::cout << "no shared cases beside the repository\n";
    }

    app::Library library{SAMSVAR_SOURCE_DIR};
    model::Form shipped_form = library.form("skolesec-ros");
    text::Matcher matcher = library.matcher();
    std::vector<Judged> all;

private:
    /// Each good answer and each changed one alone in a submission.
    void add_mutations(const fs::path& folder)
    {
        for (const char* language : {"nb", "sv", "da", "fi", "en"}) {
            std::string question, base;
            for (const auto& fields : quality::read_rows(folder / (std::string(language) + ".tsv"))) {
                std::string answer = fields[2];
                if (fields[0] == "base") {
                    question = fields[1];
                    base = answer;
                }
                else if (answer.starts_with('@'))
                    continue;
                else if (!fields[1].empty())
                    answer = std::string(base).replace(base.find(fields[1]), fields[1].size(), answer);
                model::Answer made;
                made.question = question;
                made.parts.push_back({model::ColumnRole::answer, answer, {"answers.tsv", "answers", "B1", true}, {}});
                model::Submission submission;
                submission.form = shipped_form.id;
                submission.answers.push_back(std::move(made));
                all.push_back(
                    {std::string(language) + ' ' + question + ' ' + fields[0], shipped_form, std::move(submission)});
            }
        }
    }

    /// A reviewer's verdicts lie beside the file.
    static bool judged(const fs::path& file)
    {
        const bool readable = file.extension() == ".docx" || file.extension() == ".xlsx";
        return readable && fs::exists(file.parent_path() / (file.stem().string() + ".gold.tsv"));
    }

    void add_files(const fs::path& folder)
    {
        std::vector<fs::path> files;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder))
            if (judged(entry.path())) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        const coverage::Requirements requirements{library.catalogs(), library.mappings()};
        for (const fs::path& file : files) {
            app::Reading reading = app::read(library, file, "");
            model::Form form = coverage::describe(reading.form, reading.submission, requirements, matcher);
            all.push_back({file.filename().string(), std::move(form), std::move(reading.submission)});
        }
    }
};

std::string codes_of(const model::AnswerResult& result)
{
    std::string text = name_of(result.outcome);
    for (const model::Finding& finding : result.findings) text += ' ' + finding.code + (finding.detail.empty() ? "" : ':' + finding.detail);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spelling)

BOOST_AUTO_TEST_CASE(every_judged_answer_keeps_its_outcome)
{
    const Cases cases;
    const auto judged = [&](const Judged& one, const model::Submission& submission) {
        return rules::evaluate(one.form, {}, cases.matcher, submission, {2026, 11, 21}).answers;
    };
    std::vector<std::vector<model::AnswerResult>> plain;
    std::size_t answers = 0;
    for (const Judged& one : cases.all) {
        plain.push_back(judged(one, one.submission));
        answers += one.submission.answers.size();
    }
    std::cout << answers << " judged answers in " << cases.all.size() << " submissions\n";
    BOOST_TEST(answers >= 850U);  // of the repository alone
    for (const rules::Spelling& spelling : rules::spellings) {
        std::size_t lost = 0;
        for (std::size_t at = 0; at < cases.all.size(); ++at) {
            const Judged& one = cases.all[at];
            model::Submission submission = one.submission;
            for (model::Answer& answer : submission.answers)
                for (model::AnswerPart& part : answer.parts) part.text = spelling.respell(part.text);
            const std::vector<model::AnswerResult> after = judged(one, submission);
            for (std::size_t index = 0; index < after.size(); ++index) {
                if (after[index].outcome == plain[at][index].outcome) continue;
                ++lost;
                const model::Answer* answer = submission.find(after[index].question);
                std::cout << spelling.name << ": " << one.name << ' ' << after[index].question << ": "
                          << codes_of(plain[at][index]) << " became " << codes_of(after[index]) << '\t'
                          << (answer ? answer->text().substr(0, 200) : "") << '\n';
            }
        }
        BOOST_TEST(lost == 0U, spelling.name << ": " << lost << " of " << answers << " outcomes lost");
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar
