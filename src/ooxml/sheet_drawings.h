#pragma once

#include <vector>

#include "archive/draft.h"
#include "ooxml/list_values.h"
#include "ooxml/package.h"
#include "ooxml/sheet.h"

namespace samsvar::ooxml {

/// Puts the check boxes, option buttons, drop-downs and list boxes that float over sheets into the cells they stand
/// on: the cell's text gets ☒ or ☐ and the control's label, or what is chosen, in front. Controls of other kinds are
/// told. Before lay_out.
void place_controls(const Package& package, std::vector<SheetContent>& sheets, ListValues& lists, Draft& draft);

/// Text boxes of a sheet that is laid out, texts of its charts and diagrams and descriptions of its pictures, as asides
/// anchored to the cell below their corner; pictures without a description are told.
void read_text_boxes(const Package& package, const SheetContent& sheet, Draft& draft);

}  // namespace samsvar::ooxml
