#include <boost/test/unit_test.hpp>

#include "archive/archive.h"
#include "archive/encoding.h"
#include "archive/xml_tree.h"
#include "base/error.h"
#include "support/package_builder.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(encoding_test)

namespace {

std::string utf16(std::u16string_view text, bool little, bool mark)
{
    std::string bytes;
    const auto add = [&](char16_t unit) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    };
    if (mark) add(0xFEFF);
    for (const char16_t unit : text) add(unit);
    return bytes;
}

std::string all_of(archive::EntryReader& reader)
{
    std::string text;
    char buffer[64];
    while (const std::size_t count = reader.read(buffer, sizeof buffer)) text.append(buffer, count);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(parts_come_in_utf8)
{
    struct Row {
        const char* name;
        std::string content;
        std::string expected;
    };
    const std::u16string_view wide = u"<?xml version='1.0' encoding='UTF-16'?><a>\u00E5 \u2713 \U0001F363</a>";
    const std::string narrow = "<?xml version='1.0' encoding='UTF-8'?><a>å ✓ 🍣</a>";
    const Row rows[] = {
        {"UTF-8", narrow, narrow},
        {"no declaration", "<a>å</a>", "<a>å</a>"},
        {"UTF-16, little-endian", utf16(wide, true, true), narrow},
        {"UTF-16, big-endian", utf16(wide, false, true), narrow},
        {"UTF-16 without a mark", utf16(wide, true, false), narrow},
        {"UTF-16, big-endian, without a mark", utf16(wide, false, false), narrow},
        {"half a pair", utf16(u"<?xml?><a>\xD83C</a>", true, true), "<?xml?><a>\xEF\xBF\xBD</a>"},
        {"Latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xE5</a>",
         "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>å</a>"},
        {"Windows", "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\x93\xC6\x94 \x80</a>",
         "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>“Æ” €</a>"},
        {"Latin-9", "<?xml version=\"1.0\" encoding=\"iso-8859-15\"?><a>\xA4</a>",
         "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>€</a>"},
        {"says UTF-16, is not", "<?xml version='1.0' encoding='utf-16'?><a>å</a>",
         "<?xml version='1.0' encoding='UTF-8'?><a>å</a>"},
        {"no XML", "encoding='ISO-8859-1' \xE5", "encoding='ISO-8859-1' \xE5"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(archive::to_utf8(row.content) == row.expected);
            const std::string bytes = test::stored_zip({{"part.xml", row.content}});
            const archive::Archive archive(bytes, "a.zip", {});
            BOOST_TEST(archive.read("part.xml") == row.expected);
            for (int again = 0; again < 2; ++again) {
                archive::EntryReader reader = archive.stream("part.xml");
                BOOST_TEST(all_of(reader) == row.expected);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(trees_are_read_in_any_of_them)
{
    const std::string bytes = test::stored_zip(
        {{"word\\document.xml", utf16(u"<?xml version='1.0' encoding='UTF-16'?><a>\u00E5</a>", true, true)}});
    const archive::Archive archive(bytes, "a.docx", {});
    const archive::XmlTree tree(archive, "word/document.xml");
    BOOST_TEST(tree.root().child_value() == "å");
}

BOOST_AUTO_TEST_CASE(what_is_converted_is_bounded)
{
    const std::string part = utf16(u"<a>" + std::u16string(600, u'x') + u"</a>", true, true);
    const std::string bytes =
        test::stored_zip({{"a.xml", part}, {"b.xml", part}, {"c.xml", part}, {"d.xml", part}, {"e.xml", part}});
    Limits limits;
    limits.dom_part_bytes = part.size();
    const archive::Archive archive(bytes, "a.docx", limits);
    for (const char* name : {"a.xml", "b.xml", "c.xml", "d.xml", "a.xml"}) {
        archive::EntryReader reader = archive.stream(name);
        BOOST_TEST(all_of(reader).size() == 607u);
    }
    BOOST_CHECK_EXCEPTION(archive.stream("e.xml"), Error, [](const Error& error) {
        return std::string_view(error.what()) ==
               "a.docx!e.xml: the parts in another encoding than UTF-8 have more than the limit of 2432 bytes";
    });
}

BOOST_AUTO_TEST_CASE(what_is_not_converted_is_refused)
{
    const std::string bytes = test::stored_zip({{"a.xml", "<?xml version='1.0' encoding='Shift_JIS'?><a/>"}});
    const archive::Archive archive(bytes, "a.docx", {});
    BOOST_CHECK_EXCEPTION(archive::XmlTree(archive, "a.xml"), Error, [](const Error& error) {
        return std::string_view(error.what()) ==
               "a.docx!a.xml: the part is not in UTF-8; ask for the file saved again with Word or Excel";
    });
}

BOOST_AUTO_TEST_SUITE_END()
