#include <boost/test/unit_test.hpp>

#include "odf/labels.h"
#include "odf/odf_builder.h"
#include "odf/shown.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(text_test)

namespace {

std::string p(std::string_view inside, std::string_view attributes = {})
{
    return "<text:p " + std::string(attributes) + ">" + std::string(inside) + "</text:p>";
}

std::string cell(std::string_view inside, std::string_view attributes = {})
{
    return "<table:table-cell " + std::string(attributes) + ">" + std::string(inside) + "</table:table-cell>";
}

std::string row(std::string_view cells, std::string_view attributes = {})
{
    return "<table:table-row " + std::string(attributes) + ">" + std::string(cells) + "</table:table-row>";
}

std::string table(std::string_view rows)
{
    return "<table:table><table:table-column/>" + std::string(rows) + "</table:table>";
}

constexpr const char* styles =
    "<style:style style:name='Hidden' style:family='text'><style:text-properties text:display='none'/></style:style>"
    "<style:style style:name='Struck' style:family='text'><style:text-properties "
    "style:text-line-through-style='solid'/></style:style>"
    "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1' "
    "style:num-suffix='.'/><text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')'/>"
    "<text:list-level-style-number text:level='3' style:num-format='1' text:display-levels='3'/></text:list-style>"
    "<text:list-style style:name='L2'><text:list-level-style-bullet text:level='1' text:bullet-char='–'/>"
    "</text:list-style>"
    "<text:list-style style:name='L3'><text:list-level-style-number text:level='1' style:num-format='I' "
    "loext:num-list-format='§ %1%:'/></text:list-style>";

}  // namespace

