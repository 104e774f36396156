#include <boost/test/unit_test.hpp>

#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "archive/archive.h"
#include "base/error.h"
#include "base/files.h"
#include "fuzz/targets.h"
#include "mutations/mutate.h"
#include "odf/odf_builder.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(mutations_test)

namespace {

namespace fs = std::filesystem;

constexpr int mutations_per_format = 1000;
constexpr double seconds_per_file = 2.0;          // sanitizers and a loaded machine included; milliseconds are usual
// Of the whole format, above what the process had before. The address sanitizer keeps 256 MiB of what was freed.
#ifdef SAMSVAR_SANITIZED
constexpr long kilobytes_of_growth = (192 + 256) * 1024;
#else
constexpr long kilobytes_of_growth = 192 * 1024;
#endif

const fs::path examples = fs::path(SAMSVAR_SOURCE_DIR) / "forms/examples";

long peak_kilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

Entries entries_of(const std::string& bytes)
{
    Entries entries;
    const archive::Archive archive(bytes, "a", {});
    for (const std::string& name : archive.names()) entries.emplace_back(name, archive.read(name));
    return entries;
}

bool is_xml(const std::pair<std::string, std::string>& entry)
{
    return entry.second.find('<') != std::string::npos;
}

/// One mutation of a file: of its bytes, of its entries, or of one XML part so that it reaches the parsers.
std::string mutated(const std::string& bytes, const Entries& entries, Random& random)
{
    const std::size_t way = random.below(4);
    if (entries.empty() || way == 0) return mutated_bytes(bytes, random);
    if (way == 1) return stored_zip(mutated_entries(entries, random));
    Entries changed = entries;
    auto& entry = changed[random.below(changed.size())];
    if (is_xml(entry)) entry.second = mutated_xml(std::move(entry.second), random);
    return stored_zip(changed);
}

struct Original {
    std::string bytes;
    Entries entries;  // empty for what is no package
};

Original package(std::string bytes)
{
    Entries entries = entries_of(bytes);
    return {std::move(bytes), std::move(entries)};
}

/// Reads mutations of the files in turn; a broken promise aborts, see fuzz/targets.
void survive(const char* format, const std::vector<Original>& originals, int count)
{
    Random random(20261121);
    for (const Original& original : originals) fuzz::package(original.bytes);
    const long before = peak_kilobytes();
    double slowest = 0;
    std::size_t read = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) {
        // The first is large; the others reach as much in less time.
        const std::size_t small = originals.size() - 1;
        const Original& original = originals[small == 0 || i % 8 == 0 ? 0 : 1 + static_cast<std::size_t>(i) % small];
        const std::string bytes = mutated(original.bytes, original.entries, random);
        const auto begin = std::chrono::steady_clock::now();
        if (fuzz::package(bytes)) ++read;
        slowest = std::max(slowest, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    const double all = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    BOOST_TEST_MESSAGE(format << ": " << count << " mutations, " << read << " read, the others refused; " << all
                              << " s, slowest " << slowest * 1000 << " ms, memory grew by "
                              << (peak_kilobytes() - before) / 1024 << " MB");
    BOOST_TEST(slowest < seconds_per_file);
    BOOST_TEST(peak_kilobytes() - before < kilobytes_of_growth);
    // Some must get through, or nothing but the archive was tried.
    BOOST_TEST(read > static_cast<std::size_t>(count) / 20);
}

std::string rich_docx()
{
    return docx_builder(docx_paragraph("Ja") +
                        docx_table({{"1.", "Har dere MFA?", "Ja, for alle"}, {"2.", "Logg?", ""}}) +
                        "<w:sdt><w:sdtPr><w:alias w:val='Svar'/><w14:checkbox><w14:checked "
                        "w14:val='1'/></w14:checkbox></w:sdtPr>"
                        "<w:sdtContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:sdtContent></w:sdt>"
                        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:ins "
                        "w:id='1'><w:r><w:t>ny"
                        "</w:t></w:r></w:ins><w:del w:id='2'><w:r><w:delText>gammel</w:delText></w:r></w:del></w:p>")
        .xml("word/numbering.xml",
             "<w:numbering><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt "
             "w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId "
             "w:val='0'/></w:num></w:numbering>")
        .xml("word/comments.xml",
             "<w:comments><w:comment w:id='0' w:author='K'>" + docx_paragraph("se her") + "</w:comment></w:comments>")
        .bytes();
}

std::string rich_xlsx()
{
    return xlsx_builder(
               {{"Svar",
                 xlsx_row(1, {"Nr", "Spørsmål", "Svar"}) + xlsx_row(2, {"1", "MFA?", "Ja"}) +
                     "<row r='3' hidden='1'><c r='A3' t='s'><v>0</v></c><c r='B3' s='1'><v>45000</v></c>"
                     "<c r='C3' s='1'/></row>",
                 "<mergeCells><mergeCell ref='A5:C6'/></mergeCells><dataValidations><dataValidation type='list' "
                 "sqref='C2:C20'><formula1>Lister!$A$1:$A$2</formula1></dataValidation></dataValidations>"},
                {"Lister", xlsx_row(1, {"Ja"}) + xlsx_row(2, {"Nei"})}})
        .xml("xl/sharedStrings.xml", "<sst><si><r><t>delt</t></r><rPh><t>x</t></rPh></si></sst>")
        .xml("xl/styles.xml",
             "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy-mm-dd'/></numFmts><cellXfs>"
             "<xf/><xf numFmtId='164'/></cellXfs></styleSheet>")
        .bytes();
}

std::string rich_odt()
{
    return odt_with_body(
        "<text:tracked-changes><text:changed-region text:id='d'><text:deletion><text:p>gammel</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:h text:outline-level='1'>Svar</text:h><text:p>Ja "
        "<text:change text:change-id='d'/><text:note text:note-class='footnote'><text:note-body><text:p>n</text:p>"
        "</text:note-body></text:note><office:annotation><dc:creator>K</dc:creator><text:p>k</text:p></"
        "office:annotation>"
        "<draw:frame><draw:text-box><text:p>boks</text:p></draw:text-box></draw:frame></text:p><text:list "
        "text:style-name='L1'><text:list-item "
        "text:start-value='3'><text:p>a</text:p><text:list><text:list-item><text:p>b"
        "</text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-row "
        "table:number-rows-repeated='2'><table:table-cell table:number-columns-spanned='2'><text:p>1.</text:p>"
        "</table:table-cell><table:covered-table-cell/><table:table-cell table:number-rows-spanned='2'><text:p>"
        "<loext:content-control loext:checkbox='true' loext:checked='true'>x</loext:content-control></text:p>"
        "</table:table-cell></table:table-row></table:table>",
        "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1' "
        "style:num-suffix='.'/><text:list-level-style-number text:level='2' style:num-format='a' "
        "text:display-levels='2'/>"
        "</text:list-style><style:style style:name='P1' style:family='paragraph' style:parent-style-name='P1'/>",
        "<style:header><text:p>topp</text:p></style:header>");
}

std::string rich_ods()
{
    return ods_with_tables(
        "<table:content-validations><table:content-validation table:name='v' table:condition='of:"
        "cell-content-is-in-list([$Lister.$A$1:.$A$2])'/></table:content-validations>" +
        ods_table("Svar",
                  "<table:table-column table:visibility='collapse' table:number-columns-repeated='3'/>"
                  "<table:table-row table:number-rows-repeated='3'>" +
                      ods_cell("1.", "table:number-columns-repeated='2'") +
                      ods_cell("Ja", "table:content-validation-name='v' table:number-columns-spanned='2'") +
                      "<table:covered-table-cell/><table:table-cell><office:annotation><dc:creator>K"
                      "</dc:creator><text:p>k</text:p></office:annotation><text:p>a<text:s text:c='3'/><text:a "
                      "xlink:href='https://example.org'>b</text:a></text:p></table:table-cell>"
                      "</table:table-row><table:table-row table:number-rows-repeated='1048000'>"
                      "<table:table-cell table:number-columns-repeated='16384' "
                      "table:content-validation-name='v'/></table:table-row>") +
        ods_table("Lister", "<table:table-row>" + ods_cell("Ja") + "</table:table-row><table:table-row>" +
                                ods_cell("Nei") + "</table:table-row>"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(word)
{
    survive("DOCX", {package(read_file(examples / "kystlogg-skolesec.docx", 1u << 20)), package(rich_docx())},
            mutations_per_format);
}

BOOST_AUTO_TEST_CASE(excel)
{
    survive("XLSX", {package(read_file(examples / "fagerlia-skolesec.xlsx", 1u << 20)), package(rich_xlsx())},
            mutations_per_format);
}

BOOST_AUTO_TEST_CASE(opendocument_text)
{
    survive("ODT", {package(rich_odt())}, mutations_per_format);
}

BOOST_AUTO_TEST_CASE(opendocument_workbook)
{
    survive("ODS", {package(rich_ods())}, mutations_per_format);
}

BOOST_AUTO_TEST_CASE(columns_of_text)
{
    const std::string csv =
        "Nr;Spørsmål;Svar\r\n1;Har dere MFA?;\"Ja, for alle;\r\nogså \"\"eksterne\"\"\"\r\n2;Logg?;Nei\r\n";
    survive("CSV", {{csv, {}}, {"\xEF\xBB\xBF" + csv, {}}, {"sep=,\na,b\n\"c\nd\",e\n", {}}}, mutations_per_format);
}

BOOST_AUTO_TEST_CASE(files_of_a_folder)
{
    const char* const folder = std::getenv("SAMSVAR_MUTATIONS_OF");
    if (!folder) {
        BOOST_TEST_MESSAGE("skipped: SAMSVAR_MUTATIONS_OF names no folder");
        return;
    }
    const char* const wanted = std::getenv("SAMSVAR_MUTATIONS");
    const int count = wanted ? std::atoi(wanted) : 20;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    Random random(20261121);
    std::size_t files = 0;
    std::size_t read = 0;
    double slowest = 0;
    for (const fs::path& path : paths) {
        Original original{read_file(path, 64u << 20), {}};
        try {
            if (original.bytes.starts_with("PK")) original.entries = entries_of(original.bytes);
        }
        catch (const Error&) {
            // No archive we read: its bytes are mutated.
        }
        BOOST_TEST_CHECKPOINT(path.string());
        for (int i = 0; i < count; ++i) {
            const std::string bytes = mutated(original.bytes, original.entries, random);
            const auto begin = std::chrono::steady_clock::now();
            read += fuzz::package(bytes);
            const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            if (took > slowest) BOOST_TEST_MESSAGE(path.string() << " " << i << ": " << took * 1000 << " ms");
            slowest = std::max(slowest, took);
            ++files;
        }
    }
    BOOST_TEST_MESSAGE(files << " mutations of " << paths.size() << " files, " << read << " read; slowest "
                             << slowest * 1000 << " ms");
    BOOST_TEST(files > 0u);
}

BOOST_AUTO_TEST_SUITE_END()
