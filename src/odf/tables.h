#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>

#include "odf/context.h"

namespace samsvar::odf {

/// Reads a table of a text; `path` is its name ("table3").
model::Table read_table(TextContext& context, pugi::xml_node table, const std::string& path);

/// Visits the cells that are shown, in reading order, with 1-based numbers of row and cell.
void for_each_cell(pugi::xml_node table, const std::function<void(pugi::xml_node, int row, int cell)>& visit);

}  // namespace samsvar::odf
