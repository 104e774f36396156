#pragma once

#include <string>

#include "model/language.h"

namespace samsvar::model {

/// One text in the languages of reports.
LocalText report_text(std::string nb, std::string sv, std::string da, std::string fi, std::string en);
/// One text in the languages of catalogues, agreements and profiles.
LocalText report_text(std::string nb, std::string sv, std::string en);

}  // namespace samsvar::model
