#pragma once

#include <string>
#include <vector>

#include "xml/element.h"

// Internal to the folder.
namespace samsvar::oscal {

/// Carries out a profile's <modify> on a catalogue: set-parameter, then alter (remove, add) in their order. What it
/// names and the catalogue does not hold is told in `notes`. Throws Error(malformed) at an <add> with an unknown
/// position.
void modify(const xml::Element& modification, xml::Element& catalog, std::vector<std::string>& notes);

}  // namespace samsvar::oscal
