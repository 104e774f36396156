#include <boost/test/unit_test.hpp>

#include <chrono>

#include "ooxml/file_kind.h"
#include "ooxml/package.h"
#include "ooxml/raw_zip.h"
#include "ooxml/refused.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(package_test)

namespace {

std::string document_text(const std::string& text)
{
    for (const auto& [name, content] : docx_builder(docx_paragraph(text)).entries())
        if (name == "word/document.xml") return content;
    return {};
}

/// The parts of a small document, as raw entries, with one changed.
RawArchive archive(const RawEntry& changed = {})
{
    RawArchive raw;
    for (const auto& [name, content] : docx_builder(docx_paragraph("Ja")).entries()) {
        RawEntry entry;
        entry.name = name;
        entry.content = content;
        raw.entries.push_back(entry);
    }
    if (!changed.name.empty() || !changed.content.empty()) raw.entries.push_back(changed);
    return raw;
}

RawEntry extra(const std::string& name)
{
    RawEntry entry;
    entry.name = name;
    entry.content = "x";
    return entry;
}

RawEntry with(RawEntry entry, const auto& change)
{
    change(entry);
    return entry;
}

}  // namespace

BOOST_AUTO_TEST_CASE(archives_of_honest_writers_are_read)
{
    struct Row {
        const char* name;
        RawArchive raw;
    };
    RawArchive deflated_entries = archive();
    for (RawEntry& entry : deflated_entries.entries) entry.deflate = true;
    RawArchive streamed = deflated_entries;
    for (RawEntry& entry : streamed.entries) entry.descriptor = true;
    RawArchive zip64 = deflated_entries;
    for (RawEntry& entry : zip64.entries) entry.zip64 = true;
    RawArchive zip64_end = archive();
    zip64_end.zip64_end = true;
    RawArchive commented = archive();
    commented.comment = "made by PK\5\6 somebody";
    RawArchive foldered = archive(with(extra("word/media/"), [](RawEntry& e) { e.content.clear(); }));
    RawArchive empty_entry =
        archive(with(extra("empty.bin"), [](RawEntry& e) { e.content.clear(), e.deflate = true; }));
    const Row rows[] = {
        {"stored", archive()},      {"deflated", deflated_entries},        {"streamed, data descriptors", streamed},
        {"Zip64 sizes", zip64},     {"Zip64 end record", zip64_end},       {"comment", commented},
        {"folder entry", foldered}, {"empty deflated entry", empty_entry},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const std::string bytes = row.raw.bytes();
            BOOST_TEST(refusal(bytes) == "read");
            const model::Document document = ooxml::open_bytes(bytes, "a.docx");
            BOOST_REQUIRE(document.blocks.size() == 1u);
            BOOST_TEST(std::get<model::Paragraph>(document.blocks[0]).text == "Ja");
        }
    }
}

