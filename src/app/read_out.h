#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "app/csv_rows.h"
#include "base/limits.h"
#include "model/place.h"

namespace samsvar::app {

/// What of a supplier's file is written out, and how.
struct ReadOutRequest {
    std::filesystem::path file;
    std::string sheet;  ///< only this one; empty = all, hidden ones too
    FormulaTexts formulas = FormulaTexts::as_they_are;
    int threads = 2;
};

/// Writes what stands in a supplier's file to `out`: a workbook as CSV, row by row, whatever its size; a text document
/// as text, its tables as rows with tabs between the cells. Gives what was not understood. Throws Error as
/// reader::open, not_found when there is no such sheet, io when `out` does not take it.
std::vector<model::Problem> read_out(const ReadOutRequest& request, std::ostream& out, const Limits& limits = {});

}  // namespace samsvar::app
