#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "cli/program.h"
#include "support/package_builder.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

BOOST_AUTO_TEST_SUITE(read_test)

namespace {

namespace fs = std::filesystem;

struct Desk {
    TemporaryFolder folder;
    test::Surroundings there;

    Desk() { there.folder = folder.path(); }
    void put(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(folder.path() / name, std::ios::binary) << bytes;
    }
    Run read(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), "read");
        return test::samsvar(arguments, there);
    }
};

/// A row of inline strings and one number behind them.
std::string workbook(const std::string& data)
{
    return test::xlsx_with_sheets({{"Svar", data}});
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_workbook_is_csv)
{
    struct Row {
        const char* name;
        std::string data;
        std::string csv;
    };
    const Row rows[] = {
        {"plain", test::xlsx_row(1, {"Nr", "Svar"}) + test::xlsx_row(2, {"1", "Ja"}), "Nr,Svar\r\n1,Ja\r\n"},
        {"what needs quotes",
         test::xlsx_row(1, {"a,b", "he said \"yes\", and it was long enough", "two\nlines", "semi;colon", "tab\there"}),
         "\"a,b\",\"he said \"\"yes\"\", and it was long enough\",\"two\nlines\",semi;colon,\"tab\there\"\r\n"},
        {"cells and rows that are not there", test::xlsx_row(2, {"", "b", "", "d"}) + test::xlsx_row(4, {"a"}),
         "\r\n,b,,d\r\n\r\na\r\n"},
        {"a row of empty cells", "<row r='1'><c r='A1' s='1'/></row>", ""},
        {"typed", "<row r='1'><c r='A1'><v>1.50</v></c><c r='B1' t='b'><v>1</v></c><c r='C1' t='e'><v>#N/A</v></c></row>",
         "1.5,TRUE,#N/A\r\n"},
        {"rows out of order", test::xlsx_row(2, {"b"}) + test::xlsx_row(1, {"a"}), "a\r\nb\r\n"},
        {"cells out of order", "<row r='1'><c r='B1'><v>2</v></c><c r='A1'><v>1</v></c></row>", "1,2\r\n"},
    };
    const Desk desk;
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            desk.put("a.xlsx", workbook(row.data));
            for (const char* threads : {"1", "2"}) {
                const Run run = desk.read({"a.xlsx", "--threads", threads});
                BOOST_TEST(run.status == 0);
                BOOST_TEST(run.out == row.csv);
                BOOST_TEST(run.err == "");
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(several_sheets_come_behind_their_names)
{
    const Desk desk;
    desk.put("a.xlsx", test::xlsx_with_sheets({{"Svar", test::xlsx_row(1, {"Ja"})},
                                               {"Mer, og mer", test::xlsx_row(1, {"Nei"})},
                                               {"Liste", test::xlsx_row(2, {"x"}), {}, "hidden"}}));
    BOOST_TEST(desk.read({"a.xlsx"}).out == "\"[Svar]\"\r\nJa\r\n\r\n\"[Mer, og mer]\"\r\nNei\r\n\r\n\"[Liste]\"\r\n\r\nx\r\n");
    BOOST_TEST(desk.read({"a.xlsx", "--sheet", "liste"}).out == "\r\nx\r\n");
    const Run none = desk.read({"a.xlsx", "--sheet", "Ark1"});
    BOOST_TEST(none.status == 2);
    BOOST_TEST(none.out == "");
    BOOST_TEST(none.err == "samsvar: a.xlsx: there is no sheet called Ark1; there are Svar, Mer, og mer, Liste\n");
}

BOOST_AUTO_TEST_CASE(texts_are_as_they_are_unless_guarded)
{
    const Desk desk;
    desk.put("a.xlsx", workbook("<row r='1'><c r='A1' t='inlineStr'><is><t>=cmd|x</t></is></c><c r='B1'><v>-5</v></c>"
                                "<c r='C1' t='inlineStr'><is><t>-5</t></is></c></row>"));
    BOOST_TEST(desk.read({"a.xlsx"}).out == "=cmd|x,-5,-5\r\n");
    BOOST_TEST(desk.read({"a.xlsx", "--guard-formulas"}).out == "\"'=cmd|x\",-5,\"'-5\"\r\n");
}

BOOST_AUTO_TEST_CASE(a_text_document_is_text)
{
    const Desk desk;
    desk.put("a.docx", test::docx_with_body(test::docx_paragraph("Først") +
                                            test::docx_table({{"Nr", "Svar"}, {"1", "Ja\nda"}}) + "<w:p/>" +
                                            test::docx_paragraph("sist")));
    const Run run = desk.read({"a.docx"});
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.out.starts_with("Først\nNr\tSvar\n1\tJa"));
    BOOST_TEST(run.out.ends_with("\n\nsist\n"));
    const Run sheet = desk.read({"a.docx", "--sheet", "x"});
    BOOST_TEST(sheet.status == 2);
    BOOST_TEST(sheet.err == "samsvar: a.docx: this is a text document, it has no sheets to choose from\n");
}

BOOST_AUTO_TEST_CASE(what_was_not_understood_is_told_and_does_not_stop)
{
    const Desk desk;
    desk.put("a.xlsx", workbook("<row r='1'><c r='A1' t='s'><v>7</v></c><c r='B1'><v>1</v></c></row>"));
    const Run run = desk.read({"a.xlsx"});
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.out == ",1\r\n");
    BOOST_TEST(run.err ==
               "samsvar: a.xlsx!Svar!A1: the cell points to shared string 7, which does not exist; it reads as empty\n");
}

BOOST_AUTO_TEST_CASE(the_output_is_whole_or_as_it_was)
{
    const Desk desk;
    desk.put("a.xlsx", workbook(test::xlsx_row(1, {"Ja"})));
    BOOST_TEST(desk.read({"a.xlsx", "-o", "a.csv"}).status == 0);
    BOOST_TEST(test::content_of(desk.folder.path() / "a.csv") == "Ja\r\n");
    // One that breaks off leaves what there was.
    desk.put("bad.xlsx", workbook(test::xlsx_row(1, {"Nei"}) + "<row r='2'><c r='nowhere'><v>1</v></c></row>"));
    const Run bad = desk.read({"bad.xlsx", "-o", "a.csv"});
    BOOST_TEST(bad.status == 2);
    BOOST_TEST(bad.err.find("'nowhere' is no cell of a sheet") != std::string::npos);
    BOOST_TEST(test::content_of(desk.folder.path() / "a.csv") == "Ja\r\n");
    const Run itself = desk.read({"a.xlsx", "-o", "a.xlsx"});
    BOOST_TEST(itself.status == 2);
    BOOST_TEST(itself.err ==
               "samsvar: a.xlsx: the result would replace this file, which is to be read; name another with -o\n");
    BOOST_TEST(test::names_in(desk.folder.path()) == "a.csv a.xlsx bad.xlsx");
}

BOOST_AUTO_TEST_CASE(a_wrong_number_of_threads_is_refused)
{
    const Desk desk;
    for (const char* threads : {"0", "3", "many"}) BOOST_TEST(desk.read({"a.xlsx", "--threads", threads}).status == 2);
}

BOOST_AUTO_TEST_SUITE_END()
