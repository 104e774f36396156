#pragma once

#include <set>
#include <string>
#include <vector>

#include "xml/element.h"

// Internal to the folder.
namespace samsvar::oscal {

/// True when the whole of `text` fits the glob: * any characters, ? one.
bool fits_glob(std::string_view pattern, std::string_view text);

/// The controls of a catalogue that the include and exclude elements of `selector` (an import or insert-controls)
/// select, by id. What it names and the catalogue does not hold goes into `unknown`.
std::set<std::string> selected_controls(const xml::Element& selector, const xml::Element& catalog,
                                        std::vector<std::string>& unknown);

}  // namespace samsvar::oscal
