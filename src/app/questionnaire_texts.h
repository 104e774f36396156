#pragma once

#include "app/library.h"
#include "questionnaire/make.h"

namespace samsvar::app {

/// The texts of the questionnaires that samsvar makes. Throws Error.
questionnaire::Template questionnaire_texts(const Library& library);

}  // namespace samsvar::app
