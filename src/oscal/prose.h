#pragma once

#include <map>
#include <string>

#include "xml/element.h"

// Internal to the folder.
namespace samsvar::oscal {

/// What stands in a text where a parameter is inserted, by the parameter's id.
using Parameters = std::map<std::string, std::string>;

/// The parameters of an element and of all elements in it: their value, else their choices ("[one of: a; b]"), else
/// their label ("[label]").
void collect_parameters(const xml::Element& element, Parameters& parameters);

/// The sentences of a part and of the parts in it, on one line, each behind its printed label ("a. …").
std::string prose_of(const xml::Element& part, const Parameters& parameters);

}  // namespace samsvar::oscal