BOOST_AUTO_TEST_CASE(paragraphs_and_tables_are_read)
{
    const std::string covered = "<table:covered-table-cell/>";
    struct Row {
        const char* name;
        std::string body;
        std::string expected;
    };
    const Row rows[] = {
        {"white space",
         p(" a <text:span>b</text:span> <text:span> c</text:span>\n d<text:s "
           "text:c='2'/>e<text:tab/>f<text:line-break/>g"),
         "paragraph1=a b c d  e\tf\ng\n"},
        {"heading, section, index",
         "<text:section>" + p("x") +
             "</text:section><text:h text:outline-level='2'>T</text:h>"
             "<text:table-of-content><text:table-of-content-source>" +
             p("no") +
             "</text:table-of-content-source>"
             "<text:index-body>" +
             p("i") + "</text:index-body></text:table-of-content>",
         "paragraph1=x\nparagraph2=T\nparagraph3=i\n"},
        {"table", table(row(cell(p("1.")) + cell(p("Ja") + p("nei")))) + table(row(cell(""))),
         "table1/row1/cell1=1.\ntable1/row1/cell2=Ja|nei\ntable2/row1/cell1=\n"},
        {"merged cells",
         table(row(cell(p("a"), "table:number-columns-spanned='2'") + covered +
                   cell(p("b"), "table:number-rows-spanned='2'")) +
               row(cell(p("c")) + cell(p("d")) + covered)),
         "table1/row1/cell1+1x2=a\ntable1/row1/cell2+2x1=b\ntable1/row2/cell1=c\ntable1/row2/cell2=d\n"},
        {"nested table", table(row(cell(p("a") + table(row(cell(p("b"))))))),
         "table1/row1/cell1=a|table1/row1/cell1/table1/row1/cell1=b\n\n"},
        {"repeated rows and cells",
         table(row(cell(p("a"), "table:number-columns-repeated='2'"), "table:number-rows-repeated='2'")),
         "table1/row1/cell1=a\ntable1/row1/cell2=a\ntable1/row2/cell1=a\ntable1/row2/cell2=a\n"},
        {"header rows",
         table("<table:table-header-rows>" + row(cell(p("h"))) + "</table:table-header-rows>" + row(cell(p("x")))),
         "table1/row1/cell1=h\ntable1/row2/cell1=x\n"},
        {"hidden and struck text",
         p("<text:span text:style-name='Hidden'>x</text:span>") +
             p("<text:span text:style-name='Struck'>x</text:span>") +
             p("a<text:span text:style-name='Hidden'>b</text:span>"),
         "paragraph1=x (hidden)\nparagraph2=x (struck)\nparagraph3=a\na.odf!content.xml:paragraph3: part of the text "
         "is "
         "hidden and not read: 'b'\n"},
        {"hidden section", "<text:section text:display='none'>" + p("x") + "</text:section>" + p("y"),
         "paragraph1=x (hidden)\nparagraph2=y\n"},
        {"section from elsewhere",
         "<text:section><text:section-source xlink:href='b.odt'/>" + p("x") + "</text:section>",
         "paragraph1=x\na.odf!content.xml: the document includes b.odt here, which is not followed; the stored text is "
         "read\n"},
        {"note and comment",
         p("a<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>" +
           p("f") + p("g") +
           "</text:note-body></text:note><office:annotation><dc:creator>Ola</dc:creator><dc:date>2026</dc:date>" +
           p("k") + "</office:annotation>b"),
         "paragraph1=ab\naside footnote1 at paragraph1=f\ng\naside comment1 at paragraph1 by Ola=k\n"},
        {"text box and object",
         p("a<draw:frame><draw:text-box>" + p("t") + p("u") +
           "</draw:text-box></draw:frame><draw:frame><draw:object/>"
           "<draw:image/></draw:frame>"),
         "paragraph1=a\naside paragraph1/textbox1/paragraph1 at paragraph1=t\naside paragraph1/textbox1/paragraph2 at "
         "paragraph1=u\na.odf!content.xml:paragraph1: an embedded object is not read\n"},
        {"box anchored to the page", "<draw:frame><draw:text-box>" + p("t") + "</draw:text-box></draw:frame>" + p("a"),
         "paragraph1=a\naside drawing1/textbox1/paragraph1=t\n"},
        {"picture instead of an answer", table(row(cell(p("<draw:frame><draw:image/></draw:frame>")))),
         "table1/row1/cell1=\na.odf!content.xml:table1/row1/cell1: there is only a picture here, which is not read\n"},
        {"fields", p("<text:page-number>3</text:page-number> av <text:bookmark text:name='b'/>x"),
         "paragraph1=3 av x\n"},
        {"hidden field", p("a<text:hidden-text text:string-value='b'/>"),
         "paragraph1=a\na.odf!content.xml:paragraph1: hidden text is not read: 'b'\n"},
    };
    for (const Row& one : rows) {
        BOOST_TEST_CONTEXT(one.name)
        {
            BOOST_TEST(shown(odt_with_body(one.body, styles)) == one.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(tracked_changes_are_read_as_accepted)
{
    const std::string changes =
        "<text:tracked-changes><text:changed-region text:id='i'><text:insertion/></text:changed-region>"
        "<text:changed-region text:id='d'><text:deletion><office:change-info/>" +
        p("gammel") + "</text:deletion></text:changed-region></text:tracked-changes>";
    BOOST_TEST(
        shown(odt_with_body(changes + p("Ja, <text:change text:change-id='d'/><text:change-start text:change-id='i'/>ny"
                                        "<text:change-end text:change-id='i'/> tekst"))) ==
        "paragraph1=Ja, ny tekst (inserted, deleted) was: Ja, gammel tekst\n");
    BOOST_TEST(shown(odt_with_body(changes + p("<text:change-start text:change-id='i'/>a") +
                                   p("b<text:change-end text:change-id='i'/>c") + p("d"))) ==
               "paragraph1=a (inserted)\nparagraph2=bc (inserted) was: c\nparagraph3=d\n");
}

BOOST_AUTO_TEST_CASE(lists_are_numbered_as_shown)
{
    const auto item = [](std::string_view inside, std::string_view attributes = {}) {
        return "<text:list-item " + std::string(attributes) + ">" + std::string(inside) + "</text:list-item>";
    };
    const auto list = [](std::string_view items, std::string_view attributes = "text:style-name='L1'") {
        return "<text:list " + std::string(attributes) + ">" + std::string(items) + "</text:list>";
    };
    struct Row {
        const char* name;
        std::string body;
        std::string expected;
    };
    const Row rows[] = {
        {"numbers, second paragraph without", list(item(p("a") + p("b")) + item(p("c"))),
         "paragraph1=[1.] a\nparagraph2=b\nparagraph3=[2.] c\n"},
        {"levels", list(item(p("a") + list(item(p("b")) + item(p("c") + list(item(p("d")), "")), "")) + item(p("e"))),
         "paragraph1=[1.] a\nparagraph2=[a)] b\nparagraph3=[b)] c\nparagraph4=[1.b.1] d\nparagraph5=[2.] e\n"},
        {"a list begins anew", list(item(p("a"))) + p("x") + list(item(p("b"))),
         "paragraph1=[1.] a\nparagraph2=x\nparagraph3=[1.] b\n"},
        {"a list goes on",
         list(item(p("a"))) + p("x") + list(item(p("b")), "text:style-name='L1' text:continue-numbering='true'"),
         "paragraph1=[1.] a\nparagraph2=x\nparagraph3=[2.] b\n"},
        {"a list goes on from another",
         list(item(p("a")), "xml:id='one' text:style-name='L1'") + list(item(p("b"))) +
             list(item(p("c")), "text:style-name='L1' text:continue-list='one'"),
         "paragraph1=[1.] a\nparagraph2=[1.] b\nparagraph3=[2.] c\n"},
        {"start", list(item(p("a"), "text:start-value='7'") + item(p("b"))), "paragraph1=[7.] a\nparagraph2=[8.] b\n"},
        {"header of a list", list("<text:list-header>" + p("h") + "</text:list-header>" + item(p("a"))),
         "paragraph1=h\nparagraph2=[1.] a\n"},
        {"bullets", list(item(p("a")), "text:style-name='L2'"), "paragraph1=[–] a\n"},
        {"whole format", list(item(p("a")) + item(p("b")), "text:style-name='L3'"),
         "paragraph1=[§ I:] a\nparagraph2=[§ II:] b\n"},
        {"in a cell of a table",
         list(item(p("a"))) +
             table(row(cell(list(item(p("b")), "text:style-name='L1' text:continue-numbering='true'")))),
         "paragraph1=[1.] a\ntable1/row1/cell1=[2.] b\n"},
    };
    for (const Row& one : rows) {
        BOOST_TEST_CONTEXT(one.name)
        {
            BOOST_TEST(shown(odt_with_body(one.body, styles)) == one.expected);
        }
    }
    BOOST_TEST(odf::number_as(28, "a") == "ab");
    BOOST_TEST(odf::number_as(28, "AA") == "BB");
    BOOST_TEST(odf::number_as(49, "i") == "xlix");
    BOOST_TEST(odf::number_as(5, "") == "");
    BOOST_TEST(odf::number_as(5000, "I") == "5000");
}

BOOST_AUTO_TEST_CASE(controls_keep_their_state)
{
    struct Row {
        const char* name;
        std::string body;
        std::string text;
        model::ControlKind kind;
        const char* value;
        bool checked;
        bool placeholder;
        std::size_t choices;
    };
    using enum model::ControlKind;
    const Row rows[] = {
        {"content control", p("<loext:content-control>Ja</loext:content-control>"), "Ja", text, "Ja", false, false, 0},
        {"placeholder", p("<loext:content-control loext:showing-place-holder='true'>Skriv her</loext:content-control>"),
         "Skriv her", text, "Skriv her", false, true, 0},
        {"check box", p("<loext:content-control loext:checkbox='true' loext:checked='true'>☒</loext:content-control>"),
         "☒", checkbox, "☒", true, false, 0},
        {"drop-down",
         p("<loext:content-control><loext:list-item loext:display-text='Ja' loext:value='1'/><loext:list-item "
           "loext:display-text='Nei'/>Ja</loext:content-control>"),
         "Ja", dropdown, "Ja", false, false, 2},
        {"drop-down field",
         p("<text:drop-down text:name='v'><text:label text:value='Ja'/><text:label text:value='Nei' "
           "text:current-selected='true'/>Nei</text:drop-down>"),
         "Nei", dropdown, "Nei", false, false, 2},
        {"input field", p("<text:text-input>svar</text:text-input>"), "svar", text, "svar", false, false, 0},
        {"placeholder field", p("<text:placeholder>&lt;navn&gt;</text:placeholder>"), "<navn>", text, "<navn>", false,
         true, 0},
        {"form field of Word, check box",
         p("<field:fieldmark field:type='vnd.oasis.opendocument.field.FORMCHECKBOX'><field:param "
           "field:name='vnd.oasis.opendocument.field.Checkbox_Checked' field:value='true'/></field:fieldmark>"),
         "☒", checkbox, "☒", true, false, 0},
        {"form field of Word, text",
         p("<field:fieldmark-start field:type='vnd.oasis.opendocument.field.FORMTEXT'/><field:fieldmark-separator/>"
           "svar<field:fieldmark-end/>"),
         "svar", text, "svar", false, false, 0},
        {"form field of Word, nothing entered",
         p("<field:fieldmark-start field:type='vnd.oasis.opendocument.field.FORMTEXT'/>\xE2\x80\x82\xE2\x80\x82"
           "<field:fieldmark-end/>"),
         "", text, "", false, true, 0},
        {"form field of Word, drop-down",
         p("<field:fieldmark field:type='vnd.oasis.opendocument.field.FORMDROPDOWN'><field:param "
           "field:name='Dropdown_ListEntry' field:value='Ja'/><field:param field:name='Dropdown_ListEntry' "
           "field:value='Nei'/><field:param field:name='Dropdown_Selected' field:value='1'/></field:fieldmark>"),
         "Nei", dropdown, "Nei", false, false, 2},
        {"form control",
         "<office:forms><form:form><form:listbox form:id='c1'><form:option form:label='Ja' "
         "form:current-selected='true'/><form:option form:label='Nei'/></form:listbox></form:form></office:forms>" +
             p("<draw:control draw:control='c1'/>"),
         "Ja", dropdown, "Ja", false, false, 2},
    };
    for (const Row& one : rows) {
        BOOST_TEST_CONTEXT(one.name)
        {
            const model::Document document = odf::open_bytes(odt_with_body(one.body), "a.odt");
            BOOST_REQUIRE(document.blocks.size() == 1u);
            const auto& paragraph = std::get<model::Paragraph>(document.blocks[0]);
            BOOST_TEST(paragraph.text == one.text);
            BOOST_REQUIRE(paragraph.controls.size() == 1u);
            const model::Control& control = paragraph.controls[0];
            BOOST_TEST((control.kind == one.kind));
            BOOST_TEST(control.value == one.value);
            BOOST_TEST(control.checked == one.checked);
            BOOST_TEST(control.placeholder == one.placeholder);
            BOOST_TEST(control.choices.size() == one.choices);
        }
    }
}

BOOST_AUTO_TEST_CASE(page_headers_and_properties_are_read)
{
    BOOST_TEST(shown(odt_with_body(p("x"), {},
                                   "<style:header>" + p("topp") + "</style:header><style:footer>" +
                                       table(row(cell(p("bunn")))) + "</style:footer>")) ==
               "paragraph1=x\naside header1/paragraph1=topp\naside footer1/table1/row1/cell1/paragraph1=bunn\n");
    const model::Document document = odf::open_bytes(
        odf_archive(odt_type, "<office:body><office:text><text:p>x</text:p></office:text></office:body>", {},
                    "<office:meta><dc:title>Skjema</dc:title><meta:generator>LibreOffice</meta:generator>"
                    "<dc:date>2026-11-21T10:00:00</dc:date></office:meta>"),
        "a.odt");
    BOOST_TEST((document.kind == model::FileKind::odt));
    BOOST_TEST(document.title == "Skjema");
    BOOST_TEST(document.program == "LibreOffice");
    BOOST_TEST(document.modified == "2026-11-21T10:00:00");
}

BOOST_AUTO_TEST_CASE(limits_are_named)
{
    struct Row {
        const char* name;
        void (*change)(Limits&);
        std::string message;
    };
    const std::string bytes = odt_with_body(p("Jaha") + table(row(cell(p("a")) + cell(p("b")))));
    const Row rows[] = {
        {"paragraph", [](Limits& l) { l.paragraph_bytes = 3; }, "a paragraph has more text than the limit of 3 bytes"},
        {"cells", [](Limits& l) { l.cells = 1; }, "the document has more cells than the limit of 1"},
        {"tree", [](Limits& l) { l.dom_part_bytes = 400; }, "more than the limit of 400"},
    };
    for (const Row& one : rows) {
        BOOST_TEST_CONTEXT(one.name)
        {
            Limits limits;
            one.change(limits);
            const std::string message = shown(bytes, limits);
            BOOST_TEST(message.starts_with("limit-exceeded: a.odf!content.xml"));
            BOOST_TEST(message.ends_with(one.message));
        }
    }
    // Repetitions inside repetitions: what they ask for is bounded.
    std::string nested = p("x");
    for (int depth = 0; depth < 8; ++depth)
        nested = table(row(cell(nested, "table:number-columns-repeated='1000'"), "table:number-rows-repeated='1000'"));
    const model::Document document = odf::open_bytes(odt_with_body(nested), "a.odt");
    BOOST_TEST(document.units.size() < 100'000u);
    BOOST_TEST(!document.problems.empty());
}

BOOST_AUTO_TEST_SUITE_END()
