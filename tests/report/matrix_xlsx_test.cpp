#include "report/matrix_xlsx.h"

#include <boost/test/unit_test.hpp>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>

#include "base/error.h"
#include "base/files.h"
#include "report/package.h"
#include "report/sample.h"
#include "xml/element.h"

using namespace samsvar;
using namespace samsvar::test;
using model::Language;

namespace {

std::string bytes_of(const std::filesystem::path& path) { return read_file(path, 1u << 28); }

std::map<std::string, std::string> written_parts(const model::Assessment& assessment, Language language = Language::nb)
{
    const TemporaryFolder folder;
    const auto out = folder.path() / "matrix.xlsx";
    report::write_matrix(assessment, shipped_layout(), language, out);
    return parts_of(out);
}

/// Part of the sheet with that place in the workbook, 1-based: summary, matrix, answers, findings, follow-up, evidence,
/// mapping, ledger.
const std::string& sheet(const std::map<std::string, std::string>& parts, int number)
{
    return parts.at("xl/worksheets/sheet" + std::to_string(number) + ".xml");
}

constexpr int summary = 1, matrix_sheet = 2, answers = 3, findings = 4, follow_up = 5;

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_xlsx_tests)

// For people: tests/look_at_matrix.sh turns it into pictures.
BOOST_AUTO_TEST_CASE(writes_a_sample_to_look_at)
{
    const std::filesystem::path out = std::filesystem::path(SAMSVAR_BINARY_DIR) / "sample-matrix.xlsx";
    report::write_matrix(sample_assessment(), shipped_layout(), Language::nb, out);
    BOOST_TEST(std::filesystem::file_size(out) > 10'000u);
}

BOOST_AUTO_TEST_CASE(same_values_same_bytes)
{
    const TemporaryFolder folder;
    report::write_matrix(sample_assessment(), shipped_layout(), Language::nb, folder.path() / "a.xlsx");
    // libxlsxwriter's clock has a resolution of one second.
    ::sleep(2);
    report::write_matrix(sample_assessment(), shipped_layout(), Language::nb, folder.path() / "b.xlsx");
    BOOST_TEST((bytes_of(folder.path() / "a.xlsx") == bytes_of(folder.path() / "b.xlsx")));
    model::Assessment later = sample_assessment();
    later.date = {2026, 11, 22};
    report::write_matrix(later, shipped_layout(), Language::nb, folder.path() / "c.xlsx");
    BOOST_TEST((bytes_of(folder.path() / "a.xlsx") != bytes_of(folder.path() / "c.xlsx")));
}

BOOST_AUTO_TEST_CASE(a_date_that_is_not_whole_still_gives_the_same_bytes)
{
    for (const model::Date& date : {model::Date{}, model::Date{2026, 0, 0}, model::Date{1970, 1, 1}}) {
        model::Assessment assessment = empty_assessment();
        assessment.date = date;
        const auto parts = written_parts(assessment);
        const std::string& core = parts.at("docProps/core.xml");
        BOOST_TEST_CONTEXT(date.text())
        BOOST_TEST(core.find(date.year == 2026 ? "2026-01-01T00:00:00Z" : "1980-01-01T00:00:00Z") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(supplier_text_is_never_a_formula_or_an_outside_link)
{
    for (const Language language : {Language::nb, Language::sv, Language::en}) {
        const auto parts = written_parts(hostile_assessment(), language);
        for (const auto& [name, content] : parts) {
            BOOST_TEST_CONTEXT(name)
            {
                BOOST_TEST(count_of(content, "<f>") == 0u);
                BOOST_TEST(count_of(content, "<f ") == 0u);
                // Charts and document parts have relationships; none leads outside.
                BOOST_TEST(count_of(content, "TargetMode=\"External\"") == 0u);
            }
        }
        std::string strings;
        for (const auto& [name, content] : parts)
            if (name.starts_with("xl/worksheets/sheet")) strings += content;
        BOOST_TEST(strings.find("<t>=cmd|' /C calc'!A0</t>") != std::string::npos);
        BOOST_TEST(strings.find("<t>{=1+1}</t>") != std::string::npos);
        BOOST_TEST(strings.find("_x005F_x0041_ og _x005F_x000D_ skal stå") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(every_part_is_well_formed_whatever_the_supplier_wrote)
{
    Limits limits;
    limits.xml_attributes = 200;
    for (const auto& [name, content] : written_parts(hostile_assessment())) {
        BOOST_TEST_CONTEXT(name)
        {
            if (!name.ends_with(".xml") && !name.ends_with(".rels")) continue;
            BOOST_CHECK_NO_THROW(xml::parse(content, name, limits));
        }
    }
}

BOOST_AUTO_TEST_CASE(sheets_are_set_up_for_reading_and_printing)
{
    const auto parts = written_parts(sample_assessment());
    struct Row {
        const char* name;
        int sheet;
        const char* wanted;
    };
    const Row rows[] = {
        {"header frozen under title and note, id kept in sight", matrix_sheet, "<pane xSplit=\"2\" ySplit=\"3\" topLeftCell=\"C4\""},
        {"matrix can be filtered", matrix_sheet, "<autoFilter ref=\"A3:O"},
        {"answers can be filtered", answers, "<autoFilter ref=\"A3:"},
        {"A4", matrix_sheet, "paperSize=\"9\""},
        {"landscape", matrix_sheet, "orientation=\"landscape\""},
        {"one page wide, as many high as it takes", matrix_sheet, "fitToHeight=\"0\""},
        {"fit is switched on", matrix_sheet, "<pageSetUpPr fitToPage=\"1\"/>"},
        {"footer: file, sheet and pages", matrix_sheet,
         "&amp;L&amp;8 svar-fjelltopp.docx  ·  2026-11-21&amp;C&amp;8 Matrise&amp;R&amp;8 Side &amp;P av &amp;N"},
        {"decisions to choose from", matrix_sheet, "<formula1>\"Godta,Avvis,Godta risikoen,Spør leverandøren\"</formula1>"},
        {"decisions on answers", answers, "<dataValidation type=\"list\""},
        {"links to rows", findings, "location=\"'Svar'!A"},
        {"summary leads to findings", summary, "location=\"'Funn'!A"},
        {"summary has the chart", summary, "<drawing r:id="},
        {"follow-up is protected", follow_up, "<sheetProtection sheet=\"1\""},
        {"numbers as text are no mistake", answers, "numberStoredAsText=\"1\""},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name) BOOST_TEST(sheet(parts, row.sheet).find(row.wanted) != std::string::npos);
    }
    const std::string& workbook = parts.at("xl/workbook.xml");
    BOOST_TEST(workbook.find("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">Matrise!$3:$3</definedName>") !=
               std::string::npos);
    BOOST_TEST(count_of(workbook, "_xlnm.Print_Titles") == 7u);
    BOOST_TEST(parts.at("docProps/core.xml").find("<dc:title>Etterlevelsesmatrise: Fjelltopp Læring AS</dc:title>") !=
               std::string::npos);
    BOOST_TEST(parts.at("docProps/core.xml").find("2026-11-21T00:00:00Z") != std::string::npos);
    BOOST_TEST(parts.at("docProps/custom.xml").find("<vt:lpwstr>nb</vt:lpwstr>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(cells_to_fill_in_on_the_locked_sheet_are_unlocked)
{
    const auto parts = written_parts(sample_assessment());
    const std::string& styles = parts.at("xl/styles.xml");
    BOOST_TEST(count_of(styles, "<protection locked=\"0\"/>") == 2u);  // a date and a reply
    BOOST_TEST(parts.at("xl/worksheets/sheet1.xml").find("sheetProtection") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_chart_reads_the_counts)
{
    const auto parts = written_parts(sample_assessment());
    const std::string& chart = parts.at("xl/charts/chart1.xml");
    BOOST_TEST(count_of(chart, "<c:f>Sammendrag!$B$") == 2u);
    for (const char* count : {"<c:v>12</c:v>", "<c:v>20</c:v>", "<c:v>Ubesvart</c:v>"})
        BOOST_TEST(chart.find(count) != std::string::npos);
    BOOST_TEST(count_of(chart, "<c:dPt>") == 6u);
}

BOOST_AUTO_TEST_CASE(every_link_leads_to_a_row_that_exists)
{
    const report::Matrix matrix = report::make_matrix(sample_assessment(), shipped_layout(), Language::nb);
    const auto parts = written_parts(sample_assessment());
    std::size_t links = 0;
    for (std::size_t at = 0; at < matrix.sheets.size(); ++at) {
        const std::string& content = sheet(parts, static_cast<int>(at) + 1);
        for (std::size_t begin = content.find("location=\"'"); begin != std::string::npos;
             begin = content.find("location=\"'", begin + 1)) {
            const std::size_t name = begin + 11;
            const std::size_t bang = content.find("'!A", name);
            const std::string target = content.substr(name, bang - name);
            const std::size_t row = std::stoul(content.substr(bang + 3));
            bool known = false;
            for (const report::MatrixSheet& other : matrix.sheets)
                known = known || (other.name == target && row <= other.rows.size() && !other.rows[row - 1].anchor.empty());
            BOOST_REQUIRE(known);
            ++links;
        }
    }
    BOOST_TEST(links > 400u);
}

BOOST_AUTO_TEST_CASE(nothing_half_written)
{
    const TemporaryFolder folder;
    const auto missing = folder.path() / "none" / "matrix.xlsx";
    BOOST_CHECK_EXCEPTION(report::write_matrix(empty_assessment(), shipped_layout(), Language::nb, missing), Error,
                          [&](const Error& error) {
                              return error.code() == ErrorCode::io && error.where().file == missing.string() &&
                                     error.message() == "cannot be written: there is no folder " + missing.parent_path().string();
                          });
    BOOST_TEST(folder.files().empty());
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_the_older_file_alone)
{
    const TemporaryFolder folder;
    const auto out = folder.path() / "matrix.xlsx";
    write_file(out, "the older file");
    // A limit on the size of files is the nearest to a full disk that a test can have; it must not outlive the child.
    const pid_t child = ::fork();
    BOOST_REQUIRE(child >= 0);
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4096, 4096};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        int status = 3;
        try {
            report::write_matrix(sample_assessment(), shipped_layout(), Language::nb, out);
            status = 1;
        }
        catch (const Error& error) {
            status = error.code() == ErrorCode::io && error.where().file == out.string() ? 0 : 2;
        }
        ::_exit(status);
    }
    int status = -1;
    BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
    BOOST_TEST(WIFEXITED(status));
    BOOST_TEST(WEXITSTATUS(status) == 0);
    BOOST_TEST(read_file(out, 1000) == "the older file");
    BOOST_TEST(folder.files().size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
