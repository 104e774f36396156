#include <boost/test/unit_test.hpp>

#include "cli/program.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

namespace {

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// Runs in a folder of the test's own, so that samsvar.db is there.
struct Desk {
    TemporaryFolder folder;

    Run run(const std::vector<std::string>& arguments, const std::string& user = "kari") const
    {
        return test::samsvar(arguments, {folder.path(), {{"SAMSVAR_USER", user}}, {}});
    }
    Run keep(const std::filesystem::path& file, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments{"check",  file.string(), "--keep", "--date",  "2026-11-21",
                                           "--lang", "en",          "-o",     "out.xlsx"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(register_test)

BOOST_AUTO_TEST_CASE(check_keeps_the_assessment_and_says_what_it_did)
{
    const Desk desk;
    const Run first = desk.keep(test::xlsx_example);
    BOOST_TEST(first.status == 1);
    BOOST_TEST(first.err ==
               "Kept as assessment 1 of Fagerlia Læring AS (NO:910611097), contract default.\n"
               "The supplier is new in the register, by the organisation number in the file.\n"
               "The contract default is new, followed up every 12 months.\n"
               "Next follow-up: 2027-11-21.\n");
    const Run again = desk.keep(test::xlsx_example);
    BOOST_TEST(again.err == "Kept already as assessment 1 of Fagerlia Læring AS (NO:910611097), contract default.\n");
    const Run other = desk.keep(test::xlsx_example, {"--contract", "2026-7"});
    BOOST_TEST(holds(other.err, "Kept as assessment 2 "));
    const Run several = desk.keep(test::docx_example, {"--supplier", "910 611 097"});
    BOOST_TEST(several.status == 2);
    BOOST_TEST(holds(several.err, "choose one with --contract: 2026-7, default"));
    const Run unknown = desk.keep(test::docx_example, {"--supplier", "nobody"});
    BOOST_TEST(unknown.status == 2);
    BOOST_TEST(holds(unknown.err, "no one supplier is called \"nobody\""));

    const Run file = desk.run({"register", "file", "1", "-o", "back.xlsx"});
    BOOST_TEST(file.status == 0);
    BOOST_TEST((test::content_of(desk.folder.path() / "back.xlsx") == test::content_of(test::xlsx_example)));
    BOOST_TEST(desk.run({"register", "file", "1", "-o", "back.xlsx"}).status == 2);
    const Run lines = desk.run({"register", "assessments", "fagerlia læring as", "--contract", "2026-7"});
    BOOST_TEST(holds(lines.out, "2026-11-21"));
    BOOST_TEST(holds(lines.out, "fagerlia-skolesec.xlsx"));
}

BOOST_AUTO_TEST_CASE(a_supplier_without_a_number_is_known_by_its_name_until_it_has_one)
{
    const Desk desk;
    const Run first = desk.keep(test::docx_example, {"-q"});
    BOOST_TEST(first.err == "");
    const Run suppliers = desk.run({"register", "suppliers"});
    BOOST_TEST(holds(suppliers.out, "kystlogg-as"));
    BOOST_TEST(holds(desk.keep(test::docx_example, {"--contract", "2"}).err, "known by its name"));
}

BOOST_AUTO_TEST_CASE(the_register_is_filled_read_and_copied_from_the_command_line)
{
    const Desk desk;
    BOOST_TEST(desk.run({"register", "supplier", "add", "Ærlig Drift AS", "--number", "974 760 673"}).out ==
               "added: NO:974760673, Ærlig Drift AS\n");
    BOOST_TEST(
        desk.run({"register", "supplier", "add", "Ærlig Drift AS", "--number", "974760673", "--email", "a@b.example"})
            .out == "changed: NO:974760673, Ærlig Drift AS\n");
    const Run wrong = desk.run({"register", "supplier", "add", "X", "--number", "974760674"});
    BOOST_TEST(wrong.status == 2);
    BOOST_TEST(holds(wrong.err, "no valid organisation number"));
    BOOST_TEST(desk.run({"register", "supplier", "add", "Øre Å"}).out == "added: oere-aa, Øre Å\n");
    BOOST_TEST(desk.run({"register", "contract", "add", "974760673", "k1", "--title", "Drift", "--next", "2027-01-01",
                         "--owner", "per@b.example", "--months", "6"})
                   .status == 0);
    BOOST_TEST(desk.run({"register", "contract", "add", "974760673", "k1", "--until", "2028-01-01"}, "ola").out ==
               "changed: k1 of NO:974760673\n");
    BOOST_TEST(holds(desk.run({"register", "contract", "add", "974760673", "k1", "--until", "2028-02-30"}).err,
                     "2028-02-30 is not a date"));
    BOOST_TEST(desk.run({"register", "evidence", "add", "oere-aa", "ISO 27001", "--received", "2026-01-02",
                         "--valid-until", "2027-01-02"})
                   .status == 0);
    const Run sheet = desk.run({"register", "show", "ærlig drift as", "--format", "json"});
    for (const char* part : {"\"next_follow_up\": \"2027-01-01\"", "\"until\": \"2028-01-01\"", "\"title\": \"Drift\"",
                             "\"follow_up_months\": 6", "\"email\": \"a@b.example\""})
        BOOST_TEST_CONTEXT(part) BOOST_TEST(holds(sheet.out, part));
    BOOST_TEST(holds(desk.run({"register", "show", "oere-aa"}).out, "ISO 27001"));
    BOOST_TEST(holds(desk.run({"register", "log", "--most", "3"}).out, "ola   contract-changed"));

    BOOST_TEST(desk.run({"register", "export", "all.json"}).status == 0);
    BOOST_TEST(desk.run({"register", "import", "all.json", "--store", "second.db"}).out == "second.db: 2 suppliers\n");
    BOOST_TEST(desk.run({"register", "import", "all.json", "--store", "second.db"}).status == 2);
    BOOST_TEST(desk.run({"register", "backup", "copy.db"}).status == 0);
    const Run kept = desk.run({"register", "show", "974760673", "--format", "json", "--store", "copy.db"});
    BOOST_TEST(kept.out == sheet.out);
    BOOST_TEST(desk.run({"register", "backup", "copy.db"}).status == 2);
}

BOOST_AUTO_TEST_CASE(a_register_that_is_not_there_is_not_made_by_reading)
{
    const Desk desk;
    const Run run = desk.run({"register", "suppliers", "--store", "nothing.db"});
    BOOST_TEST(run.status == 2);
    BOOST_TEST(holds(run.err, "there is no register here"));
    BOOST_TEST(test::names_in(desk.folder.path()) == "");
    BOOST_TEST(desk.run({"check", "x.docx", "--supplier", "y"}).status == 2);
}

BOOST_AUTO_TEST_SUITE_END()
