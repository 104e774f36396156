#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/library.h"
#include "base/limits.h"
#include "model/language.h"
#include "xml/element.h"

namespace samsvar::app {

/// How a file that is no catalogue of ours becomes one.
struct CatalogSource {
    std::string id;                                  ///< of the catalogue; empty = made of the file's name
    model::Language language = model::Language::en;  ///< of the texts in files that do not say
    std::vector<std::string> columns;                ///< "id=A", "title=2", "text=Krav"; empty = found by their headers
    std::filesystem::path folder;                    ///< where imports of a profile are looked for; empty = its own
    Limits limits;
};

/// A catalogue of ours (catalogs/catalog.xsd) and what is to be known about how it came to be.
struct CatalogTree {
    xml::Element root;
    std::vector<std::string> notes;
};

/// Reads requirements from a file of any kind: a catalogue of ours, an OSCAL catalogue, an OSCAL profile (resolved),
/// other XML whose elements hold an id beside a title or text, and tables (CSV, XLSX, ODS, tables of DOCX and ODT) with
/// columns for id, title and text. Throws Error with line and column, or the cell, of what is missing or wrong.
CatalogTree read_catalog_tree(const Library& library, const std::filesystem::path& file, const CatalogSource& source);

/// An OSCAL profile resolved, as the OSCAL catalogue it stands for. Throws Error as read_catalog_tree does.
CatalogTree resolve_profile(const std::filesystem::path& file, const std::filesystem::path& folder,
                            const Limits& limits);

/// An id made of a file's name: lower case, what is no letter or digit becomes one hyphen.
std::string id_from(const std::filesystem::path& file);

}  // namespace samsvar::app
