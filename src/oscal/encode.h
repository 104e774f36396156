#pragma once

#include <optional>

#include "xml/element.h"

// How elements of our catalogues travel in OSCAL: as props and parts with ns="urn:samsvar:catalog:1". Internal to the
// folder.
namespace samsvar::oscal {

/// True for a prop or part of ours.
bool is_ours(const xml::Element& element);

/// A prop of ours; without the class when that is empty.
xml::Element own_prop(std::string_view name, std::string_view value, std::string_view prop_class,
                      const xml::Element& made_from);

/// The first prop of ours with that name in `element`, or null.
const xml::Element* own_prop_in(const xml::Element& element, std::string_view name);

/// Adds a prop of ours, behind the props that stand in `into`.
void append_own_prop(xml::Element& into, std::string_view name, std::string_view value,
                     std::string_view prop_class = {});

/// One child element of a requirement or catalogue as a prop (what holds one or two words) or a part.
xml::Element encoded(const xml::Element& own);

/// The element that encoded() made `element` from; nothing when it is not of that form.
std::optional<xml::Element> decoded(const xml::Element& element);

}  // namespace samsvar::oscal
