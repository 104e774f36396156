#include <boost/test/unit_test.hpp>

#include "ooxml/document_text.h"
#include "ooxml/refused.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;
using namespace samsvar::test::docx;

BOOST_AUTO_TEST_SUITE(document_test)

BOOST_AUTO_TEST_CASE(text_of_paragraphs)
{
    const Row rows[] = {
        {"runs join", p(r("Ja, ") + r("vi har")), "paragraph1: Ja, vi har\n"},
        {"space without preserve goes", p("<w:r><w:t> a </w:t></w:r>" + r(" b ")), "paragraph1: a b \n"},
        {"blank run kept", p(r("a") + r(" ") + r("b")), "paragraph1: a b\n"},
        {"tab, break, hyphens",
         p("<w:r>" + t("a") + "<w:tab/>" + t("b") + "<w:br/>" + t("c") + "<w:noBreakHyphen/><w:softHyphen/>" + t("d") +
           "<w:cr/></w:r>"),
         "paragraph1: a>b|c-d|\n"},
        {"entities and CDATA", p("<w:r><w:t>R&amp;D <![CDATA[<x>]]></w:t></w:r>"), "paragraph1: R&D <x>\n"},
        {"symbols",
         p("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='Wingdings' w:char='00A8'/><w:sym "
           "w:font='Wingdings' w:char='F0FC'/></w:r>"),
         "paragraph1: ☑☐✓\n"},
        {"unknown symbol", p("<w:r><w:sym w:font='Wingdings' w:char='F023'/></w:r>"), "paragraph1: \xEF\xBF\xBD\n",
         "!word/document.xml:paragraph1: the symbol F023 of the font 'Wingdings' is not known\n"},
        {"symbol font on text", p(r("\xC3\xBE", "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>")),
         "paragraph1: ☑\n"},
        {"smart tags and custom XML",
         p("<w:smartTag><w:smartTagPr/><w:customXml>" + r("a") + "</w:customXml></w:smartTag>" + r("b")),
         "paragraph1: ab\n"},
        {"ruby", p("<w:r><w:ruby><w:rt>" + r("x") + "</w:rt><w:rubyBase>" + r("a") + "</w:rubyBase></w:ruby></w:r>"),
         "paragraph1: a\n"},
        {"equation",
         p("<m:oMath><m:r><m:t>x</m:t></m:r><m:sSup><m:e><m:r><m:t>y</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></"
           "m:sup></m:sSup></m:oMath>"),
         "paragraph1: xy^2\n"},
        {"run from a later version", p("<w:later>" + r("a") + "</w:later><w:r><w:newer>" + t("b") + "</w:newer></w:r>"),
         "paragraph1: ab\n"},
        {"all hidden", p(r("a", "<w:vanish/>")), "paragraph1: a hidden\n"},
        {"hidden off", p(r("a", "<w:vanish w:val='0'/>")), "paragraph1: a\n"},
        {"part hidden", p(r("Ja") + r(", men ikke", "<w:vanish/>")), "paragraph1: Ja\n",
         "!word/document.xml:paragraph1: part of the text is hidden and not read: ', men ikke'\n"},
        {"all struck", p(r("a", "<w:strike/>") + r(" ") + r("b", "<w:dstrike/>")), "paragraph1: a b struck\n"},
        {"part struck", p(r("Ja") + r(" nei", "<w:strike/>")), "paragraph1: Ja nei\n",
         "!word/document.xml:paragraph1: part of the text is struck through: ' nei'\n"},
        {"nested body wrappers", sdt("", p(r("a"))) + "<w:customXml>" + p(r("b")) + "</w:customXml>" + p(r("c")),
         "paragraph1: a {text =a}\nparagraph2: b\nparagraph3: c\n"},
        {"equation as a block", "<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>",
         "paragraph1: x\n"},
        {"run as a block", r("a") + p(r("b")), "paragraph1: a\nparagraph2: b\n"},
        {"other file included", "<w:altChunk r:id='x'/>" + p(r("a")), "paragraph1: a\n",
         "!word/document.xml: the document includes another file here (altChunk), which is not read\n"},
    };
    for (const Row& row : rows) check(row);
}

