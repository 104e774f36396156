#pragma once

#include <set>
#include <string>
#include <vector>

#include "xml/element.h"

// Internal to the folder.
namespace samsvar::oscal {

/// One import of a profile: the catalogue and what is selected of it.
struct Source {
    const xml::Element* import = nullptr;
    xml::Element catalog;
    std::set<std::string> selected;
};

/// Puts the selected controls of all sources into `catalog` as the profile's <merge> says: as-is keeps groups and
/// nesting, flat (also when nothing is said) puts one control behind the other, custom builds its own groups. Throws
/// Error(malformed) at a combination that clashes or a merge that is not known.
void merge(const xml::Element& profile, const std::vector<Source>& sources, xml::Element& catalog);

}  // namespace samsvar::oscal
