#pragma once

#include <string>
#include <vector>

#include "model/catalog.h"
#include "xml/element.h"

namespace samsvar::oscal {

/// An OSCAL mapping collection as lines of mapping. The catalogues are named by the `catalog-id` prop of
/// source-resource and target-resource, else by the name of the file their href leads to, without ending. An entry with
/// several sources or targets says of each pair no more than that they overlap, unless it is one to one. Throws
/// Error(malformed) at what is missing or unknown.
std::vector<model::Mapping> mappings_of(const xml::Element& root);

}  // namespace samsvar::oscal
