#pragma once

#include <string>
#include <string_view>

#include "archive/text_edit.h"

// Internal to the folder.
namespace samsvar::marking {

/// How elements of a namespace are written inside a part: any prefix is possible, and none for elements.
struct Names {
    std::string prefix;       ///< of elements and attributes: "w:"
    std::string declaration;  ///< to stand on the outermost element that is inserted; " xmlns:samsvar=\"…\"" or empty
    std::string name_space;

    /// "w:comment xmlns:…": the outermost element of what is inserted.
    std::string outer(std::string_view local) const { return prefix + std::string(local) + declaration; }
    std::string inner(std::string_view local) const { return prefix + std::string(local); }
};

/// For what is inserted beside `neighbour`, an element of the namespace that is looked for. Where it has no prefix, one
/// of our own is declared, since attributes need one.
Names names_beside(std::string_view content, const archive::ElementSpan& root, std::string_view neighbour_prefix,
                   std::string_view otherwise);

/// The prefix that the root declares for a namespace, "r:", or "" when it declares none.
std::string prefix_of(std::string_view content, const archive::ElementSpan& root, std::string_view name_space);

/// Whether a namespace is of the strict variant (ISO/IEC 29500-1 strict).
bool is_strict(std::string_view name_space);

/// "http://…/officeDocument/2006/relationships/", or its strict twin: what types of relationships begin with, and
/// without the slash the namespace of r:id.
std::string office_relationships(bool strict);

}  // namespace samsvar::marking
