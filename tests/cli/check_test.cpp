#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "cli/program.h"
#include "support/package_builder.h"
#include "cli/one_question.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

BOOST_AUTO_TEST_SUITE(check_test)

namespace {

namespace fs = std::filesystem;

std::vector<std::string> check_of(const fs::path& file, std::vector<std::string> more)
{
    std::vector<std::string> arguments{"check", file, "--date", "2026-11-21"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::size_t count_of(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

/// Its answer needs a concept, and no document.
const char* const where_kept = "Where are the data kept?";
const std::string one_question = test::form_of_one_question(where_kept, "where are the data kept");

std::string answered(const std::string& answer)
{
    return test::one_question_answered(where_kept, answer);
}

}  // namespace

BOOST_AUTO_TEST_CASE(both_examples_in_every_format)
{
    const TemporaryFolder folder;
    struct Row {
        const char* format;
        const char* begins;
        const char* holds;
        std::size_t times;
        bool exactly;
    };
    const Row rows[] = {
        {"json", "{\n  \"samsvar\": \"0.1.0\",\n  \"date\": \"2026-11-21\",\n", "\n      \"question\": \"", 52, true},
        {"csv", "\xEF\xBB\xBF", "\r\n", 53, true},
        {"text", "Supplier: ", "Ask: ", 20, false},
        {"xlsx", "PK\3\4", "xl/worksheets/sheet8.xml", 2, true},
    };
    for (const fs::path& file : {test::docx_example, test::xlsx_example})
        for (const Row& row : rows) BOOST_TEST_CONTEXT(file.filename() << " as " << row.format)
            {
                const fs::path out = folder.path() / ("out." + std::string(row.format));
                const Run run =
                    test::samsvar(check_of(file, {"--format", row.format, "--lang", "en", "-o", out, "--quiet"}));
                BOOST_TEST(run.status == 1);
                BOOST_TEST(run.err == "");
                BOOST_TEST(run.out == "");
                const std::string written = test::content_of(out);
                BOOST_TEST(written.starts_with(row.begins));
                if (row.exactly)
                    BOOST_TEST(count_of(written, row.holds) == row.times);
                else
                    BOOST_TEST(count_of(written, row.holds) >= row.times);
                if (std::string(row.format) != "xlsx") {
                    const Run shown = test::samsvar(check_of(file, {"--format", row.format, "--lang", "en"}));
                    BOOST_TEST(shown.out == written);
                    BOOST_TEST(shown.status == 1);
                }
            }
    BOOST_TEST(test::names_in(folder.path()) == "out.csv out.json out.text out.xlsx");
}

BOOST_AUTO_TEST_CASE(the_matrix_stands_beside_the_file_and_the_findings_on_the_terminal)
{
    const TemporaryFolder folder;
    fs::copy(test::docx_example, folder.path());
    test::Surroundings there;
    there.folder = folder.path();
    const Run run = test::samsvar(check_of("kystlogg-skolesec.docx", {"--lang", "en"}), there);
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.err == "");
    BOOST_TEST(run.out.starts_with("Supplier: Kystlogg AS\n"));
    BOOST_TEST(run.out.ends_with("\nkystlogg-skolesec.matrix.xlsx\n"));
    BOOST_TEST(run.out.find('\x1b') == std::string::npos);  // no colours: it is no terminal
    BOOST_TEST(test::names_in(folder.path()) == "kystlogg-skolesec.docx kystlogg-skolesec.matrix.xlsx");
}

BOOST_AUTO_TEST_CASE(two_runs_give_the_same_bytes_wherever_and_however_they_run)
{
    const TemporaryFolder folder;
    const TemporaryFolder other;
    for (const fs::path& file : {test::docx_example, test::xlsx_example})
        for (const char* format : {"xlsx", "json", "csv", "text"})
            BOOST_TEST_CONTEXT(file.filename() << " as " << format)
            {
                const fs::path first = folder.path() / "first", second = other.path() / "second",
                               third = other.path() / "third";
                test::Surroundings one;
                one.environment = {{"LANG", "C"}, {"TZ", "UTC"}, {"COLUMNS", "80"}};
                test::Surroundings two;
                two.folder = other.path();
                two.environment = {{"LANG", "nb_NO.UTF-8"}, {"LC_ALL", "nb_NO.UTF-8"}, {"TZ", "Pacific/Kiritimati"},
                                   {"COLUMNS", "40"},       {"TMPDIR", other.path()},  {"HOME", "/"}};
                // The same file under the same name, from another folder and with another time stamp.
                const fs::path copy = other.path() / file.filename();
                fs::copy_file(file, copy, fs::copy_options::overwrite_existing);
                BOOST_TEST(test::samsvar(check_of(file, {"--format", format, "-q", "-o", first}), one).status == 1);
                BOOST_TEST(
                    test::samsvar(check_of(file.filename(), {"--format", format, "-q", "-o", "second"}), two).status ==
                    1);
                BOOST_TEST(test::samsvar(check_of(copy, {"--format", format, "-q", "-o", third})).status == 1);
                const std::string bytes = test::content_of(first);
                BOOST_TEST(bytes.size() > 1000u);
                BOOST_TEST((test::content_of(second) == bytes));
                BOOST_TEST((test::content_of(third) == bytes));
            }
}

BOOST_AUTO_TEST_CASE(the_exit_status_tells_whether_there_is_something_to_follow_up)
{
    const TemporaryFolder folder;
    const fs::path form = folder.file("one.xml", one_question);
    struct Row {
        const char* name;
        std::string answer;
        int status;
    };
    for (const Row& row : {Row{"a full answer", "All data are kept in two data centres in Oslo and Bergen, Norway.", 0},
                           Row{"no answer", "", 1}})
        BOOST_TEST_CONTEXT(row.name)
        {
            const fs::path file = folder.file("answers.docx", answered(row.answer));
            const Run run = test::samsvar(check_of(file, {"--form", form, "--format", "text", "--lang", "en"}));
            BOOST_TEST(run.err == "");
            BOOST_TEST(run.status == row.status, run.out);
        }
}

BOOST_AUTO_TEST_CASE(only_the_catalogues_asked_for_are_held_against)
{
    const Run run = test::samsvar(check_of(
        test::docx_example, {"--catalog", "klassa-supplier", "--catalog", "gdpr-processor", "--format", "json"}));
    BOOST_TEST(run.status == 1);
    BOOST_TEST(count_of(run.out, "\"catalog\": \"klassa-supplier\"") == 42u);
    BOOST_TEST(count_of(run.out, "\"catalog\": \"gdpr-processor\"") == 57u);
    BOOST_TEST(count_of(run.out, "\"catalog\": \"iso27001-") == 0u);
}

BOOST_AUTO_TEST_CASE(an_escape_sequence_in_an_answer_does_not_reach_the_terminal)
{
    const TemporaryFolder folder;
    const fs::path form = folder.file("one.xml", one_question);
    // U+009B is the one-character CSI; XML 1.0 allows it.
    const fs::path file = folder.file("answers.docx", answered("In \xC2\x9B"
                                                               "31mOslo\xE2\x80\xAE."));
    for (const std::vector<std::string>& arguments : {check_of(file, {"--form", form, "--format", "text"}),
                                                      {"ledger", file, "--form", form, "--details"},
                                                      {"explain", file, "--form", form, "--question", "1"}})
        BOOST_TEST_CONTEXT(arguments[0])
        {
            const Run run = test::samsvar(arguments);
            BOOST_TEST(run.status < 2, run.err);
            BOOST_TEST(run.out.size() > 20u);
            BOOST_TEST(run.out.find("\xC2\x9B") == std::string::npos);
            BOOST_TEST(run.out.find("\xE2\x80\xAE") == std::string::npos);
        }
}

BOOST_AUTO_TEST_SUITE_END()
