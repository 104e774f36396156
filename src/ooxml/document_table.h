#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/document.h"
#include "ooxml/document_context.h"
#include "archive/xml_tree.h"

namespace samsvar::ooxml {

/// Reads a w:tbl as a grid: gridSpan, gridBefore and vMerge laid out, nested tables inside their cells. `path` is the
/// table's own: "table3".
model::Table read_table(DocumentContext& context, pugi::xml_node table, const std::string& path);

/// Calls `visit` with every w:tc of a table, its row and its place in the row, both 1-based; rows and cells inside
/// content controls and other wrappers are found.
void for_each_cell(pugi::xml_node table, const std::function<void(pugi::xml_node, int row, int cell)>& visit);

struct CellBlocks {
    std::vector<model::Block> blocks;
    bool empty = true;
};

/// Content of one cell; its paragraphs share the cell's unit.
CellBlocks read_cell_blocks(DocumentContext& context, pugi::xml_node cell, const std::string& path, model::UnitId unit);

}  // namespace samsvar::ooxml
