#include <boost/test/unit_test.hpp>

#include <chrono>

#include "odf/odf_builder.h"
#include "odf/shown.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(sheet_test)

namespace {

std::string row(std::string_view cells, std::string_view attributes = {})
{
    return "<table:table-row " + std::string(attributes) + ">" + std::string(cells) + "</table:table-row>";
}

std::string sheet(std::string_view rows)
{
    return ods_with_tables(ods_table("S", rows));
}

}  // namespace

BOOST_AUTO_TEST_CASE(cells_are_read_as_shown)
{
    const std::string covered = "<table:covered-table-cell/>";
    struct Row {
        const char* name;
        std::string rows;
        std::string expected;
    };
    const Row rows[] = {
        {"text", row(ods_cell("Ja") + ods_cell("Nei")), "A1=Ja\nB1=Nei\n"},
        {"paragraphs, breaks, spaces, tabs",
         row("<table:table-cell><text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p><text:p>  e \n f "
             "</text:p></table:table-cell>"),
         "A1=a   b\tc\nd\ne f \n"},
        {"spans and links",
         row(ods_cell("Se <text:a xlink:href='https://example.org'>her</text:a> <text:span>nå</text:span>")),
         "A1=Se her nå\n"},
        {"what is shown, not the value",
         row("<table:table-cell office:value-type='percentage' office:value='0.5'><text:p>50 "
             "%</text:p></table:table-cell>"),
         "A1=50 %\n"},
        {"values without a text",
         row("<table:table-cell office:value-type='float' office:value='3.5'/>"
             "<table:table-cell office:value-type='boolean' office:boolean-value='true'/>"
             "<table:table-cell office:value-type='date' office:date-value='2026-11-21'/>"
             "<table:table-cell office:value-type='string' office:string-value='Ja'/>"),
         "A1=3.5\nB1=TRUE\nC1=2026-11-21\nD1=Ja\n"},
        {"formula", row(ods_cell("5", "table:formula='of:=2+3'") + ods_cell("#REF!", "table:formula='of:=x'")),
         "A1=5 (formula)\nB1=#REF! (formula, error)\n"},
        {"formula without a result", row("<table:table-cell table:formula='of:=2+3'/>"),
         "A1= (formula)\na.odf!S!A1: the formula has no stored result; its cell reads as empty\n"},
        {"repeated cells", row(ods_cell("x", "table:number-columns-repeated='3'") + ods_cell("y")),
         "A1=x\nB1=x\nC1=x\nD1=y\n"},
        {"repeated rows", row(ods_cell("x"), "table:number-rows-repeated='2'") + row(ods_cell("y")),
         "A1=x\nA2=x\nA3=y\n"},
        {"empty repeated cells and rows",
         row("<table:table-cell table:number-columns-repeated='16383'/>" + ods_cell("x")) +
             row("<table:table-cell table:number-columns-repeated='16384'/>", "table:number-rows-repeated='1048574'") +
             row(ods_cell("y")),
         "XFD1=x\nA1048576=y\n"},
        {"merged",
         row(ods_cell("x", "table:number-columns-spanned='2' table:number-rows-spanned='2'") + covered +
             ods_cell("y")) +
             row(covered + covered + ods_cell("z")),
         "A1+2x2=x\nC1=y\nC2=z\n"},
        {"text under a merged cell",
         row(ods_cell("x", "table:number-columns-spanned='2'") +
             "<table:covered-table-cell><text:p>gone</text:p></table:covered-table-cell>"),
         "A1+1x2=x\na.odf!S!B1: the cell lies under a merged cell and is not shown; its text is not read: 'gone'\n"},
        {"header rows and groups",
         "<table:table-header-rows>" + row(ods_cell("h")) + "</table:table-header-rows><table:table-row-group>" +
             row(ods_cell("x")) + "</table:table-row-group>",
         "A1=h\nA2=x\n"},
        {"hidden row", row(ods_cell("x"), "table:visibility='collapse'") + row(ods_cell("y")), "A1=x (hidden)\nA2=y\n"},
        {"filtered rows", row(ods_cell("x"), "table:visibility='filter' table:number-rows-repeated='2'"),
         "A1=x (hidden)\nA2=x (hidden)\n"},
        {"hidden column",
         "<table:table-column/><table:table-column table:visibility='collapse' table:number-columns-repeated='2'/>" +
             row(ods_cell("x") + ods_cell("y") + ods_cell("z")),
         "A1=x\nB1=y (hidden)\nC1=z (hidden)\n"},
        {"annotation",
         row("<table:table-cell><office:annotation><dc:creator>Kari</dc:creator><dc:date>2026</dc:date><text:p>Se "
             "her</text:p><text:p>og der</text:p></office:annotation><text:p>x</text:p></table:table-cell>"),
         "A1=x\naside A1/comment1 at A1 by Kari=Se her\nog der\n"},
        {"text box",
         row("<table:table-cell><draw:frame><draw:text-box><text:p>Svar</text:p></draw:text-box></draw:frame>"
             "<text:p>x</text:p></table:table-cell>"),
         "A1=x\naside A1/textbox1 at A1=Svar\n"},
        {"floating text and chart",
         "<table:shapes><draw:custom-shape><text:p>Svar</text:p></draw:custom-shape><draw:frame><draw:object/>"
         "</draw:frame></table:shapes>" +
             row(ods_cell("x")),
         "A1=x\naside textbox1=Svar\na.odf!S!A1: a chart or embedded object is not read\n"},
        {"form controls",
         "<office:forms><form:form><form:checkbox form:id='c1' form:label='Ja' form:current-state='checked'/>"
         "<form:radio form:id='c2' form:label='Nei'/></form:form></office:forms>" +
             row("<table:table-cell><draw:control draw:control='c1'/></table:table-cell>"
                 "<table:table-cell><draw:control draw:control='c2'/><text:p>?</text:p></table:table-cell>"),
         "A1=☒ Ja\nB1=☐ Nei ?\n"},
        {"linked sheet", "<table:table-source xlink:href='../other.ods'/>" + row(ods_cell("x")),
         "A1=x\na.odf!S: the sheet is linked to ../other.ods, which is not opened; the stored values are read\n"},
    };
    for (const Row& one : rows) {
        BOOST_TEST_CONTEXT(one.name)
        {
            BOOST_TEST(shown(sheet(one.rows)) == one.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(styles_hide_and_strike)
{
    const std::string bytes = ods_with_tables(
        ods_table("Synlig", row(ods_cell("x", "table:style-name='ce1'") +
                                ods_cell("<text:span text:style-name='T1'>y</text:span>") + ods_cell("z"))) +
            ods_table("Skjult", row(ods_cell("x")), "table:style-name='ta2'"),
        "<style:style style:name='ce1' style:family='table-cell'><style:text-properties "
        "style:text-line-through-style='solid'/></style:style><style:style style:name='T1' style:family='text'>"
        "<style:text-properties style:text-line-through-type='single'/></style:style><style:style style:name='ta2' "
        "style:family='table'><style:table-properties table:display='false'/></style:style>");
    BOOST_TEST(shown(bytes) == "A1=x (struck)\nB1=y (struck)\nC1=z\nA1=x (hidden)\n");
}

BOOST_AUTO_TEST_CASE(lists_of_allowed_values_are_followed)
{
    const auto with = [](const std::string& condition) {
        return "<table:content-validations><table:content-validation table:name='v1' table:condition='" + condition +
               "'/></table:content-validations>" +
               ods_table("S", row(ods_cell("1") + "<table:table-cell table:content-validation-name='v1'/>") +
                                  row(ods_cell("2") + ods_cell("Ja", "table:content-validation-name='v1'")) +
                                  row("<table:table-cell/><table:table-cell table:content-validation-name='v1'/>",
                                      "table:number-rows-repeated='1000000'")) +
               ods_table("En &apos;liste&apos;", row(ods_cell("Ja")) + row(ods_cell("Nei"))) +
               "<table:named-expressions><table:named-range table:name='Valg' "
               "table:cell-range-address='$&apos;En "
               "&apos;&apos;liste&apos;&apos;&apos;.$A$1:.$A$2'/></table:named-expressions>";
    };
    const std::string cells = "A1=1\nB1= {Ja} {Nei}\nA2=2\nB2=Ja {Ja} {Nei}\nA1=Ja\nA2=Nei\n";
    struct Row {
        const char* name;
        const char* condition;
        std::string expected;
    };
    const Row rows[] = {
        {"values", "of:cell-content-is-in-list(\"Ja\";\"Nei\")", cells},
        {"range of another sheet",
         "of:cell-content-is-in-list([$&apos;En &apos;&apos;liste&apos;&apos;&apos;.$A$1:.$A$2])", cells},
        {"name", "of:cell-content-is-in-list(valg)", cells},
        {"something else", "of:cell-content-is-whole-number() and cell-content()&gt;5",
         "A1=1\nA2=2\nB2=Ja\nA1=Ja\nA2=Nei\n"},
        {"nowhere", "of:cell-content-is-in-list([$Andre.$A$1:.$A$2])",
         "A1=1\nA2=2\nB2=Ja\nA1=Ja\nA2=Nei\na.odf!S!B1: the list of allowed values "
         "'of:cell-content-is-in-list([$Andre.$A$1:.$A$2])' could not be followed\n"},
    };
    for (const Row& one : rows) {
        BOOST_TEST_CONTEXT(one.name)
        {
            BOOST_TEST(shown(ods_with_tables(with(one.condition))) == one.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_million_repetitions_cost_nothing)
{
    const auto start = std::chrono::steady_clock::now();
    const model::Document document = odf::open_bytes(
        sheet(row(ods_cell("x", "table:number-columns-repeated='16384'"), "table:number-rows-repeated='1048576'")),
        "a.ods");
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    BOOST_TEST_MESSAGE("repeated cells: " << document.units.size() << " in " << took.count() << " ms");
    BOOST_TEST(document.units.size() < 100'000u);
    BOOST_REQUIRE(document.problems.size() == 1u);
    BOOST_TEST(document.problems[0].text == "the row stands 1048576 times; it is read 4 times");
    const model::Document empty = odf::open_bytes(
        sheet(row("<table:table-cell table:number-columns-repeated='16384'/>", "table:number-rows-repeated='1048576'")),
        "a.ods");
    BOOST_TEST(empty.units.empty());
}

BOOST_AUTO_TEST_CASE(limits_are_named)
{
    struct Row {
        const char* name;
        void (*change)(Limits&);
        std::string message;
    };
    const std::string bytes = sheet(row(ods_cell("Jaha") + ods_cell("Nei")));
    const Row rows[] = {
        {"cells", [](Limits& l) { l.cells = 1; }, "the workbook has more cells than the limit of 1"},
        {"text of a cell", [](Limits& l) { l.cell_characters = 3; }, "a cell has more text than the limit of 3 bytes"},
        {"text of all cells", [](Limits& l) { l.text_bytes = 6; },
         "the cells of the workbook have more text than the limit of 6 bytes"},
        {"depth", [](Limits& l) { l.xml_depth = 4; }, "elements are nested deeper than the limit of 4"},
        {"attributes", [](Limits& l) { l.xml_attributes = 12; }, "an element has more attributes than the limit of 12"},
    };
    for (const Row& one : rows) {
        BOOST_TEST_CONTEXT(one.name)
        {
            Limits limits;
            one.change(limits);
            const std::string message = shown(bytes, limits);
            BOOST_TEST(message.starts_with("limit-exceeded: a.odf!content.xml"));
            BOOST_TEST(message.ends_with(": " + one.message));
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_workbook_is_refused)
{
    BOOST_TEST(shown(odf_archive(ods_type, "<office:body/>")) ==
               "malformed: a.odf!content.xml: the content has no sheets; ask for the file to be sent again");
    BOOST_TEST(shown(odf_archive(ods_type, "<office:body/>", {}, {},
                                 "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")) ==
               "unsupported: a.odf: the file is protected with a password; ask for it without one");
    BOOST_TEST(shown(odf_archive("application/vnd.oasis.opendocument.graphics", "<office:body/>")) ==
               "unsupported: a.odf: the file is an OpenDocument file of another kind; ask for a .docx or .xlsx");
}

BOOST_AUTO_TEST_SUITE_END()
