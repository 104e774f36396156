#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "xml/element.h"

// OSCAL: NIST's Open Security Controls Assessment Language, version 1.x, as XML.
namespace samsvar::oscal {

inline constexpr std::string_view name_space = "http://csrc.nist.gov/ns/oscal/1.0";
/// Namespace of our catalogues, and (attribute ns) of the props and parts that carry what only they know.
inline constexpr std::string_view own_space = "urn:samsvar:catalog:1";
/// The version of the models that are written.
inline constexpr std::string_view version = "1.1.2";

/// True when the root element is of OSCAL's namespace, whichever model it is.
bool is_oscal(const xml::Element& root);

/// Throws Error(unsupported) saying what the root is when it is not <name> of OSCAL's namespace.
void require_model(const xml::Element& root, std::string_view name);

/// `id` when OSCAL's identifiers allow it, else the nearest that is allowed: "5.1" → "_5.1".
std::string token_of(std::string_view id);

/// A UUID that depends on nothing but `what`, of the form of version 5 (RFC 4122, 4.3, with SHA-256 for SHA-1).
std::string uuid_of(std::string_view what);

/// The text of an element with all that stands in it, blanks folded.
std::string flat_text(const xml::Element& element);

}  // namespace samsvar::oscal
