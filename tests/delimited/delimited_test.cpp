#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "delimited/open.h"
#include "delimited/text_encoding.h"

using namespace samsvar;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(delimited_test)

namespace {

/// "B2=text" of every cell, one a line, then the problems.
std::string shown(std::string_view bytes, const Limits& limits = {})
{
    std::string text;
    try {
        const model::Document document = delimited::open_bytes(bytes, "svar.csv", limits);
        BOOST_REQUIRE(document.blocks.size() == 1u);
        for (const model::Cell& cell : std::get<model::Table>(document.blocks[0]).cells)
            text += document.units.at(cell.unit).path + "=" + cell.text() + "\n";
        for (const model::Problem& problem : document.problems)
            text += problem.place.text() + ": " + problem.text + "\n";
    }
    catch (const Error& error) {
        text = std::string(name_of(error.code())) + ": " + error.what();
    }
    return text;
}

std::string utf16(std::string_view ascii, bool little)
{
    std::string wide;
    for (const char c : ascii) wide += little ? std::string{c, '\0'} : std::string{'\0', c};
    return wide;
}

}  // namespace

BOOST_AUTO_TEST_CASE(columns_are_found)
{
    const std::string abcd = "A1=1\nB1=Ja\nA2=2\nB2=Nei\n";
    struct Row {
        const char* name;
        std::string bytes;
        std::string expected;
    };
    const Row rows[] = {
        {"semicolon", "1;Ja\n2;Nei\n", abcd},
        {"comma", "1,Ja\n2,Nei\n", abcd},
        {"tab", "1\tJa\n2\tNei\n", abcd},
        {"bar", "1|Ja\n2|Nei\n", abcd},
        {"Windows line ends", "1;Ja\r\n2;Nei\r\n", abcd},
        {"old Mac line ends", "1;Ja\r2;Nei\r", abcd},
        {"no line end at the end", "1;Ja\n2;Nei", abcd},
        {"separator behind the last column", "1;Ja;\n2;Nei;", abcd},
        {"separator named", "sep=;\n1;Ja\n2;Nei\n", abcd},
        {"separator named, one that is not guessed", "SEP=^\r\n1^Ja\r\n2^Nei\r\n", abcd},
        {"separator named, one column", "sep=,\nJa\nNei\n", "A1=Ja\nA2=Nei\n"},
        {"sep= in a longer line is content", "sep=;x\n1;2\n", "A1=sep=\nB1=x\nA2=1\nB2=2\n"},
        {"commas in texts", "1;Ja, vi har det, og mer;x\n2;Nei, ikke nå;y\n",
         "A1=1\nB1=Ja, vi har det, og mer\nC1=x\nA2=2\nB2=Nei, ikke nå\nC2=y\n"},
        {"semicolons in quoted texts", "1,\"a;b;c\",x\n2,\"d;e;f\",y\n",
         "A1=1\nB1=a;b;c\nC1=x\nA2=2\nB2=d;e;f\nC2=y\n"},
        {"decimal commas", "1,5;2,5\n3,5;4,5\n", "A1=1,5\nB1=2,5\nA2=3,5\nB2=4,5\n"},
        {"blanks behind commas, three columns", "1, Ja, a\n2, Nei, b\n", "A1=1\nB1= Ja\nC1= a\nA2=2\nB2= Nei\nC2= b\n"},
        {"title above the table", "Svar fra Acme\n\n1;Ja\n2;Nei\n3;Ja\n",
         "A1=Svar fra Acme\nA3=1\nB3=Ja\nA4=2\nB4=Nei\nA5=3\nB5=Ja\n"},
        {"ragged rows", "1;Ja\n2\n3;Nei;x\n4;Ja\n", "A1=1\nB1=Ja\nA2=2\nA3=3\nB3=Nei\nC3=x\nA4=4\nB4=Ja\n"},
        {"empty fields and lines make no cells", ";;\n;1;Ja\n\n;2;Nei\n", "B2=1\nC2=Ja\nB4=2\nC4=Nei\n"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(shown(row.bytes) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(quotes_are_read)
{
    const std::string stray = "text follows the closing quotation mark; it is read as part of the cell\n";
    struct Row {
        const char* name;
        std::string bytes;
        std::string expected;
    };
    const Row rows[] = {
        {"separator, quote and line end inside", "1;\"a;\"\"b\"\"\r\nc\"\n2;d\n", "A1=1\nB1=a;\"b\"\nc\nA2=2\nB2=d\n"},
        {"blank before the quote and behind it", "1; \"a;b\" ;x\n2;c;y\n", "A1=1\nB1=a;b\nC1=x\nA2=2\nB2=c\nC2=y\n"},
        {"quote inside a plain field", "1;5\" skjerm\n2;x\n", "A1=1\nB1=5\" skjerm\nA2=2\nB2=x\n"},
        {"empty quoted field", "1;\"\"\n2;x\n", "A1=1\nA2=2\nB2=x\n"},
        {"single quotes inside", "1;\"Vi kaller \"det\" slik\"\n2;x\n",
         "A1=1\nB1=Vi kaller det\" slik\"\nA2=2\nB2=x\nsvar.csv!svar!B1: " + stray},
        {"never closed", "1;x\n2;\"Ja, vi har\n3;y\n",
         "A1=1\nB1=x\nA2=2\nB2=\"Ja, vi har\nA3=3\nB3=y\nsvar.csv!svar!B2: the cell begins with a quotation mark that "
         "is "
         "not closed; it is read as it stands, up to the end of the line or column\n"},
        {"text written as a formula", "1;=\"0047\"\n2;=\"a\"\"b\"\n", "A1=1\nB1=0047\nA2=2\nB2==\"a\"\"b\"\n"},
        {"control characters are dropped",
         "1;a\x01"
         "b\n2;c\x1A",
         "A1=1\nB1=ab\nA2=2\nB2=c\n"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            if (std::string(row.name) == "control characters are dropped")
                BOOST_TEST(shown(std::string(5000, ' ') + "x;y\n" + row.bytes).ends_with("A2=1\nB2=ab\nA3=2\nB3=c\n"));
            else
                BOOST_TEST(shown(row.bytes) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(encodings_are_found)
{
    struct Row {
        const char* name;
        std::string bytes;
        std::string expected;
    };
    const Row rows[] = {
        {"UTF-8", "1;På\n2;x\n", "A1=1\nB1=På\nA2=2\nB2=x\n"},
        {"UTF-8 with mark",
         "\xEF\xBB\xBF"
         "1;På\n2;x\n",
         "A1=1\nB1=På\nA2=2\nB2=x\n"},
        {"UTF-16 little-endian with mark", "\xFF\xFE" + utf16("1;P", true) + "\xE5" + "\0"s + utf16("\n2;x\n", true),
         "A1=1\nB1=På\nA2=2\nB2=x\n"},
        {"UTF-16 big-endian with mark", "\xFE\xFF" + utf16("1;P", false) + "\0\xE5"s + utf16("\n2;x\n", false),
         "A1=1\nB1=På\nA2=2\nB2=x\n"},
        {"UTF-16 little-endian", utf16("1;Ja\n2;x\n", true), "A1=1\nB1=Ja\nA2=2\nB2=x\n"},
        {"UTF-16 big-endian", utf16("1;Ja\n2;x\n", false), "A1=1\nB1=Ja\nA2=2\nB2=x\n"},
        {"UTF-16, a pair", "\xFF\xFE" + utf16("1;", true) + "\x3D\xD8\x00\xDE"s + utf16("\n2;x\n", true),
         "A1=1\nB1=\xF0\x9F\x98\x80\nA2=2\nB2=x\n"},
        {"UTF-16, half a pair", "\xFF\xFE" + utf16("1;", true) + "\x3D\xD8" + utf16("a\n2;x\n", true),
         "A1=1\nB1=\xEF\xBF\xBD"
         "a\nA2=2\nB2=x\nsvar.csv: 1 characters cannot be read in the encoding of the file; they "
         "are shown as \xEF\xBF\xBD\n"},
        {"Windows-1252", "1;P\xE5 \x93n\xF8kkel\x94 \x96 \x80\n2;x\n", "A1=1\nB1=På “nøkkel” – €\nA2=2\nB2=x\n"},
        {"UTF-8 with a broken byte", "1;På hva øre æra\xE5\n2;x\n",
         "A1=1\nB1=På hva øre æra\xEF\xBF\xBD\nA2=2\nB2=x\nsvar.csv: 1 characters cannot be read in the encoding of "
         "the "
         "file; they are shown as \xEF\xBF\xBD\n"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(shown(row.bytes) == row.expected);
        }
    }
    BOOST_TEST(!delimited::encoding_of("a\1b").has_value());
}

BOOST_AUTO_TEST_CASE(what_is_no_table_is_refused)
{
    const std::string refused =
        "unsupported: svar.csv: the file is plain text; ask for the original Word or Excel file";
    struct Row {
        const char* name;
        std::string bytes;
    };
    const Row rows[] = {
        {"one line", "1. Ja, vi har det.\n"},
        {"nothing but blanks", " \n\n"},
        {"prose with a comma in each line", "Hei, her er svarene.\nVi har MFA, og logger alt.\nMed hilsen, Kari\n"},
        {"prose with two commas in each line",
         "Vi har MFA, logger, og kryptering.\nVi tester jevnlig, av og til, kanskje.\nNei, ja, og slikt.\n"},
        {"a list", "Ja\nNei\nDelvis\n"},
        {"bytes", "\1\2\3;\4\n\5;\6\n"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(shown(row.bytes) == refused);
        }
    }
}

BOOST_AUTO_TEST_CASE(limits_are_named)
{
    const std::string bytes = "1;Jaha\n2;Nei\n";
    struct Row {
        const char* name;
        void (*change)(Limits&);
        std::string message;
    };
    const Row rows[] = {
        {"cells", [](Limits& l) { l.cells = 3; },
         "limit-exceeded: svar.csv:2: the file has more cells than the limit of 3"},
        {"text of a cell", [](Limits& l) { l.cell_characters = 3; },
         "limit-exceeded: svar.csv:1: a cell has more text than the limit of 3 bytes"},
        {"text of all cells", [](Limits& l) { l.text_bytes = 6; },
         "limit-exceeded: svar.csv:2: the cells of the file have more text than the limit of 6 bytes"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            Limits limits;
            row.change(limits);
            BOOST_TEST(shown(bytes, limits) == row.message);
        }
    }
    BOOST_TEST(shown("sep=;\n" + std::string(20'000, ';') + "\n") ==
               "malformed: svar.csv:1: the file has more rows or columns than a sheet (1048576 x 16384)");
}

BOOST_AUTO_TEST_CASE(the_document_is_one_sheet)
{
    const model::Document document = delimited::open_bytes("1;Ja\n2; \n", "svar 2026.v1.csv");
    const auto& table = std::get<model::Table>(document.blocks.at(0));
    BOOST_TEST((document.kind == model::FileKind::csv));
    BOOST_TEST(table.sheet);
    BOOST_TEST(table.name == "svar 2026.v1");
    BOOST_TEST(table.rows == 2);
    BOOST_TEST(table.columns == 2);
    BOOST_TEST(document.units.size() == 4u);
    BOOST_TEST(document.units[3].empty);
    BOOST_TEST(document.place(3).text() == "svar 2026.v1.csv!svar 2026.v1!B2");
}

BOOST_AUTO_TEST_SUITE_END()
