#pragma once

#include <string>

#include "model/assessment.h"

namespace samsvar::report {

/// The result as JSON: a contract that others read, so keys are only ever added. UTF-8, two blanks a level, keys and
/// lists in a fixed order, a line feed at the end. Supplier text is verbatim but for bytes that are not UTF-8.
std::string to_json(const model::Assessment& assessment);

}  // namespace samsvar::report