BOOST_AUTO_TEST_CASE(tracked_changes_read_as_accepted)
{
    const std::string deleted_mark = "<w:rPr><w:del w:id='9'/></w:rPr>";
    const Row rows[] = {
        {"insertion", p(r("Ja") + "<w:ins>" + r(", kryptert") + "</w:ins>"),
         "paragraph1: Ja, kryptert inserted was 'Ja'\n"},
        {"deletion", p(r("Ja") + "<w:del><w:r><w:delText> ikke</w:delText></w:r></w:del>"),
         "paragraph1: Ja deleted was 'Jaikke'\n"},
        {"replacement",
         p("<w:del><w:r><w:delText>30</w:delText></w:r></w:del><w:ins>" + r("90") + "</w:ins>" + r(" dager")),
         "paragraph1: 90 dager inserted deleted was '30 dager'\n"},
        {"inserted then deleted", p(r("a") + "<w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>"),
         "paragraph1: a inserted deleted\n"},
        {"move", p("<w:moveFrom>" + r("a") + "</w:moveFrom>") + p("<w:moveTo>" + r("a") + "</w:moveTo>"),
         "paragraph1:  moved was 'a'\nparagraph2: a inserted moved\n"},
        {"end of paragraph deleted", p(r("Ja, "), deleted_mark) + p(r("vi har")),
         "paragraph1:  was 'Ja, '\nparagraph2: Ja, vi har deleted was 'vi har'\n"},
        {"paragraph deleted", p("<w:del><w:r><w:delText>Nei</w:delText></w:r></w:del>", deleted_mark) + p(r("b")),
         "paragraph1:  deleted was 'Nei'\nparagraph2: b\n"},
        {"row deleted",
         "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc("a") + "</w:tr><w:tr>" + tc("b") + "</w:tr></w:tbl>",
         "table1 2x1\n row1/cell1 at 0,0 deleted empty:  deleted was 'a'\n row2/cell1 at 1,0: b\n"},
        {"formatting change only", p(r("a", "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>")),
         "paragraph1: a\n"},
    };
    for (const Row& row : rows) check(row);
}

