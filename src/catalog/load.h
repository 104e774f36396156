#pragma once

#include <filesystem>
#include <vector>

#include "model/catalog.h"
#include "model/lexicon.h"
#include "xml/element.h"

namespace samsvar::catalog {

/// Reads one catalogue (catalogs/*.xml, see catalogs/catalog.xsd). `shown` is the name used in origins
/// ("catalogs/gdpr-processor.xml"). Throws Error with file, line and column: malformed XML, unknown elements and
/// attributes, double ids, unknown references, wrong patterns.
model::Catalog load(const std::filesystem::path& path, const std::string& shown);

/// The same of a file that is parsed already, or of a catalogue made from another format.
model::Catalog read(const xml::Element& root);

/// Reads one mapping file (catalogs/mappings/*.xml).
std::vector<model::Mapping> load_mappings(const std::filesystem::path& path, const std::string& shown);

/// The same of a file that is parsed already.
std::vector<model::Mapping> read_mappings(const xml::Element& root);

/// Reads every *.xml of the folder (catalogs/lexicon): concepts, contradictions, finding texts. Double concept ids and
/// unknown concept references are an Error. `shown` is the folder's name in origins.
model::Lexicon load_lexicon(const std::filesystem::path& folder, const std::string& shown);

}  // namespace samsvar::catalog
