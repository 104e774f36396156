#include "model/document.h"

#include <boost/test/unit_test.hpp>

using namespace samsvar::model;

namespace {

Paragraph paragraph(const std::string& text)
{
    Paragraph made;
    made.text = text;
    return made;
}

Cell cell(int row, int column, int row_span = 1, int column_span = 1)
{
    Cell made;
    made.row = row;
    made.column = column;
    made.row_span = row_span;
    made.column_span = column_span;
    made.blocks.push_back(paragraph(std::to_string(row) + ',' + std::to_string(column)));
    return made;
}

/// 0: [0,0 over two columns][0,2]
/// 1: [1,0 over two rows]   [1,1 over two rows and columns]
/// 2:        "                     "
/// 3:                       [3,2]
Table merged_table()
{
    Table table;
    table.rows = 4;
    table.columns = 3;
    table.cells = {cell(0, 0, 1, 2), cell(0, 2), cell(1, 0, 2, 1), cell(1, 1, 2, 2), cell(3, 2)};
    return table;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_tests)

BOOST_AUTO_TEST_CASE(a_position_is_found_through_merged_cells)
{
    struct Row {
        int row, column;
        const char* text;  // "" = no cell
    };
    const Row rows[] = {
        {0, 0, "0,0"}, {0, 1, "0,0"}, {0, 2, "0,2"}, {0, 3, ""},    {1, 0, "1,0"}, {2, 0, "1,0"},
        {1, 1, "1,1"}, {1, 2, "1,1"}, {2, 1, "1,1"}, {2, 2, "1,1"}, {3, 0, ""},    {3, 1, ""},
        {3, 2, "3,2"}, {4, 2, ""},    {-1, 0, ""},   {0, -1, ""},
    };
    for (const int tallest : {0, 2}) {
        Table table = merged_table();
        table.tallest_span = tallest;
        for (const Row& row : rows) BOOST_TEST_CONTEXT(row.row << ',' << row.column << " tallest " << tallest)
            {
                const Cell* found = table.at(row.row, row.column);
                BOOST_TEST((found ? found->text() : "") == row.text);
            }
    }
    BOOST_TEST(!Table().at(0, 0));
}

BOOST_AUTO_TEST_CASE(the_tallest_span_bounds_the_search)
{
    // A wrong bound shows that it is used: with 1, cells of earlier rows are not looked at.
    Table table = merged_table();
    table.tallest_span = 1;
    BOOST_TEST(!table.at(2, 0));
    BOOST_TEST(table.at(0, 1));
}

BOOST_AUTO_TEST_CASE(a_cells_text_joins_its_paragraphs_and_nested_tables)
{
    Cell outer;
    outer.blocks.push_back(paragraph("first"));
    Table inner;
    inner.cells = {cell(0, 0), cell(0, 1)};
    outer.blocks.push_back(inner);
    outer.blocks.push_back(paragraph(""));
    outer.blocks.push_back(paragraph("last"));
    BOOST_TEST(outer.text() == "first\n0,0\n0,1\n\nlast");
    BOOST_TEST(Cell().text().empty());
}

BOOST_AUTO_TEST_CASE(an_automatic_number_is_shown_only_where_the_cell_has_no_text)
{
    struct Row {
        const char* name;
        const char* text;
        const char* label;
        const char* shown;
    };
    const Row rows[] = {
        {"number only", "", "1.", "1."},
        {"blanks", " \t", "2.", "2."},
        {"own text", "18", "1.", "18"},
        {"neither", "", "", ""},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            Cell numbered;
            numbered.blocks.push_back(paragraph(row.text));
            std::get<Paragraph>(numbered.blocks.front()).label = row.label;
            BOOST_TEST(numbered.shown_text() == row.shown);
        }
}

BOOST_AUTO_TEST_CASE(controls_are_listed_in_reading_order_with_those_of_nested_tables)
{
    const auto with_control = [](const std::string& name) {
        Paragraph made;
        Control control;
        control.name = name;
        made.controls.push_back(control);
        return made;
    };
    Cell inner_cell;
    inner_cell.blocks.push_back(with_control("inner"));
    Table inner;
    inner.cells.push_back(inner_cell);
    Cell outer;
    outer.blocks.push_back(with_control("before"));
    outer.blocks.push_back(inner);
    outer.blocks.push_back(with_control("after"));
    std::string names;
    for (const Control* control : outer.controls()) names += control->name + ' ';
    BOOST_TEST(names == "before inner after ");
}

BOOST_AUTO_TEST_CASE(a_units_place_names_file_part_and_path)
{
    Document document;
    document.file = "acme.docx";
    document.units.push_back({UnitKind::cell, "word/document.xml", "table3/row20/cell3", false, false});
    document.units.push_back({UnitKind::cell, "Answers", "C17", true, false});
    BOOST_TEST(document.place(0).text() == "acme.docx!word/document.xml:table3/row20/cell3");
    BOOST_TEST(document.place(1).text() == "acme.docx!Answers!C17");
    BOOST_TEST(document.place(no_unit).text() == "acme.docx");
}

BOOST_AUTO_TEST_SUITE_END()
