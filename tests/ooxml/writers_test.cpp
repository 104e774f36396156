// Packages as some programs write them, other than Word and Excel do.
#include <boost/test/unit_test.hpp>

#include "ooxml/open.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(writers_test)

namespace {

std::string utf16(const std::string& ascii)
{
    std::string wide = "\xFF\xFE";
    for (const char c : ascii) {
        wide += c;
        wide += '\0';
    }
    return wide;
}

std::string first_text(const std::string& bytes)
{
    const model::Document document = ooxml::open_bytes(bytes, "a");
    const model::Block& block = document.blocks.at(0);
    if (const auto* table = std::get_if<model::Table>(&block)) return table->cells.at(0).text();
    return std::get<model::Paragraph>(block).text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(backslashes_between_folders)
{
    auto entries = docx_builder(docx_paragraph("Ja")).entries();
    for (auto& [name, content] : entries)
        for (char& c : name)
            if (c == '/') c = '\\';
    BOOST_TEST(first_text(stored_zip(entries)) == "Ja");
}

BOOST_AUTO_TEST_CASE(parts_in_utf_16)
{
    for (const bool workbook : {false, true}) {
        auto entries = workbook ? xlsx_builder({{"S", xlsx_row(1, {"Ja"})}}).entries()
                                : docx_builder(docx_paragraph("Ja")).entries();
        for (auto& [name, content] : entries) {
            if (const auto at = content.find("UTF-8"); at != std::string::npos) content.replace(at, 5, "UTF-16");
            content = utf16(content);
        }
        BOOST_TEST(first_text(stored_zip(entries)) == "Ja");
    }
}

BOOST_AUTO_TEST_CASE(document_in_latin_1)
{
    PackageBuilder builder = docx_builder("");
    builder.part("word/document.xml",
                 "<?xml version='1.0' encoding='ISO-8859-1'?><w:document xmlns:w='w'><w:body><w:p><w:r><w:t>P\xE5 "
                 "norsk</w:t></w:r></w:p></w:body></w:document>");
    BOOST_TEST(first_text(builder.bytes()) == "På norsk");
}

BOOST_AUTO_TEST_CASE(formats_with_a_text_section)
{
    PackageBuilder builder =
        xlsx_builder({{"S", "<row r='1'><c r='A1' s='1' t='inlineStr'><is><t>18</t></is></c></row>"}});
    builder.xml("xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0;0;0;\"Krav \"@'/></numFmts><cellXfs><xf "
                "numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>");
    BOOST_TEST(first_text(builder.bytes()) == "Krav 18");
}

BOOST_AUTO_TEST_SUITE_END()
