#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/place.h"

namespace samsvar::model {

/// Index into Document::units.
using UnitId = std::uint32_t;
inline constexpr UnitId no_unit = ~UnitId{0};

/// What one unit of a supplier's file is. Every unit ends up in the import ledger: used, or ignored with a reason.
enum class UnitKind {
    cell,           ///< cell of a sheet or of a Word table, with all paragraphs in it (nested tables apart)
    paragraph,      ///< paragraph outside tables
    comment,        ///< Word comment, sheet note or threaded comment
    footnote,       ///< footnote or endnote
    header_footer,  ///< paragraph of a page header or footer
    text_box,       ///< paragraph in a drawing or text box
    control,        ///< form control that floats over a sheet and could not be placed in a cell
};

struct Unit {
    UnitKind kind = UnitKind::cell;
    std::string part;  ///< as Place::part
    std::string path;  ///< as Place::path
    bool sheet = false;
    bool empty = false;  ///< holds no text, mark or control
};

/// What is special about a piece of text; shown to people, and a reason to ignore some of it.
struct Marks {
    bool hidden = false;    ///< hidden run, row, column, sheet or very hidden sheet
    bool struck = false;    ///< all of it struck through
    bool inserted = false;  ///< holds a tracked insertion (text is read as accepted)
    bool deleted = false;   ///< a tracked deletion was left out
    bool moved = false;
    bool formula = false;      ///< cached result of a formula
    bool error = false;        ///< cached error of a formula
    bool placeholder = false;  ///< only the placeholder or sample text of a control
};

enum class ControlKind { checkbox, dropdown, combobox, text, date, picture, option };

/// A content control, legacy form field or sheet form control.
struct Control {
    ControlKind kind = ControlKind::text;
    std::string name;                  ///< alias, tag or field name
    std::string value;                 ///< text shown; chosen list item; ISO date
    bool checked = false;              ///< check boxes and options
    bool placeholder = false;          ///< nothing was entered
    std::vector<std::string> choices;  ///< list items in order
};

struct Link {
    std::string text;
    std::string target;  ///< never followed
};

struct Paragraph {
    std::string text;      ///< as accepted: insertions in, deletions out; tabs as \t, line breaks as \n
    std::string original;  ///< text before tracked changes, when it differs
    std::string label;     ///< automatic number or bullet as Word shows it ("1.", "a)", "•")
    int list_level = -1;   ///< 0-based; -1 = not in a list
    int heading = 0;       ///< 1-9 for headings, 10 for a document title, 0 otherwise
    std::string style;     ///< style name
    Marks marks;
    std::vector<Control> controls;  ///< in reading order
    std::vector<Link> links;
    UnitId unit = no_unit;  ///< for paragraphs outside tables
};

struct Table;
using Block = std::variant<Paragraph, Table>;

struct Cell {
    int row = 0;     ///< 0-based grid position
    int column = 0;  ///< 0-based grid position (after gridBefore, gridSpan and vMerge are laid out)
    int row_span = 1;
    int column_span = 1;
    std::vector<Block> blocks;  ///< paragraphs and nested tables; a sheet cell has one paragraph
    Marks marks;
    std::vector<std::string> choices;  ///< list of a data validation that covers the cell
    UnitId unit = no_unit;

    /// The paragraphs' texts joined by \n, nested tables' cells included; labels are left out.
    std::string text() const;
    /// First paragraph's automatic number when the cell has no text of its own ("1."), else text().
    std::string shown_text() const;
    /// All controls of the paragraphs in reading order.
    std::vector<const Control*> controls() const;
};

/// A Word table or a sheet: cells in row-major order, no two with the same row and column.
struct Table {
    std::string name;  ///< sheet name; for Word "table3", nested "table3/row2/cell1/table1"
    std::string part;
    bool sheet = false;
    Marks marks;  ///< hidden sheet
    int rows = 0;
    int columns = 0;
    std::vector<Cell> cells;
    std::vector<int> hidden_rows;     ///< sorted
    std::vector<int> hidden_columns;  ///< sorted
    int tallest_span = 0;             ///< largest row_span of the cells; 0 = not known, and at() may look at every cell
    int blank_cells = 0;              ///< sheet cells that have a style only; those no list covers are not in `cells`

    /// The cell that covers (row, column), through spans, or null. O(log n) where a cell starts; elsewhere it looks
    /// back through tallest_span rows.
    const Cell* at(int row, int column) const;
};

/// A text that stands beside the flow: comment, footnote, page header, text box.
struct Aside {
    UnitKind kind = UnitKind::comment;
    Paragraph paragraph;
    UnitId anchor = no_unit;  ///< unit it belongs to, where known
    std::string author;
};

enum class FileKind { docx, xlsx, odt, ods, csv };
const char* name_of(FileKind kind);

/// A supplier's file as this program sees it, whatever the format: blocks in reading order, each cell and paragraph
/// with its place. Knows no questionnaire.
struct Document {
    FileKind kind = FileKind::docx;
    std::string file;           ///< file name without folders
    std::string sha256;         ///< of the bytes
    std::vector<Block> blocks;  ///< workbook: one Table per sheet, in workbook order
    std::vector<Aside> asides;
    std::vector<Unit> units;        ///< every cell, paragraph, comment … once; index = UnitId
    std::vector<Problem> problems;  ///< what was not understood
    std::string title;              ///< docProps/core.xml
    std::string program;            ///< program that wrote it, docProps/app.xml
    std::string modified;           ///< docProps/core.xml, as written

    Place place(UnitId unit) const;
};

}  // namespace samsvar::model
