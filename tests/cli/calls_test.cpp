#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <iterator>

#include "app/library.h"
#include "cli/program.h"
#include "model/languages.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

BOOST_AUTO_TEST_SUITE(calls_test)

namespace {

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(help_names_every_command_and_the_exit_status)
{
    const Run run = test::samsvar({"--help"});
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.err == "");
    for (const char* part : {"check", "inspect", "form", "catalogs", "forms", "show", "explain", "lint", "ledger", "read", "score", "compare", "register",
                             "Exit status: 0 nothing to follow up, 1 findings, 2 the tool could not do its job."})
        BOOST_TEST_CONTEXT(part) BOOST_TEST(holds(run.out, part));
    for (const char* command :
         {"check", "inspect", "form", "catalogs", "forms", "show", "explain", "lint", "ledger", "read", "score", "compare", "register"})
        BOOST_TEST_CONTEXT(command)
        {
            const Run one = test::samsvar({command, "--help"});
            BOOST_TEST(one.status == 0);
            BOOST_TEST(holds(one.out, std::string("Usage: samsvar ") + command));
        }
}

BOOST_AUTO_TEST_CASE(version_is_one_line)
{
    const Run run = test::samsvar({"--version"});
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.out == "samsvar 0.1.0\n");
    BOOST_TEST(run.err == "");
}

