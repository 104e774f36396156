#pragma once

#include <optional>

#include "model/document.h"
#include "archive/xml_node.h"

namespace samsvar::ooxml {

inline constexpr const char* checked_box = "☒";
inline constexpr const char* unchecked_box = "☐";

/// The control that a content control's properties (w:sdtPr) describe, its value not yet known; nothing for wrappers
/// that hold no answer (groups, repeating sections, building blocks, equations, bibliographies).
std::optional<model::Control> read_content_control(archive::XmlNode properties);

/// The control of a legacy form field (w:ffData), with its state; nothing when it is no form field.
std::optional<model::Control> read_form_field(archive::XmlNode data);

}  // namespace samsvar::ooxml
