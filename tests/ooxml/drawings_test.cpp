// What stands in drawings, equations and fields of a Word document, and in charts and controls of a sheet.
#include <boost/test/unit_test.hpp>

#include "ooxml/open.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(drawings_test)

namespace {

model::Document read(const PackageBuilder& builder, const char* file = "a.docx")
{
    return ooxml::open_bytes(builder.bytes(), file);
}

std::string one_line(const std::string& text)
{
    std::string shown;
    for (const char c : text) shown += c == '\n' ? '|' : c;
    return shown;
}

/// Paragraphs of the body with their marks, one line each.
std::string body_of(const model::Document& document)
{
    std::string lines;
    for (const model::Block& block : document.blocks) {
        const auto* paragraph = std::get_if<model::Paragraph>(&block);
        if (!paragraph) continue;
        lines += one_line(paragraph->text);
        if (paragraph->marks.hidden) lines += " hidden";
        if (paragraph->marks.struck) lines += " struck";
        if (paragraph->marks.placeholder) lines += " placeholder";
        if (paragraph->marks.inserted) lines += " inserted";
        if (!paragraph->original.empty()) lines += " was '" + one_line(paragraph->original) + '\'';
        lines += '\n';
    }
    return lines;
}

std::string asides_of(const model::Document& document)
{
    std::string lines;
    for (const model::Aside& aside : document.asides) {
        lines += document.units[aside.paragraph.unit].path + ' ' + one_line(aside.paragraph.text);
        if (aside.anchor != model::no_unit) lines += " @" + document.units[aside.anchor].path;
        lines += '\n';
    }
    return lines;
}

std::string problems_of(const model::Document& document)
{
    std::string lines;
    for (const model::Problem& problem : document.problems)
        lines += problem.place.path + (problem.place.path.empty() ? "" : ": ") + problem.text + '\n';
    return lines;
}

std::string drawing(const std::string& kind, const std::string& inside, const std::string& description = {})
{
    return "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='x' descr='" + description +
           "'/><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/" + kind + "'>" +
           inside + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
}

const std::string chart =
    "<c:chartSpace xmlns:c='c' xmlns:a='a'><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Oppetid </a:t></a:r><a:r>"
    "<a:t>2026</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>A1</c:f>"
    "<c:strCache><c:pt><c:v>Drift</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache><c:pt><c:v>Q1"
    "</c:v></c:pt><c:pt><c:v>Q2</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt><c:v>99"
    "</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:ser><c:tx><c:v>Test</c:v></c:tx><c:cat><c:strRef>"
    "<c:strCache><c:pt><c:v>Q1</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart></c:plotArea></c:chart>"
    "</c:chartSpace>";

const std::string diagram =
    "<dgm:dataModel xmlns:dgm='d' xmlns:a='a'><dgm:ptLst><dgm:pt type='doc'/><dgm:pt><dgm:t><a:p><a:r><a:t>Leverandør"
    "</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:prSet phldr='1'/><dgm:t><a:p><a:r><a:t>[Tekst]</a:t></a:r></a:p>"
    "</dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Underleverandør</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
    "</dgm:dataModel>";

}  // namespace

