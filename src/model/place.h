#pragma once

#include <compare>
#include <string>

namespace samsvar::model {

/// Where something stands in a supplier's file, in words a person can follow back by hand.
/// Word: `acme.docx!word/document.xml:table3/row20/cell3`; workbook: `acme.xlsx!Answers!C17`.
struct Place {
    std::string file;    ///< file name without folders
    std::string part;    ///< package part (Word, OpenDocument text) or sheet name (workbooks); empty = the whole file
    std::string path;    ///< inside the part: table3/row20/cell3, paragraph7, C17; empty = the whole part
    bool sheet = false;  ///< part is a sheet name, path an A1 reference

    std::string text() const
    {
        std::string text = file;
        if (!part.empty()) text += '!' + part;
        if (!path.empty()) text += (sheet ? '!' : ':') + path;
        return text;
    }
    auto operator<=>(const Place&) const = default;
};

/// A column of a sheet as its letters: 2 is C.
std::string column_letters(int column);
/// A cell of a sheet, 0-based: (16, 2) is C17.
std::string cell_name(int row, int column);
/// A column as a person finds it: letters in a sheet, counted from 1 in a Word table.
std::string column_name(int column, bool sheet);

/// Where a rule, requirement or question stands in our own XML: file (as shipped, "catalogs/gdpr.xml") and line.
struct Origin {
    std::string file;
    int line = 0;

    std::string text() const { return line > 0 ? file + ':' + std::to_string(line) : file; }
    bool operator==(const Origin&) const = default;
};

/// Something to tell about a supplier's file that did not stop the reading of it.
struct Problem {
    Place place;
    std::string text;
};

}  // namespace samsvar::model
