#include "golden/golden_case.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/error.h"
#include "quality/case_file.h"
#include "rules/evaluate.h"
#include "text/identifier.h"

namespace samsvar::golden {

namespace {

constexpr model::Date assessed_on{2026, 11, 21};

/// "printed" rows of facts.tsv: the question as it stands in the supplier's file, and as the form was issued.
void print_questions(const std::filesystem::path& facts, model::Form& form, model::Submission& submission)
{
    if (!std::filesystem::exists(facts)) return;
    for (const std::vector<std::string>& fields : quality::read_rows(facts)) {
        if (fields.empty() || fields[0] != "printed") continue;
        if (fields.size() < 4)
            throw Error(ErrorCode::malformed, {facts.string(), {}, 0, 0}, "printed needs four columns");
        for (model::Question& question : form.questions)
            if (question.id == fields[1]) question.fingerprint = text::fingerprint(quality::unescaped(fields[3]));
        for (model::Answer& answer : submission.answers) {
            if (answer.question != fields[1]) continue;
            answer.printed_question = quality::unescaped(fields[2]);
            answer.question_edited =
                text::fingerprint(answer.printed_question) != form.find(answer.question)->fingerprint;
        }
    }
}

/// "identifier" and "unmatched" rows of facts.tsv, as intake makes them of a file.
void add_beyond_questions(const std::filesystem::path& facts, model::Submission& submission)
{
    if (!std::filesystem::exists(facts)) return;
    int row = 1;
    for (const std::vector<std::string>& fields : quality::read_rows(facts)) {
        const model::Place place{facts.filename().string(), "facts", "A" + std::to_string(++row), true};
        if (fields[0] == "identifier") {
            for (const text::FoundIdentifier& found : text::find_identifiers(fields.at(2), true))
                submission.identifiers.push_back({found.scheme, found.value, found.valid, fields.at(1), place});
        }
        else if (fields[0] == "unmatched") {
            model::Answer answer;
            answer.question = fields.at(1);
            answer.printed_question = fields.at(2);
            answer.question_place = place;
            answer.parts.push_back({model::ColumnRole::answer, fields.at(3), place, {}});
            submission.unmatched.push_back(std::move(answer));
        }
    }
}

/// folder.tsv: the files that came with the submission, as evidence::read_evidence describes them.
std::optional<model::EvidenceFolder> read_folder(const std::filesystem::path& file)
{
    if (!std::filesystem::exists(file)) return std::nullopt;
    model::EvidenceFolder folder;
    folder.name = "documents";
    const auto day = [](const std::string& text) -> std::optional<model::Date> {
        if (text.empty()) return std::nullopt;
        return model::Date{std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)), std::stoi(text.substr(8, 2))};
    };
    for (const std::vector<std::string>& fields : quality::read_rows(file)) {
        model::EvidenceFile& one = folder.files.emplace_back();
        one.path = fields.at(0);
        one.kind = model::EvidenceFileKind::pdf;
        one.title = fields.at(1);
        one.created = day(fields.at(2));
        one.modified = day(fields.at(3));
    }
    return folder;
}

std::vector<std::string> listed_in(const std::filesystem::path& folder, const model::Submission& submission)
{
    std::vector<std::string> listed;
    const std::filesystem::path expected = folder / "expected.tsv";
    if (std::filesystem::exists(expected))
        for (const std::vector<std::string>& fields : quality::read_rows(expected)) listed.push_back(fields[0]);
    if (listed.empty())
        for (const model::Answer& answer : submission.answers) listed.push_back(answer.question);
    return listed;
}

/// What is about the submission as a whole.
constexpr const char* general = "general";

/// "18" is a question, "iso27001-2022/A.8.5" a requirement.
bool is_requirement(const std::string& listed)
{
    return listed.find('/') != std::string::npos;
}

const model::RequirementResult* find_requirement(const Run& run, const std::string& listed)
{
    for (const model::RequirementResult& one : run.requirements)
        if (one.catalog + '/' + one.id == listed) return &one;
    throw Error(ErrorCode::malformed, {"expected.tsv", {}, 0, 0}, "no requirement " + listed);
}

const model::AnswerResult* find_answer(const Run& run, const std::string& listed)
{
    for (const model::AnswerResult& one : run.answers)
        if (one.question == listed) return &one;
    throw Error(ErrorCode::malformed, {"expected.tsv", {}, 0, 0}, "no question " + listed);
}

