// Notes and a colour in workbooks: where they stand, what stays.
#include <boost/test/unit_test.hpp>

#include "marking/checked.h"
#include "ooxml/open.h"
#include "support/package_builder.h"

using namespace samsvar;
using marking::Mark;

BOOST_AUTO_TEST_SUITE(workbook_marks_test)

namespace {

constexpr const char* sheet = "xl/worksheets/sheet1.xml";

Mark mark_at(const std::string& cell, const std::string& name = "Answers")
{
    Mark mark;
    mark.place = {"a.xlsx", name, cell, true};
    mark.answered = true;
    mark.heading = "mark 1";
    mark.lines = {"Say more."};
    return mark;
}

marking::Marked marked(const std::string& bytes, const std::vector<Mark>& marks)
{
    return marking::mark(bytes, "a.xlsx", marks, test::author, Limits());
}

bool holds(const std::string& bytes, const std::string& part, const std::string& text)
{
    const bool held = test::part_of(bytes, part).find(text) != std::string::npos;
    if (!held) BOOST_TEST_MESSAGE(test::part_of(bytes, part));
    return held;
}

/// Marks everywhere, checked; gives the bytes.
std::string check(const std::string& bytes)
{
    const std::vector<Mark> marks = test::marks_everywhere(ooxml::open_bytes(bytes, "a.xlsx", Limits()));
    const marking::Marked result = marked(bytes, marks);
    for (const std::string& fault : test::faults(bytes, result.bytes, marks, "a.xlsx")) BOOST_ERROR(fault);
    return result.bytes;
}

const std::string styles =
    "<styleSheet><fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellXfs "
    "count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/><xf numFmtId=\"14\" fontId=\"0\" "
    "fillId=\"1\" borderId=\"0\" applyFill=\"0\" applyProtection=\"1\"><alignment wrapText=\"1\"/><protection "
    "locked=\"0\"/></xf><xf numFmtId=\"9\"/></cellXfs><cellStyles/></styleSheet>";

}  // namespace

BOOST_AUTO_TEST_CASE(a_note_a_box_and_a_colour)
{
    const std::string bytes =
        test::xlsx_builder({{"Answers",
                             "<row r=\"1\" spans=\"1:2\"><c r=\"A1\" t=\"inlineStr\"><is><t>q</t></is></c><c r=\"B1\" "
                             "s=\"1\"><v>2</v></c></row>",
                             "<sheetProtection sheet=\"1\"/><pageMargins/><tableParts count=\"0\"/>"}})
            .xml("xl/styles.xml", styles)
            .bytes();
    const std::string result = marked(bytes, {mark_at("B1")}).bytes;
    BOOST_TEST(
        holds(result, sheet, "<c r=\"B1\" s=\"3\"><v>2</v></c></row></sheetData><sheetProtection sheet=\"1\"/>"));
    BOOST_TEST(holds(result, sheet, "<pageMargins/><legacyDrawing "));
    // The copy of the style is the style but for its fill: the cell stays unlocked and a date.
    BOOST_TEST(holds(result, "xl/styles.xml",
                     "<xf numFmtId=\"9\"/><xf numFmtId=\"14\" fontId=\"0\" fillId=\"2\" borderId=\"0\" "
                     "applyFill=\"1\" applyProtection=\"1\"><alignment wrapText=\"1\"/><protection locked=\"0\"/></xf>"
                     "</cellXfs>"));
    BOOST_TEST(holds(result, "xl/styles.xml", "<cellXfs count=\"4\">"));
    BOOST_TEST(holds(result, "xl/styles.xml", "<fills count=\"3\">"));
    BOOST_TEST(holds(result, "xl/comments1.xml", "<comment ref=\"B1\" authorId=\"0\">"));
    BOOST_TEST(holds(result, "xl/drawings/vmlDrawing1.vml", "<x:Row>0</x:Row><x:Column>1</x:Column>"));
    BOOST_TEST(holds(result, "[Content_Types].xml", "Extension=\"vml\""));
    BOOST_TEST(holds(result, "[Content_Types].xml", "PartName=\"/xl/comments1.xml\""));
    BOOST_TEST(holds(result, "xl/worksheets/_rels/sheet1.xml.rels", "vmlDrawing1.vml"));
    check(bytes);
}

