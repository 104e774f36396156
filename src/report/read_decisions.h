#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/decision.h"
#include "model/document.h"
#include "report/layout.h"

namespace samsvar::report {

/// A row of a matrix a reviewer worked in.
struct ReviewedRow {
    model::Decision decision;  ///< without by, at, revision and basis; all empty when nothing is filled in
    model::Place place;
    bool blank() const { return !decision.kind && decision.comment.empty() && decision.owner.empty() && !decision.due; }
};

/// What a matrix holds that came back from a reviewer.
struct ReviewedMatrix {
    std::string file, sha256;              ///< of the supplier's file the matrix was made of
    std::string date;                      ///< of the assessment
    std::int64_t assessment = 0;           ///< in the register it was made from; 0 = of none
    std::int64_t revision = 0;             ///< of that register
    std::vector<ReviewedRow> rows;         ///< every row that can be decided on, wherever it stands now
    std::vector<model::Problem> problems;  ///< words of the supplier's that were edited, what could not be understood
};

/// Reads the decisions out of a compliance matrix, whatever was moved, sorted, filtered, hidden or saved by another
/// program: rows are known by their hidden column, columns by their header in any language of the layout. Throws
/// Error(unsupported) when it is no matrix of this program, or one without the hidden column.
ReviewedMatrix read_decisions(const model::Document& document, const Layout& layout);

}  // namespace samsvar::report
