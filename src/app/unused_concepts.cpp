#include "app/unused_concepts.h"

#include <algorithm>
#include <set>
#include <string>

#include "app/inspect.h"
#include "app/read.h"
#include "base/error.h"
#include "base/files.h"
#include "base/split.h"
#include "text/analysis.h"

namespace samsvar::app {

namespace {

namespace fs = std::filesystem;

/// What can hold answers, by the end of the name: anything else in a folder of cases is left alone.
bool may_hold_answers(const fs::path& file)
{
    static const std::set<std::string> known{".tsv", ".docx", ".docm", ".xlsx", ".xlsm", ".odt", ".ods", ".csv"};
    const std::string name = file.filename().string();
    return known.count(file.extension().string()) && !name.ends_with(".gold.tsv") && !name.ends_with(".facts.tsv");
}

std::vector<fs::path> files_of(const std::vector<fs::path>& cases)
{
    std::vector<fs::path> files;
    for (const fs::path& one : cases) {
        if (fs::is_directory(one)) {
            for (const fs::directory_entry& entry : fs::recursive_directory_iterator(one))
                if (entry.is_regular_file() && may_hold_answers(entry.path())) files.push_back(entry.path());
        }
        else if (fs::is_regular_file(one))
            files.push_back(one);
        else
            throw Error(ErrorCode::not_found, {one.string(), {}, 0, 0},
                        "there is no such file or folder; --cases takes files with answers or folders of them");
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

/// The columns answer, remark and evidence of a table with tabs; "\n" stands for a line break.
std::vector<std::string> answers_of_table(const fs::path& file, const Limits& limits)
{
    const std::vector<std::string> lines = split(read_file(file, limits.own_xml_bytes), '\n');
    const std::vector<std::string> header = split(lines.front(), '\t');
    if (std::find(header.begin(), header.end(), "answer") == header.end()) return {};
    std::vector<std::string> answers;
    for (std::size_t line = 1; line < lines.size(); ++line) {
        const std::vector<std::string> fields = split(lines[line], '\t');
        for (std::size_t at = 0; at < std::min(fields.size(), header.size()); ++at) {
            if (header[at] != "answer" && header[at] != "remark" && header[at] != "evidence") continue;
            std::string text = fields[at];
            for (std::size_t mark = text.find("\\n"); mark != std::string::npos; mark = text.find("\\n", mark + 1))
                text.replace(mark, 2, "\n");
            if (!text.empty()) answers.push_back(std::move(text));
        }
    }
    return answers;
}

std::vector<std::string> answers_of(const model::Submission& submission)
{
    std::vector<std::string> answers;
    for (const model::Answer& answer : submission.answers)
        for (const model::AnswerPart& part : answer.parts)
            if (!part.text.empty()) answers.push_back(part.text);
    return answers;
}

std::vector<std::string> answers_of_file(const Library& library, const fs::path& file, const Limits& limits)
{
    if (file.extension() == ".tsv") return answers_of_table(file, limits);
    try {
        return answers_of(read(library, file, {}, limits).submission);
    }
    catch (const Error& error) {
        // No form fits: what looks like answers serves as well here, where nothing is judged.
        if (error.code() != ErrorCode::unsupported && error.code() != ErrorCode::not_found) throw;
        return answers_of(inspect(library, file, {}, limits).submission);
    }
}

}  // namespace

std::vector<Lint> unused_concepts(const Library& library, const std::vector<fs::path>& cases, const Limits& limits)
{
    std::vector<Lint> found;
    const text::Matcher matcher = library.matcher();
    const std::vector<model::Concept>& concepts = matcher.lexicon().concepts;
    std::vector<bool> fires(concepts.size());
    std::size_t count = 0;
    const std::vector<fs::path> files = files_of(cases);
    for (const fs::path& file : files) {
        std::vector<std::string> answers;
        try {
            answers = answers_of_file(library, file, limits);
            if (answers.empty()) found.push_back({{file.string(), 0}, "holds no answers", false});
        }
        catch (const Error& error) {
            found.push_back({{file.string(), 0}, "left out: " + error.message(), false});
        }
        count += answers.size();
        for (const std::string& answer : answers)
            for (const text::Hit& hit : matcher.analyse(answer).hits) fires[hit.concept_index] = true;
    }
    if (count == 0)
        throw Error(ErrorCode::not_found, {},
                    "--cases: no answer was found in " + std::to_string(files.size()) + " files");
    for (std::size_t index = 0; index < concepts.size(); ++index) {
        const model::Concept& one = concepts[index];
        // Cues are no hits of their own, and a concept without patterns is set by the program.
        if (fires[index] || (one.patterns.empty() && one.words.empty()) || one.id.starts_with("cue-")) continue;
        found.push_back({one.origin, "concept " + one.id + " stands in no answer", false});
    }
    found.push_back({{"catalogs/lexicon", 0},
                     "looked at " + std::to_string(count) + " answers of " + std::to_string(files.size()) + " files",
                     false});
    return found;
}

}  // namespace samsvar::app
