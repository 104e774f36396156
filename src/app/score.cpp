#include "app/score.h"

#include <Poco/Exception.h>
#include <Poco/JSON/Parser.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/split.h"

namespace samsvar::app {

namespace {

constexpr std::uint64_t largest_input = 64ull << 20;

/// "missing-element:deadline" → "missing-element", each once.
std::vector<std::string> codes_of(const std::vector<std::string>& written)
{
    std::set<std::string> codes;
    for (const std::string& one : written)
        if (!one.empty()) codes.insert(one.substr(0, one.find(':')));
    return {codes.begin(), codes.end()};
}

void count(Measure& measure, bool expected, bool found)
{
    measure.expected += expected;
    measure.found += found;
    measure.right += expected && found;
}

std::string percent(double share)
{
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%.2f", share);
    return buffer;
}

}  // namespace

std::vector<Verdict> read_result(const std::filesystem::path& file)
{
    const std::string content = read_file(file, largest_input);
    std::vector<Verdict> verdicts;
    try {
        Poco::JSON::Parser parser;
        const auto root = parser.parse(content).extract<Poco::JSON::Object::Ptr>();
        if (const auto articles = root->getArray("articles")) {
            for (std::size_t index = 0; index < articles->size(); ++index) {
                const auto article = articles->getObject(static_cast<unsigned>(index));
                verdicts.push_back({article->getValue<std::string>("article"), article->getValue<std::string>("outcome"), {}, {}});
            }
            return verdicts;
        }
        const auto answers = root->getArray("answers");
        if (!answers)
            throw Error(ErrorCode::malformed, {file.string(), {}, 0, 0},
                        "holds no \"answers\"; make it with check --format json");
        for (std::size_t index = 0; index < answers->size(); ++index) {
            const auto answer = answers->getObject(static_cast<unsigned>(index));
            Verdict verdict;
            verdict.question = answer->getValue<std::string>("question");
            verdict.outcome = answer->getValue<std::string>("outcome");
            verdict.severity = answer->getValue<std::string>("severity");
            std::vector<std::string> codes;
            const auto findings = answer->getArray("findings");
            for (std::size_t at = 0; findings && at < findings->size(); ++at)
                codes.push_back(findings->getObject(static_cast<unsigned>(at))->getValue<std::string>("code"));
            verdict.codes = codes_of(codes);
            verdicts.push_back(std::move(verdict));
        }
    }
    catch (const Poco::Exception& failure) {
        throw Error(ErrorCode::malformed, {file.string(), {}, 0, 0},
                    "is not a result of samsvar check: " + failure.displayText());
    }
    return verdicts;
}

std::vector<Verdict> read_gold(const std::filesystem::path& file)
{
    const std::string content = read_file(file, largest_input);
    std::vector<Verdict> verdicts;
    std::map<std::string, std::size_t> columns;
    int number = 0;
    bool agreement = false;
    for (std::string& line : split(content, '\n')) {
        ++number;
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.empty()) continue;
        const std::vector<std::string> fields = split(line, '\t');
        if (columns.empty()) {
            for (std::size_t index = 0; index < fields.size(); ++index) columns[fields[index]] = index;
            // Gold of agreements has only the limb of the regulation and its outcome.
            agreement = columns.count("element") != 0;
            for (const char* wanted : agreement ? std::vector<const char*>{"element", "outcome"}
                                                : std::vector<const char*>{"question_id", "outcome", "finding_codes", "severity"})
                if (!columns.count(wanted))
                    throw Error(ErrorCode::malformed, {file.string(), {}, 1, 0},
                                std::string("the header line has no column ") + wanted);
            continue;
        }
        const auto field = [&](const char* name) {
            if (columns[name] >= fields.size())
                throw Error(ErrorCode::malformed, {file.string(), {}, number, 0},
                            std::string("the line ends before ") + name);
            return fields[columns[name]];
        };
        if (agreement) {
            verdicts.push_back({field("element"), field("outcome"), {}, {}});
            continue;
        }
        verdicts.push_back(
            {field("question_id"), field("outcome"), codes_of(split(field("finding_codes"), ',')), field("severity")});
    }
    return verdicts;
}

Score score(const std::vector<Verdict>& result, const std::vector<Verdict>& gold)
{
    Score score;
    score.agreement_elements = std::all_of(gold.begin(), gold.end(), [](const Verdict& one) { return one.severity.empty(); });
    for (const Verdict& wanted : gold) {
        ++score.questions;
        const auto got = std::find_if(result.begin(), result.end(),
                                      [&](const Verdict& one) { return one.question == wanted.question; });
        if (got == result.end()) {
            ++score.missing;
            count(score.follow_up, wanted.follow_up(), false);
            for (const std::string& code : wanted.codes) count(score.codes[code], true, false);
            score.differences.push_back({wanted, {wanted.question, "missing", {}, {}}});
            continue;
        }
        score.missing_called_covered += wanted.outcome == "missing" && got->outcome == "covered";
        score.outcomes_equal += got->outcome == wanted.outcome;
        score.unclear += got->outcome == "unclear";
        count(score.follow_up, wanted.follow_up(), got->follow_up());
        std::set<std::string> codes(wanted.codes.begin(), wanted.codes.end());
        codes.insert(got->codes.begin(), got->codes.end());
        for (const std::string& code : codes)
            count(score.codes[code], std::find(wanted.codes.begin(), wanted.codes.end(), code) != wanted.codes.end(),
                  std::find(got->codes.begin(), got->codes.end(), code) != got->codes.end());
        if (got->outcome != wanted.outcome || got->codes != wanted.codes) score.differences.push_back({wanted, *got});
    }
    return score;
}

std::string score_text(const Score& score, bool details)
{
    const auto joined = [](const std::vector<std::string>& codes) {
        std::string text;
        for (const std::string& code : codes) text += (text.empty() ? "" : ",") + code;
        return text.empty() ? std::string("-") : text;
    };
    std::string text = "questions " + std::to_string(score.questions) + ", missing " + std::to_string(score.missing) +
                       ", unclear " + std::to_string(score.unclear) + "\n";
    text += "outcomes agree " + percent(score.agreement()) + " (" + std::to_string(score.outcomes_equal) + "/" +
            std::to_string(score.questions) + ")\n";
    if (score.agreement_elements) {
        text += "missing called covered " + std::to_string(score.missing_called_covered) + "\n";
        if (details)
            for (const Difference& one : score.differences)
                text += one.gold.question + "\tgold " + one.gold.outcome + "\tgot " + one.got.outcome + "\n";
        return text;
    }
    text += "needs follow-up: recall " + percent(score.follow_up.recall()) + " (" +
            std::to_string(score.follow_up.right) + "/" + std::to_string(score.follow_up.expected) + "), precision " +
            percent(score.follow_up.precision()) + " (" + std::to_string(score.follow_up.right) + "/" +
            std::to_string(score.follow_up.found) + ")\n";
    for (const auto& [code, measure] : score.codes)
        text += "  " + code + ": recall " + percent(measure.recall()) + " (" + std::to_string(measure.right) + "/" +
                std::to_string(measure.expected) + "), precision " + percent(measure.precision()) + " (" +
                std::to_string(measure.right) + "/" + std::to_string(measure.found) + ")\n";
    if (details)
        for (const Difference& one : score.differences)
            text += one.gold.question + "\tgold " + one.gold.outcome + " " + joined(one.gold.codes) + "\tgot " +
                    one.got.outcome + " " + joined(one.got.codes) + "\n";
    return text;
}

}  // namespace samsvar::app
