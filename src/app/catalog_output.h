#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/catalog_source.h"
#include "catalog/diff.h"
#include "model/catalog.h"
#include "model/language.h"
#include "xml/element.h"

namespace samsvar::app {

/// A catalogue as XML of ours, once it is seen to load. Throws Error(malformed) with the place in the source otherwise.
std::string catalog_xml(const CatalogTree& catalog);

/// A catalogue as OSCAL catalogue XML. `date` is its last-modified, unless it came from OSCAL.
std::string oscal_catalog_xml(const CatalogTree& catalog, const model::Date& date);

/// A resolved OSCAL profile (resolve_profile) as XML.
std::string resolved_xml(const CatalogTree& oscal_catalog);

/// Requirements of a catalogue of ours; controls, those in controls too, of an OSCAL catalogue.
std::size_t requirement_count(const CatalogTree& catalog);

/// OSCAL assessment results (oscal/results.h) as JSON, with the names of OSCAL's JSON form: props, links, results …
std::string results_json(const xml::Element& results);

/// Two versions of a catalogue and what became of each requirement.
struct CatalogDiff {
    model::Catalog before, after;
    std::vector<catalog::Change> changes;
};
/// Each is an id or a file, as Library::catalog() takes it.
CatalogDiff compare_catalogs(const Library& library, const std::string& before, const std::string& after);

/// Differences for people: one block each, words that differ below.
std::string diff_text(const CatalogDiff& diff, model::Language language);
/// The same for programs: {"old", "new", "changes": [{"kind", "old", "new", "fields"}], "counts": {…}}.
std::string diff_json(const CatalogDiff& diff);

}  // namespace samsvar::app