BOOST_AUTO_TEST_CASE(tables_are_laid_out_as_a_grid)
{
    const std::string restart = "<w:vMerge w:val='restart'/>";
    const Row rows[] = {
        {"span",
         "<w:tbl><w:tr>" + tc("a", "<w:gridSpan w:val='2'/>") + tc("b") + "</w:tr><w:tr>" + tc("c") + tc("d") +
             tc("e") + "</w:tr></w:tbl>",
         "table1 2x3\n row1/cell1 at 0,0 1x2: a\n row1/cell2 at 0,2: b\n row2/cell1 at 1,0: c\n row2/cell2 at 1,1: d\n "
         "row2/cell3 at 1,2: e\n"},
        {"vertical merge",
         "<w:tbl><w:tr>" + tc("a", restart) + tc("b") + "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + tc("c") +
             "</w:tr><w:tr>" + tc("", "<w:vMerge w:val='continue'/>") + tc("d") + "</w:tr></w:tbl>",
         "table1 3x2\n row1/cell1 at 0,0 3x1: a\n row1/cell2 at 0,1: b\n row2/cell2 at 1,1: c\n row3/cell2 at 2,1: "
         "d\n"},
        {"two merges below each other",
         "<w:tbl><w:tr>" + tc("a", restart) + "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + "</w:tr><w:tr>" +
             tc("b", restart) + "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + "</w:tr></w:tbl>",
         "table1 4x1\n row1/cell1 at 0,0 2x1: a\n row3/cell1 at 2,0 2x1: b\n"},
        {"continues nothing", "<w:tbl><w:tr>" + tc("a", "<w:vMerge/>") + "</w:tr></w:tbl>",
         "table1 1x1\n row1/cell1 at 0,0: a\n"},
        {"text under a merge",
         "<w:tbl><w:tr>" + tc("a", restart) + "</w:tr><w:tr>" + tc("b", "<w:vMerge/>") + "</w:tr></w:tbl>",
         "table1 2x1\n row1/cell1 at 0,0 2x1: a\n",
         "!word/document.xml:table1/row2/cell1: the cell lies under a merged cell and is not shown; its text is not "
         "read: 'b'\n"},
        {"old horizontal merge",
         "<w:tbl><w:tr>" + tc("a", "<w:hMerge w:val='restart'/>") + tc("", "<w:hMerge w:val='continue'/>") + tc("b") +
             "</w:tr></w:tbl>",
         "table1 1x3\n row1/cell1 at 0,0 1x2: a\n row1/cell3 at 0,2: b\n"},
        {"grid before",
         "<w:tbl><w:tr>" + tc("a") + tc("b") + "</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + tc("c") +
             "</w:tr></w:tbl>",
         "table1 2x2\n row1/cell1 at 0,0: a\n row1/cell2 at 0,1: b\n row2/cell1 at 1,1: c\n"},
        {"wild span", "<w:tbl><w:tr>" + tc("a", "<w:gridSpan w:val='2000000000'/>") + "</w:tr></w:tbl>",
         "table1 1x1000\n row1/cell1 at 0,0 1x1000: a\n"},
        {"nested",
         "<w:tbl><w:tr><w:tc>" + p(r("a")) + "<w:tbl><w:tr>" + tc("x") + tc("y") + "</w:tr></w:tbl>" + p("") +
             "</w:tc></w:tr></w:tbl>" + docx_table({{"z"}}),
         "table1 1x1\n row1/cell1 at 0,0: a / \ntable1/row1/cell1/table1 1x2\n row1/cell1 at 0,0: x\n row1/cell2 at "
         "0,1: y\ntable2 1x1\n row1/cell1 at 0,0: z\n"},
        {"empty cell", "<w:tbl><w:tr>" + tc("") + tc(" ") + "</w:tr></w:tbl>",
         "table1 1x2\n row1/cell1 at 0,0 empty: \n row1/cell2 at 0,1 empty:  \n"},
        {"hidden row", "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>" + tc("a") + "</w:tr></w:tbl>",
         "table1 1x1\n row1/cell1 at 0,0 hidden: a\n"},
        {"picture only",
         "<w:tbl><w:tr><w:tc><w:p><w:r><w:drawing><a:graphic><a:graphicData "
         "uri='http://schemas.openxmlformats.org/drawingml/2006/picture'/></a:graphic></w:drawing></w:r></w:p></w:tc></"
         "w:tr></w:tbl>",
         "table1 1x1\n row1/cell1 at 0,0 empty: \n",
         "!word/document.xml:table1/row1/cell1: there is only a picture here, which is not read\n"},
        {"paths count body blocks", p(r("a")) + docx_table({{"b"}}) + p(r("c")) + docx_table({{"d"}}),
         "paragraph1: a\ntable1 1x1\n row1/cell1 at 0,0: b\nparagraph2: c\ntable2 1x1\n row1/cell1 at 0,0: d\n"},
    };
    for (const Row& row : rows) check(row);
}

