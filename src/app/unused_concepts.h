#pragma once

#include <filesystem>
#include <vector>

#include "app/library.h"
#include "app/lint.h"
#include "base/limits.h"

namespace samsvar::app {

/// Concepts of the lexicon that stand in no answer of the given files, as notes in the order of the lexicon; the last
/// note says how many answers of how many files were looked at. Folders are searched to the bottom, in the order of
/// names: files of answers (.tsv with a column "answer") and supplier's files of any kind that is read. Files that hold
/// no answers are told as notes. Throws Error(not_found) when a path is neither file nor folder, and when no answer was
/// found at all.
std::vector<Lint> unused_concepts(const Library& library, const std::vector<std::filesystem::path>& cases,
                                  const Limits& limits = {});

}  // namespace samsvar::app
