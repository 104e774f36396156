#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace samsvar::app {

/// One answer's verdict, from a result or from a gold file.
struct Verdict {
    std::string question;
    std::string outcome;
    std::vector<std::string> codes;  ///< finding codes without their details
    std::string severity;
    bool follow_up() const { return severity != "none" && !severity.empty(); }
};

/// How well a set was found.
struct Measure {
    int expected = 0;
    int found = 0;
    int right = 0;
    double recall() const { return expected ? static_cast<double>(right) / expected : 1.0; }
    double precision() const { return found ? static_cast<double>(right) / found : 1.0; }
};

struct Difference {
    Verdict gold;
    Verdict got;
};

/// A run held against a reviewer's verdicts.
struct Score {
    int questions = 0;
    int missing = 0;  ///< questions of the gold file that the run does not hold: cells lost
    int outcomes_equal = 0;
    int unclear = 0;
    bool agreement_elements = false;  ///< limbs of an agreement: no severities or codes
    int missing_called_covered = 0;   ///< agreements: the error that must not happen
    Measure follow_up;
    std::map<std::string, Measure> codes;
    std::vector<Difference> differences;
    double agreement() const { return questions ? static_cast<double>(outcomes_equal) / questions : 1.0; }
};

/// Reads verdicts from a result (JSON of `samsvar check` or `samsvar agreement`). Throws Error(malformed) naming file and key.
std::vector<Verdict> read_result(const std::filesystem::path& file);
/// Reads a gold file: columns question_id, outcome, finding_codes, severity found by their header; of an agreement: element, outcome. Throws Error with
/// the line.
std::vector<Verdict> read_gold(const std::filesystem::path& file);
Score score(const std::vector<Verdict>& result, const std::vector<Verdict>& gold);
/// The score as lines for people; `details` lists every difference.
std::string score_text(const Score& score, bool details);

}  // namespace samsvar::app
