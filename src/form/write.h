#pragma once

#include <string>

#include "model/form.h"

namespace samsvar::form {

/// A form as XML that fits forms/form.xsd and that load() reads back as the same form, places apart. Characters that XML
/// cannot hold are left out.
std::string to_xml(const model::Form& form);

}  // namespace samsvar::form