BOOST_AUTO_TEST_CASE(charts_diagrams_and_pictures_are_asides)
{
    PackageBuilder builder =
        docx_builder(drawing("chart", "<c:chart xmlns:c='c' r:id='c1'/>") +
                     drawing("diagram", "<dgm:relIds xmlns:dgm='d' r:dm='d1' r:lo='d2'/>") +
                     drawing("picture",
                             "<pic:pic xmlns:pic='p'><pic:nvPicPr><pic:cNvPr id='0' name='x' descr='Kart over "
                             "nettet'/></pic:nvPicPr></pic:pic>",
                             "Kart over nettet"));
    builder.relationship("word/document.xml", "c1", "chart", "charts/chart1.xml").part("word/charts/chart1.xml", chart);
    builder.relationship("word/document.xml", "d1", "diagramData", "diagrams/data1.xml")
        .part("word/diagrams/data1.xml", diagram);
    const model::Document document = read(builder);
    BOOST_TEST(asides_of(document) ==
               "paragraph1/chart1 Oppetid 2026|Drift|Test|Q1|Q2 @paragraph1\n"
               "paragraph2/diagram1 Leverandør|Underleverandør @paragraph2\n"
               "paragraph3/picture1 Kart over nettet @paragraph3\n");
    BOOST_TEST(problems_of(document) == "");
    builder.part("word/charts/chart1.xml", "<c:chartSpace xmlns:c='c'/>").part("word/diagrams/data1.xml", "<x>");
    BOOST_TEST(problems_of(read(builder)) ==
               "paragraph1: a chart is not read\nparagraph2: a diagram (SmartArt) is not read\n");
}

BOOST_AUTO_TEST_CASE(active_controls_are_told)
{
    const model::Document document = read(docx_builder(
        "<w:p><w:r><w:object><v:shape/><w:control r:id='x' w:name='OptionButton1'/></w:object></w:r></w:p>"));
    BOOST_TEST(problems_of(document) == "paragraph1: an ActiveX control 'OptionButton1' is not read\n");
}

BOOST_AUTO_TEST_CASE(equations_on_one_line)
{
    const auto run = [](const char* text) { return std::string("<m:r><m:t>") + text + "</m:t></m:r>"; };
    const auto e = [&](const std::string& inside) { return "<m:e>" + inside + "</m:e>"; };
    struct Row {
        const char* name;
        std::string equation;
        const char* expected;
    };
    const Row rows[] = {
        {"fraction", "<m:f><m:num>" + run("a+b") + "</m:num><m:den>" + run("2") + "</m:den></m:f>", "(a+b)/2"},
        {"binomial",
         "<m:d>" +
             e("<m:f><m:fPr><m:type m:val='noBar'/></m:fPr><m:num>" + run("n") + "</m:num><m:den>" + run("k") +
               "</m:den></m:f>") +
             "</m:d>",
         "(n over k)"},
        {"power", "<m:sSup>" + e(run("x")) + "<m:sup>" + run("n+1") + "</m:sup></m:sSup>", "x^(n+1)"},
        {"index", "<m:sSub>" + e(run("x")) + "<m:sub>" + run("i") + "</m:sub></m:sSub>", "x_i"},
        {"both",
         "<m:sSubSup>" + e(run("x")) + "<m:sub>" + run("i") + "</m:sub><m:sup>" + run("2") + "</m:sup></m:sSubSup>",
         "x_i^2"},
        {"root", "<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:deg/>" + e(run("x+1")) + "</m:rad>", "√(x+1)"},
        {"cube root", "<m:rad><m:deg>" + run("3") + "</m:deg>" + e(run("x")) + "</m:rad>", "∛x"},
        {"sum",
         "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>" + run("i=1") + "</m:sub><m:sup>" + run("n") +
             "</m:sup>" + e(run("i")) + "</m:nary>",
         "∑_(i=1)^n i"},
        {"brackets",
         "<m:d><m:dPr><m:begChr m:val='['/><m:sepChr m:val=','/><m:endChr m:val=')'/></m:dPr>" + e(run("0")) +
             e(run("1")) + "</m:d>",
         "[0,1)"},
        {"function", "<m:func><m:fName>" + run("sin") + "</m:fName>" + e(run("x")) + "</m:func>", "sin x"},
        {"limit", "<m:limLow>" + e(run("lim")) + "<m:lim>" + run("x→0") + "</m:lim></m:limLow>", "lim_(x→0)"},
        {"matrix",
         "<m:m><m:mr>" + e(run("1")) + e(run("2")) + "</m:mr><m:mr>" + e(run("3")) + e(run("4")) + "</m:mr></m:m>",
         "[1, 2; 3, 4]"},
        {"hat", "<m:acc>" + e(run("x")) + "</m:acc>", "x\xCC\x82"},
        {"lines", "<m:eqArr>" + e(run("a=1")) + e(run("b=2")) + "</m:eqArr>", "a=1; b=2"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(body_of(read(docx_builder("<w:p><m:oMath>" + row.equation + "</m:oMath></w:p>"))) ==
                       std::string(row.expected) + '\n');
        }
    }
    BOOST_TEST(body_of(read(docx_builder("<w:p><m:oMath>" + run("a") + "<w:ins>" + run("b") +
                                         "</w:ins></m:oMath></w:p>"))) == "ab inserted was 'a'\n");
}

