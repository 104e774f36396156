// What belongs to the cells of a sheet and stands beside them: lists of allowed values, comments, links, drawings.
#include <boost/test/unit_test.hpp>

#include "ooxml/workbook_text.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;
using namespace samsvar::test::xlsx;

BOOST_AUTO_TEST_SUITE(workbook_beside_test)

namespace {

std::string choices_of(const model::Cell* cell)
{
    if (!cell) return "no cell";
    std::string shown;
    for (const std::string& choice : cell->choices) shown += (shown.empty() ? "" : "|") + choice;
    return shown;
}

}  // namespace

BOOST_AUTO_TEST_CASE(lists_of_allowed_values)
{
    struct Row {
        const char* name;
        std::string validation;
        std::string expected;  // of C2
    };
    const auto list = [](const std::string& formula, const std::string& where = "C2:C9") {
        return "<dataValidations><dataValidation type='list' sqref='" + where + "'><formula1>" + formula +
               "</formula1></dataValidation></dataValidations>";
    };
    const Row rows[] = {
        {"inline", list("\"Ja,Nei, Delvis\""), "Ja|Nei|Delvis"},
        {"range on the same sheet", list("$A$1:$A$2"), "q|r"},
        {"range on another sheet", list("'Verdi''er'!$A$1:$A$3"), "Yes|No|N/A"},
        {"whole column", list("Verdi!A:A"), "1|2"},
        {"defined name", list("svar"), "Yes|No|N/A"},
        {"several ranges", list("\"x\"", "A1 C2 D1:D2"), "x"},
        {"other cells", list("\"x\"", "D1:D20"), ""},
        {"extension",
         "<extLst><ext><x14:dataValidations><x14:dataValidation type='list'><x14:formula1><xm:f>Verdi!$A$1:$A$2"
         "</xm:f></x14:formula1><xm:sqref>C2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>",
         "1|2"},
        {"not a list",
         "<dataValidations><dataValidation type='whole' "
         "sqref='C2'><formula1>1</formula1></dataValidation></dataValidations>",
         ""},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            PackageBuilder builder =
                xlsx_builder({{"S", xlsx_row(1, {"q"}) + xlsx_row(2, {"r", "", "Nei"}), row.validation},
                              {"Verdi'er", xlsx_row(1, {"Yes"}) + xlsx_row(2, {"No"}) + xlsx_row(3, {"N/A"})},
                              {"Verdi", xlsx_row(1, {"1"}) + xlsx_row(2, {"2"})}});
            builder.xml(
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"S\" r:id=\"rId1\"/><sheet name=\"Verdi'er\" r:id=\"rId2\"/><sheet "
                "name=\"Verdi\" r:id=\"rId3\"/></sheets><definedNames><definedName name=\"Svar\">'Verdi''er'!$A$1:$A$3"
                "</definedName></definedNames></workbook>");
            const model::Document document = read(builder);
            BOOST_TEST(choices_of(sheet(document).at(1, 2)) == row.expected);
            BOOST_TEST(problems_of(document) == "");
        }
    }
}

BOOST_AUTO_TEST_CASE(an_empty_answer_cell_with_a_list_is_kept)
{
    const model::Document document = read(xlsx_builder(
        {{"S",
          "<row r='1'><c r='A1'><v>1</v></c><c r='B1' s='0'/><c r='C1' s='0'/></row><row r='9'><c r='B9' s='0'/></row>",
          "<dataValidations><dataValidation type='list' sqref='B1:B99'><formula1>\"Ja,Nei\"</formula1></dataValidation>"
          "<dataValidation type='list' "
          "sqref='C5'><formula1>INDIRECT(A1)</formula1></dataValidation></dataValidations>"}}));
    BOOST_TEST(cells_of(document) == "A1=1; B1=");
    BOOST_TEST(choices_of(sheet(document).at(0, 1)) == "Ja|Nei");
    BOOST_TEST(document.units[sheet(document).at(0, 1)->unit].empty);
    BOOST_TEST(sheet(document).blank_cells == 3);
    BOOST_TEST(problems_of(document) ==
               "a.xlsx!S!C5: the list of allowed values 'INDIRECT(A1)' could not be followed\n");
}

