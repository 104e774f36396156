#pragma once

#include <string>
#include <string_view>

#include "xml/element.h"

// Between element.cpp and the module. Internal to the folder.
namespace samsvar::xml {

/// What the module is called, and its only function; throws as parse_with_poco.
inline constexpr const char* poco_module = "samsvar_xml_parser.so";
inline constexpr const char* poco_function = "samsvar_xml_parse";
using PocoFunction = void (*)(std::string_view content, const std::string& file, const Limits& limits, Element& parsed);

}  // namespace samsvar::xml
