#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "ooxml/document_context.h"
#include "archive/xml_node.h"

namespace samsvar::ooxml {

/// Reads a w:tbl as a grid: gridSpan, gridBefore and vMerge laid out, nested tables inside their cells. `path` is the
/// table's own: "table3".
model::Table read_table(DocumentContext& context, XmlNode table, const std::string& path);

struct CellBlocks {
    std::vector<model::Block> blocks;
    bool empty = true;
};

/// Content of one cell; its paragraphs share the cell's unit.
CellBlocks read_cell_blocks(DocumentContext& context, XmlNode cell, const std::string& path, model::UnitId unit);

}  // namespace samsvar::ooxml