BOOST_AUTO_TEST_CASE(notes_and_threaded_comments)
{
    PackageBuilder builder = xlsx_builder({{"S", xlsx_row(1, {"a", "b"})}});
    builder.relationship("xl/worksheets/sheet1.xml", "r1", "comments", "../comments1.xml");
    builder.relationship("xl/worksheets/sheet1.xml", "r2",
                         "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
                         "../threadedComments/t1.xml");
    builder.relationship("xl/workbook.xml", "r9", "http://schemas.microsoft.com/office/2017/10/relationships/person",
                         "persons/person.xml");
    builder.xml("xl/comments1.xml",
                "<comments><authors><author>Kari</author><author>tc={1}</author></authors><commentList>"
                "<comment ref=\"A1\" authorId=\"0\"><text><r><t xml:space=\"preserve\">se "
                "</t></r><r><t>vedlegg</t></r></text></comment>"
                "<comment ref=\"B1\" authorId=\"1\"><text><t>[Threaded comment] copy</t></text></comment>"
                "<comment ref=\"D4\" authorId=\"0\"><text><t>far</t></text></comment></commentList></comments>");
    builder.xml("xl/threadedComments/t1.xml",
                "<ThreadedComments><threadedComment ref=\"B1\" personId=\"{p}\" id=\"{1}\"><text>Er dette "
                "riktig?</text></threadedComment>"
                "<threadedComment ref=\"B1\" personId=\"{p}\" id=\"{2}\" "
                "parentId=\"{1}\"><text>Ja</text></threadedComment></ThreadedComments>");
    builder.xml("xl/persons/person.xml", "<personList><person displayName=\"Ola\" id=\"{p}\"/></personList>");
    const model::Document document = read(builder);
    std::string shown;
    for (const model::Aside& aside : document.asides)
        shown += document.place(aside.paragraph.unit).text() + ' ' + aside.author + ": " + aside.paragraph.text + " @" +
                 (aside.anchor == model::no_unit ? "-" : document.units[aside.anchor].path) + '\n';
    BOOST_TEST(shown ==
               "a.xlsx!S!B1/comment1 Ola: Er dette riktig? @B1\n"
               "a.xlsx!S!B1/comment2 Ola: Ja @B1\n"
               "a.xlsx!S!A1/comment1 Kari: se vedlegg @A1\n"
               "a.xlsx!S!D4/comment1 Kari: far @-\n");
}

BOOST_AUTO_TEST_CASE(links_are_kept_and_never_followed)
{
    PackageBuilder builder = xlsx_builder(
        {{"S", xlsx_row(1, {"a", "b"}),
          "<hyperlinks><hyperlink ref='A1' r:id='h1'/><hyperlink ref='B1' location='S!A1'/></hyperlinks>"}});
    builder.relationship("xl/worksheets/sheet1.xml", "h1", "hyperlink", "https://example.no/x", "External");
    builder.relationship("xl/workbook.xml", "e1", "externalLink", "externalLinks/externalLink1.xml");
    builder.xml("xl/externalLinks/externalLink1.xml", "<externalLink/>");
    builder.relationship("xl/externalLinks/externalLink1.xml", "e2", "externalLinkPath", "file:///C:/b.xlsx",
                         "External");
    const model::Document document = read(builder);
    const auto link = [&](int column) {
        const auto& paragraph = std::get<model::Paragraph>(sheet(document).at(0, column)->blocks[0]);
        return paragraph.links.at(0).text + " -> " + paragraph.links.at(0).target;
    };
    BOOST_TEST(link(0) == "a -> https://example.no/x");
    BOOST_TEST(link(1) == "b -> #S!A1");
    BOOST_TEST(problems_of(document) ==
               "a.xlsx: formulas use values from another file, file:///C:/b.xlsx, which is not opened; the stored "
               "values are read\n");
}

