#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"
#include "xml/element.h"

// What the readers of the folder's three formats share. Internal to the folder.
namespace samsvar::catalog {

/// Parses the file and checks that its root is <name xmlns="urn:samsvar:name:1">. `shown` is the name in origins.
/// Throws Error as read_file and xml::parse do, and malformed for another root.
xml::Element read_root(const std::filesystem::path& path, const std::string& shown, std::string_view name);

/// Throws Error(malformed) unless the element is <name xmlns="urn:samsvar:name:1">.
void require_root(const xml::Element& root, std::string_view name);

/// The attribute as an id: at least one character and no blanks, since ids stand in blank-separated lists.
/// Throws Error(malformed) at `element`.
const std::string& read_id(const xml::Element& element, std::string_view attribute = "id");

/// Throws Error(malformed) at `element` saying that `what` (concept "x") stands twice, and where the first is.
[[noreturn]] void refuse_second(const xml::Element& element, const std::string& what, int first_line,
                                const std::string& first_file = {});

/// The element's text. Throws Error(malformed) at the element when it is empty or not a pattern.
std::string read_pattern(const xml::Element& element);

}  // namespace samsvar::catalog
