#pragma once

#include <string>
#include <vector>

#include "ooxml/list_values.h"
#include "ooxml/sheet.h"

namespace samsvar::ooxml {

/// Gives cells the values of the list validations over them; cells that only have a style are stored when a list
/// covers them, for they are where an answer belongs. `lists` looks values up in the same sheets.
void apply_validations(std::vector<SheetContent>& sheets, ListValues& lists, Draft& draft);

/// Adds cells that are not there yet, both in row-major order, and keeps the order.
void insert_cells(std::vector<model::Cell>& cells, std::vector<model::Cell> fresh);

/// Lays out merged ranges and hidden rows and columns, sets the extent and gives each cell its unit.
void lay_out(SheetContent& sheet, Draft& draft);

}  // namespace samsvar::ooxml
