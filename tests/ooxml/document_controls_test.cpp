// Fields, form fields and content controls of a Word document.
#include <boost/test/unit_test.hpp>

#include "ooxml/document_text.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;
using namespace samsvar::test::docx;

BOOST_AUTO_TEST_SUITE(document_controls_test)

BOOST_AUTO_TEST_CASE(fields_and_links)
{
    const Row rows[] = {
        {"field code is no text", p(r("side ") + field("", " PAGE ", r("3"))), "paragraph1: side 3\n"},
        {"nested field",
         p(field(
             "",
             " IF " + std::string("</w:instrText></w:r>") + field("", " REF x ", r("inner")) + "<w:r><w:instrText> = 1",
             r("outer"))),
         "paragraph1: outer\n"},
        {"field without result",
         p(r("a") +
           "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>XE \"b\"</w:instrText></w:r><w:r><w:fldChar "
           "w:fldCharType='end'/></w:r>" +
           r("c")),
         "paragraph1: ac\n"},
        {"field over paragraphs",
         p("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar "
           "w:fldCharType='separate'/></w:r>" +
           r("a")) +
             p(r("b") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>") + p(r("c")),
         "paragraph1: a\nparagraph2: b\nparagraph3: c\n"},
        {"simple field", p("<w:fldSimple w:instr='DATE'>" + r("1.1.2026") + "</w:fldSimple>"),
         "paragraph1: 1.1.2026\n"},
        {"link field", p(field("", " HYPERLINK \"https://example.no\" ", r("her"))),
         "paragraph1: her <her -> https://example.no>\n"},
        {"link", p(r("se ") + "<w:hyperlink r:id='h1'>" + r("her") + "</w:hyperlink>"),
         "paragraph1: se her <her -> https://example.no/a>\n"},
        {"bookmark link", p("<w:hyperlink w:anchor='q18'>" + r("18") + "</w:hyperlink>"),
         "paragraph1: 18 <18 -> #q18>\n"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const model::Document document = read(docx_builder(row.body).relationship(
                "word/document.xml", "h1", "hyperlink", "https://example.no/a", "External"));
            BOOST_TEST(body_of(document) == row.expected);
            BOOST_TEST(problems_of(document) == row.problems);
        }
    }
}

BOOST_AUTO_TEST_CASE(legacy_form_fields)
{
    const Row rows[] = {
        {"checked",
         p(field("<w:ffData><w:name w:val='k1'/><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>",
                 "FORMCHECKBOX", "") +
           r(" Ja")),
         "paragraph1: ☒ Ja {checkbox k1=☒ checked}\n"},
        {"unchecked though checked by default",
         p(field("<w:ffData><w:name w:val='k1'/><w:checkBox><w:default w:val='1'/><w:checked "
                 "w:val='0'/></w:checkBox></w:ffData>",
                 "FORMCHECKBOX", "")),
         "paragraph1: ☐ {checkbox k1=☐}\n"},
        {"checked by default",
         p(field("<w:ffData><w:checkBox><w:default w:val='1'/></w:checkBox></w:ffData>", "FORMCHECKBOX", "")),
         "paragraph1: ☒ {checkbox =☒ checked}\n"},
        {"text", p(field("<w:ffData><w:name w:val='t'/><w:textInput/></w:ffData>", "FORMTEXT", r("Acme AS"))),
         "paragraph1: Acme AS {text t=Acme AS}\n"},
        {"empty text",
         p(r("Navn: ") + field("<w:ffData><w:name w:val='t'/><w:textInput/></w:ffData>", "FORMTEXT",
                               r("\xE2\x80\x82\xE2\x80\x82\xE2\x80\x82"))),
         "paragraph1: Navn:  {text t= placeholder}\n"},
        {"sample text",
         p(field("<w:ffData><w:textInput><w:default w:val='skriv her'/></w:textInput></w:ffData>", "FORMTEXT",
                 r("skriv her"))),
         "paragraph1: skriv her placeholder {text =skriv her placeholder}\n"},
        {"list",
         p(field("<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Ja'/><w:listEntry "
                 "w:val='Nei'/></w:ddList></w:ffData>",
                 "FORMDROPDOWN", "")),
         "paragraph1: Nei {dropdown =Nei /Ja /Nei}\n"},
    };
    for (const Row& row : rows) check(row);
}

BOOST_AUTO_TEST_CASE(content_controls)
{
    const std::string box = "<w14:checkbox><w14:checked w14:val='1'/></w14:checkbox>";
    const Row rows[] = {
        {"ticked box",
         p(sdt("<w:alias w:val='Ja'/>" + box, "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>") + r(" Ja")),
         "paragraph1: ☒ Ja {checkbox Ja=☒ checked}\n"},
        {"empty box", p(sdt("<w14:checkbox/>", r("☐"))), "paragraph1: ☐ {checkbox =☐}\n"},
        {"placeholder", p(sdt("<w:tag w:val='svar'/><w:showingPlcHdr/><w:text/>", r("Klikk her"))),
         "paragraph1: Klikk her placeholder {text svar=Klikk her placeholder}\n"},
        {"placeholder beside text", p(r("Navn: ") + sdt("<w:showingPlcHdr/>", r("Klikk"))),
         "paragraph1: Navn: Klikk {text =Klikk placeholder}\n"},
        {"empty control", p(sdt("<w:text/>", "")), "paragraph1:  {text = placeholder}\n"},
        {"list",
         p(sdt("<w:dropDownList><w:listItem w:displayText='Velg' w:value=''/><w:listItem w:displayText='Ja' "
               "w:value='1'/><w:listItem w:value='Nei'/></w:dropDownList>",
               r("Ja"))),
         "paragraph1: Ja {dropdown =Ja /Ja /Nei}\n"},
        {"combo", p(sdt("<w:comboBox><w:listItem w:value='A'/></w:comboBox>", r("eget"))),
         "paragraph1: eget {combobox =eget /A}\n"},
        {"date", p(sdt("<w:date w:fullDate='2026-11-02T00:00:00Z'/>", r("2. november"))),
         "paragraph1: 2. november {date =2026-11-02}\n"},
        {"nested", p(sdt("<w:alias w:val='o'/>", r("a") + sdt("<w:alias w:val='i'/>", r("b")))),
         "paragraph1: ab {text o=ab} {text i=b}\n"},
        {"block", sdt("<w:alias w:val='svar'/>", p(r("a")) + p(r("b"))) + p(r("c")),
         "paragraph1: a {text svar=a}\nparagraph2: b\nparagraph3: c\n"},
        {"block placeholder", sdt("<w:showingPlcHdr/>", p(r("Klikk"))),
         "paragraph1: Klikk placeholder {text =Klikk placeholder}\n"},
        {"block box", sdt(box, p(r("x"))), "paragraph1: ☒ {checkbox =☒ checked}\n"},
        {"building block", sdt("<w:docPartObj/>", p(r("Innhold"))), "paragraph1: Innhold\n"},
        {"cell and row keep their places",
         "<w:tbl>" +
             sdt("<w:alias w:val='rad'/>",
                 "<w:tr>" + tc("a") + sdt("<w:alias w:val='svar'/>", tc("b")) + tc("c") + "</w:tr>") +
             "<w:tr>" + tc("d") + "</w:tr></w:tbl>",
         "table1 2x3\n row1/cell1 at 0,0: a\n row1/cell2 at 0,1: b {text svar=b}\n row1/cell3 at 0,2: c\n row2/cell1 "
         "at 1,0: d\n"},
        {"cell box", "<w:tbl><w:tr>" + sdt(box, tc("x")) + "</w:tr></w:tbl>",
         "table1 1x1\n row1/cell1 at 0,0: ☒ {checkbox =☒ checked}\n"},
        {"placeholder in a cell",
         "<w:tbl><w:tr><w:tc>" + p(sdt("<w:showingPlcHdr/>", r("Klikk"))) + "</w:tc></w:tr></w:tbl>",
         "table1 1x1\n row1/cell1 at 0,0 placeholder: Klikk placeholder {text =Klikk placeholder}\n"},
        {"control around a table", sdt("", "<w:tbl><w:tr>" + tc("a") + "</w:tr></w:tbl>"),
         "table1 1x1\n row1/cell1 at 0,0: a\n"},
    };
    for (const Row& row : rows) check(row);
}

BOOST_AUTO_TEST_SUITE_END()
