#pragma once

#include <vector>

#include "agreement/reading.h"
#include "agreement/rules.h"
#include "model/agreement.h"
#include "model/catalog.h"

namespace samsvar::agreement {

/// Verdicts on an agreement.
struct Judgement {
    std::vector<model::ElementResult> elements;  ///< every requirement of the catalogue once, in its order
    std::vector<model::ArticleResult> articles;  ///< in the order of the rules
};

/// Holds an agreement against the rules. Depends on its arguments only.
Judgement judge(const Reading& reading, const Rules& rules, const model::Catalog& catalog);

}  // namespace samsvar::agreement
