// The tree that is made in one pass must be the one pugixml makes, or there must be none.
#include <boost/test/unit_test.hpp>

#include "archive/element_tree.h"
#include "archive/xml_tree.h"
#include "base/error.h"
#include "support/package_builder.h"
#include "archive/odd_xml.h"

using namespace samsvar;
using namespace samsvar::archive;

BOOST_AUTO_TEST_SUITE(element_tree_test)

namespace {

constexpr const char* part = "p.xml";

void describe(XmlNode node, std::string& into)
{
    if (!node.is_element()) {
        into += '[' + std::string(node.value()) + ']';
        return;
    }
    into += '<' + std::string(node.name());
    for (const XmlNode::Attribute* at = node.begin_attributes(); at != node.end_attributes(); ++at)
        into += ' ' + std::string(at->name) + "='" + std::string(at->value) + '\'';
    into += '>';
    for (const XmlNode next : node.children()) describe(next, into);
    into += "</>";
}

void describe(pugi::xml_node node, std::string& into)
{
    if (!is_element(node)) {
        into += '[' + std::string(node.value()) + ']';
        return;
    }
    into += '<' + std::string(local_name(node));
    for (pugi::xml_attribute at = node.first_attribute(); at; at = at.next_attribute())
        into += ' ' + std::string(local_part(at.name())) + "='" + at.value() + '\'';
    into += '>';
    for (const pugi::xml_node next : node.children()) describe(next, into);
    into += "</>";
}

template <typename Tree>
std::string described(const std::string& zip, const Limits& limits)
{
    const Archive archive(zip, "a.docx", limits);
    std::string text;
    try {
        describe(Tree(archive, part).root(), text);
    }
    catch (const Error& error) {
        text = error.what();
    }
    return text;
}

/// Whether the quick way takes it; the tree, or what is wrong, must be pugixml's either way.
bool is_quick(const std::string& xml, const Limits& limits = {})
{
    const std::string zip = test::stored_zip({{part, xml}});
    BOOST_TEST_CONTEXT(xml.substr(0, 500))
    BOOST_REQUIRE((described<ElementTree>(zip, limits) == described<XmlTree>(zip, limits)));
    const Archive archive(zip, "a.docx", limits);
    PartBuffer content(archive, part, Threads::one);
    NodeStore nodes;
    return build_plain(content, limits, nodes) != nullptr;
}

const std::string sample =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<w:document xmlns:w=\"urn:w\"><w:body> <w:p a='1' b=\"x &gt; y\"> <w:r/> </w:p><w:t xml:space=\"preserve\"> "
    "Ærlig &amp;\r\nkort &#230; </w:t><w:t> \n</w:t></w:body></w:document>\n";

}  // namespace

BOOST_AUTO_TEST_CASE(what_word_writes_is_read_in_one_pass)
{
    BOOST_TEST(is_quick(sample));
    BOOST_TEST(is_quick("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<a>\xC3\xA6</a>"));
    BOOST_TEST(is_quick("<?xml version=\"1.0\" encoding=\"utf-8\"?><a>\xC3\xA6</a>"));
    BOOST_TEST(is_quick("\xEF\xBB\xBF<a/>"));
    BOOST_TEST(is_quick("<a b=\"1\r\n2\t3&#10;4&quot;'\" c='\"&apos;'>x\ry&#13;&#1114109;</a>"));
    std::string text;
    const std::string zip = test::stored_zip({{part, "<w:a x:b=\"&lt;\r\n\"> <c/> <d> </d>e&amp;f</w:a>"}});
    BOOST_TEST(described<ElementTree>(zip, {}) == "<a b='< '><c></><d>[ ]</>[e&f]</>");
}

BOOST_AUTO_TEST_CASE(anything_else_is_left_to_pugixml)
{
    const Limits limits = test::narrow_limits();
    const test::OddXml rows = test::odd_xml({
        {"no name", "<1/>"},
        {"cut in a character", "<a>x\xC3"},
        {"comment", "<a>x<!-- -->y</a>"},
        {"character that is none", "<a>&#55296;</a>"},
        {"hexadecimal", "<a>&#xE6;</a>"},
        {"another encoding", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xE6</a>"},
    });
    for (const auto& [name, xml] : rows) BOOST_TEST_CONTEXT(name) BOOST_TEST(!is_quick(xml, limits));
    BOOST_TEST(is_quick("<a><b><c b=\"\" c=\"\"/></b></a>", limits));
}

BOOST_AUTO_TEST_CASE(a_change_anywhere_gives_what_pugixml_gives)
{
    const std::string replacements = std::string("<>/&;'\"= \r\n!?#x:1") + '\0' + '\xC3' + '\x80';
    std::size_t quick = 0;
    for (std::size_t at = 0; at < sample.size(); ++at) {
        for (const char replacement : replacements) {
            std::string changed = sample;
            changed[at] = replacement;
            quick += is_quick(changed);
        }
        quick += is_quick(sample.substr(0, at) + sample.substr(at + 1));
        quick += is_quick(sample.substr(0, at));
    }
    BOOST_TEST(quick > 500u);
}

BOOST_AUTO_TEST_CASE(a_large_part_is_read_while_it_arrives)
{
    // Tokens of every length, so that each kind is cut by the end of what has arrived.
    std::string xml = "<w:body>";
    for (std::size_t number = 0; xml.size() < 6'000'000; ++number)
        xml += "<w:p w:id=\"" + std::to_string(number) + "&amp;\"><w:r><w:t>" + std::string(number % 531, 'x') +
               "æ€😀 &lt; \r\n" + "</w:t></w:r></w:p>";
    BOOST_TEST(is_quick(xml + "</w:body>"));
    BOOST_TEST(!is_quick(xml + "</w:bady>"));
    BOOST_TEST(!is_quick(xml + "\xC3</w:body>"));
    BOOST_TEST(!is_quick(xml));
}

BOOST_AUTO_TEST_CASE(a_wrong_checksum_is_said_before_anything_else)
{
    std::string zip = test::stored_zip({{part, "<a><b></a>"}});
    zip[zip.find("<b>") + 1] = 'c';
    BOOST_TEST(described<ElementTree>(zip, {}).find("checksum") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_read_twice_counts_once)
{
    Limits limits;
    limits.package_bytes = 1500;
    const std::string xml = "<a><!-- -->" + std::string(1000, 'x') + "</a>";
    const std::string zip = test::stored_zip({{part, xml}});
    BOOST_TEST(described<ElementTree>(zip, limits) == "<a>[" + std::string(1000, 'x') + "]</>");
}

BOOST_AUTO_TEST_SUITE_END()
