#include <boost/test/unit_test.hpp>

#include "archive/cell_range.h"
#include "ooxml/file_kind.h"
#include "ooxml/number_format.h"
#include "ooxml/refused.h"
#include "ooxml/rows.h"
#include "ooxml/shown_numbers.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(rows_test)

namespace {

const char* name_of(model::CellKind kind)
{
    switch (kind) {
        case model::CellKind::blank: return "blank";
        case model::CellKind::string: return "string";
        case model::CellKind::number: return "number";
        case model::CellKind::date: return "date";
        case model::CellKind::boolean: return "boolean";
        case model::CellKind::error: return "error";
    }
    return "?";
}

/// Keeps what the stream brings: "A1=text" per cell, and what the in-memory reader keeps of it.
class Collected : public model::RowConsumer {
public:
    void sheet(const model::SheetHead& head) override
    {
        sheets += (sheets.empty() ? "" : ", ") + head.name + (head.hidden ? " (hidden)" : "");
    }
    void row(const model::Row& row) override
    {
        ++rows;
        for (const model::RowCell& cell : row.cells) {
            const std::string place = model::cell_name(cell.row, cell.column);
            kinds += place + ' ' + name_of(cell.kind) + (cell.hidden ? " hidden; " : "; ");
            if (cell.text.empty() && !cell.formula) continue;
            cells += (cells.empty() ? "" : "; ") + place + '=' + std::string(cell.text);
            if (cell.struck) cells += " struck";
            if (cell.formula) cells += " formula";
            if (cell.kind == model::CellKind::error) cells += " error";
        }
    }
    void problem(const model::Problem& problem) override
    {
        problems += problem.place.text() + ": " + problem.text + '\n';
    }

