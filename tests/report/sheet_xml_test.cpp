#include "report/sheet_xml.h"

#include <boost/test/unit_test.hpp>

using namespace samsvar;
using namespace samsvar::report;

namespace {

MatrixCell cell_of(std::variant<std::monostate, std::string, double, model::Date> value, std::string link = {})
{
    MatrixCell cell;
    cell.value = std::move(value);
    cell.link = std::move(link);
    return cell;
}

std::string rows_of(std::vector<MatrixCell> cells, double height = 0)
{
    MatrixSheet sheet;
    const std::vector<std::int32_t> styles(cells.size(), 7);
    sheet.rows.push_back({RowKind::data, std::move(cells), height, {}});
    return sheet_xml(sheet, styles, {}).rows;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheet_xml_tests)

BOOST_AUTO_TEST_CASE(each_kind_of_cell)
{
    struct Row {
        std::variant<std::monostate, std::string, double, model::Date> value;
        const char* wanted;
    };
    const Row rows[] = {
        {std::monostate{}, "<c r=\"A1\" s=\"7\"/>"},
        {std::string(), "<c r=\"A1\" s=\"7\"/>"},
        {std::string("a<b> & \"c\""),
         "<c r=\"A1\" s=\"7\" t=\"inlineStr\"><is><t>a&lt;b&gt; &amp; &quot;c&quot;</t></is></c>"},
        {std::string(" ø"), "<c r=\"A1\" s=\"7\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> ø</t></is></c>"},
        {std::string("a\n"), "<c r=\"A1\" s=\"7\" t=\"inlineStr\"><is><t xml:space=\"preserve\">a\n</t></is></c>"},
        {std::string("=1+1"), "<c r=\"A1\" s=\"7\" t=\"inlineStr\"><is><t>=1+1</t></is></c>"},
        {std::string("_x0041_"), "<c r=\"A1\" s=\"7\" t=\"inlineStr\"><is><t>_x005F_x0041_</t></is></c>"},
        {18.0, "<c r=\"A1\" s=\"7\"><v>18</v></c>"},
        {0.1, "<c r=\"A1\" s=\"7\"><v>0.1</v></c>"},
        {model::Date{2026, 11, 21}, "<c r=\"A1\" s=\"7\"><v>46347</v></c>"},
        {model::Date{1900, 3, 1}, "<c r=\"A1\" s=\"7\"><v>61</v></c>"},
    };
    for (const Row& row : rows)
        BOOST_TEST(rows_of({cell_of(row.value)}) ==
                   std::string("<sheetData><row r=\"1\">") + row.wanted + "</row></sheetData>");
}

BOOST_AUTO_TEST_CASE(columns_past_z_and_heights)
{
    const std::string rows = rows_of(std::vector<MatrixCell>(29), 23.84);
    for (const char* wanted : {"<row r=\"1\" ht=\"23.84\" customHeight=\"1\">", "\"Z1\"", "\"AA1\"", "\"AC1\""})
        BOOST_TEST(rows.find(wanted) != std::string::npos);
    BOOST_TEST(rows.find("\"AD1\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(links_lead_to_anchors_that_are_known_and_are_not_too_many)
{
    const Anchors anchors{{"findings#3", "'Funn & mer'!A31"}};
    MatrixSheet sheet;
    for (std::size_t row = 0; row < most_links + 5; ++row)
        sheet.rows.push_back(
            {RowKind::data, {cell_of(3.0, "findings#3"), cell_of(3.0, "gone"), cell_of({}, "findings#3")}, 0, {}});
    const SheetXml xml = sheet_xml(sheet, std::vector<std::int32_t>(3 * sheet.rows.size(), 1), anchors);
    BOOST_TEST(
        xml.links.starts_with("<hyperlinks><hyperlink ref=\"A1\" location=\"'Funn &amp; mer'!A31\" "
                              "display=\"'Funn &amp; mer'!A31\"/><hyperlink ref=\"A2\""));
    BOOST_TEST(xml.links.ends_with(
        "ref=\"A65000\" location=\"'Funn &amp; mer'!A31\" display=\"'Funn &amp; mer'!A31\"/></hyperlinks>"));
    BOOST_TEST(xml.used_range == "A1:C65005");
}

BOOST_AUTO_TEST_SUITE_END()
