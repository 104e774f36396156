#pragma once

#include <string_view>

#include "base/limits.h"

namespace samsvar::archive {

/// Whether a whole part is certainly what XmlLexer takes: UTF-8, well formed, within the limits of depth and
/// attributes, without DOCTYPE, comments, CDATA and entities beyond the usual five and character references. False
/// means that it must be read with XmlLexer, which finds the mistake, or that there is none. Several times as fast.
bool is_plain_xml(std::string_view whole, const Limits& limits);

/// The text begins with the declaration of XML 1.0 in UTF-8, as Word writes it or as lxml does.
bool begins_with_usual_declaration(std::string_view text);

}  // namespace samsvar::archive
