#pragma once

#include <vector>

#include "layout/ledger.h"
#include "intake/rows.h"
#include "model/submission.h"

namespace samsvar::intake {

// Grids, contents and the ledger: what reading with a form and without one share.
using namespace layout;

/// Reads the answers out of the rows into `submission` (answers in form order, missing and unmatched questions,
/// problems) and enters every cell of the question tables in the ledger.
void read_answers(const model::Document& document, const model::Form& form, const std::vector<QuestionTable>& tables,
                  const std::vector<Row>& rows, Ledger& ledger, model::Submission& submission);

}  // namespace samsvar::intake
