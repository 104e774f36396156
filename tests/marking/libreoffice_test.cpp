// Marked files as another program reads them: LibreOffice, where it is installed.
#include <boost/test/unit_test.hpp>

#include <cstdlib>

#include "base/files.h"
#include "marking/checked.h"
#include "ooxml/open.h"
#include "support/temporary_folder.h"

using namespace samsvar;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(libreoffice_test)

namespace {

bool is_installed()
{
    return std::system("command -v soffice > /dev/null 2>&1") == 0;
}

std::size_t count(const std::string& text, const std::string& what)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

/// LibreOffice finds a comment for every mark, and prints the file.
void check(const std::string& example, const std::string& flat)
{
    if (!is_installed()) {
        BOOST_TEST_MESSAGE("skipped: LibreOffice is not installed");
        return;
    }
    const fs::path path = fs::path(SAMSVAR_SOURCE_DIR) / "forms" / "examples" / example;
    const std::string bytes = read_file(path, Limits().file_bytes);
    const std::vector<marking::Mark> marks = test::marks_everywhere(ooxml::open_bytes(bytes, example, Limits()));
    const TemporaryFolder folder;
    const fs::path marked = folder.file(example, marking::mark(bytes, example, marks, test::author, Limits()).bytes);
    for (const std::string& to : {flat, std::string("pdf")}) {
        const std::string command = "cd '" + folder.path().string() +
                                    "' && timeout 300 soffice -env:UserInstallation=file://" + folder.path().string() +
                                    "/profile --headless --convert-to " + to + " '" + marked.filename().string() +
                                    "' > log 2>&1";
        BOOST_TEST_REQUIRE(std::system(command.c_str()) == 0);
    }
    const std::string converted = read_file(folder.path() / (marked.stem().string() + '.' + flat), 64u << 20);
    BOOST_TEST(count(converted, "<office:annotation ") == marks.size());
    BOOST_TEST(count(converted, "=1+1") == marks.size());
    BOOST_TEST(fs::file_size(folder.path() / (marked.stem().string() + ".pdf")) > 1000u);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_document)
{
    check("kystlogg-skolesec.docx", "fodt");
}

BOOST_AUTO_TEST_CASE(a_workbook)
{
    check("fagerlia-skolesec.xlsx", "fods");
}

BOOST_AUTO_TEST_SUITE_END()
