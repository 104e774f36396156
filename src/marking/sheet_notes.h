#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "marking/mark.h"
#include "marking/package_edit.h"
#include "marking/sheet_cells.h"

// Internal to the folder.
namespace samsvar::marking {

/// What a sheet has of notes and threaded comments.
struct SheetNotes {
    std::string part;  ///< with the notes; empty = none
    std::set<CellPlace> noted;
    std::set<CellPlace> threaded;  ///< a cell holds either a note or a thread: Excel shows the thread only
};
SheetNotes notes_of(PackageEdit& edit, const std::string& sheet);

/// Adds notes (ECMA-376 part 1, 18.7) to a sheet, behind what notes of the same cells say, and the boxes they are shown
/// in. Where a new drawing has to be named in the sheet, gives its relationship's id; else "".
std::string add_notes(PackageEdit& edit, const std::string& sheet, bool strict, const SheetNotes& known,
                      const std::map<CellPlace, std::vector<const Mark*>>& marks, const SheetCells& cells,
                      const Author& author, const std::string& legacy_drawing);

}  // namespace samsvar::marking
