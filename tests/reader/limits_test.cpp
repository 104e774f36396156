// What a hostile file may cost is bounded, and what was passed is named; wrong archives are tests/ooxml/package_test.
#include <boost/test/unit_test.hpp>

#include <sys/resource.h>

#include <chrono>

#include "ooxml/raw_zip.h"
#include "reader/refusal.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(limits_test)

namespace {

/// The archive of a builder, its entries deflated.
RawArchive deflated(const PackageBuilder& builder)
{
    RawArchive raw;
    for (const auto& [name, content] : builder.entries()) {
        RawEntry entry;
        entry.name = name;
        entry.content = content;
        entry.deflate = true;
        raw.entries.push_back(entry);
    }
    return raw;
}

long peak_kilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

BOOST_AUTO_TEST_CASE(time_is_limited_for_every_kind)
{
    const std::string expected = "limit-exceeded: a.bin: reading took more than 0 s, which is the limit";
    Limits limits;
    limits.seconds = 0;
    BOOST_TEST(refusal(docx_with_body(docx_paragraph("Ja")), limits) == expected);
    BOOST_TEST(refusal(xlsx_with_sheets({{"S", xlsx_row(1, {"Ja"})}}), limits) == expected);
    BOOST_TEST(refusal("1;Ja\n2;Nei\n", limits) == expected);
}

BOOST_AUTO_TEST_CASE(many_parts_that_inflate_a_little_are_a_bomb_together)
{
    PackageBuilder builder = xlsx_builder({{"A", ""}, {"B", ""}, {"C", ""}, {"D", ""}});
    std::string elements;
    for (int i = 0; i < 1'000'000; ++i) elements += "<x/>";
    for (const char* number : {"1", "2", "3", "4"})
        builder.part("xl/worksheets/sheet" + std::string(number) + ".xml", "<worksheet>" + elements + "</worksheet>");
    // Each alone is below the grace.
    BOOST_TEST(refusal(deflated(builder).bytes()) ==
               "limit-exceeded: a.bin!xl/worksheets/sheet3.xml: the package inflates to more than 200 times its size");
}

BOOST_AUTO_TEST_CASE(bombs_cost_neither_time_nor_memory)
{
    const std::string blanks(100u << 20, ' ');
    std::vector<std::pair<const char*, std::string>> bombs;
    for (const char* part : {"word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"}) {
        PackageBuilder builder = docx_builder(docx_paragraph("Ja"));
        builder.part("word/styles.xml", "<w:styles xmlns:w='w'/>");
        RawArchive raw = deflated(builder);
        for (RawEntry& entry : raw.entries)
            if (entry.name == part) entry.content += blanks;
        bombs.emplace_back(part, raw.bytes());
    }
    for (const char* part : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"}) {
        PackageBuilder builder = xlsx_builder({{"A", xlsx_row(1, {"x"})}});
        builder.part("xl/sharedStrings.xml", "<sst/>");
        RawArchive raw = deflated(builder);
        for (RawEntry& entry : raw.entries)
            if (entry.name == part) entry.content += blanks;
        bombs.emplace_back(part, raw.bytes());
    }
    for (const auto& [part, bytes] : bombs) {
        BOOST_TEST_CONTEXT(part)
        {
            const long before = peak_kilobytes();
            const auto start = std::chrono::steady_clock::now();
            const std::string message = refusal(bytes);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
            BOOST_TEST_MESSAGE(part << " (" << bytes.size() << " bytes): " << took.count() << " ms, " << message);
            BOOST_TEST(message.starts_with("limit-exceeded: a.bin!" + std::string(part) + ": the part "));
            // The target is 50 ms; a loaded machine and sanitizers get ten times that.
            BOOST_TEST(took.count() < 500);
            BOOST_TEST(peak_kilobytes() - before < 32 * 1024);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
