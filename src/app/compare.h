#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/assess.h"
#include "model/comparison.h"

namespace samsvar::app {

/// Bidders' files to stand side by side.
struct CompareRequest {
    std::vector<std::filesystem::path> files;  ///< one a bidder
    AssessRequest assessing;                   ///< how each is assessed; its file is not looked at
    std::filesystem::path weights;             ///< what the buyer says of weights and knock-outs; empty = nothing
};

/// Each file is assessed and the results stand side by side, in the order of the files. When nothing says which
/// catalogues to use and the bidders' forms have none in common, all are told in the terms of the one most were held
/// against, by the mappings. A file that cannot be read stops no other: it is a remark (RemarkKind::file_unreadable).
/// Throws Error when none can be read, and as with_own_terms.
model::Comparison compare_bidders(const Library& library, const CompareRequest& request, const Progress& progress = {});

/// True when every file could be read.
bool is_complete(const model::Comparison& comparison);
/// True when no bidder has anything to follow up.
bool is_clean(const model::Comparison& comparison);

/// The comparison as JSON.
std::string comparison_json(const model::Comparison& comparison);

/// A line a bidder, then what could not be compared.
std::string comparison_text(const Library& library, const model::Comparison& comparison, model::Language language);

/// Writes the workbook. Throws Error(io) naming `out`; then an older file stays as it was.
void write_comparison(const Library& library, const model::Comparison& comparison, model::Language language,
                      const std::filesystem::path& out);

}  // namespace samsvar::app
