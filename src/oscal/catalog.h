#pragma once

#include <string>

#include "model/language.h"
#include "xml/element.h"

namespace samsvar::oscal {

/// How an OSCAL catalogue becomes one of ours.
struct ReadAs {
    std::string id;                                  ///< of the catalogue, unless it carries one of ours
    model::Language language = model::Language::en;  ///< of its texts; OSCAL does not say
};

/// An OSCAL catalogue as a catalogue of ours (catalogs/catalog.xsd): every control is a requirement, controls inside
/// controls too (attribute parent), in the order of the file. Title and statement become title and text, parameters
/// filled in; all that OSCAL says beyond stays as it is in <oscal>. What from_own() wrote comes back as it was. Places
/// are those of the OSCAL file, so that complaints name its line and column. Throws Error(unsupported) when the root is
/// no OSCAL catalogue, Error(malformed) when a control lacks id or title.
xml::Element to_own(const xml::Element& root, const ReadAs& as);

/// A catalogue of ours as an OSCAL catalogue. What OSCAL has a place for goes there, the rest into props and parts of
/// our namespace (attribute ns); <oscal> of a catalogue that came from OSCAL comes out again. `last_modified` is an
/// OSCAL date-time, for catalogues that bring none.
xml::Element from_own(const xml::Element& catalog, const std::string& last_modified);

}  // namespace samsvar::oscal
