#include <zlib.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "cli/program.h"
#include "ooxml/raw_zip.h"
#include "support/package_builder.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

BOOST_AUTO_TEST_SUITE(broken_test)

namespace {

namespace fs = std::filesystem;

/// Header of an OLE2 file whose directory names the stream; enough to be told apart ([MS-CFB] 2.6.1).
std::string ole_with_stream(const std::string& name)
{
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    bytes.append(1016, '\0');
    for (const char c : name) {
        bytes += c;
        bytes += '\0';
    }
    bytes.append(512, '\0');
    return bytes;
}

/// A raw deflate stream that begins with `head` and goes on with blanks, `mebibytes` of them: the same flushed block
/// again and again, so that ten gigabytes are made in no time.
std::string deflated_blanks(const std::string& head, int mebibytes)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    const auto block = [&](std::string input, int flush) {
        std::string out(deflateBound(&stream, input.size()) + 64, '\0');
        stream.next_in = reinterpret_cast<Bytef*>(input.data());
        stream.avail_in = static_cast<uInt>(input.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        deflate(&stream, flush);
        out.resize(out.size() - stream.avail_out);
        return out;
    };
    std::string bytes = block(head, Z_FULL_FLUSH);
    const std::string blanks = block(std::string(1u << 20, ' '), Z_FULL_FLUSH);
    for (int i = 0; i < mebibytes; ++i) bytes += blanks;
    bytes += block({}, Z_FINISH);
    deflateEnd(&stream);
    return bytes;
}

/// A DOCX whose document part inflates to 10 GiB; `declared` is the size its headers state.
std::string bomb(std::uint32_t declared)
{
    test::RawArchive archive;
    for (const auto& [name, content] : test::docx_builder(test::docx_paragraph("x")).entries()) {
        if (name != "word/document.xml") {
            archive.entries.push_back({name, content, true});
            continue;
        }
        test::RawEntry document{name, deflated_blanks(content.substr(0, content.find("<w:p>")), 10 * 1024)};
        document.method = 8;
        document.size = declared;
        archive.entries.push_back(std::move(document));
    }
    return archive.bytes();
}

/// A DOCX whose document part has a DOCTYPE with an entity that names a file.
std::string docx_with_doctype()
{
    test::PackageBuilder builder = test::docx_builder(test::docx_paragraph("x"));
    std::string content;
    for (const auto& [name, text] : builder.entries())
        if (name == "word/document.xml") content = text;
    const std::size_t root = content.find("<w:document");
    content.insert(root, "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");
    return builder.part("word/document.xml", content).bytes();
}

std::string without(std::string bytes, std::size_t kept)
{
    bytes.resize(std::min(bytes.size(), kept));
    return bytes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_one_line_and_leaves_no_output)
{
    const std::string docx = test::content_of(test::docx_example);
    const std::string xlsx = test::content_of(test::xlsx_example);
    const char* not_sure =
        ": the questionnaire is not one of the known forms (skolesec-ros), and what its questions are is not sure enough. "
        "See what was found with samsvar inspect, write it down with samsvar form draft and correct it, or name the form "
        "with --form";
    struct Row {
        const char* name;
        std::string bytes;
        const char* line;  ///< after "samsvar: in.docx"
    };
    const Row rows[] = {
        {"empty", "", ": the file is empty; ask for it to be sent again"},
        {"truncated", without(docx, docx.size() / 2),
         ": there is no ZIP end record; the file is truncated or damaged, ask for it to be sent again"},
        {"truncated by one byte", without(xlsx, xlsx.size() - 1),
         ": there is no ZIP end record; the file is truncated or damaged, ask for it to be sent again"},
        {"plain text", "Svar på spørsmål\n", ": the file is plain text; ask for the original Word or Excel file"},
        {"PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", 
         ": the file is a PDF, which does not keep what is a cell and what is an answer; ask for the original Word or "
         "Excel file"},
        {"password-protected", ole_with_stream("EncryptedPackage"),
         ": the file is protected with a password; ask for it without one"},
        {"old Word", ole_with_stream("WordDocument"),
         ": the file is an old binary Word document (.doc); ask for it saved as .docx"},
        {"other ZIP", test::stored_zip({{"a.txt", "a"}}),
         ": the file is a ZIP archive, but no Word or Excel file; ask for a .docx or .xlsx"},
        {"DTD", docx_with_doctype(),
         "!word/document.xml:2:1: the part has a DOCTYPE, which Word and Excel never write; it is not read"},
        {"bomb that says how large it is", bomb(0xFFFFFFFE),
         ": the archive inflates to more than the limit of 2147483648 bytes"},
        {"bomb that lies", bomb(1000),
         "!word/document.xml: the part is longer than the directory says; the file is damaged, ask for it to be sent "
         "again"},
        {"bomb that says a tenth", bomb(1u << 30),
         "!word/document.xml: the part has 1073741824 bytes, more than the limit of 67108864"},
        {"no question table", test::docx_with_body(test::docx_paragraph("Minutes of a meeting")),
         not_sure},
        {"another question table",
         test::docx_with_body(test::docx_table({{"Nr", "Spørsmål", "Svar"}, {"1", "Hva er klokka?", "Tolv"}})),
         not_sure},
        {"nothing in it", test::docx_with_body(""),
         not_sure},
    };
    for (const Row& row : rows)
        for (const char* format : {"xlsx", "json"}) BOOST_TEST_CONTEXT(row.name << " to " << format)
            {
                const TemporaryFolder folder;
                folder.file("in.docx", row.bytes);
                test::Surroundings there;
                there.folder = folder.path();
                const Run run = test::samsvar({"check", "in.docx", "--format", format, "-o", "out"}, there);
                BOOST_TEST(run.status == 2);
                BOOST_TEST(run.out == "");
                BOOST_TEST(run.err == std::string("samsvar: in.docx") + row.line + "\n");
                BOOST_TEST(test::names_in(folder.path()) == "in.docx");
                BOOST_TEST(run.peak_kib < 300 * 1024);
            }
}

BOOST_AUTO_TEST_CASE(a_name_that_is_no_file_is_one_line)
{
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "folder.docx");
    test::Surroundings there;
    there.folder = folder.path();
    struct Row {
        const char* file;
        const char* line;
    };
    for (const Row& row :
         {Row{"gone.docx", "samsvar: gone.docx: there is no such file; check the name and the folder\n"},
          Row{"folder.docx", "samsvar: folder.docx: this is a folder; name a file in it\n"},
          Row{"a\x1b[31m\n.docx",
              "samsvar: a\xEF\xBF\xBD[31m .docx: there is no such file; check the name and the folder\n"}})
        for (const char* command : {"check", "ledger"}) BOOST_TEST_CONTEXT(command << ' ' << row.file)
            {
                const Run run = test::samsvar({command, row.file}, there);
                BOOST_TEST(run.status == 2);
                BOOST_TEST(run.out == "");
                BOOST_TEST(run.err == row.line);
                BOOST_TEST(test::names_in(folder.path()) == "folder.docx");
            }
}