BOOST_AUTO_TEST_CASE(cells_and_rows_that_are_not_there_are_put_in_order)
{
    const std::string bytes =
        test::xlsx_builder(
            {{"Answers",
              "<row r=\"2\" spans=\"2:4\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"><v>1</v></c></row><row r=\"5\" s=\"2\" "
              "customFormat=\"1\"/><row r=\"9\"><c r=\"A9\"><v>1</v></c></row>",
              "", "", "<cols><col min=\"3\" max=\"3\" style=\"1\"/></cols>"}})
            .xml("xl/styles.xml", styles)
            .bytes();
    std::vector<Mark> marks;
    for (const char* cell : {"C2", "F2", "A2", "C5", "A7", "C12", "A1"}) marks.push_back(mark_at(cell));
    const std::string result = marked(bytes, marks).bytes;
    BOOST_TEST(holds(
        result, sheet,
        "<sheetData><row r=\"1\"><c r=\"A1\" s=\"3\"/></row><row r=\"2\" spans=\"1:6\"><c r=\"A2\" s=\"3\"/><c "
        "r=\"B2\"><v>1</v></c><c r=\"C2\" s=\"4\"/><c r=\"D2\"><v>1</v></c><c r=\"F2\" s=\"3\"/></row><row r=\"5\" "
        "s=\"2\" customFormat=\"1\"><c r=\"C5\" s=\"5\"/></row><row r=\"7\"><c r=\"A7\" s=\"3\"/></row><row r=\"9\">"));
    BOOST_TEST(holds(result, sheet, "<row r=\"12\"><c r=\"C12\" s=\"4\"/></row></sheetData>"));
    ooxml::open_bytes(result, "a.xlsx", Limits());
}

BOOST_AUTO_TEST_CASE(older_notes_and_threads_stay)
{
    const std::string bytes =
        test::xlsx_builder({{"Answers", test::xlsx_row(1, {"q", "a", "b", "c"}), "<legacyDrawing r:id=\"v\"/>"}})
            .xml("xl/comments1.xml",
                 "<comments><authors><author>A</author><author>tc={1}</author></authors><commentList><comment "
                 "ref=\"B1\" authorId=\"0\"><text><t>old</t></text></comment><comment ref=\"C1\" authorId=\"1\"><text>"
                 "<t>[Threaded comment]</t></text></comment></commentList></comments>")
            .part("xl/threadedComments/threadedComment1.xml",
                  "<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">"
                  "<threadedComment ref=\"C1\" id=\"{1}\"><text>thread</text></threadedComment></ThreadedComments>")
            .part(
                "xl/drawings/vmlDrawing1.vml",
                "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
                "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shape id=\"_x0000_s2050\"><br></v:shape></xml>")
            .relationship(sheet, "c", "comments", "../comments1.xml")
            .relationship(sheet, "t", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
                          "../threadedComments/threadedComment1.xml")
            .relationship(sheet, "v", "vmlDrawing", "../drawings/vmlDrawing1.vml")
            .bytes();
    std::vector<Mark> marks;
    for (const char* cell : {"A1", "B1", "C1"}) {
        marks.push_back(mark_at(cell));
        marks.back().heading = "mark " + std::to_string(marks.size());
    }
    const std::string result = marked(bytes, marks).bytes;
    BOOST_TEST(holds(result, "xl/comments1.xml", "<comment ref=\"B1\" authorId=\"0\"><text><t>old</t><r>"));
    BOOST_TEST(holds(result, "xl/comments1.xml", "<author>marker</author></authors>"));
    // C1 has a thread: its mark is beside it.
    BOOST_TEST(holds(result, "xl/comments1.xml", "<comment ref=\"D1\" authorId=\"2\">"));
    BOOST_TEST(test::part_of(result, "xl/threadedComments/threadedComment1.xml") ==
               test::part_of(bytes, "xl/threadedComments/threadedComment1.xml"));
    const std::string vml = test::part_of(result, "xl/drawings/vmlDrawing1.vml");
    BOOST_TEST(vml.find("<br></v:shape><v:shapetype") != std::string::npos);
    BOOST_TEST(vml.find("_x0000_s2051") != std::string::npos);
    BOOST_TEST(vml.find("_x0000_s2053") == std::string::npos);
    for (const std::string& fault : test::faults(bytes, result, marks, "a.xlsx"))
        if (fault.find("is marked at") == std::string::npos) BOOST_ERROR(fault);
}

