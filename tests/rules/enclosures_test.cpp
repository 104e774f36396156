// Documents named and asked for, held against the files that came.
#include <boost/test/unit_test.hpp>

#include "rules/shipped.h"

namespace samsvar::rules {

namespace {

model::EvidenceFile file(const std::string& path, const std::string& title = {},
                         std::optional<model::Date> modified = model::Date{2026, 3, 1})
{
    model::EvidenceFile one;
    one.path = path;
    one.title = title;
    one.modified = modified;
    return one;
}

model::Submission submission_of(const std::string& question, const std::string& text, const std::string& column = {})
{
    model::Submission submission;
    submission.answers.push_back(answer_to(question, text));
    if (!column.empty())
        submission.answers.back().parts.push_back(
            {model::ColumnRole::evidence, column, {"answers.tsv", "answers", "C" + question, true}, {}});
    return submission;
}

/// "name = state (file)", joined by " | ".
std::string told(const std::vector<model::EvidenceDocument>& documents)
{
    std::string text;
    for (const model::EvidenceDocument& one : documents)
        text += (text.empty() ? "" : " | ") + one.name + " = " + name_of(one.state) +
                (one.file.empty() ? "" : " (" + one.file + ')');
    return text;
}

const std::string backup = "Sikkerhetskopi tas hver natt og gjenoppretting testes hvert halvår.";

}  // namespace

BOOST_AUTO_TEST_SUITE(enclosures)

BOOST_AUTO_TEST_CASE(a_document_is_found_by_the_ways_it_is_named)
{
    struct Row {
        const char* name;
        std::string text, column;
        std::vector<model::EvidenceFile> files;
        std::string told;
    };
    const Row rows[] = {
        {"number in front",
         backup + " Se vedlegg 8.",
         "",
         {file("08_rutiner.pdf")},
         "vedlegg 8 = received (08_rutiner.pdf)"},
        {"label as a word in another language",
         backup + " Se vedlegg 8.",
         "",
         {file("Bilag 8 drift.docx")},
         "vedlegg 8 = received (Bilag 8 drift.docx)"},
        {"label without a blank",
         backup + " Se bilag B.",
         "",
         {file("Bilag_B-drift.docx")},
         "bilag B = received (Bilag_B-drift.docx)"},
        {"label of the folder",
         backup + " Se vedlegg 8.",
         "",
         {file("Vedlegg 8/drift.pdf")},
         "vedlegg 8 = received (Vedlegg 8/drift.pdf)"},
        {"another number",
         backup + " Se vedlegg 8.",
         "",
         {file("18_x.pdf"), file("Vedlegg 80.pdf"), file("2026-08 x.pdf")},
         "vedlegg 8 = missing"},
        {"a date is no label", backup + " Se vedlegg 8.", "", {file("8-11-2025 x.pdf")}, "vedlegg 8 = missing"},
        {"file name in another spelling",
         backup + " Se DR-12_rutine.docx.",
         "",
         {file("dr 12 Rutine.pdf")},
         "DR-12_rutine.docx = received (dr 12 Rutine.pdf)"},
        {"code inside the name",
         backup + " Rutinen er DR-12.",
         "",
         {file("x DR-12 (signert).pdf")},
         "DR-12 = received (x DR-12 (signert).pdf)"},
        {"code of another", backup + " Rutinen er DR-12.", "", {file("DR-13 kart.pdf")}, "DR-12 = referred"},
        {"title in the file's properties",
         backup,
         "Beredskapsplan for drift",
         {file("scan001.pdf", "Beredskapsplanen, drift")},
         "Beredskapsplan for drift = received (scan001.pdf)"},
        {"only the kind is the same", backup, "Plan", {file("Opplæringsplan.pdf")}, "Plan = referred"},
        {"two titles of which one came",
         backup,
         "Beredskapsplan\nGjenopprettingsprotokoll",
         {file("Beredskapsplan.pdf")},
         "Beredskapsplan = received (Beredskapsplan.pdf) | Gjenopprettingsprotokoll = referred"},
        {"asked for, not named, another language",
         backup,
         "",
         {file("Backup and restore procedure.pdf"), file("Logo.png")},
         " = received (Backup and restore procedure.pdf)"},
        {"asked for, nothing fits", backup, "", {file("Logo.png")}, " = requested"},
        {"on request", backup + " Rutinen kan vises på forespørsel.", "", {file("Logo.png")}, " = on-request"},
        {"under an agreement",
         backup + " Rutinen deles mot signert taushetserklæring.",
         "",
         {file("Logo.png")},
         " = on-request"},
        {"an empty folder", backup + " Se vedlegg 8.", "", {}, "vedlegg 8 = missing"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const model::EvidenceFolder folder{"documents", row.files, {}};
            const model::Submission submission = submission_of("32", row.text, row.column);
            const Evaluation with = evaluate(shipped().form, {}, shipped().matcher, submission, assessed_on, &folder);
            BOOST_TEST(told(result_of(with, "32").documents) == row.told);
            // Documents prove or do not: what is said stays as good as it is.
            const Evaluation without = evaluate(shipped().form, {}, shipped().matcher, submission, assessed_on);
            BOOST_TEST((badness(result_of(with, "32").outcome) <= badness(result_of(without, "32").outcome)));
            BOOST_TEST(result_of(without, "32").documents.empty());
        }
}

BOOST_AUTO_TEST_CASE(under_a_non_disclosure_agreement_in_five_languages)
{
    for (const char* text : {"Rapporten deles mot signert NDA.", "Rapporten lämnas ut under sekretessavtal.",
                             "Rapporten udleveres efter underskrevet fortrolighedsaftale.",
                             "Raportti annetaan salassapitosopimuksella.", "The report is shared under an NDA."}) {
        const model::EvidenceFolder folder{"documents", {}, {}};
        const Evaluation made =
            evaluate(shipped().form, {}, shipped().matcher, submission_of("34", text), assessed_on, &folder);
        BOOST_TEST_CONTEXT(text)
        {
            BOOST_TEST_REQUIRE(!result_of(made, "34").documents.empty());
            BOOST_TEST((result_of(made, "34").documents[0].state == model::EvidenceState::on_request));
        }
    }
}

BOOST_AUTO_TEST_CASE(what_came_and_no_longer_holds)
{
    struct Row {
        const char* name;
        model::EvidenceFile came;
        const char* state;
    };
    const Row rows[] = {
        {"valid", file("Vedlegg 5 pentest gyldig til 2027-01-01.pdf"), "received"},
        {"ran out", file("Vedlegg 5 pentest gyldig til 2026-11-20.pdf"), "expired"},
        {"on its last day", file("Vedlegg 5 pentest gyldig til 2026-11-21.pdf"), "received"},
        {"ran out, by the title", file("Vedlegg 5.pdf", "Penetration test, valid until 31 October 2026"), "expired"},
        {"too old, by its properties", file("Vedlegg 5.pdf", "", model::Date{2023, 1, 1}), "too-old"},
        {"saved again, the name tells the day", file("Vedlegg 5 20230101.pdf"), "too-old"},
        {"no date at all", file("Vedlegg 5.pdf", "", std::nullopt), "received"},
        {"two years less a day", file("Vedlegg 5.pdf", "", model::Date{2024, 11, 22}), "received"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const model::EvidenceFolder folder{"documents", {row.came}, {}};
            const Evaluation made =
                evaluate(shipped().form, {}, shipped().matcher,
                         submission_of("34", "Et uavhengig firma penetrasjonstester løsningen hvert år. Se vedlegg 5."),
                         assessed_on, &folder);
            const model::AnswerResult& result = result_of(made, "34");
            BOOST_TEST_REQUIRE(result.documents.size() == 1U);
            BOOST_TEST(name_of(result.documents[0].state) == std::string(row.state));
            BOOST_TEST((result.evidence == result.documents[0].state));
            BOOST_TEST(has(result, "document-expired") == (row.state == std::string("expired")));
            BOOST_TEST(has(result, "document-too-old") == (row.state == std::string("too-old")));
            BOOST_TEST((result.outcome == model::Outcome::satisfied));
        }
}

BOOST_AUTO_TEST_CASE(the_supplier_s_own_list_is_held_against_the_files)
{
    model::Submission submission = submission_of("32", backup + " Se vedlegg 1.");
    submission.annexes = {{"1", "Driftsrutiner", {"a.docx", "body", "p1", false}},
                          {"2", "Nettverkskart", {"a.docx", "body", "p2", false}},
                          {"", "Personvernerklæring", {"a.docx", "body", "p3", false}}};
    const model::EvidenceFolder folder{"documents", {file("01.pdf"), file("Personvernerklæring 2026.pdf")}, {}};
    const Evaluation made = evaluate(shipped().form, {}, shipped().matcher, submission, assessed_on, &folder);
    BOOST_TEST(told(made.annexes) ==
               "Driftsrutiner = received (01.pdf) | Nettverkskart = missing | "
               "Personvernerklæring = received (Personvernerklæring 2026.pdf)");
    std::string missing;
    for (const model::Finding& finding : made.general)
        if (finding.code == "not-enclosed")
            missing += finding.detail + ' ' + finding.quote + " at " + finding.place.path;
    BOOST_TEST(missing == "2 Nettverkskart at p2");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::rules
