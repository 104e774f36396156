#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "xml/element.h"

namespace samsvar::xml {

/// Reads XML written in the plain way our files are: UTF-8, no DOCTYPE, CDATA, instruction, carriage return or numeric
/// reference, only xml: and default namespaces. The tree is the one Poco's parser would give, several times as fast.
/// Nothing when anything else stands in it, or when it may be wrong: then Poco's parser reads it and says what is
/// wrong.
std::optional<Element> parse_plain(std::string_view content, const std::string& file, const Limits& limits);

}  // namespace samsvar::xml
