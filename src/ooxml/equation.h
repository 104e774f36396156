#pragma once

#include <string>

#include "archive/xml_node.h"

namespace samsvar::ooxml {

using namespace archive;

/// An equation (ECMA-376 part 1, 22.1) on one line as people type it: (a+b)/2, x^2, x_i, √(x), ∑_(i=1)^n x.
/// `original` = the text before tracked changes instead of as accepted.
std::string equation_text(XmlNode equation, bool original);

}  // namespace samsvar::ooxml
