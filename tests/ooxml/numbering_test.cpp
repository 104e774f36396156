#include <boost/test/unit_test.hpp>

#include "ooxml/list_numbers.h"
#include "ooxml/numbering.h"
#include "ooxml/open.h"
#include "ooxml/symbols.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(numbering_test)

namespace {

std::string level(int number, const std::string& format, const std::string& text, const std::string& more = {},
                  int start = 1)
{
    return "<w:lvl w:ilvl='" + std::to_string(number) + "'><w:start w:val='" + std::to_string(start) +
           "'/><w:numFmt w:val='" + format + "'/>" + more + "<w:lvlText w:val='" + text + "'/></w:lvl>";
}

std::string definition(int id, const std::string& levels)
{
    return "<w:abstractNum w:abstractNumId='" + std::to_string(id) + "'>" + levels + "</w:abstractNum>";
}

std::string list(int id, int definition_id, const std::string& overrides = {})
{
    return "<w:num w:numId='" + std::to_string(id) + "'><w:abstractNumId w:val='" + std::to_string(definition_id) +
           "'/>" + overrides + "</w:num>";
}

/// A paragraph in a list.
std::string item(int list_id, int ilvl)
{
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + std::to_string(ilvl) + "'/><w:numId w:val='" +
           std::to_string(list_id) + "'/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
}

std::string styled(const std::string& style, const std::string& more = {})
{
    return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/>" + more + "</w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
}

std::string labels_of(const std::string& numbering, const std::string& body, const std::string& styles = {})
{
    PackageBuilder builder = docx_builder(body);
    builder.xml("word/numbering.xml", "<w:numbering>" + numbering + "</w:numbering>");
    if (!styles.empty()) builder.xml("word/styles.xml", "<w:styles>" + styles + "</w:styles>");
    std::string labels;
    for (const model::Block& block : ooxml::open_bytes(builder.bytes(), "a.docx").blocks)
        labels += (labels.empty() ? "" : " ") + std::get<model::Paragraph>(block).label;
    return labels;
}

}  // namespace

