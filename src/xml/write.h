#pragma once

#include <string>
#include <string_view>

#include "xml/element.h"

namespace samsvar::xml {

/// The element as a document: UTF-8 declaration, two blanks an element of depth, xmlns where the namespace changes.
/// Elements that hold text of their own, and elements inside such, stay on one line: their blanks belong to them.
/// Prefixed attributes are written as they are. What XML cannot hold (control characters, bytes that are no UTF-8) is
/// left out.
std::string write(const Element& root);

/// Text or attribute value with the characters escaped that would end it.
std::string escaped(std::string_view text);

}  // namespace samsvar::xml
