#pragma once

#include <string>

#include "model/language.h"

namespace samsvar::model {

/// One text in the three languages of reports.
LocalText report_text(std::string nb, std::string sv, std::string en);

}  // namespace samsvar::model
