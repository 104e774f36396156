#pragma once

#include "archive/draft.h"
#include "ooxml/package.h"
#include "ooxml/sheet.h"

namespace samsvar::ooxml {

/// Puts the check boxes and option buttons that float over a sheet into the cell they stand on: the cell's text gets
/// ☒ or ☐ and the control's label in front, as Word shows it. Before lay_out.
void place_controls(const Package& package, SheetContent& sheet, Draft& draft);

/// Text boxes of a sheet that is laid out, as asides anchored to the cell below their corner; charts, diagrams and
/// pictures are told.
void read_text_boxes(const Package& package, const SheetContent& sheet, Draft& draft);

}  // namespace samsvar::ooxml
