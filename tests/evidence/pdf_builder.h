#pragma once

#include <string>

namespace samsvar::test {

/// A small PDF whose information dictionary has these entries: "/Title (Plan)".
std::string pdf_with_information(const std::string& entries);
/// The same with the dictionary in a compressed object stream, as PDF 1.5 and later write it.
std::string pdf_with_packed_information(const std::string& entries);
/// A small PDF without an information dictionary and with an XMP packet that holds `description` in rdf:Description.
std::string pdf_with_metadata(const std::string& description);

}  // namespace samsvar::test
