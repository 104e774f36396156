#pragma once

#include <string>

#include "archive/xml_tree.h"

namespace samsvar::ooxml {

using namespace archive;

/// Paragraphs of DrawingML text (a:p) below a node, one line each; empty ones are left out.
std::string paragraph_lines(pugi::xml_node node);

/// What a reader sees written in a chart part: titles, names of the series, categories; one line each, in that order
/// of the file, repeated lines once. Values are left out.
std::string chart_text(pugi::xml_node root);

/// The texts of a diagram's data part (SmartArt), one line each; sample texts are left out.
std::string diagram_text(pugi::xml_node root);

}  // namespace samsvar::ooxml
