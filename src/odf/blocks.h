#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "archive/block_draft.h"
#include "odf/context.h"

namespace samsvar::odf {

struct CellBlocks {
    std::vector<model::Block> blocks;
    bool empty = true;  ///< no paragraph had anything in it
};

/// Paragraphs and tables of a cell; they share its unit.
CellBlocks read_cell_blocks(TextContext& context, pugi::xml_node cell, const std::string& path, model::UnitId unit);

/// Paragraphs and tables of the body, each paragraph with a unit of its own.
std::vector<model::Block> read_body(TextContext& context, pugi::xml_node body);

/// Paragraphs of a text box, page header or footer as asides; `path` goes before their own.
void read_aside_blocks(TextContext& context, pugi::xml_node container, model::UnitKind kind, const std::string& path,
                       model::UnitId anchor);

}  // namespace samsvar::odf
