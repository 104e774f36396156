#pragma once

#include <string>

#include "model/document.h"
#include "ooxml/open.h"
#include "support/package_builder.h"

/// What was read of workbooks, as text.
namespace samsvar::test::xlsx {

inline std::string marks_of(const model::Marks& marks)
{
    std::string shown;
    if (marks.hidden) shown += " hidden";
    if (marks.struck) shown += " struck";
    if (marks.formula) shown += " formula";
    if (marks.error) shown += " error";
    return shown;
}

/// "A1=text" per cell, with span and marks, joined by "; ".
inline std::string cells_of(const model::Document& document, std::size_t sheet = 0)
{
    std::string shown;
    for (const model::Cell& cell : std::get<model::Table>(document.blocks.at(sheet)).cells) {
        if (!shown.empty()) shown += "; ";
        shown += document.units.at(cell.unit).path + '=' + cell.text() + marks_of(cell.marks);
        if (cell.row_span > 1 || cell.column_span > 1)
            shown += ' ' + std::to_string(cell.row_span) + 'x' + std::to_string(cell.column_span);
    }
    return shown;
}

inline std::string problems_of(const model::Document& document)
{
    std::string shown;
    for (const model::Problem& problem : document.problems) shown += problem.place.text() + ": " + problem.text + '\n';
    return shown;
}

inline model::Document read(const PackageBuilder& builder)
{
    return ooxml::open_bytes(builder.bytes(), "a.xlsx");
}

inline const model::Table& sheet(const model::Document& document, std::size_t number = 0)
{
    return std::get<model::Table>(document.blocks.at(number));
}

}  // namespace samsvar::test::xlsx
