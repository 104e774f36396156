#include <boost/test/unit_test.hpp>

#include "evidence/pdf_builder.h"
#include "evidence/properties.h"

namespace samsvar::evidence {

namespace {

std::string day(const std::optional<model::Date>& date)
{
    return date ? date->text() : "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_properties)

BOOST_AUTO_TEST_CASE(title_and_days_of_the_information_dictionary)
{
    struct Row {
        const char* name;
        std::string entries, title, created, modified;
    };
    const Row rows[] = {
        {"as most programs write it",
         "/Title (Beredskapsplan) /CreationDate (D:20250312101500+01'00') /ModDate (D:20260102)", "Beredskapsplan",
         "2025-03-12", "2026-01-02"},
        {"escapes and brackets inside", R"(/Title (Plan \(utkast\) (del 2) \101\040B\
C))",
         "Plan (utkast) (del 2) A BC", "", ""},
        {"UTF-16 in figures", "/Title <FEFF00D8007600650 06C> /CreationDate <443A3230323430323031>", "Øvel",
         "2024-02-01", ""},
        {"UTF-16 with a surrogate pair", "/Title <FEFFD83DDE00>", "\xF0\x9F\x98\x80", "", ""},
        {"Latin letters without a mark", "/Title (S\xE4kerhet)", "Säkerhet", "", ""},
        {"UTF-8 with a mark",
         "/Title (\xEF\xBB\xBF"
         "Säkerhet)",
         "Säkerhet", "", ""},
        {"keys of an inner dictionary do not count", "/X << /Title (inner) >> /Title (outer)", "outer", "", ""},
        {"names that only begin alike", "/TitleX (no) /Title(yes)", "yes", "", ""},
        {"no day", "/CreationDate (D:20251399) /ModDate (yesterday)", "", "", ""},
        {"long before PDF", "/CreationDate (D:16010101000000Z)", "", "", ""},
        {"left open", "/Title (never closed",
         "never closed >> endobj trailer << /Size 6 /Root 1 0 R /Info 5 0 R >> startxref 0 %%EOF", "", ""},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
    for (const std::string& pdf :
         {test::pdf_with_information(row.entries), test::pdf_with_packed_information(row.entries)}) {
        if (pdf.find("ObjStm") != std::string::npos && row.title.find("startxref") != std::string::npos) continue;
        const Properties read = read_pdf(pdf);
        BOOST_TEST(read.title == row.title);
        BOOST_TEST(day(read.created) == row.created);
        BOOST_TEST(day(read.modified) == row.modified);
        BOOST_TEST(read.remark.empty() == !read.empty());
    }
}

BOOST_AUTO_TEST_CASE(the_last_of_several_updates_counts)
{
    const std::string pdf = test::pdf_with_information("/Title (first)") +
                            "5 0 obj\n<< /Title (second) >>\nendobj\ntrailer\n<< /Info 5 0 R >>\n%%EOF\n";
    BOOST_TEST(read_pdf(pdf).title == "second");
    const std::string other =
        test::pdf_with_information("/Title (first)") + "15 0 obj\n<< /Title (another object) >>\nendobj\n";
    BOOST_TEST(read_pdf(other).title == "first");
}

BOOST_AUTO_TEST_CASE(metadata_fills_what_is_missing)
{
    const Properties elements = read_pdf(test::pdf_with_metadata(
        "><xmp:CreateDate>2025-05-06T07:08:09Z</xmp:CreateDate><xmp:ModifyDate>2025-06-07</xmp:ModifyDate>"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Test &amp; plan</rdf:li></rdf:Alt></dc:title>"));
    BOOST_TEST(elements.title == "Test & plan");
    BOOST_TEST(day(elements.created) == "2025-05-06");
    BOOST_TEST(day(elements.modified) == "2025-06-07");
    const Properties attributes = read_pdf(test::pdf_with_metadata(" xmp:CreateDate=\"2025-05-06T07:08:09Z\">"));
    BOOST_TEST(day(attributes.created) == "2025-05-06");
    BOOST_TEST(attributes.title.empty());
}

BOOST_AUTO_TEST_CASE(says_why_there_is_nothing)
{
    BOOST_TEST(read_pdf("%PDF-1.4\n").remark == "no date found in the PDF");
    BOOST_TEST(read_pdf(test::pdf_with_information("/Title (x)") + "trailer << /Encrypt 9 0 R /Info 5 0 R >>").remark ==
               "the PDF is encrypted; its title and dates cannot be read");
}

BOOST_AUTO_TEST_CASE(every_beginning_and_every_changed_byte_of_a_file_is_read_without_harm)
{
    for (const std::string& whole : {test::pdf_with_information("/Title (Plan) /CreationDate (D:20250312)"),
                                     test::pdf_with_packed_information("/Title <FEFF0041> /ModDate (D:20250312)"),
                                     test::pdf_with_metadata("><xmp:CreateDate>2025-05-06</xmp:CreateDate>")}) {
        BOOST_TEST(!read_pdf(whole).empty());
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const std::string cut = whole.substr(0, length);
            const Properties read = read_pdf(cut);
            BOOST_REQUIRE(read.empty() == !read.remark.empty());
        }
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (const char other : {'(', '<', '\\', '9', '\xFF', '/'}) {
                std::string changed = whole;
                changed[at] = other;
                BOOST_REQUIRE(read_pdf(changed).title.size() <= 210U);
            }
    }
}

BOOST_AUTO_TEST_CASE(what_is_made_to_cost_much_does_not)
{
    std::string streams = "%PDF-1.5\ntrailer << /Info 5 0 R >>\n";
    for (int count = 0; count < 20000; ++count)
        streams += "1 0 obj<</Type/ObjStm/First 1/Filter/FlateDecode>>stream\nxx";
    BOOST_TEST(read_pdf(streams).empty());
    std::string references = "%PDF-1.5\n";
    for (int count = 0; count < 50000; ++count) references += "/Info 9 0 R 15 0 obj /Info x ";
    BOOST_TEST(read_pdf(references).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::evidence