BOOST_AUTO_TEST_CASE(the_content_decides_not_the_extension)
{
    const TemporaryFolder folder;
    for (const auto& [file, name] :
         {std::pair{test::docx_example, "word.xlsx"}, {test::xlsx_example, "sheet.docx"}, {test::docx_example, "none"}})
        BOOST_TEST_CONTEXT(name)
        {
            fs::copy(file, folder.path() / name);
            const Run run = test::samsvar({"check", folder.path() / name, "--format", "text", "--lang", "en"});
            BOOST_TEST(run.status == 1);
            BOOST_TEST(run.err == "");
        }
}

BOOST_AUTO_TEST_CASE(a_catalogue_or_form_that_cannot_be_used_is_one_line_with_its_place)
{
    const TemporaryFolder folder;
    folder.file("torn.xml", "<catalog>\n  <requirement>\n</catalog>\n");
    folder.file("doctype.xml", "<!DOCTYPE catalog [<!ENTITY a \"b\">]>\n<catalog/>\n");
    folder.file("text.xml", "a: b\n");
    folder.file("other.xml", "<html/>\n");
    fs::copy(test::docx_example, folder.path() / "in.docx");
    test::Surroundings there;
    there.folder = folder.path();
    struct Row {
        const char* name;
        std::vector<std::string> arguments;
        const char* begins;
    };
    const Row rows[] = {
        {"unknown catalogue",
         {"--catalog", "iso9001"},
         "samsvar: there is no catalogue \"iso9001\"; known: gdpr-processor, iso27001-2013, iso27001-2022, "
         "klassa-supplier, "
         "klassa-system-manager, nis2-article-21. Name a file (its path ends in .xml) to use your own\n"},
        {"catalogue file that is not there",
         {"--catalog", "gone.xml"},
         "samsvar: gone.xml: there is no such file; check the name and the folder\n"},
        {"catalogue that is not well formed", {"--catalog", "torn.xml"}, "samsvar: torn.xml:3:"},
        {"catalogue with a DTD", {"--catalog", "doctype.xml"}, "samsvar: doctype.xml:1:"},
        {"catalogue that is no XML", {"--catalog", "text.xml"}, "samsvar: text.xml:1:"},
        {"catalogue that is something else", {"--catalog", "other.xml"}, "samsvar: other.xml:1:"},
        {"catalogue named twice",
         {"--catalog", "iso27001-2022", "--catalog", "iso27001-2022"},
         "samsvar: the catalogue iso27001-2022 is named twice; its requirements can stand once only\n"},
        {"unknown form",
         {"--form", "hecvat"},
         "samsvar: there is no form \"hecvat\"; known: skolesec-ros. Name a file (its path ends in .xml) to use your "
         "own\n"},
        {"form that is not well formed", {"--form", "torn.xml"}, "samsvar: torn.xml:3:"},
        {"form that is a catalogue",
         {"--form", std::string(SAMSVAR_SOURCE_DIR) + "/catalogs/gdpr-processor.xml"},
         "samsvar: catalogs/gdpr-processor.xml:"},
    };
    const std::string before = test::names_in(folder.path());
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            std::vector<std::string> arguments{"check", "in.docx"};
            arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
            const Run run = test::samsvar(arguments, there);
            BOOST_TEST(run.status == 2);
            BOOST_TEST(run.out == "");
            BOOST_TEST(run.err.starts_with(row.begins), run.err);
            BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1);
            BOOST_TEST(run.err.size() > std::string(row.begins).size() - 1);
            BOOST_TEST(test::names_in(folder.path()) == before);
        }
}