    std::string sheets, cells, kinds, problems;
    int rows = 0;
};

Collected stream(const std::string& bytes, const Limits& limits = {}, const std::string& only = {})
{
    Collected collected;
    const ooxml::Package package(bytes, "a.xlsx", limits);
    ooxml::read_workbook_rows(package, ooxml::find_main_part(package).part, only, collected);
    return collected;
}

std::string stream_refusal(const std::string& bytes, const Limits& limits, const std::string& only = {})
{
    try {
        stream(bytes, limits, only);
    }
    catch (const Error& error) {
        return std::string(samsvar::name_of(error.code())) + ": " + error.what();
    }
    return "read";
}

std::string held(const std::string& bytes)
{
    const model::Document document = ooxml::open_bytes(bytes, "a.xlsx");
    std::string shown;
    for (const model::Block& block : document.blocks)
        for (const model::Cell& cell : std::get<model::Table>(block).cells) {
            shown += (shown.empty() ? "" : "; ") + model::cell_name(cell.row, cell.column) + '=' + cell.text();
            if (cell.marks.struck) shown += " struck";
            if (cell.marks.formula) shown += " formula";
            if (cell.marks.error) shown += " error";
        }
    return shown;
}

std::string workbook(const std::string& data, const std::string& before = {})
{
    return xlsx_builder({{"Svar", data, {}, {}, before}})
        .xml("xl/styles.xml",
             "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/></numFmts>"
             "<fonts><font/><font><strike/></font></fonts>"
             "<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"14\" fontId=\"0\"/>"
             "<xf numFmtId=\"164\" fontId=\"0\"/><xf numFmtId=\"9\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/>"
             "</cellXfs></styleSheet>")
        .xml("xl/sharedStrings.xml",
             "<sst><si><t>Ja</t></si><si><t xml:space=\"preserve\"> to </t></si><si><t> tre </t></si>"
             "<si><t>fire &amp; fem_x000A_seks</t></si><si><r><rPr><strike/></rPr><t>Nei</t></r></si><si><t></t></si>"
             "<si><t>\xC3\xA6rlig</t></si></sst>")
        .bytes();
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_stream_and_the_held_workbook_say_the_same)
{
    struct Row {
        const char* name;
        std::string data;
        std::string kinds;
    };
    const Row rows[] = {
        {"shared strings",
         "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>"
         "<c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"s\"><v>4</v></c><c r=\"F1\" t=\"s\"><v>5</v></c>"
         "<c r=\"G1\" t=\"s\"><v>6</v></c></row>",
         "A1 string; B1 string; C1 string; D1 string; E1 string; F1 blank; G1 string; "},
        {"shared string that is not there", "<row r='1'><c r='A1' t='s'><v>99</v></c></row>", "A1 blank; "},
        {"inline strings", "<row r='1'><c r='A1' t='inlineStr'><is><t>x &amp; y</t></is></c><c r='B1' t='str'><v>z</v></c></row>",
         "A1 string; B1 string; "},
        {"numbers", "<row r=\"2\"><c r=\"A2\"><v>12</v></c><c r=\"B2\" s=\"3\"><v>0.5</v></c><c r=\"C2\" t=\"n\"><v>2.2000000000000002</v></c></row>",
         "A2 number; B2 number; C2 number; "},
        {"dates", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46328</v></c><c r=\"B1\" s=\"2\"><v>46328</v></c><c r=\"C1\" t=\"d\"><v>2026-11-02T00:00:00</v></c></row>",
         "A1 date; B1 date; C1 date; "},
        {"no number", "<row r='1'><c r='A1'><v>abc</v></c></row>", "A1 string; "},
        {"booleans", "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c></row>",
         "A1 boolean; B1 boolean; "},
        {"errors", "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#N/A</v></c></row>", "A1 error; "},
        {"formulas",
         "<row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='C1'><f>1</f></c></row>",
         "A1 number; B1 error; C1 blank; "},
        {"struck by its style", "<row r=\"1\"><c r=\"A1\" s=\"4\"><v>1</v></c></row>", "A1 number; "},
        {"a style only", "<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" s=\"1\"></c></row>", "A1 blank; B1 blank; "},
        {"no references", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
         "A1 number; B1 number; A2 number; "},
        {"far away", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "XFD1048576 number; "},
        {"references of another row", "<row r=\"1\"><c r=\"A3\"><v>1</v></c><c r=\"B13\"><v>2</v></c></row>",
         "A3 number; B13 number; "},
        {"hidden row", "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>", "A1 number hidden; "},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const std::string bytes = workbook(row.data);
            const Collected collected = stream(bytes);
            BOOST_TEST(collected.cells == held(bytes));
            BOOST_TEST(collected.kinds == row.kinds);
            BOOST_TEST(collected.sheets == "Svar");
        }
    }
}

BOOST_AUTO_TEST_CASE(cells_cut_by_the_window_read_as_the_others)
{
    // More than the lexer's window holds, so that cells and strings are cut at every place.
    std::string data;
    for (int number = 1; number <= 5000; ++number) {
        const std::string row = std::to_string(number);
        data += "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>" + std::to_string(number % 7) + "</v></c><c r=\"AB" +
                row + "\"><v>" + std::to_string(number * 7919 % 100003) + "." + std::to_string(number % 9 + 1) +
                "</v></c><c r=\"AC" + row + "\" s=\"1\"><v>" + std::to_string(40000 + number) + "</v></c></row>";
    }
    const std::string bytes = workbook(data);
    const Collected collected = stream(bytes);
    BOOST_TEST((collected.cells == held(bytes)));
    BOOST_TEST(collected.rows == 5000);
    BOOST_TEST(collected.problems == "");
}

BOOST_AUTO_TEST_CASE(a_very_long_row_comes_in_pieces)
{
    std::string data = "<row r=\"1\">";
    for (int column = 0; column < 16384; ++column)
        data += "<c r=\"" + model::cell_name(0, column) + "\"><v>" + std::to_string(column) + "</v></c>";
    const std::string last = "<c r=\"XFD1\"><v>1</v></c>";
    const Collected whole = stream(workbook(data + "</row>"));
    BOOST_TEST(whole.rows == 1);
    const Collected more = stream(workbook(data + last + "</row>"));
    BOOST_TEST(more.rows == 2);
    BOOST_TEST((more.cells == whole.cells + "; XFD1=1"));
}