BOOST_AUTO_TEST_CASE(a_wrong_call_is_one_line_on_the_error_stream)
{
    const std::string file = test::docx_example;
    struct Row {
        const char* name;
        std::vector<std::string> arguments;
        std::string line;
    };
    const std::string commands =
        "check, inspect, form, catalog, profile, register, compare, mark, letter, decisions, follow-up, due, portfolio, catalogs, forms, show, explain, lint, ledger, read, agreement, score";
    const Row rows[] = {
        {"nothing", {}, "samsvar: name a command first: " + commands + "; see samsvar --help"},
        {"unknown command", {"chekc", file}, "samsvar: name a command first: " + commands + "; see samsvar --help"},
        {"no file", {"check"}, "samsvar: FILE is required; see samsvar check --help"},
        {"unknown option",
         {"check", file, "--colour"},
         "samsvar: The following argument was not expected: --colour; see samsvar check --help"},
        {"language",
         {"check", file, "--lang", "nn"},
         "samsvar: --lang: \"nn\" is none of " + model::names_of(model::report_languages, ", ") +
             "; see samsvar check --help"},
        {"format",
         {"check", file, "--format", "pdf"},
         "samsvar: --format: \"pdf\" is none of xlsx, json, csv, text, oscal, oscal-json; see samsvar check --help"},
        {"format by number",
         {"check", file, "--format", "1"},
         "samsvar: --format: \"1\" is none of xlsx, json, csv, text, oscal, oscal-json; see samsvar check --help"},
        {"date in words",
         {"check", file, "--date", "tomorrow"},
         "samsvar: --date: tomorrow is not a date; write it as 2026-11-21"},
        {"30 February",
         {"check", file, "--date", "2026-02-30"},
         "samsvar: --date: 2026-02-30 is not a date; write it as 2026-11-21"},
        {"no leap year",
         {"check", file, "--date", "2027-02-29"},
         "samsvar: --date: 2027-02-29 is not a date; write it as 2026-11-21"},
        {"month with a sign",
         {"check", file, "--date", "2026-+1-01"},
         "samsvar: --date: 2026-+1-01 is not a date; write it as 2026-11-21"},
        {"month with a blank",
         {"check", file, "--date", "2026- 1-01"},
         "samsvar: --date: 2026- 1-01 is not a date; write it as 2026-11-21"},
        {"short month",
         {"check", file, "--date", "2026-1-01"},
         "samsvar: --date: 2026-1-01 is not a date; write it as 2026-11-21"},
        {"escape sequence in a word",
         {"check", file, "--date", "\x1b[31m"},
         "samsvar: --date: \xEF\xBF\xBD[31m is not a date; write it as 2026-11-21"},
        {"score with one file",
         {"score", file},
         "samsvar: RESULT GOLD: At least 2 required but received 1; see samsvar score --help"},
        {"explain a file without a question",
         {"explain", file},
         "samsvar: " + file + ": say which question's verdict to explain, for example --question 18"},
        {"explain a question that is not there",
         {"explain", file, "--question", "99"},
         "samsvar: kystlogg-skolesec.docx: the form skolesec-ros has no question 99"},
        {"show nothing known",
         {"show", "A.99"},
         "samsvar: nothing has the id \"A.99\"; see samsvar catalogs, samsvar forms, or write a question as "
         "FORM:NUMBER"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const Run run = test::samsvar(row.arguments);
            BOOST_TEST(run.status == 2);
            BOOST_TEST(run.out == "");
            BOOST_TEST(run.err == row.line + "\n");
        }
}

BOOST_AUTO_TEST_CASE(a_leap_day_is_a_date)
{
    const Run run = test::samsvar({"check", test::docx_example, "--format", "json", "--date", "2028-02-29"});
    BOOST_TEST(run.status == 1);
    BOOST_TEST(holds(run.out, "\"date\": \"2028-02-29\""));
}

BOOST_AUTO_TEST_CASE(catalogues_and_forms_are_listed_with_their_sizes)
{
    const Run catalogs = test::samsvar({"catalogs", "--lang", "en"});
    BOOST_TEST(catalogs.status == 0);
    for (const char* row : {"gdpr-processor          57", "iso27001-2013           114", "iso27001-2022           93",
                            "klassa-supplier         42", "klassa-system-manager   62"})
        BOOST_TEST_CONTEXT(row) BOOST_TEST(holds(catalogs.out, row));
    const Run forms = test::samsvar({"forms", "--lang", "en"});
    BOOST_TEST(forms.status == 0);
    BOOST_TEST(holds(forms.out, "skolesec-ros            52"));
}

BOOST_AUTO_TEST_CASE(show_knows_requirements_questions_catalogues_forms_and_concepts)
{
    struct Row {
        const char* id;
        const char* part;
    };
    for (const Row& row :
         {Row{"A.8.5", "iso27001-2022 A.8.5  "}, Row{"A.8.5", "catalogs/iso27001-2022.xml:"},
          Row{"skolesec-ros:18", "skolesec-ros 18  "}, Row{"skolesec-ros:18", "covers  iso27001-2022 A.8.5"},
          Row{"iso27001-2022", "A.8.34"}, Row{"skolesec-ros", "52    "}, Row{"mfa", "catalogs/lexicon/authentication.xml:"}})
        BOOST_TEST_CONTEXT(row.id << ", " << row.part)
        {
            const Run run = test::samsvar({"show", row.id, "--lang", "en"});
            BOOST_TEST(run.status == 0);
            BOOST_TEST(holds(run.out, row.part));
        }
}

BOOST_AUTO_TEST_CASE(every_finding_code_is_explained_in_three_languages)
{
    const model::Lexicon lexicon = app::Library(SAMSVAR_SOURCE_DIR).lexicon();
    BOOST_TEST(lexicon.findings.size() >= 27u);
    // About the submission or a requirement as a whole (rules/evaluate.cpp), or of a file that is marked by its
    // controls.
    const std::string without_check[] = {"placeholder-text", "unmatched-question", "invalid-identifier",
                                         "unmapped-requirement"};
    for (const model::FindingText& finding : lexicon.findings)
        for (const model::Language language : {model::Language::nb, model::Language::sv, model::Language::en})
            BOOST_TEST_CONTEXT(finding.code << " in " << name_of(language))
            {
                const Run run = test::samsvar({"explain", finding.code, "--lang", name_of(language)});
                BOOST_TEST(run.status == 0);
                BOOST_TEST(run.out.starts_with(finding.code + ": " + finding.title.in(language) + "\n\n" +
                                               finding.meaning.in(language) + "\n\n"));
                const bool by_a_check = std::find(std::begin(without_check), std::end(without_check), finding.code) ==
                                        std::end(without_check);
                BOOST_TEST(holds(run.out, "\nraised by check ") == by_a_check);
                BOOST_TEST(run.out.ends_with("\n" + finding.origin.text() + "\n"));
            }
}

BOOST_AUTO_TEST_CASE(an_unknown_finding_code_lists_the_known_ones)
{
    const Run run = test::samsvar({"explain", "no-such-code"});
    BOOST_TEST(run.status == 2);
    BOOST_TEST(run.err.starts_with("samsvar: there is no finding code \"no-such-code\"; known: no-answer, "));
    BOOST_TEST(holds(run.err, ", weak-practice, "));
    BOOST_TEST(run.err.ends_with(", and checks for the table of checks\n"));
}

BOOST_AUTO_TEST_CASE(a_verdict_is_explained_step_by_step)
{
    const Run run =
        test::samsvar({"explain", test::docx_example, "--question", "18", "--lang", "en", "--date", "2026-11-21"});
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.err == "");
    for (const char* part :
         {"kystlogg-skolesec.docx!word/document.xml:table3/row22/cell3", "\nAnswer  ", "\nExpected  ", "\nOutcome  ",
          "missing-element:mfa · High · rule forms/skolesec-ros.xml:", "Ask the supplier: "})
        BOOST_TEST_CONTEXT(part) BOOST_TEST(holds(run.out, part));
}

