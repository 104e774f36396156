#include <boost/test/unit_test.hpp>

#include "archive/xml_lexer.h"
#include "archive/xml_plain.h"
#include "base/error.h"
#include "archive/odd_xml.h"

using namespace samsvar;
using archive::XmlLexer;

BOOST_AUTO_TEST_SUITE(xml_plain_test)

namespace {

bool lexer_takes(const std::string& xml, const Limits& limits)
{
    const std::string file = "a.docx";
    const std::string part = "p.xml";
    try {
        XmlLexer lexer(xml, file, part, limits);
        while (lexer.next() != XmlLexer::Token::finished) {
        }
        return true;
    }
    catch (const Error&) {
        return false;
    }
}

const std::string sample =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<w:document xmlns:w=\"urn:w\"><w:body><w:p a='1' b=\"x &gt; y\"><w:r/><w:t xml:space=\"preserve\"> Ærlig &amp; "
    "kort &#230; </w:t></w:p></w:body></w:document>\n";

}  // namespace

BOOST_AUTO_TEST_CASE(what_word_writes_is_plain)
{
    BOOST_TEST(archive::is_plain_xml(sample, {}));
    BOOST_TEST(archive::is_plain_xml("\xEF\xBB\xBF<a/>", {}));
    BOOST_TEST(lexer_takes(sample, {}));
}

BOOST_AUTO_TEST_CASE(what_is_not_plain_is_left_to_the_lexer)
{
    const Limits limits = test::narrow_limits();
    const test::OddXml rows = test::odd_xml({
        {"cut behind a slash", "<a/"},
        {"comment", "<a><!-- --></a>"},
        {"unknown entity in a value", "<a b=\"&x;\"/>"},
        {"another encoding", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>"},
    });
    for (const auto& [name, xml] : rows) BOOST_TEST_CONTEXT(name) BOOST_TEST(!archive::is_plain_xml(xml, limits));
    BOOST_TEST(archive::is_plain_xml("<a><b><c b=\"\" c=\"\"/></b></a>", limits));
}

BOOST_AUTO_TEST_CASE(nothing_is_plain_that_the_lexer_refuses)
{
    // Every byte of the sample replaced by each of these, taken out, and every prefix.
    const std::string replacements = std::string("<>/&;'\"= \n!?#x:") + '\0' + '\xC3' + '\x80';
    std::size_t plain = 0;
    const auto check = [&](const std::string& xml) {
        if (!archive::is_plain_xml(xml, {})) return;
        ++plain;
        BOOST_TEST_CONTEXT(xml) BOOST_REQUIRE(lexer_takes(xml, {}));
    };
    for (std::size_t at = 0; at < sample.size(); ++at) {
        for (const char replacement : replacements) {
            std::string changed = sample;
            changed[at] = replacement;
            check(changed);
        }
        check(sample.substr(0, at) + sample.substr(at + 1));
        check(sample.substr(0, at));
    }
    BOOST_TEST(plain > 500u);
}

BOOST_AUTO_TEST_SUITE_END()