BOOST_AUTO_TEST_CASE(a_shipped_folder_that_is_broken_is_one_line_with_its_place)
{
    const TemporaryFolder data;
    for (const char* part : {"catalogs", "forms", "reports"})
        fs::copy(fs::path(SAMSVAR_SOURCE_DIR) / part, data.path() / part, fs::copy_options::recursive);
    test::Surroundings ours;
    ours.environment = {{"SAMSVAR_DATA", data.path()}};
    const TemporaryFolder out;
    BOOST_TEST(test::samsvar({"check", test::docx_example, "-q", "-o", out.path()}, ours).status == 1);
    fs::remove_all(out.path() / "kystlogg-skolesec.matrix.xlsx");
    for (const char* broken : {"catalogs/iso27001-2022.xml", "forms/skolesec-ros.xml", "catalogs/lexicon/crypto.xml",
                               "catalogs/mappings/iso27001-2013-2022.xml", "reports/compliance-matrix.xml"})
        BOOST_TEST_CONTEXT(broken)
        {
            const std::string whole = test::content_of(data.path() / broken);
            data.file(broken, whole.substr(0, whole.size() / 2));
            const Run run = test::samsvar({"check", test::docx_example, "-q", "-o", out.path()}, ours);
            BOOST_TEST(run.status == 2);
            BOOST_TEST(run.err.starts_with(std::string("samsvar: ") + broken + ":"), run.err);
            BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1);
            BOOST_TEST(test::names_in(out.path()) == "");
            data.file(broken, whole);
        }
}

BOOST_AUTO_TEST_CASE(a_score_of_files_that_are_no_verdicts_is_one_line)
{
    const TemporaryFolder folder;
    test::Surroundings there;
    there.folder = folder.path();
    folder.file("good.json",
                R"({"answers": [{"question": "1", "outcome": "gap", "severity": "high", "findings": []}]})");
    folder.file("good.tsv", "question_id\toutcome\tfinding_codes\tseverity\n1\tgap\t\thigh\n");
    folder.file("torn.json", "{\"answers\": [");
    folder.file("other.json", "{\"a\": 1}");
    folder.file("list.json", "[]");
    folder.file("half.json", R"({"answers": [{"question": "1"}]})");
    folder.file("odd.json", R"({"answers": [7]})");
    folder.file("short.tsv", "question_id\toutcome\tfinding_codes\tseverity\n1\tgap\n");
    folder.file("columns.tsv", "question_id\toutcome\tseverity\n1\tgap\thigh\n");
    struct Row {
        const char* result;
        const char* gold;
        const char* begins;
    };
    for (const Row& row :
         {Row{"torn.json", "good.tsv", "samsvar: torn.json: is not a result of samsvar check"},
          Row{"other.json", "good.tsv",
              "samsvar: other.json: holds no \"answers\"; make it with check --format json\n"},
          Row{"list.json", "good.tsv", "samsvar: list.json: is not a result of samsvar check"},
          Row{"half.json", "good.tsv", "samsvar: half.json: is not a result of samsvar check"},
          Row{"odd.json", "good.tsv", "samsvar: odd.json: is not a result of samsvar check"},
          Row{"gone.json", "good.tsv", "samsvar: gone.json: there is no such file; check the name and the folder\n"},
          Row{"good.json", "short.tsv", "samsvar: short.tsv:2: the line ends before finding_codes\n"},
          Row{"good.json", "columns.tsv", "samsvar: columns.tsv:1: the header line has no column finding_codes\n"},
          Row{"good.json", "gone.tsv", "samsvar: gone.tsv: there is no such file; check the name and the folder\n"}})
        BOOST_TEST_CONTEXT(row.result << ' ' << row.gold)
        {
            const Run run = test::samsvar({"score", row.result, row.gold}, there);
            BOOST_TEST(run.status == 2);
            BOOST_TEST(run.out == "");
            BOOST_TEST(run.err.starts_with(row.begins), run.err);
            BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1);
        }
    BOOST_TEST(test::samsvar({"score", "good.json", "good.tsv"}, there).status == 0);
}

BOOST_AUTO_TEST_SUITE_END()
