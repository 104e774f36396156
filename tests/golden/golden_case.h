#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/library.h"
#include "model/assessment.h"
#include "text/analysis.h"

namespace samsvar::golden {

/// What a folder shows of its finding code.
enum class Kind { fires, silent, near_miss };

/// A folder of tests/golden, named <code>-<fires|silent|near-miss>-<rest>.
struct Folder {
    std::filesystem::path path;
    std::string name;
    std::string code;
    Kind kind = Kind::fires;
    std::string rest;  ///< a, b …; contradictions: their kind, then a letter
};

/// Every folder, sorted by name. A name of another shape is an Error(malformed).
std::vector<Folder> folders();

/// Form, lexicon and catalogues as shipped, read once and compiled once for all cases of the program.
struct Shipped {
    app::Library library;
    model::Form form;
    model::Lexicon lexicon;
    text::Matcher matcher;
};
const Shipped& shipped();

/// A folder's submission, reasoned about on 2026-11-21, with what is needed to look at it.
struct Run {
    model::Form form;  ///< as shipped, but for printed questions (see README.md)
    model::Submission submission;
    std::vector<model::AnswerResult> answers;
    std::vector<model::RequirementResult> requirements;
    std::vector<model::Finding> general;  ///< of no question
    std::vector<std::string>
        listed;  ///< questions, catalog/requirement and "general" of expected.tsv, else those answered
};
Run run(const Folder& folder);

/// expected.tsv as the run would write it: header line, then one line for each listed question or requirement.
std::vector<std::string> expected_lines(const Run& run);

/// Findings of all that is listed.
std::vector<model::Finding> listed_findings(const Run& run);

}  // namespace samsvar::golden
