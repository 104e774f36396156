#pragma once

#include <map>
#include <string>
#include <vector>

#include "ooxml/sheet.h"

namespace samsvar::ooxml {

/// Gives cells the values of the list validations over them; cells that only have a style are stored when a list
/// covers them, for they are where an answer belongs. `names` are the workbook's defined names.
void apply_validations(std::vector<SheetContent>& sheets, const std::map<std::string, std::string>& names,
                       Draft& draft);

/// Adds cells that are not there yet, both in row-major order, and keeps the order.
void insert_cells(std::vector<model::Cell>& cells, std::vector<model::Cell> fresh);

/// Lays out merged ranges and hidden rows and columns, sets the extent and gives each cell its unit.
void lay_out(SheetContent& sheet, Draft& draft);

}  // namespace samsvar::ooxml
