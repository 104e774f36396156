// Verdict mutations (tests/quality/mutations/README.md): one change to a good answer, exactly the expected finding.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

#include "app/library.h"
#include "base/error.h"
#include "base/files.h"
#include "base/split.h"
#include "quality/case_file.h"
#include "report/step_texts.h"
#include "rules/evaluate.h"
#include "text/analysis.h"

namespace samsvar {

namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(SAMSVAR_SOURCE_DIR) / "tests/quality/mutations";

struct Mutation {
    std::string language, question, kind;
    int line = 0;
    std::string answer;              ///< changed; the base's own for kind "base"
    std::string copied;              ///< question whose good answer it is
    std::set<std::string> outcomes;  ///< any of them is right
    std::set<std::set<std::string>> codes;

    std::string name() const { return language + '\t' + question + '\t' + kind + '\t' + std::to_string(line); }
};

/// Good answers by language and question.
using Bases = std::map<std::pair<std::string, std::string>, std::string>;

std::set<std::string> parts(const std::string& text, char separator)
{
    std::set<std::string> found;
    for (const std::string& part : split(text, separator))
        if (!part.empty()) found.insert(part);
    return found;
}

std::vector<Mutation> read(Bases& bases)
{
    std::vector<Mutation> mutations;
    for (const char* language : {"nb", "sv", "da", "fi", "en"}) {
        int line = 1;
        std::string question, base;
        for (const std::vector<std::string>& fields : quality::read_rows(folder / (std::string(language) + ".tsv"))) {
            ++line;
            const auto wrong = [&](const std::string& what) {
                return Error(ErrorCode::malformed, {std::string(language) + ".tsv", {}, line, 0}, what);
            };
            if (fields.size() < 3) throw wrong("too few columns");
            Mutation mutation{language, fields[1], fields[0], line, fields[2], {}, {}, {}};
            if (mutation.kind == "base") {
                question = fields[1];
                base = fields[2];
                bases[{language, question}] = base;
                mutation.outcomes = {"satisfied"};
                mutation.codes = {{}};
                mutations.push_back(std::move(mutation));
                continue;
            }
            if (fields.size() != 5) throw wrong("must have five columns");
            const std::string& from = fields[1];
            mutation.question = question;
            if (fields[2].starts_with('@')) {
                mutation.copied = fields[2].substr(1);
                mutation.answer = bases.at({language, mutation.copied});
            }
            else if (!from.empty()) {
                const std::size_t at = base.find(from);
                if (at == std::string::npos) throw wrong("the good answer does not hold \"" + from + '"');
                mutation.answer = base;
                mutation.answer.replace(at, from.size(), fields[2]);
            }
            mutation.outcomes = parts(fields[3], ';');
            for (const std::string& codes : split(fields[4], ';')) mutation.codes.insert(parts(codes, ','));
            if (mutation.outcomes.empty() || mutation.answer == base) throw wrong("changes nothing, or to no outcome");
            mutations.push_back(std::move(mutation));
        }
    }
    return mutations;
}

struct Shipped {
    app::Library library{SAMSVAR_SOURCE_DIR};
    model::Form form = library.form("skolesec-ros");
    text::Matcher matcher = library.matcher();
};

model::Answer answer_to(const std::string& question, const std::string& text)
{
    model::Answer answer;
    answer.question = question;
    answer.parts.push_back({model::ColumnRole::answer, text, {"answers.tsv", "answers", "B" + question, true}, {}});
    return answer;
}

struct Verdict {
    std::string outcome;
    std::set<std::string> codes;
    std::vector<model::Step> steps;
};

Verdict judged(const Shipped& shipped, const Mutation& mutation, const Bases& bases)
{
    model::Submission submission;
    submission.form = shipped.form.id;
    submission.confidence = 1;
    if (!mutation.copied.empty())
        submission.answers.push_back(answer_to(mutation.copied, bases.at({mutation.language, mutation.copied})));
    submission.answers.push_back(answer_to(mutation.question, mutation.answer));
    const rules::Evaluation evaluation = rules::evaluate(shipped.form, {}, shipped.matcher, submission, {2026, 11, 21});
    for (const model::AnswerResult& result : evaluation.answers) {
        if (result.question != mutation.question) continue;
        Verdict verdict{name_of(result.outcome), {}, result.steps};
        for (const model::Finding& finding : result.findings)
            if (finding.code != "evidence-outstanding") verdict.codes.insert(finding.code);
        return verdict;
    }
    throw Error(ErrorCode::not_found, {}, "the form has no question " + mutation.question);
}

std::string joined(const std::set<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ",") + word;
    return text.empty() ? "-" : text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(verdict_mutations)

BOOST_AUTO_TEST_CASE(one_change_has_exactly_its_finding)
{
    Bases bases;
    const std::vector<Mutation> mutations = read(bases);
    const Shipped shipped;
    std::set<std::string> known_wrong;
    for (const std::vector<std::string>& fields : quality::read_rows(folder / "known-wrong.tsv"))
        known_wrong.insert(fields[0] + '\t' + fields[1] + '\t' + fields[2] + '\t' + fields[3]);

    // SAMSVAR_QUALITY_DETAILS=1 explains each that is wrong.
    const bool details = std::getenv("SAMSVAR_QUALITY_DETAILS") != nullptr;
    const report::StepTexts texts =
        report::load_step_texts(shipped.library.report_layout("steps"), "reports/steps.xml");
    struct Count {
        int right = 0, all = 0;
    };
    std::map<std::string, Count> by_kind, by_language;
    Count changes, good;
    std::vector<std::string> wrong;
    for (const Mutation& one : mutations) {
        const Verdict verdict = judged(shipped, one, bases);
        const bool right = one.outcomes.count(verdict.outcome) > 0 && one.codes.count(verdict.codes) > 0;
        for (Count* count : {&by_kind[one.kind], &by_language[one.language], one.kind == "base" ? &good : &changes}) {
            ++count->all;
            count->right += right;
        }
        if (!right) wrong.push_back(one.name());
        if (!right && details)
            for (const model::Step& step : verdict.steps)
                std::cout << "    " << report::told_text(step, texts, model::Language::en) << '\n';
        if (!right || known_wrong.count(one.name()))
            std::cout << (right                           ? "now right: "
                          : known_wrong.count(one.name()) ? "known wrong: "
                                                          : "NEWLY WRONG: ")
                      << one.name() << '\t' << verdict.outcome << ' ' << joined(verdict.codes) << '\t' << one.answer
                      << '\n';
    }
    for (const auto& [kind, count] : by_kind) std::cout << kind << ": " << count.right << " of " << count.all << '\n';
    for (const auto& [language, count] : by_language)
        std::cout << language << ": " << count.right << " of " << count.all << '\n';
    std::cout << "good answers satisfied without a finding: " << good.right << " of " << good.all << '\n'
              << "changes with exactly the expected finding: " << changes.right << " of " << changes.all << '\n';
    if (std::getenv("SAMSVAR_UPDATE_MUTATIONS")) {
        std::string list = "language\tquestion\tkind\tline\n";
        for (const std::string& name : wrong) list += name + '\n';
        write_file(folder / "known-wrong.tsv", list);
    }
    for (const auto& [kind, count] : by_kind) BOOST_TEST(count.all >= 3, kind);
    BOOST_TEST(good.all >= 40);
    BOOST_TEST(changes.all >= 300);
    BOOST_TEST(good.right >= FLOOR_GOOD_ANSWERS);
    BOOST_TEST(changes.right >= FLOOR_MUTATIONS);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar
