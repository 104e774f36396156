#pragma once

#include <string>

#include "app/library.h"
#include "app/read.h"
#include "model/assessment.h"

namespace samsvar::cli {

/// What the informing commands print. Throw Error(not_found) naming what there is when the subject is unknown.
std::string catalogs_text(const app::Library& library, model::Language language);
std::string forms_text(const app::Library& library, model::Language language);
std::string show_text(const app::Library& library, const std::string& subject, model::Language language);
std::string explain_code(const app::Library& library, const std::string& code, model::Language language);
/// Sums of the import ledger, and with `details` every unit.
std::string ledger_text(const app::Reading& reading, bool details);

}  // namespace samsvar::cli
