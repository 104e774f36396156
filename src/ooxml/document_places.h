#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "archive/xml_tree.h"

namespace samsvar::ooxml {

/// The paragraphs that a place in the body of a Word document consists of, in their order: one for a paragraph, those
/// of a cell without its nested tables'. Only w:p; may be empty.
using PlaceParagraphs = std::map<std::string, std::vector<pugi::xml_node>>;

/// Finds the places `wanted`, which are paths as reading the document gives them ("table3/row20/cell3", "paragraph7"),
/// by the same counting. Those that are not there are left out. `body` is w:body.
PlaceParagraphs find_places(pugi::xml_node body, const std::set<std::string>& wanted);

/// The first w:p of the body in reading order, in tables too; null when there is none.
pugi::xml_node first_paragraph(pugi::xml_node body);

}  // namespace samsvar::ooxml