BOOST_AUTO_TEST_CASE(headings)
{
    PackageBuilder builder =
        docx_builder(p(r("a"), "<w:pStyle w:val='Overskrift1'/>") + p(r("b"), "<w:pStyle w:val='Egen'/>") +
                     p(r("c"), "<w:pStyle w:val='Tittel'/>") + p(r("d"), "<w:outlineLvl w:val='2'/>") +
                     p(r("e"), "<w:pStyle w:val='Egen'/><w:outlineLvl w:val='9'/>") +
                     p(r("f"), "<w:pStyle w:val='Heading4'/>") + p(r("g")));
    builder.xml(
        "word/styles.xml",
        "<w:styles><w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Overskrift1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl "
        "w:val='0'/></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Egen'><w:name w:val='Egen'/><w:basedOn w:val='Overskrift1'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Tittel'><w:name w:val='Title'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Rund'><w:basedOn w:val='Rund'/></w:style></w:styles>");
    const model::Document document = read(builder);
    std::string shown_levels;
    for (const model::Block& block : document.blocks) {
        const auto& paragraph = std::get<model::Paragraph>(block);
        shown_levels += paragraph.text + std::to_string(paragraph.heading) + paragraph.style + ' ';
    }
    BOOST_TEST(shown_levels == "a1heading 1 b1Egen c10Title d3Normal e0Egen f4Heading4 g0Normal ");
}

BOOST_AUTO_TEST_CASE(text_boxes_are_read_once)
{
    const std::string box = "<w:txbxContent>" + p(r("i boksen")) + docx_table({{"x"}}) + "</w:txbxContent>";
    const std::string drawing =
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><a:graphic><a:graphicData "
        "uri='u'><wps:wsp><wps:txbx>" +
        box +
        "</wps:txbx></wps:wsp></a:graphicData></a:graphic></w:drawing></"
        "mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" +
        box + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    const model::Document document = read(
        docx_builder(p(r("a") + drawing) + "<w:tbl><w:tr><w:tc>" +
                     p("<w:r><w:pict><v:textbox>" + box + "</v:textbox></w:pict></w:r>") + "</w:tc></w:tr></w:tbl>"));
    BOOST_TEST(body_of(document) == "paragraph1: a\ntable1 1x1\n row1/cell1 at 0,0 empty: \n");
    BOOST_TEST(asides_of(document) ==
               "word/document.xml:paragraph1/textbox1/paragraph1 i boksen @paragraph1\n"
               "word/document.xml:paragraph1/textbox1/table1/row1/cell1/paragraph1 x @paragraph1\n"
               "word/document.xml:table1/row1/cell1/textbox1/paragraph1 i boksen @table1/row1/cell1\n"
               "word/document.xml:table1/row1/cell1/textbox1/table1/row1/cell1/paragraph1 x @table1/row1/cell1\n");
}

BOOST_AUTO_TEST_CASE(what_stands_beside_the_text)
{
    PackageBuilder builder =
        docx_builder(p(r("a") + "<w:r><w:footnoteReference w:id='2'/></w:r>") + "<w:tbl><w:tr><w:tc>" +
                     p("<w:commentRangeStart w:id='7'/>" + r("b") +
                       "<w:commentRangeEnd w:id='7'/><w:r><w:commentReference w:id='7'/></w:r>") +
                     "</w:tc></w:tr></w:tbl>");
    builder.xml("word/comments.xml", "<w:comments><w:comment w:id='7' w:author='Kari'>" +
                                         p("<w:r><w:annotationRef/></w:r>" + r("Stemmer")) + p(r("dette?")) +
                                         "</w:comment><w:comment w:id='8' w:author='Ola'>" + p(r("løs")) +
                                         "</w:comment></w:comments>");
    builder.xml("word/footnotes.xml", "<w:footnotes><w:footnote w:type='separator' w:id='-1'>" +
                                          p("<w:r><w:separator/></w:r>") + "</w:footnote><w:footnote w:id='2'>" +
                                          p("<w:r><w:footnoteRef/></w:r>" + r(" se vedlegg")) +
                                          "</w:footnote></w:footnotes>");
    builder.xml("word/endnotes.xml", "<w:endnotes><w:endnote w:id='1'>" + p(r("slutt")) + "</w:endnote></w:endnotes>");
    builder.xml("word/header1.xml", "<w:hdr>" + p(r("Acme")) + docx_table({{"x"}}) + "</w:hdr>");
    builder.xml("word/footer1.xml", "<w:ftr>" + p("") + "</w:ftr>");
    const model::Document document = read(builder);
    BOOST_TEST(body_of(document) == "paragraph1: a\ntable1 1x1\n row1/cell1 at 0,0: b\n");
    BOOST_TEST(asides_of(document) ==
               "word/footnotes.xml:footnote1  se vedlegg @paragraph1\n"
               "word/endnotes.xml:endnote1 slutt\n"
               "word/comments.xml:comment1 Kari: Stemmer|dette? @table1/row1/cell1\n"
               "word/comments.xml:comment2 Ola: løs\n"
               "word/header1.xml:paragraph1 Acme\n"
               "word/header1.xml:table1/row1/cell1/paragraph1 x\n"
               "word/footer1.xml:paragraph1 \n");
}

