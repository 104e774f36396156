#include <boost/test/unit_test.hpp>

#include "archive/cell_range.h"
#include "ooxml/refused.h"
#include "ooxml/workbook_text.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;
using namespace samsvar::test::xlsx;

BOOST_AUTO_TEST_SUITE(workbook_test)

namespace {

const std::string styles =
    "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/></numFmts>"
    "<fonts><font/><font><strike/></font></fonts>"
    "<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"14\" fontId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\"/>"
    "<xf numFmtId=\"9\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/><xf numFmtId=\"22\" fontId=\"0\"/>"
    "<xf numFmtId=\"999\" fontId=\"0\"/></cellXfs></styleSheet>";

}  // namespace

BOOST_AUTO_TEST_CASE(cell_values)
{
    struct Row {
        const char* name;
        std::string data;
        std::string expected;
    };
    const Row rows[] = {
        {"shared string", "<row r='1'><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "A1=Ja"},
        {"shared rich string, phonetic left out", "<row r='1'><c r='B1' t='s'><v>1</v></c></row>", "B1=Ja da"},
        {"shared string with escapes", "<row r='1'><c r='A1' t='s'><v>2</v></c></row>", "A1=en\nto _x000D_"},
        {"shared string all struck", "<row r='1'><c r='A1' t='s'><v>3</v></c></row>", "A1=Nei struck"},
        {"shared string of blanks", "<row r='1'><c r='A1' t='s'><v>4</v></c></row>", "A1=  "},
        {"empty shared string", "<row r='1'><c r='A1' t='s'><v>5</v></c></row>", ""},
        {"inline string", "<row r='1'><c r='A1' t='inlineStr'><is><t>x &amp; y</t></is></c></row>", "A1=x & y"},
        {"inline rich string",
         "<row r='1'><c r='A1' t='inlineStr'><is><r><t>x </t></r><r><t xml:space='preserve'> y</t></r></is></c></row>",
         "A1=x y"},
        {"inline string in CDATA", "<row r='1'><c r='A1' t='inlineStr'><is><t><![CDATA[<x>]]></t></is></c></row>",
         "A1=<x>"},
        {"number", "<row r='1'><c r=\"A1\"><v>2.2000000000000002</v></c></row>", "A1=2.2"},
        {"percent", "<row r='1'><c r='A1' s='3'><v>0.5</v></c></row>", "A1=50%"},
        {"date, built in", "<row r='1'><c r='A1' s='1'><v>46328</v></c></row>", "A1=2026-11-02"},
        {"date, custom", "<row r='1'><c r='A1' s='2'><v>46328</v></c></row>", "A1=2026-11-02"},
        {"date and time", "<row r='1'><c r='A1' s='5'><v>46328.5</v></c></row>", "A1=2026-11-02 12:00"},
        {"ISO date", "<row r='1'><c r='A1' t='d'><v>2026-11-02T00:00:00</v></c></row>", "A1=2026-11-02"},
        {"unknown style", "<row r='1'><c r='A1' s='77'><v>46328</v></c></row>", "A1=46328"},
        {"unknown format id", "<row r='1'><c r='A1' s='6'><v>46328</v></c></row>", "A1=46328"},
        {"struck font", "<row r='1'><c r='A1' s='4'><v>1</v></c></row>", "A1=1 struck"},
        {"boolean", "<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>0</v></c></row>", "A1=TRUE; B1=FALSE"},
        {"error", "<row r='1'><c r='A1' t='e'><v>#N/A</v></c></row>", "A1=#N/A error"},
        {"formula", "<row r='1'><c r='A1'><f>1+1</f><v>2</v></c></row>", "A1=2 formula"},
        {"formula text", "<row r='1'><c r='A1' t='str'><f>\"J\"&amp;\"a\"</f><v>Ja</v></c></row>", "A1=Ja formula"},
        {"formula error", "<row r='1'><c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>", "A1=#DIV/0! formula error"},
        {"formula without result", "<row r='1'><c r='A1'><f>1+1</f></c></row>", "A1= formula"},
        {"style only", "<row r='1'><c r='A1' s='1'/><c r='B1' s='1'></c></row>", ""},
        {"no references", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "A1=1; B1=2; A2=3"},
        {"rows out of order",
         "<row r='3'><c r='A3'><v>3</v></c></row><row r='1'><c r='B1'><v>2</v></c><c r='A1'><v>1</v></c></row>",
         "A1=1; B1=2; A3=3"},
        {"number that is none", "<row r='1'><c r='A1'><v>abc</v></c></row>", "A1=abc"},
        {"extension in a cell", "<row r='1'><c r='A1'><v>1</v><extLst><ext><v>9</v></ext></extLst></c></row>", "A1=1"},
        {"far column", "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", "XFD1048576=1"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const model::Document document =
                read(xlsx_builder({{"Svar", row.data}})
                         .xml("xl/styles.xml", styles)
                         .xml("xl/sharedStrings.xml",
                              "<sst><si><t>Ja</t></si>"
                              "<si><r><t xml:space='preserve'>Ja </t></r><r><t>da</t></r><rPh sb='0' "
                              "eb='1'><t>jaa</t></rPh></si>"
                              "<si><t>en_x000D_&#10;to _x005F_x000D_</t></si>"
                              "<si><r><rPr><strike/></rPr><t>Nei</t></r></si>"
                              "<si><t xml:space='preserve'>  </t></si><si><t/></si></sst>"));
            BOOST_TEST(cells_of(document) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(prefixes_and_the_strict_dialect_are_read_alike)
{
    std::string workbook =
        "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
        "xmlns:rel=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets><x:sheet name=\"A\" "
        "sheetId=\"1\" rel:id=\"r1\"/></x:sheets></x:workbook>";
    const std::string sheet_xml =
        "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"1\">"
        "<x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>Ja</x:t></x:is></x:c><x:c r=\"B1\"><x:v>1</x:v></x:c></x:row>"
        "</x:sheetData></x:worksheet>";
    const model::Document document = read(
        PackageBuilder()
            .part("xl/workbook.xml", workbook)
            .part("xl/worksheets/sheet1.xml", sheet_xml)
            .relationship("xl/workbook.xml", "r1", "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet",
                          "worksheets/sheet1.xml"));
    BOOST_TEST(cells_of(document) == "A1=Ja; B1=1");
}

BOOST_AUTO_TEST_CASE(dates_of_the_1904_system)
{
    PackageBuilder builder = xlsx_builder({{"A", "<row r='1'><c r='A1' s='1'><v>44866</v></c></row>"}});
    builder.xml("xl/styles.xml", styles);
    builder.xml("xl/workbook.xml",
                "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" sheetId=\"1\" "
                "r:id=\"rId1\"/></sheets></workbook>");
    BOOST_TEST(cells_of(read(builder)) == "A1=2026-11-02");
}

BOOST_AUTO_TEST_CASE(merged_cells)
{
    struct Row {
        const char* name;
        std::string data;
        std::string merges;
        std::string expected;
        std::string problems;
    };
    const Row rows[] = {
        {"across and down", xlsx_row(1, {"a", "", "c"}) + xlsx_row(2, {"", "", "d"}), "<mergeCell ref='A1:B2'/>",
         "A1=a 2x2; C1=c; C2=d", ""},
        {"empty corner gets a cell", xlsx_row(1, {"a", "", "c"}), "<mergeCell ref='B1:B2'/>", "A1=a; B1= 2x1; C1=c",
         ""},
        {"text below is told", xlsx_row(1, {"a", "b"}), "<mergeCell ref='A1:B1'/>", "A1=a 1x2",
         "a.xlsx!S!B1: the cell lies under a merged cell and is not shown; its text is not read: 'b'\n"},
        {"overlap", xlsx_row(1, {"a", "", "c"}), "<mergeCell ref='A1:B1'/><mergeCell ref='B1:C1'/>", "A1=a 1x2; C1=c",
         "a.xlsx!S!B1: a merged range overlaps another one and is not laid out\n"},
        {"whole column is cut to what is there", xlsx_row(1, {"a", "b"}), "<mergeCell ref='A1:A1048576'/>",
         "A1=a 66x1; B1=b", ""},
        {"one cell", xlsx_row(1, {"a"}), "<mergeCell ref='A1'/>", "A1=a", ""},
        {"outside the content", xlsx_row(1, {"a"}), "<mergeCell ref='F7:G9'/>", "A1=a", ""},
        {"one below the other", xlsx_row(1, {"a"}) + xlsx_row(3, {"b", "c"}),
         "<mergeCell ref='A3:A4'/><mergeCell ref='A1:A2'/>", "A1=a 2x1; A3=b 2x1; B3=c", ""},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const model::Document document =
                read(xlsx_builder({{"S", row.data, "<mergeCells>" + row.merges + "</mergeCells>"}}));
            BOOST_TEST(cells_of(document) == row.expected);
            BOOST_TEST(problems_of(document) == row.problems);
        }
    }
}

BOOST_AUTO_TEST_CASE(hidden_rows_columns_and_sheets_are_marked)
{
    const model::Document document =
        read(xlsx_builder({{"A",
                            "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row><row r='2' hidden='1'><c "
                            "r='A2'><v>3</v></c></row>",
                            "", "", "<cols><col min='2' max='5' hidden='1'/></cols>"},
                           {"B", xlsx_row(1, {"x"}), "", "hidden"},
                           {"C", xlsx_row(1, {"y"}), "", "veryHidden"}}));
    BOOST_TEST(cells_of(document) == "A1=1; B1=2 hidden; A2=3 hidden");
    BOOST_TEST(sheet(document).hidden_rows == std::vector<int>{1}, boost::test_tools::per_element());
    BOOST_TEST(sheet(document).hidden_columns == std::vector<int>{1}, boost::test_tools::per_element());
    BOOST_TEST(!sheet(document).marks.hidden);
    BOOST_TEST(sheet(document, 1).marks.hidden);
    BOOST_TEST(sheet(document, 2).marks.hidden);
    BOOST_TEST(cells_of(document, 2) == "A1=y hidden");
}

BOOST_AUTO_TEST_CASE(oddities_are_told_and_survived)
{
    struct Row {
        const char* name;
        PackageBuilder builder;
        std::string problems;
    };
    PackageBuilder missing = xlsx_builder({{"S", xlsx_row(1, {"a"})}});
    missing.xml(
        "xl/workbook.xml",
        "<workbook><sheets><sheet name=\"S\" r:id=\"rId1\"/><sheet name=\"T\" r:id=\"rId7\"/></sheets></workbook>");
    PackageBuilder chart = xlsx_builder({{"S", xlsx_row(1, {"a"})}});
    chart.xml("xl/chartsheets/sheet1.xml", "<chartsheet/>")
        .relationship("xl/workbook.xml", "c1", "chartsheet", "chartsheets/sheet1.xml");
    chart.xml("xl/workbook.xml",
              "<workbook><sheets><sheet name=\"S\" r:id=\"rId1\"/><sheet name=\"K\" r:id=\"c1\"/></sheets></workbook>");
    const Row rows[] = {
        {"shared string missing",
         xlsx_builder({{"S", "<row r='1'><c r='A1' t='s'><v>5</v></c><c r='B1'><v>1</v></c></row>"}}),
         "a.xlsx!S!A1: the cell points to shared string 5, which does not exist; it reads as empty\n"},
        {"cell twice", xlsx_builder({{"S", "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>"}}),
         "a.xlsx!S!A1: the cell is there twice; the first, '1', is not read\n"},
        {"formula without result", xlsx_builder({{"S", "<row r='1'><c r='A1'><f>1+1</f></c></row>"}}),
         "a.xlsx!S!A1: the formula has no stored result; its cell reads as empty\n"},
        {"sheet missing", missing, "a.xlsx!T: the sheet is listed in the workbook, but is not in the file\n"},
        {"chart sheet", chart, "a.xlsx!K: the sheet is a chartsheet, which is not read\n"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(problems_of(read(row.builder)) == row.problems);
        }
    }
}

BOOST_AUTO_TEST_CASE(broken_sheets_are_refused_with_their_place)
{
    struct Row {
        const char* name;
        std::string data;
        std::string message;
    };
    const std::string part = "a.docx!xl/worksheets/sheet1.xml";
    const Row rows[] = {
        {"row too far", "<row r='1048577'/>", "malformed: " + part + ":2:1152: row 1048577 is outside every sheet"},
        {"no reference", "<row r='1'><c r='ÅÅ'><v>1</v></c></row>",
         "malformed: " + part + ":2:1185: 'ÅÅ' is no cell of a sheet"},
        {"column too far", "<row r='1'><c r='XFE1'><v>1</v></c></row>",
         "malformed: " + part + ":2:1185: 'XFE1' is no cell of a sheet"},
        {"doctype", "<!DOCTYPE x>",
         "malformed: " + part + ":2:1152: the part has a DOCTYPE, which Word and Excel never write; it is not read"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const std::string message = refusal(xlsx_with_sheets({{"S", row.data}}));
            // The column depends on the namespaces the builder declares.
            BOOST_TEST(message.substr(0, part.size() + 11 + 2) == row.message.substr(0, part.size() + 11 + 2));
            BOOST_TEST(message.substr(message.find(": ", 12)) == row.message.substr(row.message.find(": ", 12)));
        }
    }
}

BOOST_AUTO_TEST_CASE(workbook_limits_are_named)
{
    const std::string bytes =
        xlsx_with_sheets({{"S", xlsx_row(1, {"a", "bb", "c"}),
                           "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:B2'/></mergeCells>"}});
    const std::string part = "limit-exceeded: a.docx!xl/worksheets/sheet1.xml: ";
    Limits cells;
    cells.cells = 2;
    BOOST_TEST(refusal(bytes, cells) == part + "the workbook has more cells than the limit of 2");
    Limits characters;
    characters.cell_characters = 1;
    BOOST_TEST(refusal(bytes, characters) == part + "a cell has more characters than the limit of 1");
    Limits text;
    text.text_bytes = 3;
    BOOST_TEST(refusal(bytes, text) == part + "the cells of the workbook have more text than the limit of 3 bytes");
    Limits merges;
    merges.merged_ranges = 1;
    BOOST_TEST(refusal(bytes, merges) == part + "the sheet has more merged ranges than the limit of 1");
    Limits problems;
    problems.problems = 1;
    const model::Document document = ooxml::open_bytes(
        xlsx_with_sheets(
            {{"S", "<row r='1'><c r='A1'><f>1</f></c><c r='B1'><f>1</f></c><c r='C1'><f>1</f></c></row>"}}),
        "a.xlsx", problems);
    BOOST_REQUIRE(document.problems.size() == 2u);
    BOOST_TEST(document.problems[1].text == "2 more problems are not listed");
}

BOOST_AUTO_TEST_CASE(a_cell_cut_by_the_window_reads_the_same)
{
    // Enough rows that the 64 KiB window ends at every possible place of a cell.
    std::string data;
    for (int row = 1; row <= 4000; ++row) {
        const std::string number = std::to_string(row);
        data += "<row r=\"" + number + "\"><c r=\"A" + number + "\"><v>" + number + "</v></c><c r=\"B" + number +
                "\" t=\"inlineStr\"><is><t>svar &amp; " + number + "</t></is></c></row>";
    }
    const model::Document document = ooxml::open_bytes(xlsx_with_sheets({{"S", data}}), "a.xlsx");
    const model::Table& table = sheet(document);
    BOOST_REQUIRE(table.cells.size() == 8000u);
    for (int row = 1; row <= 4000; ++row) {
        const auto index = static_cast<std::size_t>(row - 1) * 2;
        BOOST_REQUIRE(table.cells[index].text() == std::to_string(row));
        BOOST_REQUIRE(table.cells[index + 1].text() == "svar & " + std::to_string(row));
    }
}

BOOST_AUTO_TEST_CASE(references_and_ranges)
{
    using namespace samsvar::archive;
    struct Row {
        const char* text;
        const char* expected;  // the range back again, "-" when refused
    };
    const Row rows[] = {{"A1", "A1:A1"},    {"$B$7:C9", "B7:C9"},
                        {"C9:B7", "B7:C9"}, {"B:C", "B1:C1048576"},
                        {"3:5", "A3:XFD5"}, {"XFD1048576", "XFD1048576:XFD1048576"},
                        {"XFE1", "-"},      {"A0", "-"},
                        {"A1048577", "-"},  {"A", "-"},
                        {"1", "-"},         {"A1:B", "-"},
                        {"A1:", "-"},       {"", "-"},
                        {"A1 B2", "-"},     {"#REF!", "-"}};
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.text)
        {
            const auto range = parse_range(row.text);
            BOOST_TEST((range ? model::cell_name(range->first_row, range->first_column) + ':' +
                                    model::cell_name(range->last_row, range->last_column)
                              : std::string("-")) == row.expected);
        }
    }
    BOOST_TEST(parse_ranges("A1 B2:C3  nothing D4").size() == 3u);
}

BOOST_AUTO_TEST_CASE(properties)
{
    PackageBuilder builder = xlsx_builder({{"S", xlsx_row(1, {"a"})}});
    builder.xml("docProps/core.xml",
                "<cp:coreProperties "
                "xmlns:cp='c'><dc:title>Skjema</dc:title><dcterms:modified>2026-11-09T09:00:00Z</dcterms:modified></"
                "cp:coreProperties>");
    builder.xml("docProps/app.xml", "<Properties><Application>Microsoft Excel</Application></Properties>");
    const model::Document document = read(builder);
    BOOST_TEST(document.title == "Skjema");
    BOOST_TEST(document.modified == "2026-11-09T09:00:00Z");
    BOOST_TEST(document.program == "Microsoft Excel");
    builder.part("docProps/core.xml", "<cut");
    BOOST_TEST(problems_of(read(builder)) ==
               "a.xlsx!docProps/core.xml: the document's properties cannot be read: a tag does not end\n");
}

BOOST_AUTO_TEST_SUITE_END()
