#pragma once

#include <vector>

#include "base/bytes.h"
#include "model/catalog.h"

namespace samsvar::catalog {

/// A catalogue and the mappings of a file as bytes, and the same again; see base/bytes.h.
void write(const model::Catalog& catalog, BytesWriter& into);
void write(const std::vector<model::Mapping>& mappings, BytesWriter& into);
model::Catalog read_catalog(BytesReader& from);
std::vector<model::Mapping> read_mappings(BytesReader& from);

}  // namespace samsvar::catalog
