#pragma once

#include <string>
#include <string_view>

#include "xml/element.h"

namespace samsvar::xml {

/// An element to be written, not read: without a place, or with that of the element it is made from.
Element make(std::string_view name, std::string_view name_space);
Element make(std::string_view name, std::string_view name_space, const Element& made_from);

/// Adds an attribute; nothing when the value is empty.
void set(Element& element, std::string_view name, std::string_view value);
/// Sets an attribute that may be there already.
void replace(Element& element, std::string_view name, std::string_view value);

/// Adds `child` behind all that stands in `parent` and gives it back; valid until the next child is added.
Element& append(Element& parent, Element child);
/// append() of an element with that text and the parent's namespace and place.
Element& append_text(Element& parent, std::string_view name, std::string_view text);

/// True when both would be written alike: names, namespaces, attributes in any order, texts with blanks folded and
/// children in order. Places do not count.
bool same(const Element& left, const Element& right);

}  // namespace samsvar::xml
