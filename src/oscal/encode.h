#pragma once

#include <optional>

#include "xml/element.h"

// How elements of our catalogues travel in OSCAL: as props and parts with ns="urn:samsvar:catalog:1". Internal to the
// folder.
namespace samsvar::oscal {

/// True for a prop or part of ours.
bool is_ours(const xml::Element& element);

/// Adds a prop of ours, behind the props that stand in `into`.
void append_own_prop(xml::Element& into, std::string_view name, std::string_view value,
                     std::string_view prop_class = {});

/// One child element of a requirement or catalogue as a prop (what holds one or two words) or a part.
xml::Element encoded(const xml::Element& own);

/// The element that encoded() made `element` from; nothing when it is not of that form.
std::optional<xml::Element> decoded(const xml::Element& element);

}  // namespace samsvar::oscal