BOOST_AUTO_TEST_CASE(the_table_of_checks_is_shown)
{
    const Run run = test::samsvar({"explain", "checks"});
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.out.starts_with("1  presence  "));
    BOOST_TEST(holds(run.out, "contradiction"));
}

BOOST_AUTO_TEST_CASE(lint_finds_nothing_to_correct_in_what_is_shipped)
{
    const Run run = test::samsvar({"lint"});
    BOOST_TEST(run.status == 0, run.out);
    BOOST_TEST(run.out.ends_with("\nnothing to correct\n"));
}

BOOST_AUTO_TEST_CASE(lint_of_one_file_speaks_of_that_file_only)
{
    const Run run = test::samsvar({"lint", std::string(SAMSVAR_SOURCE_DIR) + "/catalogs/klassa-supplier.xml"});
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.out.starts_with("catalogs/klassa-supplier.xml:"));
    BOOST_TEST(!holds(run.out, "iso27001"));
}

BOOST_AUTO_TEST_CASE(a_full_standard_output_is_a_failure)
{
    if (!std::filesystem::is_character_file("/dev/full")) {
        BOOST_TEST_MESSAGE("skipped: there is no /dev/full");
        return;
    }
    test::Surroundings full;
    full.output = "/dev/full";
    const Run run = test::samsvar({"check", test::docx_example, "--format", "json"}, full);
    BOOST_TEST(run.status == 2);
    BOOST_TEST(run.err == "samsvar: standard output: not written to its end; the disk is full or the reader gone\n");
}

BOOST_AUTO_TEST_CASE(a_catalogue_of_the_users_own_is_found_through_samsvar_path)
{
    const TemporaryFolder folder;
    std::string catalog =
        test::content_of(std::filesystem::path(SAMSVAR_SOURCE_DIR) / "catalogs" / "klassa-supplier.xml");
    const std::string id = "id=\"klassa-supplier\"";
    BOOST_REQUIRE(holds(catalog, id));
    catalog.replace(catalog.find(id), id.size(), "id=\"our-own\"");
    std::filesystem::create_directory(folder.path() / "catalogs");
    folder.file("catalogs/ours.xml", catalog);
    test::Surroundings ours;
    ours.environment = {{"SAMSVAR_PATH", "/no/such/folder:" + folder.path().string()}};
    BOOST_TEST(!holds(test::samsvar({"catalogs"}).out, "our-own"));
    BOOST_TEST(holds(test::samsvar({"catalogs"}, ours).out, "\nour-own                 42   "));
    const Run run = test::samsvar({"check", test::docx_example, "--catalog", "our-own", "--format", "json"}, ours);
    BOOST_TEST(run.status == 1);
    BOOST_TEST(holds(run.out, "\"catalog\": \"our-own\""));
    BOOST_TEST(!holds(run.out, "\"catalog\": \"iso27001-2022\""));
}

BOOST_AUTO_TEST_SUITE_END()
