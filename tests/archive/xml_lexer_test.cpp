#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "archive/xml_lexer.h"

using namespace samsvar;
using archive::XmlLexer;

BOOST_AUTO_TEST_SUITE(xml_lexer_test)

namespace {

const std::string file = "a.docx";
const std::string part = "x.xml";

std::string tokens_of(XmlLexer& lexer)
{
    std::string shown;
    for (;;) {
        switch (lexer.next()) {
            case XmlLexer::Token::start: {
                shown += '<' + std::string(lexer.name());
                if (lexer.has_attribute("a")) shown += " a=" + std::string(lexer.attribute("a"));
                shown += '>';
                break;
            }
            case XmlLexer::Token::end: shown += "</" + std::string(lexer.name()) + '>'; break;
            case XmlLexer::Token::text: shown += lexer.text(); break;
            case XmlLexer::Token::finished: return shown;
        }
    }
}

std::string whole(const std::string& xml, const Limits& limits = {})
{
    try {
        XmlLexer lexer(xml, file, part, limits);
        return tokens_of(lexer);
    }
    catch (const Error& error) {
        return error.what();
    }
}

/// The same, arriving `step` bytes at a time.
std::string chunked(const std::string& xml, std::size_t step)
{
    std::size_t at = 0;
    const Limits limits;
    try {
        XmlLexer lexer(
            [&](char* buffer, std::size_t capacity) {
                const std::size_t count = std::min({step, capacity, xml.size() - at});
                xml.copy(buffer, count, at);
                at += count;
                return count;
            },
            file, part, limits);
        return tokens_of(lexer);
    }
    catch (const Error& error) {
        return error.what();
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(tokens)
{
    struct Row {
        const char* name;
        std::string xml;
        std::string expected;
    };
    const Row rows[] = {
        {"declaration and comment", "<?xml version='1.0' encoding='utf-8'?>\n<!-- <b> --><a>x</a>\n", "<a>x</a>"},
        {"byte order mark", "\xEF\xBB\xBF<a/>", "<a></a>"},
        {"prefixes are dropped", "<w:a xmlns:w='u' w:a='1'><w:b/></w:a>", "<a a=1><b></b></a>"},
        {"entities", "<r a='&lt;&#229;&quot;'>&amp;&#xE5;&apos;&gt;</r>", "<r a=<å\">&å'></r>"},
        {"forbidden character", "<r>&#1;&#xD800;</r>", "<r>\xEF\xBF\xBD\xEF\xBF\xBD</r>"},
        {"cdata", "<r>a<![CDATA[<&b]]>c</r>", "<r>a<&bc</r>"},
        {"line ends", "<r>a\r\nb\rc</r>", "<r>a\nb\nc</r>"},
        {"> in an attribute", "<r a='x>y'/>", "<r a=x>y></r>"},
        {"spaces", "<r  a = '1' ></r >", "<r a=1></r>"},
        {"empty element", "<r><a b='1'/>t</r>", "<r><a></a>t</r>"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(whole(row.xml) == row.expected);
            for (const std::size_t step : {1, 2, 7}) BOOST_TEST(chunked(row.xml, step).size() == row.expected.size());
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_well_formed_is_refused_with_its_place)
{
    struct Row {
        const char* name;
        std::string xml;
        std::string message;
    };
    const Row rows[] = {
        {"nothing", "", "a.docx!x.xml:1:1: the part has no root element"},
        {"cut", "<a><b>", "a.docx!x.xml:1:7: the part ends inside <b>"},
        {"cut in a tag", "<a>\n<b c='", "a.docx!x.xml:2:1: a tag does not end"},
        {"crossed", "<a>\n <b></a></b>", "a.docx!x.xml:2:5: </a> where </b> is due"},
        {"closing nothing", "<a/></a>", "a.docx!x.xml:1:5: </a> closes nothing"},
        {"two roots", "<a/><b/>", "a.docx!x.xml:1:5: there is a second root element"},
        {"text outside", "<a/>x", "a.docx!x.xml:1:5: there is text outside the root element"},
        {"doctype", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
         "a.docx!x.xml:1:1: the part has a DOCTYPE, which Word and Excel never write; it is not read"},
        {"unknown entity", "<a>&nbsp;</a>", "a.docx!x.xml:1:4: &nbsp; is no entity of XML"},
        {"bare ampersand", "<a>R&D</a>", "a.docx!x.xml:1:4: there is an & that begins no entity"},
        {"bad character", "<a>&#x;</a>", "a.docx!x.xml:1:4: &#x; is no character"},
        {"not UTF-8", "<a>\xE5</a>", "a.docx!x.xml:1:4: the text is not valid UTF-8"},
        {"overlong", "<a>\xC0\x80</a>", "a.docx!x.xml:1:4: the text is not valid UTF-8"},
        {"unquoted", "<a b=1/>", "a.docx!x.xml:1:1: an attribute of <a> has no quotes"},
        {"valueless", "<a b/>", "a.docx!x.xml:1:1: an attribute of <a> has no value"},
        {"< in attribute", "<a b='<'/>", "a.docx!x.xml:1:1: an attribute of <a> has a < in it"},
        {"comment", "<a><!-- ", "a.docx!x.xml:1:4: a comment does not end"},
        {"odd markup", "<a><!ELEMENT b></a>", "a.docx!x.xml:1:4: a tag begins with <!"},
        {"UTF-16", std::string("\xFF\xFE<\0a\0", 6),
         "a.docx!x.xml: the part is not in UTF-8; ask for the file saved again with Word or Excel"},
        {"Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
         "a.docx!x.xml: the part is not in UTF-8; ask for the file saved again with Word or Excel"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(whole(row.xml) == row.message);
            BOOST_TEST(chunked(row.xml, 3) == row.message);
        }
    }
}

BOOST_AUTO_TEST_CASE(places_are_right_after_the_window_has_moved)
{
    std::string xml = "<a>\n";
    for (int i = 0; i < 20000; ++i) xml += "<b>text</b>\n";
    xml += "  </c>";
    BOOST_TEST(chunked(xml, 4096) == "a.docx!x.xml:20002:3: </c> where </a> is due");
}

BOOST_AUTO_TEST_CASE(depth_attributes_and_token_length_are_limited)
{
    Limits limits;
    limits.xml_depth = 3;
    limits.xml_attributes = 2;
    BOOST_TEST(whole("<a><b><c/></b></a>", limits) == "<a><b><c></c></b></a>");
    BOOST_TEST(whole("<a><b><c><d/></c></b></a>", limits) ==
               "a.docx!x.xml: elements are nested deeper than the limit of 3");
    BOOST_TEST(whole("<a b='' c='' d=''/>", limits) ==
               "a.docx!x.xml: an element has more attributes than the limit of 2");
    BOOST_TEST(chunked("<a>" + std::string(3u << 20, 'x') + "</a>", 50000) ==
               "a.docx!x.xml: a piece of text is longer than the limit of 1048576 bytes");
}

BOOST_AUTO_TEST_CASE(many_attributes_stay_valid_together)
{
    std::string xml = "<r";
    for (int i = 0; i < 20; ++i) xml += " n" + std::to_string(i) + "='&amp;" + std::to_string(i) + "'";
    xml += "/>";
    const Limits limits;
    XmlLexer lexer(xml, file, part, limits);
    lexer.next();
    std::vector<std::string_view> values;
    for (int i = 0; i < 20; ++i) values.push_back(lexer.attribute("n" + std::to_string(i)));
    for (int i = 0; i < 20; ++i) BOOST_TEST(values[static_cast<std::size_t>(i)] == "&" + std::to_string(i));
}

BOOST_AUTO_TEST_CASE(the_short_cell_is_the_usual_one_and_nothing_else)
{
    struct Row {
        const char* xml;
        const char* expected;  // reference|style|type|value, or - when it is not taken
    };
    const Row rows[] = {
        {"<c r=\"A1\" s=\"2\" t=\"s\"><v>12</v></c>      ", "A1|2|s|12"},
        {"<c r=\"A1\"><v>1.5</v></c>            ", "A1|||1.5"},
        {"<c r=\"A1\" s=\"2\"/>            ", "A1|2||none"},
        {"<c r=\"A1\"><f>1</f><v>1</v></c>    ", "-"},
        {"<c r=\"A1\"><v>&amp;</v></c>        ", "-"},
        {"<c r='A1'><v>1</v></c>              ", "-"},
        {"<col r=\"A1\"><v>1</v></col>        ", "-"},
        {"<c r=\"A1\" cm=\"1\"><v>1</v></c>   ", "-"},
        {"<c r=\"A1\"><v>1</v>", "-"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.xml)
        {
            const std::string xml = "<row>" + std::string(row.xml) + "</row>";
            const Limits limits;
            XmlLexer lexer(xml, file, part, limits);
            lexer.next();
            archive::ShortCell cell;
            std::string shown = "-";
            if (lexer.take_cell(cell, archive::RowEnding(0)))
                shown = std::string(cell.reference) + '|' + std::string(cell.style) + '|' + std::string(cell.type) +
                        '|' + (cell.has_value ? std::string(cell.value) : "none");
            BOOST_TEST(shown == row.expected);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
