#pragma once

#include "model/assessment.h"
#include "model/record.h"

namespace samsvar::app {

/// model::record_of, with the language the supplier writes in.
model::Record record_for(const model::Assessment& assessment);

}  // namespace samsvar::app
