#pragma once

#include "model/catalog.h"
#include "xml/element.h"

// Internal to the folder.
namespace samsvar::catalog {

/// One <requirement> with its parts. Throws Error(malformed) at the element that is wrong. References to groups and
/// conditions are checked by the caller, who knows them.
model::Requirement read_requirement(const xml::Element& element);

}  // namespace samsvar::catalog
