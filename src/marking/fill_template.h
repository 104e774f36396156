#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/limits.h"

namespace samsvar::marking {

/// Puts texts into a DOCX where it says {name}, in its body, headers and footers, and `block`, paragraphs of
/// WordprocessingML with the prefix w, in place of the paragraph that says {block_name}. Word may have cut a place
/// holder in pieces; what is in braces and not known stays. All else is as in the file. Throws Error: unsupported when
/// it is no DOCX; invalid_argument when {block_name} is nowhere in its body.
std::string fill_template(std::string_view bytes, const std::string& file,
                          const std::map<std::string, std::string>& texts, const std::string& block_name,
                          const std::string& block, const Limits& limits);

}  // namespace samsvar::marking
