#pragma once

#include <string>
#include <string_view>

#include "oscal/prose.h"
#include "xml/element.h"

// Names of the props of ours, and one requirement at a time. Internal to the folder.
namespace samsvar::oscal {

inline constexpr std::string_view own_id = "id";              ///< where the id is no OSCAL token
inline constexpr std::string_view own_language = "language";  ///< metadata: of titles and statements
inline constexpr std::string_view own_condition_title = "condition-title";
/// Position in our catalogue, where its order is not that of the groups.
inline constexpr std::string_view own_position = "position";
inline constexpr std::string_view own_attribute = "requirement-";  ///< and the attribute's name: requirement-role
inline constexpr std::string_view own_title_language = "requirement-title-language";

/// The value of the prop of ours with that name, or "".
std::string own_prop_of(const xml::Element& element, std::string_view name);

/// A control as a requirement of ours, without group and parent.
xml::Element own_requirement(const xml::Element& control, const Parameters& parameters, std::string_view language);

}  // namespace samsvar::oscal
