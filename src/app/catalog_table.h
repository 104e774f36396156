#pragma once

#include <string>

#include "app/catalog_source.h"

namespace samsvar::app {

/// Requirements out of tables with columns for id, title and text (id and one of the others are needed; a column for
/// the group may stand too), found by their headers or said by source.columns. Rows above the header, rows without an
/// id and repeated headers are left out and told. Throws Error(unsupported) when no table has such columns,
/// Error(malformed) with the cell when an id stands twice.
CatalogTree catalog_from_tables(const std::filesystem::path& file, const std::string& id, const CatalogSource& source);

}  // namespace samsvar::app
