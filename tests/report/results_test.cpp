#include <Poco/JSON/Parser.h>

#include <boost/test/unit_test.hpp>

#include "report/csv.h"
#include "report/json.h"
#include "report/json_writer.h"
#include "report/package.h"
#include "report/sample.h"
#include "report/text.h"

using namespace samsvar;
using namespace samsvar::test;
using model::Language;

namespace {

Poco::JSON::Object::Ptr parsed(const std::string& json)
{
    return Poco::JSON::Parser().parse(json).extract<Poco::JSON::Object::Ptr>();
}

std::vector<std::string> names_of(const Poco::JSON::Object::Ptr& object)
{
    std::vector<std::string> names;
    object->getNames(names);
    return names;
}

/// Fields of RFC 4180 CSV, record by record; throws on anything else.
std::vector<std::vector<std::string>> records_of(const std::string& csv)
{
    std::vector<std::vector<std::string>> records(1);
    for (std::size_t at = 3; at < csv.size();) {
        if (csv[at] != '"') throw std::runtime_error("a field is not quoted");
        std::string field;
        for (++at; at < csv.size(); ++at) {
            if (csv[at] != '"') field += csv[at];
            else if (at + 1 < csv.size() && csv[at + 1] == '"') field += csv[at++];
            else break;
        }
        records.back().push_back(field);
        ++at;
        if (csv.compare(at, 1, ",") == 0) ++at;
        else if (csv.compare(at, 2, "\r\n") == 0) {
            at += 2;
            records.emplace_back();
        }
        else throw std::runtime_error("neither a comma nor a line end");
    }
    records.pop_back();
    return records;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(results_tests)

BOOST_AUTO_TEST_CASE(json_has_the_keys_of_the_contract)
{
    const auto result = parsed(report::to_json(sample_assessment()));
    for (const char* key : {"samsvar", "date", "file", "form", "supplier", "answers", "requirements", "problems", "ledger", "counts"})
        BOOST_TEST(result->has(key));
    BOOST_TEST(result->getValue<std::string>("date") == "2026-11-21");
    BOOST_TEST(result->getObject("file")->getValue<std::string>("name") == "svar-fjelltopp.docx");
    BOOST_TEST(result->getObject("form")->getValue<double>("confidence") == 1.0);
    BOOST_TEST(result->getObject("supplier")->getValue<std::string>("name") == "Fjelltopp Læring AS");
    const auto identifier = result->getObject("supplier")->getArray("identifiers")->getObject(0);
    for (const char* key : {"scheme", "value", "valid", "place"}) BOOST_TEST(identifier->has(key));

    const auto answers = result->getArray("answers");
    BOOST_TEST(answers->size() == 52u);
    const auto answer = answers->getObject(2);
    BOOST_TEST(answer->getValue<std::string>("question") == "3");
    BOOST_TEST(answer->getValue<std::string>("outcome") == "partial");
    BOOST_TEST(answer->getValue<std::string>("severity") == "high");
    BOOST_TEST(answer->getValue<std::string>("evidence") == "requested");
    BOOST_TEST(answer->getValue<std::string>("place") == "svar-fjelltopp.docx!word/document.xml:table3/row5/cell3");
    BOOST_TEST(answer->getValue<std::string>("text") == sample_assessment().submission.find("3")->text());
    const auto finding = answer->getArray("findings")->getObject(0);
    for (const char* key : {"code", "detail", "with", "severity", "quote", "place", "rule", "reason", "ask"})
        BOOST_TEST(finding->has(key));
    BOOST_TEST(finding->isNull("with"));
    BOOST_TEST(finding->getValue<std::string>("rule") == "forms/eksempel.xml:121");
    for (const char* language : {"nb", "sv", "en"}) BOOST_TEST(finding->getObject("reason")->has(language));
    BOOST_TEST(answers->getObject(5)->getArray("findings")->getObject(0)->getValue<std::string>("with") == "40");

    const auto requirements = result->getArray("requirements");
    BOOST_TEST(requirements->size() == 249u);
    const auto requirement = requirements->getObject(6);
    BOOST_TEST(requirement->getValue<std::string>("catalog") == "iso27001-2022");
    BOOST_TEST(requirement->getValue<std::string>("id") == "A.5.7");
    BOOST_TEST(requirement->getArray("findings")->getElement<std::string>(0) == "unmapped-requirement");
    BOOST_TEST(requirements->getObject(1)->getArray("answers")->getElement<std::string>(1) == "17");

    const auto ledger = result->getObject("ledger");
    BOOST_TEST(ledger->getValue<int>("units") == 240);
    BOOST_TEST(ledger->getValue<int>("used") == 180);
    BOOST_TEST(ledger->getArray("ignored")->getObject(0)->getValue<std::string>("reason") == "empty");
    BOOST_TEST(ledger->getArray("ignored")->getObject(0)->getValue<int>("count") == 60);
    const auto counts = result->getObject("counts");
    BOOST_TEST(names_of(counts).size() == 6u);
    BOOST_TEST(counts->getValue<int>("partial") == 20);
    BOOST_TEST(counts->getValue<int>("not-applicable") == 4);
}

BOOST_AUTO_TEST_CASE(json_is_ordered_and_indented)
{
    const std::string json = report::to_json(empty_assessment());
    BOOST_TEST(json == R"({
  "samsvar": "0.1.0",
  "date": "2026-11-21",
  "file": {
    "name": "tom.xlsx",
    "sha256": "",
    "modified": null
  },
  "form": {
    "id": "",
    "version": "",
    "confidence": 0.0,
    "inferred": false
  },
  "supplier": {
    "name": "",
    "identifiers": [],
    "facts": [],
    "subprocessors": [],
    "annexes": []
  },
  "answers": [],
  "unmatched": [],
  "labels": {
    "concept": {},
    "finding": {}
  },
  "findings": [],
  "requirements": [],
  "problems": [],
  "missing_questions": [],
  "ledger": {
    "units": 0,
    "used": 0,
    "ignored": [],
    "used_as": []
  },
  "counts": {
    "satisfied": 0,
    "partial": 0,
    "gap": 0,
    "unanswered": 0,
    "unclear": 0,
    "not-applicable": 0
  }
}
)");
    BOOST_TEST(report::to_json(sample_assessment()) == report::to_json(sample_assessment()));
}

BOOST_AUTO_TEST_CASE(json_keeps_hostile_text_verbatim)
{
    const auto answers = parsed(report::to_json(hostile_assessment()))->getArray("answers");
    const auto text = [&](unsigned at) { return answers->getObject(at)->getValue<std::string>("text"); };
    BOOST_TEST(text(0) == "=cmd|' /C calc'!A0");
    BOOST_TEST(text(5) == std::string(40'000, 'x'));
    BOOST_TEST(text(6) == hostile_assessment().submission.find("7")->text());
    BOOST_TEST(text(9) == "ugyldig \uFFFD\uFFFD\uFFFD( byte");
    BOOST_TEST(text(13) == "linje 1\r\nlinje 2\rlinje 3");
    BOOST_TEST(report::json_string(std::string("\x01\"\\\0", 4)) == R"("\u0001\"\\\u0000")");
}

BOOST_AUTO_TEST_CASE(csv_is_rfc_4180_and_guarded)
{
    const std::string csv = report::to_csv(sample_assessment(), Language::nb);
    BOOST_TEST(csv.starts_with("\xEF\xBB\xBF\"question\",\"section\",\"question_text\",\"answer\",\"outcome\""));
    const auto records = records_of(csv);
    BOOST_TEST(records.size() == 53u);
    for (const auto& record : records) BOOST_TEST(record.size() == 11u);
    BOOST_TEST(records[3][0] == "3");
    BOOST_TEST(records[3][4] == "partial");
    BOOST_TEST(records[3][7] == "weak-practice:optional-mfa");

    const auto hostile = records_of(report::to_csv(hostile_assessment(), Language::nb));
    struct Row {
        std::size_t record;
        const char* answer;
    };
    const Row rows[] = {{1, "'=cmd|' /C calc'!A0"}, {2, "'+1+1"}, {3, "'-2+3"}, {4, "'@SUM(A1:A9)"},
                        {5, "'    =HYPERLINK(\"http://example.com\";\"klikk\")"}, {15, "http://example.com/felle"}};
    for (const Row& row : rows) BOOST_TEST(hostile[row.record][3] == row.answer);
    BOOST_TEST(hostile[1][9] == "'=1+1");
}

BOOST_AUTO_TEST_CASE(text_is_wrapped_gravest_first_and_plain)
{
    for (const std::size_t width : {40u, 80u, 120u}) {
        const std::string text = report::to_text(sample_assessment(), Language::nb, width, report::Colouring::plain);
        BOOST_TEST(text.find('\x1b') == std::string::npos);
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = text.find('\n', begin);
            std::size_t columns = 0;
            for (std::size_t at = begin; at < end; ++at) columns += (text[at] & '\xC0') != '\x80';
            BOOST_REQUIRE(columns <= width);
            begin = end + 1;
        }
    }
    const std::string text = report::to_text(sample_assessment(), Language::nb, 100, report::Colouring::plain);
    BOOST_TEST(text.starts_with("Leverandør: Fjelltopp Læring AS\n"));
    BOOST_TEST(text.find("Høy · Spørsmål 3 · Svak praksis (optional-mfa)\n") < text.find("Middels · Spørsmål 2 · Bare henvisning\n"));
    BOOST_TEST(text.find("    «Administratorer kan velge tofaktor i sin profil»\n"
                         "    svar-fjelltopp.docx!word/document.xml:table3/row5/cell3\n"
                         "    → Spør: Kan dere gjøre tofaktor påkrevd") != std::string::npos);
    model::Assessment assessment = sample_assessment();
    assessment.answers[5].findings[0].with = "header";
    BOOST_TEST(report::to_text(assessment, Language::en, 100, report::Colouring::plain)
                   .find("    head of the form: «Feillogger behandles av Logwell Inc.") != std::string::npos);
    BOOST_TEST(report::to_text(empty_assessment(), Language::en, 80, report::Colouring::plain).ends_with("Nothing to follow up.\n"));
}

BOOST_AUTO_TEST_CASE(escape_sequences_are_ours_only)
{
    const std::string plain = report::to_text(hostile_assessment(), Language::sv, 80, report::Colouring::plain);
    BOOST_TEST(plain.find('\x1b') == std::string::npos);
    const std::string coloured = report::to_text(hostile_assessment(), Language::sv, 80, report::Colouring::ansi);
    // One to begin and one to end each of the 16 findings' headings.
    BOOST_TEST(count_of(coloured, "\x1b[") == 32u);
}

BOOST_AUTO_TEST_SUITE_END()
