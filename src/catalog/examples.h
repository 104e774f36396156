#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/lexicon.h"

namespace samsvar::catalog {

/// The sentences that people wrote of concepts: *.tsv of `folder` with the columns concept and sentence, the first row
/// naming them. None when there is no such folder. `shown` is what messages call the folder; `is_concept` says which
/// ids there are. Throws Error(malformed) with file and line: no such columns, no such concept, an empty sentence.
std::vector<model::Example> load_examples(const std::filesystem::path& folder, const std::string& shown,
                                          const std::function<bool(const std::string&)>& is_concept);

}  // namespace samsvar::catalog