BOOST_AUTO_TEST_CASE(hidden_columns_and_sheets_are_told)
{
    const std::string bytes =
        xlsx_builder({{"Svar", "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row>", {}, {},
                       "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>"},
                      {"Liste", "<row r=\"1\"><c r=\"A1\"><v>3</v></c></row>", {}, "veryHidden"}})
            .bytes();
    BOOST_TEST(stream(bytes).kinds == "A1 number; C1 number hidden; A1 number; ");
    BOOST_TEST(stream(bytes).sheets == "Svar, Liste (hidden)");
    BOOST_TEST(stream(bytes, {}, "liste").cells == "A1=3");
    BOOST_TEST(stream_refusal(bytes, {}, "Ark3") ==
               "not-found: a.xlsx: there is no sheet called Ark3; there are Svar, Liste");
}

BOOST_AUTO_TEST_CASE(problems_name_their_cell)
{
    BOOST_TEST(stream(workbook("<row r='1'><c r='B1' t='s'><v>99</v></c><c r='C1'><f>1</f></c></row>")).problems ==
               "a.xlsx!Svar!B1: the cell points to shared string 99, which does not exist; it reads as empty\n"
               "a.xlsx!Svar!C1: the formula has no stored result; its cell reads as empty\n");
}

BOOST_AUTO_TEST_CASE(limits_of_the_stream)
{
    const std::string bytes = workbook("<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\"/><c r=\"C1\"><v>1</v></c></row>");
    const std::string sheet = "limit-exceeded: a.xlsx!xl/worksheets/sheet1.xml: ";
    const std::string strings = "limit-exceeded: a.xlsx!xl/sharedStrings.xml: ";
    struct Row {
        const char* name;
        std::function<void(Limits&, std::size_t)> set;
        std::size_t enough;
        std::string refusal;
    };
    const Row rows[] = {
        {"streamed cells", [](Limits& limits, std::size_t value) { limits.streamed_cells = value; }, 3,
         sheet + "the workbook has more cells, those without content counted, than the limit of 2"},
        {"shared strings", [](Limits& limits, std::size_t value) { limits.shared_strings = value; }, 7,
         strings + "the workbook has more shared strings than the limit of 6"},
        {"text of shared strings", [](Limits& limits, std::size_t value) { limits.shared_text_bytes = value; }, 33,
         strings + "the shared strings of the workbook have more text than the limit of 32 bytes"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            Limits limits;
            row.set(limits, row.enough);
            BOOST_TEST(stream_refusal(bytes, limits) == "read");
            row.set(limits, row.enough - 1);
            BOOST_TEST(stream_refusal(bytes, limits) == row.refusal);
        }
    }
}

BOOST_AUTO_TEST_CASE(numbers_shown_as_written_are_what_general_shows)
{
    const char* no[] = {"",     "-",   "007", "-0",  "1.",   ".5",  "1.50", "1e5", "1E-3", "+1",
                        "12345678901", "0x1", "1 2", "--1", "1..2", "1,5", "NaN", " 1"};
    for (const char* text : no) BOOST_TEST_CONTEXT(text) BOOST_TEST(!ooxml::is_shown_as_written(text));
    std::uint32_t state = 7;
    int written = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        const auto next = [&](std::uint32_t bound) { return (state = state * 1664525 + 1013904223) / 65536 % bound; };
        if (next(4) == 0) text += '-';
        for (std::uint32_t digits = next(7); digits-- > 0;) text += static_cast<char>('0' + next(10));
        if (next(2) == 0) {
            text += '.';
            for (std::uint32_t digits = next(6); digits-- > 0;) text += static_cast<char>('0' + next(10));
        }
        if (!ooxml::is_shown_as_written(text)) continue;
        ++written;
        BOOST_TEST_CONTEXT(text) BOOST_REQUIRE_EQUAL(ooxml::general_number(std::stod(text)), text);
    }
    BOOST_TEST(written > 5000);
}

BOOST_AUTO_TEST_SUITE_END()
