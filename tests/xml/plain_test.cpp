// The quick way of reading our XML must give what Poco's parser gives, or nothing.
#include "xml/plain.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <random>

#include "base/files.h"
#include "xml/parsed.h"

using namespace samsvar;
using namespace samsvar::xml;

namespace {

/// Everything an element holds, places included.
void describe(const Element& element, std::string& into)
{
    into += element.name + '|' + element.name_space + '|' + element.location().text() + '|' + element.text + '|';
    for (const Attribute& one : element.attributes) into += one.name + '=' + one.value + ';';
    into += '{';
    for (const Element& child : element.children) describe(child, into);
    into += '}';
}

std::string described(const Element& element)
{
    std::string text;
    describe(element, text);
    return text;
}

/// Whether it was read the quick way; fails when that gives another tree than Poco's parser.
bool is_plain_and_same(const std::string& content, const Limits& limits = {})
{
    const std::optional<Element> quick = parse_plain(content, "f.xml", limits);
    if (!quick) return false;
    std::string slow;
    const std::string failure = failure_of([&] { slow = described(parse_with_poco(content, "f.xml", limits)); });
    BOOST_TEST(failure == "no Error", "plain: " + content.substr(0, 300));
    if (failure == "no Error") {
        const std::string fast = described(*quick);
        const auto at = static_cast<std::size_t>(
            std::mismatch(fast.begin(), fast.end(), slow.begin(), slow.end()).first - fast.begin());
        BOOST_TEST((fast == slow), "here: " + fast.substr(at, 200) + "\nPoco: " + slow.substr(at, 200));
    }
    return true;
}

std::vector<std::string> own_files()
{
    std::vector<std::string> contents;
    for (const char* folder : {"catalogs", "forms", "reports"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(SAMSVAR_SOURCE_DIR) / folder))
            if (entry.path().extension() == ".xml") contents.push_back(read_file(entry.path(), 32u << 20));
    return contents;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plain_tests)

BOOST_AUTO_TEST_CASE(all_our_files_are_read_the_quick_way)
{
    const std::vector<std::string> files = own_files();
    BOOST_TEST(files.size() > 20u);
    for (const std::string& content : files) BOOST_TEST(is_plain_and_same(content), content.substr(0, 300));
}

BOOST_AUTO_TEST_CASE(what_is_plain_is_read_as_poco_reads_it)
{
    for (const char* content : {
             "<r/>",
             "<r></r>",
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a -->\n<r xmlns=\"urn:x\" a=\"1\">\n t<!-- b - c -->u\n"
             "\t<c xml:lang=\"nb\">&aring;</c></r>",
             "<?xml version=\"1.0\"?><r  a = \"1\"/>",
             "<r xmlns=\"urn:x\"><a xmlns=\"urn:y\"><b/></a><c/></r>\n<!-- end -->\n",
             "<r a=\"x\ty\nz &lt;&amp;&gt;&quot;&apos; '\">&lt;&amp;&gt;&quot;&apos;'\"</r  >",
             "<r>ørret \u2603 \U0001F40E<a/>ø<b/></r>",
             "<r>> ]] ]>\n\n<a\n  b=\"\"\n/></r>",
             "<r a=\">\" b='2'/>",
         })
        is_plain_and_same(content);
    BOOST_TEST(is_plain_and_same("<r xmlns=\"urn:x\"><a xmlns=\"urn:y\"><b c=\"\t&lt; d\"/></a>ø<e>&amp;</e></r>\n"));
}

BOOST_AUTO_TEST_CASE(everything_else_is_left_to_poco)
{
    Limits small;
    small.xml_depth = 2;
    small.xml_attributes = 2;
    for (const char* content : {
             "",
             " ",
             "r",
             "<r>",
             "<r",
             "<",
             "<r/><r/>",
             "<r/>x",
             "x<r/>",
             "</r>",
             "<r></s>",
             "<r></r",
             "<r/",
             "<r><a></r></a>",
             "<!DOCTYPE r><r/>",
             "<r><![CDATA[x]]></r>",
             "<r><?p i?></r>",
             "<r>\r\n</r>",
             "<r>&nbsp;</r>",
             "<r>&#65;</r>",
             "<r>&amp</r>",
             "<r>]]></r>",
             "<r><!-- -- --></r>",
             "<r><!-- --</r>",
             "<x:r xmlns:x=\"urn:x\"/>",
             "<r x:a=\"1\"/>",
             "<r xmlns:x=\"urn:x\"/>",
             "<r a=\"1\" a=\"2\"/>",
             "<r a=1/>",
             "<r a/>",
             "<r a=\"1\"b=\"2\"/>",
             "<r a=\"<\"/>",
             "<r xmlns=\"\"/>",
             "<r xmlns=\"urn:x\" xmlns=\"urn:x\"/>",
             "<ræv/>",
             "<1/>",
             "<r>\x01</r>",
             "<r>\xff</r>",
             "<r>\xC0\x80</r>",
             "<r>\xED\xA0\x80</r>",
             "<r>\xEF\xBF\xBF</r>",
             "<r>\xE0\x80\x80</r>",
             "<r>\xF4\x90\x80\x80</r>",
             "<r>\xC3</r>",
             "\xEF\xBB\xBF<r/>",
             "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><r/>",
             "<r><a><b/></a></r>",
             "<r a=\"\" b=\"\" c=\"\"/>",
         })
        BOOST_TEST(!is_plain_and_same(content, small), content);
    BOOST_TEST(!is_plain_and_same(std::string("<r>\0</r>", 8)));
}

BOOST_AUTO_TEST_CASE(damaged_files_are_read_as_poco_reads_them_or_not_at_all)
{
    const std::string content =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- ø -->\n<lexicon xmlns=\"urn:x\">\n  <topic id=\"a\">\n"
        "    <pattern xml:lang=\"nb\">kryptér\\w* &amp; (?:b|c)</pattern><!-- x --><p a=\"1\" b=\"&lt;\"/>\n"
        "  </topic>\n</lexicon>\n";
    constexpr std::string_view pieces[] = {"<",   ">", "/", "\"", "'", "&", "=",   "-",
                                           "]]>", "a", ":", "\n", " ", "!", "\xC3"};
    std::size_t plain = 0;
    for (std::size_t at = 0; at < content.size(); ++at) {
        plain += is_plain_and_same(content.substr(0, at));
        plain += is_plain_and_same(content.substr(0, at) + content.substr(at + 1));
        for (const std::string_view piece : pieces) {
            plain += is_plain_and_same(content.substr(0, at) + std::string(piece) + content.substr(at));
            plain += is_plain_and_same(content.substr(0, at) + std::string(piece) + content.substr(at + 1));
        }
    }
    BOOST_TEST(plain > 500u);
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string changed = content;
        for (int change = 0; change < 3; ++change)
            changed[random() % changed.size()] = content[random() % content.size()];
        is_plain_and_same(changed);
    }
}

BOOST_AUTO_TEST_SUITE_END()
