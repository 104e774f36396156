#include "evidence/folder.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "evidence/pdf_builder.h"
#include "odf/odf_builder.h"
#include "support/package_builder.h"
#include "support/temporary_folder.h"

namespace samsvar::evidence {

namespace {

using Kind = model::EvidenceFileKind;

const std::string core =
    "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\">"
    "<dc:title>Rutine for  tilgang</dc:title><dcterms:created>2024-01-02T03:04:05Z</dcterms:created>"
    "<dcterms:modified>2025-02-03T04:05:06Z</dcterms:modified></cp:coreProperties>";

std::string dated(const model::EvidenceFile& file)
{
    return (file.created ? file.created->text() : "-") + " " + (file.modified ? file.modified->text() : "-");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(folder)

BOOST_AUTO_TEST_CASE(kind_title_and_days_of_one_file)
{
    const std::string docx = test::docx_builder("").part("docProps/core.xml", core).bytes();
    const std::string xlsx = test::xlsx_builder({{"A", ""}}).part("docProps/core.xml", core).bytes();
    const std::string odt = test::odf_archive(
        test::odt_type, "<office:document-content xmlns:office=\"o\"/>", {},
        "<office:meta><dc:title>Plan</dc:title><meta:creation-date>2024-01-02T03:04:05</meta:creation-date>"
        "<dc:date>2025-02-03T04:05:06</dc:date></office:meta>");
    struct Row {
        const char* name;
        std::string bytes;
        Kind kind;
        const char *title, *days, *remark;
    };
    const Row rows[] = {
        {"Word", docx, Kind::docx, "Rutine for tilgang", "2024-01-02 2025-02-03", ""},
        {"Excel", xlsx, Kind::xlsx, "Rutine for tilgang", "2024-01-02 2025-02-03", ""},
        {"OpenDocument text", odt, Kind::odt, "Plan", "2024-01-02 2025-02-03", ""},
        {"PDF", test::pdf_with_information("/Title (Plan) /ModDate (D:20250312)"), Kind::pdf, "Plan", "- 2025-03-12",
         ""},
        {"PDF without a day", test::pdf_with_information("/Title (Plan)"), Kind::pdf, "Plan", "- -",
         "no date found in the file"},
        {"Word without properties", test::docx_with_body(""), Kind::docx, "", "- -",
         "the document holds no properties"},
        {"Word with properties that are no XML", test::docx_builder("").part("docProps/core.xml", "<a><b></a>").bytes(),
         Kind::docx, "", "- -", "the file is damaged or beyond a limit; ask for it to be sent again"},
        {"Word cut short", docx.substr(0, docx.size() / 2), Kind::archive, "", "- -",
         "the file is damaged or beyond a limit; ask for it to be sent again"},
        {"picture", "\x89PNG\r\n\x1A\n", Kind::picture, "", "- -", "no date is read of this kind of file"},
        {"text", "hello", Kind::text, "", "- -", "no date is read of this kind of file"},
        {"empty", "", Kind::empty, "", "- -", "the file is empty"},
        {"packed", "7z\xBC\xAF\x27\x1C....", Kind::archive, "", "- -",
         "a packed archive is not looked into; ask for the documents in it"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const model::EvidenceFile file = describe_file(row.bytes, "a");
            if (std::string(row.name) == "Word with properties that are no XML")
                BOOST_TEST((file.kind == Kind::docx || file.kind == Kind::archive));
            else
                BOOST_TEST((file.kind == row.kind), name_of(file.kind));
            BOOST_TEST(file.title == row.title);
            BOOST_TEST(dated(file) == row.days);
            BOOST_TEST(file.remark == row.remark);
            BOOST_TEST(file.size == row.bytes.size());
            BOOST_TEST(file.sha256 == sha256(row.bytes));
        }
}

BOOST_AUTO_TEST_CASE(files_by_path_links_not_followed_and_depth_named)
{
    const TemporaryFolder temporary;
    const std::filesystem::path root = temporary.path() / "documents";
    std::filesystem::create_directories(root / "b");
    std::filesystem::path deep = root;
    for (int level = 0; level <= deepest_folder; ++level) deep /= "d";
    std::filesystem::create_directories(deep);
    write_file(deep / "too-deep.txt", "x");
    write_file(root / "b" / "2.txt", "x");
    write_file(root / "1.txt", "x");
    write_file(root / ".hidden", "x");
    write_file(root / "~$lock.docx", "x");
    write_file(root / "bad\xFFname.txt", "x");
    write_file(temporary.path() / "outside.txt", "x");
    std::filesystem::create_symlink(temporary.path() / "outside.txt", root / "link.txt");
    std::filesystem::create_directory_symlink(temporary.path(), root / "loop");
    const model::EvidenceFolder read = read_evidence(root);
    BOOST_TEST(read.name == "documents");
    std::string paths, problems;
    for (const model::EvidenceFile& file : read.files) paths += file.path + '|';
    for (const model::Problem& problem : read.problems) problems += problem.place.file + ": " + problem.text + '|';
    BOOST_TEST(paths == "1.txt|b/2.txt|bad?name.txt|");
    BOOST_TEST(problems ==
               "d/d/d/d/d/d/d/d/d: a folder more than 8 deep, which is not looked into|"
               "link.txt: a symbolic link, which is not followed|loop: a symbolic link, which is not followed|");
}

BOOST_AUTO_TEST_CASE(a_file_beyond_the_limit_is_listed_and_not_read)
{
    const TemporaryFolder temporary;
    write_file(temporary.path() / "large.pdf", std::string(2000, 'x'));
    Limits limits;
    limits.file_bytes = 1000;
    const model::EvidenceFolder read = read_evidence(temporary.path(), limits);
    BOOST_TEST_REQUIRE(read.files.size() == 1U);
    BOOST_TEST(read.files[0].sha256 == "");
    BOOST_TEST(read.files[0].size == 2000U);
    BOOST_TEST(read.files[0].remark == "the file is longer than 1000 bytes, which is the limit; it was not read");
}

BOOST_AUTO_TEST_CASE(no_folder)
{
    const TemporaryFolder temporary;
    BOOST_CHECK_EXCEPTION(read_evidence(temporary.path() / "none"), Error, [](const Error& error) {
        return error.code() == ErrorCode::not_found &&
               std::string(error.what()).find("there is no such folder") != std::string::npos;
    });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::evidence