BOOST_AUTO_TEST_CASE(labels_as_word_shows_them)
{
    const std::string three =
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "decimal", "%1.%2.%3");
    struct Row {
        const char* name;
        std::string numbering;
        std::string body;
        std::string expected;
    };
    const Row rows[] = {
        {"counting", definition(1, three) + list(1, 1), item(1, 0) + item(1, 0) + item(1, 0), "1. 2. 3."},
        {"levels restart", definition(1, three) + list(1, 1),
         item(1, 0) + item(1, 1) + item(1, 1) + item(1, 0) + item(1, 1), "1. a) b) 2. a)"},
        {"whole path", definition(1, three) + list(1, 1), item(1, 0) + item(1, 1) + item(1, 2) + item(1, 2),
         "1. a) 1.a.1 1.a.2"},
        {"legal numbers",
         definition(1, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) + list(1, 1),
         item(1, 0) + item(1, 1), "I 1.1"},
        {"jumped over", definition(1, three) + list(1, 1), item(1, 2) + item(1, 0), "1.a.1 2."},
        {"never restarts",
         definition(1, level(0, "decimal", "%1.") + level(1, "decimal", "%2", "<w:lvlRestart w:val='0'/>")) +
             list(1, 1),
         item(1, 0) + item(1, 1) + item(1, 0) + item(1, 1), "1. 1 2. 2"},
        {"two lists of one definition go on", definition(1, three) + list(1, 1) + list(2, 1),
         item(1, 0) + item(2, 0) + item(1, 0), "1. 2. 3."},
        {"start override begins anew",
         definition(1, three) + list(1, 1) +
             list(2, 1, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"),
         item(1, 0) + item(1, 0) + item(2, 0) + item(2, 0), "1. 2. 1. 2."},
        {"level override",
         definition(1, three) +
             list(2, 1, "<w:lvlOverride w:ilvl='0'>" + level(0, "upperLetter", "%1:", {}, 3) + "</w:lvlOverride>"),
         item(2, 0) + item(2, 0), "C: D:"},
        {"start at", definition(1, level(0, "decimal", "Q%1", {}, 18)) + list(1, 1), item(1, 0) + item(1, 0),
         "Q18 Q19"},
        {"bullets",
         definition(1, level(0, "bullet", "\xEF\x82\xB7", "", 1) +
                           "<w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/><w:lvlText w:val='&#xF0A7;'/><w:rPr><w:rFonts "
                           "w:ascii='Wingdings'/></w:rPr></w:lvl>" +
                           level(2, "bullet", "-")) +
             list(1, 1),
         item(1, 0) + item(1, 1) + item(1, 2), "• ▪ -"},
        {"none", definition(1, level(0, "none", "")) + list(1, 1), item(1, 0), ""},
        {"no such list", definition(1, three) + list(1, 1),
         item(1, 0) + item(9, 0) + item(0, 0) + item(1, 12) + item(1, 0), "1.    2."},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(labels_of(row.numbering, row.body) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(lists_through_styles)
{
    const std::string numbering = definition(1, level(0, "decimal", "%1", "<w:pStyle w:val='H1'/>") +
                                                    level(1, "decimal", "%1.%2", "<w:pStyle w:val='H2'/>")) +
                                  list(1, 1) +
                                  "<w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='L'/></w:abstractNum>" +
                                  list(2, 2) + "<w:abstractNum w:abstractNumId='3'><w:styleLink w:val='L'/>" +
                                  level(0, "lowerRoman", "(%1)") + "</w:abstractNum>" + list(3, 3);
    const std::string styles =
        "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId "
        "w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='H2'><w:name w:val='heading 2'/><w:pPr><w:numPr><w:ilvl "
        "w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='H2b'><w:name w:val='sub'/><w:basedOn w:val='H2'/></w:style>"
        "<w:style w:type='numbering' w:styleId='L'><w:name w:val='Liste'/><w:pPr><w:numPr><w:numId "
        "w:val='3'/></w:numPr></w:pPr></w:style>";
    struct Row {
        const char* name;
        std::string body;
        std::string expected;
    };
    const Row rows[] = {
        {"headings", styled("H1") + styled("H2") + styled("H2") + styled("H1") + styled("H2"), "1 1.1 1.2 2 2.1"},
        {"based on", styled("H1") + styled("H2b"), "1 1.1"},
        {"taken out", styled("H1") + styled("H1", "<w:numPr><w:numId w:val='0'/></w:numPr>") + styled("H1"), "1  2"},
        {"list style", item(2, 0) + item(2, 0), "(i) (ii)"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(labels_of(numbering, row.body, styles) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(formats)
{
    struct Row {
        int number;
        const char* format;
        const char* expected;
    };
    const Row rows[] = {
        {3, "decimal", "3"},
        {3, "decimalZero", "03"},
        {12, "decimalZero", "12"},
        {3, "lowerLetter", "c"},
        {27, "lowerLetter", "aa"},
        {28, "upperLetter", "BB"},
        {4, "lowerRoman", "iv"},
        {1994, "upperRoman", "MCMXCIV"},
        {2, "ordinal", "2nd"},
        {12, "ordinal", "12th"},
        {5, "none", ""},
        {5, "decimalEnclosedCircle", "⑤"},
        {21, "decimalEnclosedCircleChinese", "㉑"},
        {5, "decimalEnclosedParen", "⑸"},
        {25, "decimalEnclosedParen", "(25)"},
        {5, "decimalEnclosedFullstop", "⒌"},
        {1, "cardinalText", "One"},
        {21, "cardinalText", "Twenty-one"},
        {115, "cardinalText", "One hundred fifteen"},
        {2000, "cardinalText", "Two thousand"},
        {1, "ordinalText", "First"},
        {12, "ordinalText", "Twelfth"},
        {20, "ordinalText", "Twentieth"},
        {23, "ordinalText", "Twenty-third"},
        {100, "ordinalText", "One hundredth"},
        {255, "hex", "FF"},
        {3, "aiueoFullWidth", "ウ"},
        {2, "irohaFullWidth", "ロ"},
        {2, "iroha", "ﾛ"},
        {3, "ganada", "다"},
        {2, "ideographTraditional", "乙"},
        {12, "ideographZodiac", "亥"},
        {2, "russianLower", "б"},
        {30, "russianUpper", "АА"},
        {5, "chicago", "**"},
        {15, "hebrew1", "טו"},
        {23, "hebrew1", "כג"},
        {10, "japaneseCounting", "十"},
        {23, "japaneseCounting", "二十三"},
        {110, "japaneseCounting", "百十"},
        {12, "chineseCountingThousand", "十二"},
        {105, "chineseCountingThousand", "一百零五"},
        {110, "chineseCountingThousand", "一百一十"},
        {10, "ideographDigital", "一〇"},
        {12, "decimalFullWidth", "１２"},
        {7, "no such format", "7"},
        {5, "numberInDash", "- 5 -"},
        {5, "hebrew1", "ה"},
        {0, "lowerRoman", "0"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.format << ' ' << row.number)
        {
            BOOST_TEST(ooxml::number_in_format(row.number, row.format) == row.expected);
        }
    }
    BOOST_TEST(ooxml::number_in_format(7, "custom", "001, 002, 003, ...") == "007");
}

BOOST_AUTO_TEST_CASE(an_empty_numbered_cell_shows_its_number)
{
    PackageBuilder builder = docx_builder(
        "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId "
        "w:val='1'/></w:numPr></w:pPr></w:p></w:tc></w:tr></w:tbl>");
    builder.xml("word/numbering.xml",
                "<w:numbering>" + definition(1, level(0, "decimal", "%1.")) + list(1, 1) + "</w:numbering>");
    const model::Document document = ooxml::open_bytes(builder.bytes(), "a.docx");
    const auto& cell = std::get<model::Table>(document.blocks.at(0)).cells.at(0);
    BOOST_TEST(cell.shown_text() == "1.");
    BOOST_TEST(!document.units[cell.unit].empty);
}

BOOST_AUTO_TEST_SUITE_END()
