// Facts of the agreements in cases/, and what contradicts the answers of a questionnaire.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

#include "agreement/shipped.h"
#include "base/files.h"

using namespace samsvar;
using test::assess;

BOOST_AUTO_TEST_SUITE(agreement_facts_test)

namespace {

namespace fs = std::filesystem;

}  // namespace

BOOST_AUTO_TEST_CASE(facts_of_the_cases)
{
    struct Row {
        const char* file;
        const char* kind;
        const char* key;
        const char* value;
        const char* extra;
        const char* clause;
    };
    const Row rows[] = {
        {"granmo-sv", "party", "controller", "Granmo kommun", "212000-9928 (?); «Kommunen»", ""},
        {"granmo-sv", "party", "processor", "Tärnvik Journal AB", "556999-4310 (?); «Leverantören»", ""},
        {"granmo-sv", "subprocessor", "Suurla Support Oy", "Suurla Support Oy", "Finland", "Bilaga B"},
        {"granmo-sv", "notice", "subject-request", "tre arbetsdagar", "", "7.1"},
        {"granmo-sv", "deletion", "end", "60 dagar", "", "10.2"},
        {"granmo-sv", "retention", "retention", "tio år", "", "Bilaga A"},
        {"granmo-sv", "governing-law", "", "Svensk rätt tillämpas.", "", "11.2"},
        {"havnelyd-da", "party", "processor", "Havnelyd ApS", "39999914 (?); «Havnelyd»", ""},
        {"havnelyd-da", "subprocessor", "CloudMail Corp.", "CloudMail Corp.", "USA", "Bilag B"},
        {"havnelyd-da", "notice", "subprocessor-notice", "45 dage", "", "7.2"},
        {"havnelyd-da", "notice", "audit-notice", "14 dage", "", "11.1"},
        {"havnelyd-da", "date", "2026-04-14", "14. april 2026", "", "8.1"},
        {"fjellheim-nn", "party", "controller", "Fjellheim kommune", "964 999 016 (?)", ""},
        {"fjellheim-nn", "notice", "breach-notice", "72 timar", "", "4 (f)"},
        {"quayside-en", "party", "controller", "Wexcombe Housing Association Ltd", "«Customer»", ""},
        {"quayside-en", "notice", "breach-notice", "36 hours", "", "Article 10"},
        {"quayside-en", "governing-law", "", "This Addendum is governed by the laws of Ireland.", "", "Article 12"},
        {"lyngvik-nb", "party", "processor", "Skarpsno Dataservice AS", "998 999 077 (?); «Leverandør»", ""},
        {"lyngvik-nb", "notice", "breach-notice", "tolv timer", "", "5.5"},
        {"ekbacken-sv", "subprocessor", "Norrsken Serverpark AB", "Norrsken Serverpark AB", "", "1.8"},
        {"ekbacken-sv", "party", "controller", "Region Ekbacken", "232199-0014 (?)", "Parter"},
        {"merikallio-fi", "party", "processor", "Tuulentupa Ohjelmistot Oy", "2999999-8 (?); «Toimittaja»", ""},
        {"merikallio-fi", "deletion", "copies", "60 päivän", "", "8"},
    };
    std::string open;
    model::AgreementAssessment assessment;
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.file << ": " << row.kind << " " << row.key << " " << row.value)
        {
            if (open != row.file)
                assessment = assess(test::agreement_files() / "cases" / (std::string(row.file) + ".docx"));
            open = row.file;
            const bool found =
                std::any_of(assessment.facts.begin(), assessment.facts.end(), [&](const model::AgreementFact& one) {
                    return one.kind == row.kind && one.key == row.key && one.value == row.value &&
                           one.extra == row.extra && one.shown.clause == row.clause;
                });
            BOOST_TEST(found);
            if (!found)
                for (const model::AgreementFact& one : assessment.facts)
                    if (one.kind == row.kind)
                        BOOST_TEST_MESSAGE("  has " << one.key << " | " << one.value << " | " << one.extra << " | "
                                                    << one.shown.clause);
        }
}

BOOST_AUTO_TEST_CASE(answers_that_contradict_the_agreement_are_told_with_both_places)
{
    const fs::path shared = fs::path(SAMSVAR_SHARED_DIR) / "cases";
    if (!fs::is_directory(shared)) {
        BOOST_TEST_MESSAGE("skipped: " << shared.string() << " is not there");
        return;
    }
    const auto told = [](const model::AgreementAssessment& assessment) {
        std::set<std::string> found;
        for (const model::Finding& one : assessment.conflicts) {
            found.insert(one.detail + "@" + one.with);
            BOOST_TEST(!one.place.path.empty());
            BOOST_TEST(!one.with_place.path.empty());
            BOOST_TEST(one.place.file != one.with_place.file);
        }
        return found;
    };
    const std::set<std::string> nordlys =
        told(assess(shared / "dpa/dpa-nordlys.docx", {}, shared / "skolesec-nordlys.docx"));
    for (const char* expected : {"breach-notice@10", "breach-notice@11", "deletion@48"})
        BOOST_TEST(nordlys.contains(expected), expected);
    const std::set<std::string> algen = told(assess(shared / "dpa/dpa-algen.docx", {}, shared / "klassa-algen.docx"));
    BOOST_TEST(algen.contains("subprocessor-notice@A.15.1.1"));
    BOOST_TEST(!algen.contains("deletion@A.8.1.4"));  // 30 days in both
}

BOOST_AUTO_TEST_SUITE_END()
