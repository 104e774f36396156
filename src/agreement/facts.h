#pragma once

#include <vector>

#include "agreement/judge.h"
#include "agreement/parties.h"
#include "agreement/reading.h"
#include "model/agreement.h"

namespace samsvar::agreement {

/// What the agreement settles in particular, each with the place it stands at: the parties; sub-processors with their
/// country (tables of sub-processors, and companies named in those sections); periods by what they are for
/// (breach-notice, subprocessor-notice, objection, audit-notice, subject-request, deletion, copies, retention); data
/// categories and data subjects; dates; governing law. In the order of the kinds, then of the file.
std::vector<model::AgreementFact> find_facts(const Reading& reading, const std::vector<Party>& parties);

}  // namespace samsvar::agreement
