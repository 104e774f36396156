#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/form.h"
#include "xml/element.h"

// The parts of a form file that load.cpp puts together. Internal to the folder.
namespace samsvar::form {

/// The pattern an element holds. Throws Error(malformed) at the element when it is empty or not a pattern.
std::string read_pattern(const xml::Element& element);

/// The patterns of all children called `name`.
std::vector<std::string> read_patterns(const xml::Element& parent, std::string_view name);

/// `element`'s children called `name` hold at least one language. Throws Error(malformed) otherwise.
model::LocalText read_required_texts(const xml::Element& element, std::string_view name);

/// <layout>: columns, facts, sub-processors, annexes and regions. Throws Error(malformed) when a role or key stands
/// twice, or when there is neither a region nor a column for the question and one for the answer.
void read_layout(const xml::Element& layout, model::Form& form);

/// <region> of a layout: where the questions of one table or sheet stand. Throws Error(malformed) on rows and columns
/// that are none, and when there is no column for the question or none for the answer.
model::FormRegion read_region(const xml::Element& element);

/// <question>. Throws Error(malformed); that its section and na-follows-from exist is checked by the caller.
model::Question read_question(const xml::Element& element);

}  // namespace samsvar::form