std::string joined(const std::vector<model::Finding>& findings)
{
    std::vector<std::string> names;
    for (const model::Finding& finding : findings) {
        std::string name = finding.code;
        if (!finding.detail.empty()) name += ':' + finding.detail;
        if (!finding.with.empty()) name += '@' + finding.with;
        names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "-" : text;
}

}  // namespace

std::vector<Folder> folders()
{
    static constexpr std::pair<const char*, Kind> kinds[] = {
        {"-fires-", Kind::fires}, {"-silent-", Kind::silent}, {"-near-miss-", Kind::near_miss}};
    std::vector<Folder> found;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(SAMSVAR_SOURCE_DIR) / "tests/golden")) {
        if (!entry.is_directory()) continue;
        Folder folder;
        folder.path = entry.path();
        folder.name = entry.path().filename().string();
        for (const auto& [word, kind] : kinds)
            if (const std::size_t at = folder.name.find(word); at != std::string::npos && folder.code.empty()) {
                folder.code = folder.name.substr(0, at);
                folder.kind = kind;
                folder.rest = folder.name.substr(at + std::string_view(word).size());
            }
        if (folder.code.empty() || folder.rest.empty())
            throw Error(ErrorCode::malformed, {folder.name, {}, 0, 0}, "not named <code>-<fires|silent|near-miss>-<a>");
        found.push_back(std::move(folder));
    }
    std::sort(found.begin(), found.end(), [](const Folder& a, const Folder& b) { return a.name < b.name; });
    return found;
}

const Shipped& shipped()
{
    static const Shipped value = [] {
        app::Library library{SAMSVAR_SOURCE_DIR};
        model::Form form = library.form("skolesec-ros");
        model::Lexicon lexicon = library.lexicon();
        text::Matcher matcher = library.matcher();
        return Shipped{std::move(library), std::move(form), std::move(lexicon), std::move(matcher)};
    }();
    return value;
}

Run run(const Folder& folder)
{
    Run run;
    run.form = shipped().form;
    run.submission = quality::read_case(folder.path / "answers.tsv", folder.path / "facts.tsv", run.form);
    for (const model::Answer& answer : run.submission.answers)
        if (!run.form.find(answer.question))
            throw Error(ErrorCode::malformed, {folder.name + "/answers.tsv", {}, 0, 0},
                        "no question " + answer.question);
    print_questions(folder.path / "facts.tsv", run.form, run.submission);
    add_beyond_questions(folder.path / "facts.tsv", run.submission);
    run.listed = listed_in(folder.path, run.submission);
    std::set<std::string> catalogs;
    for (const std::string& one : run.listed)
        if (is_requirement(one)) catalogs.insert(one.substr(0, one.find('/')));
    std::vector<model::Catalog> read;
    for (const std::string& id : catalogs) read.push_back(shipped().library.catalog(id));
    const std::optional<model::EvidenceFolder> files = read_folder(folder.path / "folder.tsv");
    rules::Evaluation evaluation =
        rules::evaluate(run.form, read, shipped().matcher, run.submission, assessed_on, files ? &*files : nullptr);
    run.answers = std::move(evaluation.answers);
    run.requirements = std::move(evaluation.requirements);
    run.general = std::move(evaluation.general);
    return run;
}

std::vector<std::string> expected_lines(const Run& run)
{
    std::vector<std::string> lines{"question\toutcome\tfindings\tseverity"};
    const auto line = [&](const std::string& listed, const auto& result) {
        lines.push_back(listed + '\t' + name_of(result.outcome) + '\t' + joined(result.findings) + '\t' +
                        name_of(result.severity));
    };
    for (const std::string& listed : run.listed) {
        if (listed == general)
            lines.push_back(listed + "\t-\t" + joined(run.general) + "\t-");
        else if (is_requirement(listed))
            line(listed, *find_requirement(run, listed));
        else
            line(listed, *find_answer(run, listed));
    }
    return lines;
}

std::vector<model::Finding> listed_findings(const Run& run)
{
    std::vector<model::Finding> findings;
    for (const std::string& listed : run.listed) {
        const auto& own = listed == general        ? run.general
                          : is_requirement(listed) ? find_requirement(run, listed)->findings
                                                   : find_answer(run, listed)->findings;
        findings.insert(findings.end(), own.begin(), own.end());
    }
    return findings;
}

}  // namespace samsvar::golden
