#pragma once

#include <vector>

#include "intake/ledger.h"
#include "intake/rows.h"
#include "model/submission.h"

namespace samsvar::intake {

/// Reads the answers out of the rows into `submission` (answers in form order, missing and unmatched questions,
/// problems) and enters every cell of the question tables in the ledger.
void read_answers(const model::Document& document, const model::Form& form, const std::vector<QuestionTable>& tables,
                  const std::vector<Row>& rows, Ledger& ledger, model::Submission& submission);

}  // namespace samsvar::intake
