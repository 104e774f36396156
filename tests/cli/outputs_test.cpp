#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "cli/program.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

BOOST_AUTO_TEST_SUITE(outputs_test)

namespace {

namespace fs = std::filesystem;

struct Inbox {
    TemporaryFolder folder;
    test::Surroundings there;

    Inbox()
    {
        there.folder = folder.path();
        fs::copy(test::docx_example, folder.path() / "a.docx");
        fs::copy(test::xlsx_example, folder.path() / "b.xlsx");
    }
    Run check(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), {"check", "--quiet", "--date", "2026-11-21"});
        return test::samsvar(arguments, there);
    }
    std::string names() const { return test::names_in(folder.path()); }
};

}  // namespace

BOOST_AUTO_TEST_CASE(one_bad_file_does_not_stop_the_others)
{
    const Inbox inbox;
    inbox.folder.file("bad.docx", "no package\n");
    const Run run = inbox.check({"a.docx", "bad.docx", "b.xlsx"});
    BOOST_TEST(run.status == 2);
    BOOST_TEST(run.err == "samsvar: bad.docx: the file is plain text; ask for the original Word or Excel file\n");
    BOOST_TEST(inbox.names() == "a.docx a.matrix.xlsx b.matrix.xlsx b.xlsx bad.docx");
}

BOOST_AUTO_TEST_CASE(results_go_to_the_folder_that_is_named)
{
    const Inbox inbox;
    fs::create_directory(inbox.folder.path() / "out");
    BOOST_TEST(inbox.check({"a.docx", "b.xlsx", "-o", "out"}).status == 1);
    BOOST_TEST(inbox.check({"a.docx", "b.xlsx", "-o", "out", "--format", "json"}).status == 1);
    BOOST_TEST(inbox.check({"a.docx", "-o", "out", "--format", "csv"}).status == 1);
    BOOST_TEST(inbox.check({"a.docx", "-o", "out", "--format", "text"}).status == 1);
    BOOST_TEST(inbox.names() == "a.docx b.xlsx out");
    BOOST_TEST(test::names_in(inbox.folder.path() / "out") == "a.csv a.json a.matrix.xlsx a.txt b.json b.matrix.xlsx");
}

BOOST_AUTO_TEST_CASE(files_that_differ_in_their_extension_only_keep_it)
{
    const Inbox inbox;
    fs::copy(test::xlsx_example, inbox.folder.path() / "a.xlsx");
    BOOST_TEST(inbox.check({"a.docx", "a.xlsx", "b.xlsx"}).status == 1);
    BOOST_TEST(inbox.names() == "a.docx a.docx.matrix.xlsx a.xlsx a.xlsx.matrix.xlsx b.matrix.xlsx b.xlsx");
}

BOOST_AUTO_TEST_CASE(an_older_result_is_replaced)
{
    const Inbox inbox;
    inbox.folder.file("old.json", "old");
    BOOST_TEST(inbox.check({"a.docx", "--format", "json", "-o", "old.json"}).status == 1);
    BOOST_TEST(test::content_of(inbox.folder.path() / "old.json").starts_with("{\n"));
}

BOOST_AUTO_TEST_CASE(a_link_is_followed_and_stays)
{
    const Inbox inbox;
    inbox.folder.file("target.json", "old");
    fs::create_symlink("target.json", inbox.folder.path() / "link.json");
    BOOST_TEST(inbox.check({"a.docx", "--format", "json", "-o", "link.json"}).status == 1);
    BOOST_TEST(fs::is_symlink(inbox.folder.path() / "link.json"));
    BOOST_TEST(test::content_of(inbox.folder.path() / "target.json").starts_with("{\n"));
}

BOOST_AUTO_TEST_CASE(a_result_that_cannot_be_written_is_one_line_and_leaves_everything_as_it_was)
{
    struct Row {
        const char* name;
        std::vector<std::string> arguments;
        std::string line;
    };
    const Row rows[] = {
        {"no such folder", {"a.docx", "-o", "none/m.xlsx"}, "none/m.xlsx: cannot be written: there is no folder none"},
        {"no such folder, json",
         {"a.docx", "-o", "none/m.json", "--format", "json"},
         "none/m.json: cannot be written: there is no folder none"},
        {"several files, no folder",
         {"a.docx", "b.xlsx", "-o", "out"},
         "out: with several files, -o must name a folder that exists"},
        {"several files, a file",
         {"a.docx", "b.xlsx", "-o", "kept"},
         "kept: with several files, -o must name a folder that exists"},
        {"the file itself",
         {"b.xlsx", "-o", "b.xlsx"},
         "b.xlsx: the result would replace this file, which is to be checked; name another with -o"},
        {"the file itself by another name",
         {"b.xlsx", "-o", "./folder/../b.xlsx"},
         "./folder/../b.xlsx: the result would replace this file, which is to be checked; name another with -o"},
        {"the same file twice",
         {"a.docx", "folder/../a.docx"},
         "folder/../a.matrix.xlsx: two results would be written here; check the files one at a time"},
        {"a device",
         {"a.docx", "-o", "/dev/null", "--format", "json"},
         "/dev/null: cannot be written: no ordinary file; leave -o out to write to the terminal"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const Inbox inbox;
            fs::create_directory(inbox.folder.path() / "folder");
            inbox.folder.file("kept", "kept");
            const std::string before = test::content_of(inbox.folder.path() / "b.xlsx");
            const Run run = inbox.check(row.arguments);
            BOOST_TEST(run.status == 2);
            BOOST_TEST(run.out == "");
            BOOST_TEST(run.err == "samsvar: " + row.line + "\n");
            BOOST_TEST(inbox.names() == "a.docx b.xlsx folder kept");
            BOOST_TEST(test::content_of(inbox.folder.path() / "kept") == "kept");
            BOOST_TEST((test::content_of(inbox.folder.path() / "b.xlsx") == before));
            BOOST_TEST(fs::is_character_file("/dev/null"));
        }
}

BOOST_AUTO_TEST_CASE(a_folder_without_permission_is_named)
{
    if (::geteuid() == 0) {
        BOOST_TEST_MESSAGE("skipped: root may write everywhere");
        return;
    }
    const Inbox inbox;
    const fs::path closed = inbox.folder.path() / "closed";
    fs::create_directory(closed);
    fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec);
    for (const char* format : {"xlsx", "json"}) BOOST_TEST_CONTEXT(format)
        {
            const Run run = inbox.check({"a.docx", "-o", "closed/m", "--format", format});
            BOOST_TEST(run.status == 2);
            BOOST_TEST(run.err == "samsvar: closed/m: cannot be written: no permission to write in closed\n");
            BOOST_TEST(test::names_in(closed) == "");
        }
}

BOOST_AUTO_TEST_CASE(a_matrix_is_no_questionnaire)
{
    for (const char* language : {"nb", "sv", "da", "fi", "en"}) BOOST_TEST_CONTEXT(language)
        {
            const Inbox inbox;
            BOOST_TEST(inbox.check({"a.docx", "-o", "m.xlsx", "--lang", language}).status == 1);
            const Run run = inbox.check({"m.xlsx"});
            BOOST_TEST(run.status == 2);
            BOOST_TEST(
                run.err ==
                "samsvar: m.xlsx: this is a compliance matrix that samsvar wrote; name the supplier's own file\n");
            BOOST_TEST(inbox.names() == "a.docx b.xlsx m.xlsx");
        }
}

BOOST_AUTO_TEST_SUITE_END()