BOOST_AUTO_TEST_CASE(fields_that_show_their_instruction)
{
    const auto field = [](const std::string& instruction) {
        return "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText xml:space='preserve'>" +
               instruction + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>";
    };
    BOOST_TEST(body_of(read(docx_builder(field(" MACROBUTTON NoMacro [Skriv svaret her] ")))) ==
               "[Skriv svaret her] placeholder\n");
    BOOST_TEST(body_of(read(docx_builder(field(" SYMBOL 254 \\f Wingdings \\s 12 ")))) == "☑\n");
    BOOST_TEST(body_of(read(docx_builder(field(" SYMBOL 0xFE \\f \"Wingdings\" ")))) == "☑\n");
    BOOST_TEST(body_of(read(docx_builder(field(" XE \"a\" ")))) == "\n");
}

BOOST_AUTO_TEST_CASE(hidden_and_struck_through_styles)
{
    const std::string styles =
        "<w:styles><w:style w:type='paragraph' w:styleId='Skjult'><w:name w:val='Skjult'/><w:rPr><w:vanish/></w:rPr>"
        "</w:style><w:style w:type='paragraph' w:styleId='Strek'><w:name w:val='Strek'/><w:rPr><w:strike/></w:rPr>"
        "</w:style><w:style w:type='character' w:styleId='Tegn'><w:name w:val='Tegn'/><w:rPr><w:strike/></w:rPr>"
        "</w:style></w:styles>";
    const auto paragraph = [](const std::string& style, const std::string& run) {
        return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr><w:r><w:rPr>" + run +
               "</w:rPr><w:t>a</w:t></w:r></w:p>";
    };
    struct Row {
        const char* name;
        std::string body;
        const char* expected;
    };
    const Row rows[] = {
        {"paragraph style hides", paragraph("Skjult", ""), "a hidden\n"},
        {"and the run shows again", paragraph("Skjult", "<w:vanish w:val='0'/>"), "a\n"},
        {"paragraph style strikes", paragraph("Strek", ""), "a struck\n"},
        {"character style strikes", paragraph("Annen", "<w:rStyle w:val='Tegn'/>"), "a struck\n"},
        {"both take each other back", paragraph("Strek", "<w:rStyle w:val='Tegn'/>"), "a\n"},
        {"the run itself has the last word", paragraph("Strek", "<w:rStyle w:val='Tegn'/><w:strike/>"), "a struck\n"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(body_of(read(docx_builder(row.body).xml("word/styles.xml", styles))) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(paragraphs_split_by_a_tracked_change)
{
    BOOST_TEST(body_of(read(docx_builder("<w:p><w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr><w:r><w:t>Ja,</w:t></w:r>"
                                         "</w:p><w:p><w:r><w:t>alltid</w:t></w:r></w:p>"))) ==
               "Ja, inserted\nalltid was 'Ja,alltid'\n");
}

BOOST_AUTO_TEST_CASE(inserted_rows_are_marked)
{
    const model::Document document = read(
        docx_builder("<w:tbl><w:tr><w:trPr><w:ins w:id='1'/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
                     "</w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"));
    const auto& table = std::get<model::Table>(document.blocks.at(0));
    BOOST_TEST(table.cells.at(0).marks.inserted);
    BOOST_TEST(!table.cells.at(1).marks.inserted);
}

BOOST_AUTO_TEST_CASE(charts_and_pictures_of_a_sheet)
{
    PackageBuilder builder = xlsx_builder({{"S", xlsx_row(1, {"a", "b"})}});
    builder.relationship("xl/worksheets/sheet1.xml", "d1", "drawing", "../drawings/drawing1.xml");
    const std::string from = "<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>0</xdr:row></xdr:from>";
    builder.xml(
        "xl/drawings/drawing1.xml",
        "<xdr:wsDr>" + from +
            "<xdr:pic><xdr:nvPicPr><xdr:cNvPr descr='Sertifikat'/></xdr:nvPicPr></xdr:pic></xdr:oneCellAnchor>" + from +
            "<xdr:graphicFrame><a:graphic><a:graphicData><c:chart xmlns:c='c' r:id='c1'/></a:graphicData>"
            "</a:graphic></xdr:graphicFrame></xdr:oneCellAnchor></xdr:wsDr>");
    builder.relationship("xl/drawings/drawing1.xml", "c1", "chart", "../charts/chart1.xml")
        .part("xl/charts/chart1.xml", chart);
    const model::Document document = read(builder, "a.xlsx");
    BOOST_TEST(asides_of(document) == "B1/picture1 Sertifikat @B1\nB1/chart1 Oppetid 2026|Drift|Test|Q1|Q2 @B1\n");
    BOOST_TEST(problems_of(document) == "");
}

BOOST_AUTO_TEST_CASE(drop_downs_and_list_boxes_of_a_sheet)
{
    PackageBuilder builder =
        xlsx_builder({{"S", xlsx_row(1, {"1.", ""})},
                      {"Valg", xlsx_row(1, {"Ja"}) + xlsx_row(2, {"Nei"}) + xlsx_row(3, {"Delvis"})}});
    const auto shape = [](const char* type, int row, const std::string& data) {
        return std::string("<v:shape><x:ClientData ObjectType='") + type + "'><x:Anchor>1, 0, " + std::to_string(row) +
               ", 0, 2, 0, 1, 0</x:Anchor>" + data + "</x:ClientData></v:shape>";
    };
    builder.relationship("xl/worksheets/sheet1.xml", "v1", "vmlDrawing", "../drawings/vmlDrawing1.vml");
    builder.xml("xl/drawings/vmlDrawing1.vml",
                "<xml>" + shape("Drop", 0, "<x:FmlaRange>Valg!$A$1:$A$3</x:FmlaRange><x:Sel>3</x:Sel>") +
                    shape("List", 1, "<x:FmlaRange>Valg!$A$1:$A$3</x:FmlaRange><x:MultiSel>1,2</x:MultiSel>") +
                    shape("Drop", 2, "<x:FmlaRange>Valg!$A$1:$A$3</x:FmlaRange><x:Sel>0</x:Sel>") +
                    shape("Drop", 3, "<x:Sel>1</x:Sel>") + "</xml>");
    const model::Document document = read(builder, "a.xlsx");
    const auto& table = std::get<model::Table>(document.blocks.at(0));
    BOOST_TEST(table.at(0, 1)->text() == "Delvis");
    BOOST_TEST(table.at(1, 1)->text() == "Ja\nNei");
    BOOST_TEST(table.at(2, 1)->text() == "");
    const model::Control& open = *table.at(2, 1)->controls().at(0);
    BOOST_TEST(open.placeholder);
    BOOST_TEST(open.choices.size() == 3u);
    BOOST_TEST((table.at(3, 1) == nullptr));
    builder.relationship("xl/worksheets/sheet2.xml", "p1", "ctrlProp", "../ctrlProps/ctrlProp1.xml")
        .relationship("xl/worksheets/sheet2.xml", "p2", "control", "../activeX/activeX1.xml");
    BOOST_TEST(problems_of(read(builder, "a.xlsx")) ==
               "an ActiveX control on the sheet is not read\na form control on the sheet is not read\n");
}

BOOST_AUTO_TEST_SUITE_END()