BOOST_AUTO_TEST_CASE(what_is_not_read_is_told)
{
    PackageBuilder builder =
        docx_builder(p("<w:r><w:drawing><a:graphic><a:graphicData "
                       "uri='http://schemas.openxmlformats.org/drawingml/2006/chart'/></a:graphic></w:drawing></w:r>"
                       "<w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r>"
                       "<w:r><w:pict><v:shape><v:textpath string='UTKAST'/></v:shape></w:pict></w:r>"));
    builder.relationship("word/document.xml", "t1", "attachedTemplate", "file:///C:/mal.dotx", "External");
    BOOST_TEST(
        problems_of(read(builder)) ==
        "!word/document.xml:paragraph1: a chart is not read\n"
        "!word/document.xml:paragraph1: an embedded object (Excel.Sheet.12) is not read\n"
        "!word/document.xml:paragraph1: decorative text is not read: 'UTKAST'\n"
        "!word/document.xml: the document points to file:///C:/mal.dotx (attachedTemplate), which is not followed\n");
}

BOOST_AUTO_TEST_CASE(every_cell_and_paragraph_is_one_unit)
{
    const model::Document document =
        read(docx_builder(p(r("a")) + p("") + docx_table({{"b", ""}, {"c", "d"}}) + p(r("e"))));
    std::string units;
    for (const model::Unit& unit : document.units) units += unit.path + (unit.empty ? " empty" : "") + '\n';
    BOOST_TEST(units ==
               "paragraph1\nparagraph2 empty\ntable1/row1/cell1\ntable1/row1/cell2 empty\ntable1/row2/cell1\n"
               "table1/row2/cell2\nparagraph3\n");
}

BOOST_AUTO_TEST_CASE(broken_documents_are_refused)
{
    BOOST_TEST(refusal(PackageBuilder().xml("word/document.xml", "<w:document/>").bytes()) ==
               "malformed: a.docx!word/document.xml: the main part has no document body");
    BOOST_TEST(refusal(docx_builder("")
                           .part("word/document.xml",
                                 "<?xml version=\"1.0\"?>\n<w:document xmlns:w='w'>\n<w:body></w:document>")
                           .bytes()) ==
               "malformed: a.docx!word/document.xml:3:9: </w:document> where </w:body> is due");
    BOOST_TEST(refusal(docx_builder("").part("word/styles.xml", "<!DOCTYPE x><x/>").bytes()) ==
               "malformed: a.docx!word/styles.xml:1:1: the part has a DOCTYPE, which Word and Excel never write; it is "
               "not read");
    BOOST_TEST(refusal(docx_builder("").part("word/styles.xml", "<x>\n<y a='\xC3'/></x>").bytes()) ==
               "malformed: a.docx!word/styles.xml:2:1: the text is not valid UTF-8");
    BOOST_TEST(refusal(docx_builder("").part("word/styles.xml", "<x a='&b;'/>").bytes()) ==
               "malformed: a.docx!word/styles.xml:1:1: &b; is no entity of XML");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<w:sdt>";
    BOOST_TEST(refusal(docx_with_body(deep)) ==
               "limit-exceeded: a.docx!word/document.xml: elements are nested deeper than the limit of 256");
}

BOOST_AUTO_TEST_SUITE_END()
