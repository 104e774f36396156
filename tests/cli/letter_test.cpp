// samsvar letter, mark and form prefill on the command line.
#include <boost/test/unit_test.hpp>

#include "cli/program.h"
#include "model/languages.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::content_of;
using test::Run;

BOOST_AUTO_TEST_SUITE(letter_test)

namespace {

/// Runs in a folder of its own, with a register there.
Run run(const TemporaryFolder& folder, const std::vector<std::string>& arguments)
{
    return test::samsvar(
        arguments, {folder.path(), {{"SAMSVAR_STORE", (folder.path() / "r.db").string()}, {"SAMSVAR_USER", "a"}}});
}

const std::string docx = test::docx_example.string(), xlsx = test::xlsx_example.string();

}  // namespace

BOOST_AUTO_TEST_CASE(the_same_call_writes_the_same_bytes_and_says_that_points_are_open)
{
    const TemporaryFolder folder;
    struct Row {
        const char* command;
        std::string file, ending;
    };
    for (const Row& row : {Row{"mark", docx, ".docx"}, Row{"mark", xlsx, ".xlsx"}, Row{"letter", xlsx, ".docx"}}) {
        BOOST_TEST_CONTEXT(row.command << ' ' << row.file)
        {
            for (const char* name : {"a", "b"}) {
                const Run done = run(folder, {row.command, row.file, "-o", name + row.ending, "--date", "2026-11-29"});
                BOOST_TEST(done.status == 1);
                BOOST_TEST(done.err == "");
                BOOST_TEST(done.out.find(row.command == std::string("mark") ? " points marked" : " open points") !=
                           std::string::npos);
            }
            BOOST_TEST(
                (content_of(folder.path() / ("a" + row.ending)) == content_of(folder.path() / ("b" + row.ending))));
        }
    }
}

BOOST_AUTO_TEST_CASE(an_assessment_of_the_register_is_written_about_with_its_decisions)
{
    const TemporaryFolder folder;
    BOOST_TEST(run(folder, {"check", docx, "--keep", "--date", "2026-11-29", "-o", "m.xlsx", "-q"}).err == "");
    const std::vector<std::string> letter{"letter", "--assessment", "1", "-o", "l.docx", "--date", "2026-11-29"};
    const std::string before = run(folder, letter).out;
    BOOST_TEST(run(folder, {"decisions", "make", "1", "answer:1", "accept"}).status == 0);
    const std::string after = run(folder, letter).out;
    const auto points = [](const std::string& line) { return std::stoi(line.substr(line.find(": ") + 2)); };
    BOOST_TEST(points(after) == points(before) - 1);
    BOOST_TEST(run(folder, {"mark", "--assessment", "1", "-o", "m.docx", "--date", "2026-11-29"}).out ==
               "m.docx: " + std::to_string(points(after)) + " points marked\n");
    // The questions are others: nothing is left under the name.
    const Run made = run(folder, {"form", "make", "--profile", "C=significant", "--catalog", "klassa-supplier",
                                  "--previous", "1", "-o", "q.docx"});
    BOOST_TEST(made.status == 2);
    BOOST_TEST(made.err.find("no question of this form is among last year's answers") != std::string::npos, made.err);
    BOOST_TEST(test::names_in(folder.path()).find("q.docx") == std::string::npos);
    // The supplier's own file is no blank, and every answer in it stays.
    const Run filled =
        run(folder, {"form", "prefill", docx, "--previous", "1", "-o", "p.docx", "--date", "2026-11-29"});
    BOOST_TEST(filled.out == "p.docx: 52 questions, 0 with last year's answer, 0 changed, 0 new\n");
    BOOST_TEST(filled.status == 0);
}

BOOST_AUTO_TEST_CASE(wrong_calls_say_what_is_wrong)
{
    const TemporaryFolder folder;
    folder.file("a.csv", "Nr;Spørsmål;Svar\n1;Har dere MFA?;Ja\n2;Har dere logg?;Nei\n3;Har dere sikkerhetskopi?;Ja\n");
    struct Row {
        const char* name;
        std::vector<std::string> arguments;
        std::string err;
    };
    const Row rows[] = {
        {"nothing", {"letter", "-o", "l.docx"}, "name the supplier's file, or --assessment of the register"},
        {"both", {"mark", docx, "--assessment", "1", "-o", "m.docx"}, "name a file or --assessment, not both"},
        {"no date", {"letter", docx, "-o", "l.docx", "--deadline", "soon"}, "\"soon\" is not a date"},
        {"no language",
         {"letter", docx, "-o", "l.docx", "--lang", "de"},
         "is none of " + model::names_of(model::all_languages, ", ")},
        {"its own file", {"mark", docx, "-o", docx}, "would replace this file"},
        {"no template", {"letter", docx, "-o", "l.docx", "--template", xlsx}, "a template for letters is a .docx"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const Run done = run(folder, row.arguments);
            BOOST_TEST(done.status == 2);
            BOOST_TEST(done.err.find(row.err) != std::string::npos, done.err);
        }
    }
    BOOST_TEST(run(folder, {"mark", "a.csv", "-o", "m.csv"}).status == 2);
    BOOST_TEST(test::names_in(folder.path()) == "a.csv");
}

BOOST_AUTO_TEST_SUITE_END()
