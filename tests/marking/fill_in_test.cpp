// Texts entered into forms, and templates filled.
#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "marking/checked.h"
#include "marking/fill_in.h"
#include "marking/fill_template.h"
#include "ooxml/open.h"
#include "support/package_builder.h"

using namespace samsvar;
using marking::Entry;

BOOST_AUTO_TEST_SUITE(fill_in_test)

namespace {

constexpr const char* main_part = "word/document.xml";

Entry entry(const std::string& path, const std::string& text)
{
    return {{"a.docx", main_part, path, false}, text, false};
}

std::string cell_texts(const std::string& bytes)
{
    const model::Document document = ooxml::open_bytes(bytes, "a.docx", Limits());
    std::string texts;
    for (const model::Block& block : document.blocks)
        if (const auto* table = std::get_if<model::Table>(&block))
            for (const model::Cell& cell : table->cells) texts += '[' + cell.text() + ']';
    return texts;
}

std::string filled(const std::string& bytes, const std::map<std::string, std::string>& texts)
{
    return marking::fill_template(bytes, "t.docx", texts, "points", "<w:p><w:r><w:t>POINT</w:t></w:r></w:p>", Limits());
}

std::string body_of(const std::string& bytes)
{
    const std::string content = test::part_of(bytes, main_part);
    const auto begin = content.find("<w:body>") + 8;
    return content.substr(begin, content.find("</w:body>") - begin);
}

}  // namespace

BOOST_AUTO_TEST_CASE(empty_cells_and_prompts_take_a_text_and_others_do_not)
{
    const std::string control =
        "<w:sdt><w:sdtPr><w:tag w:val=\"t\"/><w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText=\"Ja\" "
        "w:value=\"Ja\"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>Choose</w:t></w:r></w:sdtContent></w:sdt>";
    const std::string around =
        "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:p><w:pPr/><w:r><w:t>Click</w:t></w:r>"
        "</w:p></w:sdtContent></w:sdt>";
    const std::string bytes = test::docx_with_body(
        "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:pPr/></w:p></w:tc><w:tc><w:p>" + control +
        "</w:p></w:tc><w:tc>" + around + "</w:tc><w:tc>" + test::docx_paragraph("taken") + "</w:tc></w:tr></w:tbl>");
    std::vector<Entry> entries;
    for (int cell = 1; cell <= 6; ++cell)
        entries.push_back(entry("table1/row1/cell" + std::to_string(cell), "a<" + std::to_string(cell) + ">\nb"));
    entries[2].text = "Ja";
    const marking::FilledIn result = marking::fill_in(bytes, "a.docx", entries, Limits());
    BOOST_TEST(cell_texts(result.bytes) == "[a<1>\nb][a<2>\nb][Ja][a<4>\nb][taken]");
    BOOST_TEST(result.left == (std::vector<std::size_t>{4, 5}), boost::test_tools::per_element());
    BOOST_TEST(test::part_of(result.bytes, main_part).find("showingPlcHdr") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(cells_of_sheets_keep_their_style)
{
    const std::string bytes =
        test::xlsx_with_sheets({{"Answers", "<row r=\"1\"><c r=\"A1\" s=\"0\"/><c r=\"B1\"><v>1</v></c></row>"}});
    const auto at = [](const char* cell, bool replace) {
        return Entry{{"a.xlsx", "Answers", cell, true}, "=1+1 <x>", replace};
    };
    const marking::FilledIn result = marking::fill_in(
        bytes, "a.xlsx", {at("A1", false), at("B1", false), at("C2", false), at("B1", true)}, Limits());
    BOOST_TEST(cell_texts(result.bytes) == "[=1+1 <x>][1][=1+1 <x>]");
    BOOST_TEST(result.left == (std::vector<std::size_t>{3, 1}), boost::test_tools::per_element());
    BOOST_TEST(cell_texts(marking::fill_in(bytes, "a.xlsx", {at("B1", true)}, Limits()).bytes) == "[=1+1 <x>]");
}

BOOST_AUTO_TEST_CASE(a_template_keeps_all_but_its_place_holders)
{
    const std::string bytes =
        test::docx_builder(
            "<w:p><w:r><w:t>Dear {sup</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>plier} {other}</w:t></w:r>"
            "</w:p><w:p><w:pPr/><w:r><w:t>{points}</w:t></w:r></w:p><w:sectPr/>")
            .xml("word/header1.xml", "<w:hdr><w:p><w:r><w:t>{date}</w:t></w:r></w:p></w:hdr>")
            .relationship(main_part, "h", "header", "header1.xml")
            .bytes();
    const std::string result = filled(bytes, {{"supplier", "A & B"}, {"date", "2026-11-29"}});
    BOOST_TEST(body_of(result) ==
               "<w:p><w:r><w:t xml:space=\"preserve\">Dear A &amp; B</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t> "
               "{other}</w:t></w:r></w:p><w:p><w:r><w:t>POINT</w:t></w:r></w:p><w:sectPr/>");
    BOOST_TEST(test::part_of(result, "word/header1.xml").find("2026-11-29") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_block_may_share_its_paragraph)
{
    const std::string result = filled(test::docx_with_body("<w:p><w:r><w:t>See: {points}</w:t></w:r></w:p>"), {});
    BOOST_TEST(body_of(result) == "<w:p><w:r><w:t>See: </w:t></w:r></w:p><w:p><w:r><w:t>POINT</w:t></w:r></w:p>");
}

BOOST_AUTO_TEST_CASE(a_template_without_room_for_the_block_is_refused)
{
    BOOST_CHECK_EXCEPTION(
        filled(test::docx_with_body(test::docx_paragraph("Dear")), {}), Error, [](const Error& error) {
            return error.code() == ErrorCode::invalid_argument && error.message().find("{points}") != std::string::npos;
        });
    BOOST_CHECK_EXCEPTION(filled(test::xlsx_with_sheets({{"A", ""}}), {}), Error,
                          [](const Error& error) { return error.code() == ErrorCode::unsupported; });
}

BOOST_AUTO_TEST_SUITE_END()
