#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/profile.h"
#include "xml/element.h"

namespace samsvar::profile {

/// A profile file (catalogs/profile.xsd). Throws Error(malformed) with line and column: unknown elements, attributes,
/// aspects, levels, roles; a second level of an aspect, a second condition.
model::Profile read(const xml::Element& root);

/// "C=significant,I=serious,A=moderate", for one set of information. Aspects: C I A, K R T (Swedish), or their names;
/// levels by name in English, Norwegian or Swedish, since published numberings disagree; also role=supplier (may be
/// repeated) and a condition's id with yes or no: personal-data=yes. Throws Error(invalid_argument).
model::Profile parse(std::string_view text);

/// Adds one set of information "Name:C=significant,I=serious" to a profile; the rest as parse(). Throws
/// Error(invalid_argument).
void add_set(model::Profile& profile, std::string_view text);

/// The profile as XML that read() gives back.
std::string to_xml(const model::Profile& profile);

/// Something to know about a profile; an error makes it unfit to select by.
struct Notice {
    model::Origin origin;
    model::LocalText text;
    bool error = false;
};

/// Aspects nobody classified, the level no catalogue handles, conditions that the catalogues depend on and the profile
/// does not answer, and those it answers that nothing knows.
std::vector<Notice> check(const model::Profile& profile, const std::vector<model::Catalog>& catalogs);

}  // namespace samsvar::profile
