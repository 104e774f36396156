// Real questionnaires, read with no layout given, against what is known of them. Run where ../shared/corpus/forms is.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

#include "base/files.h"
#include "layout/found_forms.h"
#include "reader/open.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(corpus_forms_test)

namespace {

const std::filesystem::path corpus = std::string(SAMSVAR_SHARED_DIR) + "/corpus/forms";

bool missing(const char* file)
{
    if (std::filesystem::exists(corpus / file)) return false;
    BOOST_TEST_MESSAGE("skipped: there is no " << (corpus / file).string());
    return true;
}

/// The texts of a CSV file, row by row.
std::vector<std::vector<std::string>> rows_of(const char* file)
{
    const model::Document document = reader::open(corpus / file);
    const auto& table = std::get<model::Table>(document.blocks.at(0));
    std::vector<std::vector<std::string>> rows(static_cast<std::size_t>(table.rows));
    for (auto& row : rows) row.resize(static_cast<std::size_t>(table.columns));
    for (const model::Cell& cell : table.cells) rows[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)] = cell.text();
    return rows;
}

void print(const char* file, std::size_t found, std::size_t wanted, const test::FormScore& score)
{
    std::cout << file << ": " << found << " questions, " << wanted << " expected; missed " << score.missed << ", extra " << score.extra
              << "; ids wrong " << score.ids_wrong << ", texts wrong " << score.texts_wrong << "; answers right " << score.right
              << ", wrong " << score.wrong << ", missed " << score.answers_missed << ", invented " << score.invented << '\n';
    if (std::getenv("SAMSVAR_FORMS_DETAIL"))
        for (const std::string& difference : score.differences) std::cout << "      " << difference << '\n';
}

/// Holds the file against rows; everything must be equal, ids only where people see them as ids.
void demand_equal(const char* file, const std::vector<test::ExpectedQuestion>& expected, bool ids = true)
{
    const model::Layout layout = test::layout_of(corpus / file);
    const test::FormScore score = test::compare(expected, layout.questions);
    print(file, layout.questions.size(), expected.size(), score);
    BOOST_TEST(score.missed == 0u);
    BOOST_TEST(score.extra == 0u);
    if (ids) BOOST_TEST(score.ids_wrong == 0u);
    BOOST_TEST(score.texts_wrong == 0u);
    BOOST_TEST(score.right == expected.size());
}

/// How often each choice was given; "" = no answer at all.
std::map<std::string, std::size_t> choices_of(const model::Layout& layout)
{
    std::map<std::string, std::size_t> counts;
    for (const model::LayoutQuestion& question : layout.questions) {
        std::string choice;
        for (const model::AnswerPart& part : question.parts)
            if (part.role == model::ColumnRole::choice) choice += (choice.empty() ? "" : "+") + test::compared(part.text);
        ++counts[choice];
    }
    return counts;
}

std::size_t answered(const model::Layout& layout)
{
    return static_cast<std::size_t>(std::count_if(layout.questions.begin(), layout.questions.end(),
                                                  [](const auto& question) { return !question.parts.empty(); }));
}

std::string told(const std::map<std::string, std::size_t>& counts)
{
    std::string text;
    for (const auto& [word, count] : counts) text += " \"" + word + "\" " + std::to_string(count);
    return text;
}