BOOST_AUTO_TEST_CASE(damaged_and_forged_archives_are_refused)
{
    const std::string good = archive().bytes();
    const auto entry = [](const auto& change) { return archive(with(extra("b.bin"), change)).bytes(); };
    const auto whole = [](const auto& change) {
        RawArchive raw = archive();
        change(raw);
        return raw.bytes();
    };
    const std::string again = "; the file is truncated or damaged, ask for it to be sent again";
    const std::string save = "; ask for the file saved again with Word or Excel";
    struct Row {
        const char* name;
        std::string bytes;
        std::string message;
    };
    const Row rows[] = {
        {"truncated", good.substr(0, good.size() / 2), "malformed: a.docx: there is no ZIP end record" + again},
        {"only a signature", "PK\3\4", "malformed: a.docx: the file is too short for a ZIP archive" + again},
        {"bytes after the end", whole([](RawArchive& a) { a.trailer = "x"; }),
         "malformed: a.docx: there is no ZIP end record" + again},
        {"directory elsewhere", whole([](RawArchive& a) { a.directory_offset = 0; }),
         "malformed: a.docx: the ZIP directory is not where its end record says" + again},
        {"directory outside", whole([](RawArchive& a) { a.directory_offset = 0x7FFFFFFF; }),
         "malformed: a.docx: the ZIP directory points outside the file" + again},
        {"more entries promised", whole([](RawArchive& a) { a.count = 40; }),
         "malformed: a.docx: the ZIP directory ends early" + again},
        {"fewer entries promised", whole([](RawArchive& a) { a.count = 1; }),
         "malformed: a.docx: the ZIP directory has more in it than its end record says" + again},
        {"encrypted", entry([](RawEntry& e) { e.flags = 1; }),
         "unsupported: a.docx: the ZIP entry 'b.bin' is encrypted; ask for the file without a password"},
        {"method", entry([](RawEntry& e) { e.method = 12; }),
         "unsupported: a.docx: the ZIP entry 'b.bin' uses compression method 12; only 0 (stored) and 8 (deflated) are "
         "read"},
        {"other name inside", entry([](RawEntry& e) { e.local_name = "c.bin"; }),
         "malformed: a.docx: the ZIP entry 'b.bin' has another name in the directory than in its own header" + again},
        {"other method inside", entry([](RawEntry& e) { e.local_method = 8; }),
         "malformed: a.docx: the ZIP entry 'b.bin' has another compression method in the directory than in its own "
         "header" +
             again},
        {"other size inside", entry([](RawEntry& e) { e.local_size = 7; }),
         "malformed: a.docx: the ZIP entry 'b.bin' has another size in the directory than in its own header" + again},
        {"two sizes for stored", entry([](RawEntry& e) { e.size = 7; }),
         "malformed: a.docx: the stored ZIP entry 'b.bin' has two sizes" + again},
        {"no header there", entry([](RawEntry& e) { e.offset = 5; }),
         "malformed: a.docx: the ZIP entry 'b.bin' has no header of its own" + again},
        {"short Zip64 field", entry([](RawEntry& e) { e.size = 0xFFFFFFFF, e.extra = std::string("\1\0\2\0\0\0", 6); }),
         "malformed: a.docx: a Zip64 field is too short" + again},
        {"no Zip64 field", entry([](RawEntry& e) { e.size = 0xFFFFFFFF; }),
         "malformed: a.docx: a Zip64 field is missing" + again},
        {"twice, in other case", archive(extra("WORD/Document.xml")).bytes(),
         "malformed: a.docx: the ZIP entry 'word/document.xml' is there twice" + save},
        {"overlapping", whole([](RawArchive& a) {
             a.entries.push_back(extra("b.bin"));
             RawEntry same = a.entries.back();
             a.entries.push_back(same);
             a.entries.back().name = "c.bin";
             // A second entry that claims the first one's bytes; its own header must carry its name.
             a.entries[a.entries.size() - 2].local_name = "c.bin";
             a.entries[a.entries.size() - 2].name = "c.bin";
             a.entries.back().offset = static_cast<std::uint32_t>(archive().bytes().find("PK\1\2"));
         }),
         "malformed: a.docx: two ZIP entries share the same bytes" + save},
        {"parent folder", archive(extra("word/../../x")).bytes(),
         "malformed: a.docx: the name of the ZIP entry 'word/../../x' leads out of the archive" + save},
        {"absolute", archive(extra("/etc/x")).bytes(),
         "malformed: a.docx: the name of the ZIP entry '/etc/x' is absolute" + save},
        {"drive", archive(extra("C:/x")).bytes(),
         "malformed: a.docx: the name of the ZIP entry 'C:/x' is absolute" + save},
        {"backslashes out of the archive", archive(extra("word\\..\\..\\x")).bytes(),
         "malformed: a.docx: the name of the ZIP entry 'word/../../x' leads out of the archive" + save},
        {"backslash at the start", archive(extra("\\x")).bytes(),
         "malformed: a.docx: the name of the ZIP entry '/x' is absolute" + save},
        {"control character", archive(extra("a\nb")).bytes(),
         "malformed: a.docx: the name of the ZIP entry 'a?b' has a control character" + save},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(refusal(row.bytes) == row.message);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_part_that_is_not_what_it_says_is_refused)
{
    const auto main = [](const auto& change) {
        RawArchive raw = archive();
        for (RawEntry& entry : raw.entries)
            if (entry.name == "word/document.xml") {
                entry.deflate = true;
                change(entry);
            }
        return raw.bytes();
    };
    const std::string again = "; the file is damaged, ask for it to be sent again";
    struct Row {
        const char* name;
        std::string bytes;
        std::string message;
    };
    const Row rows[] = {
        {"checksum", main([](RawEntry& e) { e.crc = 1; }), "has a wrong checksum"},
        {"longer", main([](RawEntry& e) { e.size = 10; }), "is longer than the directory says"},
        {"shorter", main([](RawEntry& e) { e.size = 1'000'000; }), "is shorter than the directory says"},
        {"no deflate stream", main([](RawEntry& e) { e.deflate = false, e.method = 8; }), "cannot be inflated"},
        {"cut stream", main([](RawEntry& e) {
             e.content = deflated(e.content).substr(0, 100);
             e.deflate = false;
             e.method = 8;
         }),
         "ends early"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(refusal(row.bytes) == "malformed: a.docx!word/document.xml: the part " + row.message + again);
        }
    }
}

BOOST_AUTO_TEST_CASE(limits_are_named)
{
    const std::string bytes = archive().bytes();
    struct Row {
        const char* name;
        Limits limits;
        std::string message;
    };
    const auto limits = [](const auto& change) {
        Limits changed;
        change(changed);
        return changed;
    };
    const Row rows[] = {
        {"entries", limits([](Limits& l) { l.zip_entries = 2; }),
         "limit-exceeded: a.docx: the archive has 3 entries, more than the limit of 2"},
        {"package", limits([](Limits& l) { l.package_bytes = 1000; }),
         "limit-exceeded: a.docx: the archive inflates to more than the limit of 1000 bytes"},
        {"entry", limits([](Limits& l) { l.entry_bytes = 1000; }),
         "limit-exceeded: a.docx!word/document.xml: the part has " + std::to_string(document_text("Ja").size()) +
             " bytes, more than the limit of 1000"},
        {"tree", limits([](Limits& l) { l.dom_part_bytes = 1200; }),
         "limit-exceeded: a.docx!word/document.xml: the part has " + std::to_string(document_text("Ja").size()) +
             " bytes, more than the limit of 1200"},
        {"depth", limits([](Limits& l) { l.xml_depth = 4; }),
         "limit-exceeded: a.docx!word/document.xml: elements are nested deeper than the limit of 4"},
        {"attributes", limits([](Limits& l) { l.xml_attributes = 5; }),
         "limit-exceeded: a.docx!word/document.xml: an element has more attributes than the limit of 5"},
        {"paragraph", limits([](Limits& l) { l.paragraph_bytes = 1; }),
         "limit-exceeded: a.docx!word/document.xml: a paragraph has more text than the limit of 1 bytes"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(refusal(bytes, row.limits) == row.message);
        }
    }
}

BOOST_AUTO_TEST_CASE(bombs_are_refused_quickly)
{
    // 40 MB of blanks deflate to about 40 kB.
    const std::string blanks(40u << 20, ' ');
    RawArchive raw = archive();
    for (RawEntry& entry : raw.entries)
        if (entry.name == "word/document.xml") {
            entry.content += blanks;
            entry.deflate = true;
        }
    const std::string honest = raw.bytes();
    for (RawEntry& entry : raw.entries)
        if (entry.deflate) entry.size = 5'000'000;
    const std::string lying = raw.bytes();
    RawArchive sheet;
    for (const auto& [name, content] : xlsx_builder({{"A", xlsx_row(1, {"x"})}}).entries()) {
        RawEntry entry;
        entry.name = name;
        entry.content = content;
        if (name == "xl/worksheets/sheet1.xml") {
            entry.content += blanks;
            entry.deflate = true;
        }
        sheet.entries.push_back(entry);
    }
    struct Row {
        const char* name;
        std::string bytes;
        std::string message;
    };
    const Row rows[] = {
        {"declared", honest,
         "limit-exceeded: a.docx!word/document.xml: the part inflates to more than 200 times its size"},
        {"declared smaller", lying,
         "malformed: a.docx!word/document.xml: the part is longer than the directory says; the file is damaged, ask "
         "for "
         "it to be sent again"},
        {"sheet", sheet.bytes(),
         "limit-exceeded: a.docx!xl/worksheets/sheet1.xml: the part inflates to more than 200 times its size"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const auto start = std::chrono::steady_clock::now();
            BOOST_TEST(refusal(row.bytes) == row.message);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
            BOOST_TEST_MESSAGE(row.name << " refused in " << took.count() << " ms");
            // The target is 50 ms; a loaded machine and sanitizers get ten times that.
            BOOST_TEST(took.count() < 500);
        }
    }
}

BOOST_AUTO_TEST_CASE(other_packages_are_named)
{
    const auto typed = [](const char* main, const char* xml, const char* type) {
        return PackageBuilder()
            .xml(main, xml)
            .relationship("", "r1", "officeDocument", main)
            .content_type(main, type)
            .bytes();
    };
    struct Row {
        const char* name;
        std::string bytes;
        const char* message;
    };
    const Row rows[] = {
        {"zip", stored_zip({{"a.txt", "x"}}),
         "unsupported: a.docx: the file is a ZIP archive, but no Word or Excel file; ask for a .docx or .xlsx"},
        {"pptx",
         typed("ppt/presentation.xml", "<p/>",
               "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
         "unsupported: a.docx: the file is a PowerPoint presentation; ask for a .docx or .xlsx"},
        {"xlsb", typed("xl/workbook.bin", "<p/>", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
         "unsupported: a.docx: the file is a binary Excel workbook (.xlsb); ask for it saved as .xlsx"},
        {"other root", typed("a/b.xml", "<thing/>", "application/xml"),
         "unsupported: a.docx: the main part of the package is <thing>, neither a Word document nor a workbook; ask "
         "for a .docx or .xlsx"},
        {"no main part", PackageBuilder().part("a.xml", "<a/>").bytes(),
         "malformed: a.docx: the package does not say which part is its main one; ask for it to be sent again"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(refusal(row.bytes) == row.message);
        }
    }
}

BOOST_AUTO_TEST_CASE(macro_documents_and_templates_are_read)
{
    for (const char* type : {"application/vnd.ms-word.document.macroEnabled.main+xml",
                             "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"}) {
        BOOST_TEST_CONTEXT(type)
        {
            const std::string bytes = docx_builder(docx_paragraph("Ja"))
                                          .content_type("word/document.xml", type)
                                          .part("word/vbaProject.bin", "macro")
                                          .bytes();
            BOOST_TEST(refusal(bytes) == "read");
        }
    }
}

BOOST_AUTO_TEST_CASE(targets_are_resolved_inside_the_package)
{
    struct Row {
        const char* source;
        const char* target;
        const char* expected;
    };
    const Row rows[] = {
        {"word/document.xml", "styles.xml", "word/styles.xml"},
        {"word/document.xml", "/word/styles.xml", "word/styles.xml"},
        {"word/document.xml", "../docProps/core.xml", "docProps/core.xml"},
        {"word/document.xml", "../../../x.xml", "x.xml"},
        {"", "xl/workbook.xml", "xl/workbook.xml"},
        {"xl/workbook.xml", "./worksheets//sheet1.xml", "xl/worksheets/sheet1.xml"},
        {"xl/workbook.xml", "worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"},
        {"xl/workbook.xml", "sheet.xml#A1", "xl/sheet.xml"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.target)
        {
            BOOST_TEST(ooxml::resolve_target(row.source, row.target) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