BOOST_AUTO_TEST_CASE(a_note_without_a_box_gets_none_but_ours_does)
{
    const std::string bytes =
        test::xlsx_builder({{"Answers", test::xlsx_row(1, {"q", "a"}), "<legacyDrawing r:id=\"x\"/>"}}).bytes();
    const std::string result = marked(bytes, {mark_at("B1")}).bytes;
    // The drawing it names is not there: it names ours.
    BOOST_TEST(!holds(result, sheet, "r:id=\"x\""));
    BOOST_TEST(holds(result, "xl/drawings/vmlDrawing1.vml", "_x0000_s1025"));
}

BOOST_AUTO_TEST_CASE(workbooks_without_styles_other_prefixes_and_strict)
{
    check(test::xlsx_with_sheets({{"Answers", test::xlsx_row(1, {"q", "a"})}, {"B", test::xlsx_row(3, {"", "x"})}}));

    const std::string strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const std::string bytes =
        test::PackageBuilder()
            .part("xl/workbook.xml",
                  "<x:workbook xmlns:x=\"" + strict +
                      "\" xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets><x:sheet "
                      "name=\"Answers\" sheetId=\"1\" r:id=\"s\"/></x:sheets></x:workbook>")
            .part(sheet, "<x:worksheet xmlns:x=\"" + strict +
                             "\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c></x:row>"
                             "</x:sheetData><x:extLst/></x:worksheet>")
            .relationship("xl/workbook.xml", "s", "worksheet", "worksheets/sheet1.xml")
            .bytes();
    const std::string result = check(bytes);
    BOOST_TEST(holds(result, sheet, "<x:c s=\"1\" t=\"inlineStr\">"));
    BOOST_TEST(holds(result, sheet,
                     "<x:legacyDrawing xmlns:samsvar=\"http://purl.oclc.org/ooxml/officeDocument/relationships\" "
                     "samsvar:id="));
    BOOST_TEST(holds(result, "xl/comments1.xml", "<comments xmlns=\"" + strict));
}

BOOST_AUTO_TEST_CASE(texts_are_never_markup_and_never_codes)
{
    Mark mark = mark_at("A1");
    mark.heading = "mark </t>&";
    mark.lines = {"=cmd|'/c calc'!A1", "_x0041_"};
    const std::string result = marked(test::xlsx_with_sheets({{"Answers", test::xlsx_row(1, {"q"})}}), {mark}).bytes;
    const model::Document document = ooxml::open_bytes(result, "a.xlsx", Limits());
    BOOST_TEST_REQUIRE(document.asides.size() == 1u);
    BOOST_TEST(document.asides[0].paragraph.text == "mark </t>&\n=cmd|'/c calc'!A1\n_x0041_");
}

BOOST_AUTO_TEST_CASE(what_has_no_place_is_noted_in_the_first_cell)
{
    const std::string bytes = test::xlsx_with_sheets({{"Hidden", "", "", "hidden"}, {"Answers", ""}});
    Mark general = mark_at("");
    general.place = {};
    const marking::Marked result = marked(bytes, {general, mark_at("B2", "No such sheet"), mark_at("not a cell")});
    BOOST_TEST(result.at_start == 3u);
    BOOST_TEST(holds(result.bytes, "xl/comments1.xml", "<comment ref=\"A1\" authorId=\"0\">"));
    BOOST_TEST(test::part_of(result.bytes, sheet) == test::part_of(bytes, sheet));
}

BOOST_AUTO_TEST_SUITE_END()