/// The values of a key in a JSON file, escapes read.
std::vector<std::string> values_of(const std::string& name, const std::string& json)
{
    const std::string key = '"' + name + "\": \"";
    std::vector<std::string> texts;
    for (std::size_t at = json.find(key); at != std::string::npos; at = json.find(key, at)) {
        std::string text;
        for (at += key.size(); at < json.size() && json[at] != '"'; ++at) {
            if (json[at] == '\\') ++at;
            text += json[at] == 'n' && json[at - 1] == '\\' ? '\n' : json[at];
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace

BOOST_AUTO_TEST_CASE(statement_of_applicability)
{
    if (missing("iso27001-soa.xlsx")) return;
    std::vector<test::ExpectedQuestion> expected;
    std::string theme;  // stands on the first row of its group only; a question is its title and its description
    for (const auto& row : rows_of("iso27001-soa.expected.csv")) {
        if (row.size() <= 7 || row[2].find('.') == std::string::npos) continue;
        if (!row[1].empty()) theme = row[0] + " / " + row[1];
        expected.push_back({row[2], theme, row[3] + '\n' + row[4], row[5], row[6], row[7], ""});
    }
    BOOST_REQUIRE(expected.size() == 93u);
    demand_equal("iso27001-soa.xlsx", expected);
}

BOOST_AUTO_TEST_CASE(verification_standard)
{
    if (missing("asvs-4.0.3-en.docx")) return;
    std::vector<test::ExpectedQuestion> expected;
    for (const auto& row : rows_of("asvs-4.0.3-en.expected.csv"))
        if (row.size() > 5 && row[4] != "req_id") expected.push_back({row[4].substr(1), row[3], row[5], "", "", "", ""});
    BOOST_REQUIRE(expected.size() == 286u);
    // The CSV is Markdown: links "([C1](https://…))" and emphasis; the document shows their text only.
    for (test::ExpectedQuestion& question : expected) {
        std::string& text = question.question;
        if (const std::size_t open = text.find("(*"); open != std::string::npos) {
            text.erase(open + 1, 1);
            text.erase(text.find('*', open), 1);
        }
        for (std::size_t at = 0; (at = text.find("](", at)) != std::string::npos;) {
            text.erase(at, text.find(')', at) + 1 - at);
            if (const std::size_t open = text.rfind('[', at); open != std::string::npos) text.erase(open, 1);
        }
    }
    demand_equal("asvs-4.0.3-en.docx", expected);
}

BOOST_AUTO_TEST_CASE(landing_zone_checklist)
{
    if (missing("alz-checklist-ja.xlsx")) return;
    std::vector<test::ExpectedQuestion> expected;
    const std::string json = read_file(corpus / "alz-checklist-ja.expected.json", 1 << 24);
    const std::vector<std::string> texts = values_of("text", json), codes = values_of("guid", json);
    BOOST_REQUIRE(texts.size() == codes.size());
    for (std::size_t n = 0; n < texts.size(); ++n) expected.push_back({codes[n], "", texts[n], "", "", "", ""});
    BOOST_REQUIRE(expected.size() == 245u);
    demand_equal("alz-checklist-ja.xlsx", expected, false);  // the default status is no answer; ids are told only
}

BOOST_AUTO_TEST_CASE(filled_consensus_questionnaires)
{
    struct Row {
        const char* file;
        std::size_t questions;
        std::map<std::string, std::size_t> choices;
    };
    const Row rows[] = {{"caiq-4.0.3-filled.xlsx", 261, {{"yes", 107}, {"no", 122}, {"na", 32}}}, {"caiq-3.0.1-filled.xlsx", 295, {{"yes", 295}}}};
    for (const Row& row : rows) {
        if (missing(row.file)) continue;
        BOOST_TEST_CONTEXT(row.file)
        {
            const model::Layout layout = test::layout_of(corpus / row.file);
            const auto choices = choices_of(layout);
            std::set<std::string> ids;
            for (const auto& question : layout.questions) ids.insert(question.id);
            std::cout << row.file << ": " << layout.questions.size() << " questions, " << row.questions << " expected; " << ids.size()
                      << " ids; answered " << answered(layout) << ":" << told(choices) << '\n';
            BOOST_TEST(layout.questions.size() == row.questions);
            BOOST_TEST(ids.size() == row.questions);
            BOOST_TEST(answered(layout) == row.questions);
            BOOST_TEST(told(choices) == told(row.choices));
        }
    }
}

BOOST_AUTO_TEST_CASE(blank_forms)
{
    struct Row {
        const char* file;
        std::size_t questions;  // 0 = a matter of taste
        bool ids;        // each question has an id of its own
        bool unanswered;  // nobody has filled it in
    };
    const Row rows[] = {{"hecvat-4.14-blank.xlsx", 331, true, true},
                        {"cyfun2025-essential.xlsx", 218, true, true},
                        // Rows without a number below 1.b … may count or not, but the same in both languages.
                        {"openchain-1.2-en.docx", 0, false, true},
                        {"openchain-1.2-ja.docx", 0, false, true}};
    std::map<std::string, std::size_t> counts;
    for (const Row& row : rows) {
        if (missing(row.file)) continue;
        BOOST_TEST_CONTEXT(row.file)
        {
            const model::Layout layout = test::layout_of(corpus / row.file);
            std::map<std::string, std::size_t> ids;
            for (const auto& question : layout.questions) ++ids[question.id];
            std::string odd;
            for (const auto& [id, count] : ids)
                if (count > 1 || id.empty()) odd += " \"" + id + "\" " + std::to_string(count);
            std::cout << row.file << ": " << layout.questions.size() << " questions, " << row.questions << " expected; " << ids.size()
                      << " ids" << (odd.empty() ? "" : ", not once:" + odd) << "; answered " << answered(layout) << '\n';
            counts[row.file] = layout.questions.size();
            if (row.questions) BOOST_TEST(layout.questions.size() == row.questions);
            if (row.ids) BOOST_TEST(odd == "");
            if (row.unanswered) BOOST_TEST(answered(layout) == 0u);
        }
    }
    BOOST_TEST(counts["openchain-1.2-en.docx"] == counts["openchain-1.2-ja.docx"]);
}

BOOST_AUTO_TEST_SUITE_END()
