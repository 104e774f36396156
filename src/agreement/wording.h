#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"
#include "model/language.h"

namespace samsvar::agreement {

/// The sentence `key` in nb, sv and en, with what it is about, the clause and what is stated there filled in.
model::LocalText sentence_for(std::string_view key, const model::LocalText& what, const std::string& clause,
                              const std::string& stated);

/// Why a limb got its outcome: the clauses that show it and what is lacking.
model::LocalText article_reason(const std::vector<std::string>& clauses,
                                const std::vector<const model::Finding*>& lacks);

/// "The agreement says A (clause 10), the answer to 11 says B: matter."
model::LocalText conflict_reason(const model::LocalText& matter, const std::string& here, const std::string& clause,
                                 const std::string& there, const std::string& question);
model::LocalText conflict_ask(const model::LocalText& matter);

}  // namespace samsvar::agreement
