#pragma once

#include <string>

#include "app/catalog_source.h"

namespace samsvar::app {

/// Requirements out of XML of an unknown shape: every element that holds an element named as an id (id, code, shortcode
/// …) beside one named as a text or title. One that holds further such elements is a group. Throws Error(unsupported)
/// when there is none.
CatalogTree catalog_from_xml(const xml::Element& root, const std::string& id, model::Language language);

}  // namespace samsvar::app