BOOST_AUTO_TEST_CASE(floating_check_boxes_stand_in_their_cell)
{
    const auto shape = [](const char* type, const char* anchor, bool checked, const char* label) {
        return std::string("<v:shape><v:textbox><div>") + label + "</div></v:textbox><x:ClientData ObjectType=\"" +
               type + "\"><x:Anchor>" + anchor + "</x:Anchor>" + (checked ? "<x:Checked>1</x:Checked>" : "") +
               "</x:ClientData></v:shape>";
    };
    PackageBuilder builder = xlsx_builder({{"S", xlsx_row(1, {"1.", "", "svar"})}});
    builder.relationship("xl/worksheets/sheet1.xml", "v1", "vmlDrawing", "../drawings/vmlDrawing1.vml");
    builder.xml("xl/drawings/vmlDrawing1.vml",
                "<xml>" + shape("Checkbox", "1, 5, 0, 2, 2, 0, 1, 0", true, "Ja") +
                    shape("Checkbox", "1, 9, 0, 8, 2, 0, 1, 0", false, "<font> Nei\n</font>") +
                    shape("Radio", "2, 0, 0, 0, 3, 0, 1, 0", true, "") +
                    shape("Note", "0, 0, 0, 0, 1, 0, 1, 0", false, "x") + "</xml>");
    const model::Document document = read(builder);
    BOOST_TEST(cells_of(document) == "A1=1.; B1=☒ Ja\n☐ Nei; C1=☒ svar");
    const auto controls = sheet(document).at(0, 1)->controls();
    BOOST_REQUIRE(controls.size() == 2u);
    BOOST_TEST(controls[0]->checked);
    BOOST_TEST(controls[1]->name == "Nei");
    BOOST_TEST((sheet(document).at(0, 2)->controls().at(0)->kind == model::ControlKind::option));
    builder.part("xl/drawings/vmlDrawing1.vml", "<xml><br></xml>");
    BOOST_TEST(problems_of(read(builder)) ==
               "a.xlsx!S: the drawings on the sheet cannot be read: </xml> where </br> is due\n");
}

BOOST_AUTO_TEST_CASE(text_boxes_on_a_sheet)
{
    PackageBuilder builder = xlsx_builder({{"S", xlsx_row(1, {"a", "b"})}});
    builder.relationship("xl/worksheets/sheet1.xml", "d1", "drawing", "../drawings/drawing1.xml");
    const std::string from = "<xdr:from><xdr:col>1</xdr:col><xdr:row>0</xdr:row></xdr:from>";
    builder.xml("xl/drawings/drawing1.xml",
                "<xdr:wsDr><xdr:twoCellAnchor>" + from +
                    "<xdr:sp><xdr:txBody><a:p><a:r><a:t>Se </a:t></a:r><a:r><a:t>vedlegg</a:t></a:r></a:p>"
                    "<a:p><a:r><a:t>2</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor><xdr:oneCellAnchor>" +
                    from +
                    "<xdr:pic/></xdr:oneCellAnchor>"
                    "<xdr:oneCellAnchor>" +
                    from +
                    "<xdr:graphicFrame><a:graphic><a:graphicData/></a:graphic></xdr:graphicFrame></xdr:oneCellAnchor></"
                    "xdr:wsDr>");
    const model::Document document = read(builder);
    BOOST_REQUIRE(document.asides.size() == 1u);
    BOOST_TEST(document.asides[0].paragraph.text == "Se vedlegg\n2");
    BOOST_TEST(document.place(document.asides[0].paragraph.unit).text() == "a.xlsx!S!B1/textbox1");
    BOOST_TEST(document.asides[0].anchor == sheet(document).at(0, 1)->unit);
    BOOST_TEST(problems_of(document) ==
               "a.xlsx!S!B1: a chart or diagram stands here, which is not read\n"
               "a.xlsx!S: a picture on the sheet is not read\n");
}

BOOST_AUTO_TEST_SUITE_END()
