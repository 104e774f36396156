#pragma once

#include <string_view>

#include "xml/element.h"

// Internal to the folder.
namespace samsvar::oscal {

/// Where the model puts a child of a group, control or part: title, param, prop, link, part, group or control.
int rank_of(std::string_view name);

/// Adds `child` where the model allows it: before the first child of its kind or a later one, or behind the last of
/// its kind or an earlier one.
xml::Element& insert_starting(xml::Element& parent, xml::Element child);
xml::Element& insert_ending(xml::Element& parent, xml::Element child);

}  // namespace samsvar::oscal
