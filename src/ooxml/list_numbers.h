#pragma once

#include <string>
#include <string_view>

namespace samsvar::ooxml {

/// A number in a w:numFmt format (ECMA-376 part 1, 17.18.59); decimal for formats that are not known and for numbers
/// that the format cannot write, empty for "none". `custom` is the pattern of the format "custom". Words are English.
std::string number_in_format(int number, std::string_view format, std::string_view custom = {});

}  // namespace samsvar::ooxml
