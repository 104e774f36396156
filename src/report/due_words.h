#pragma once

#include "report/words.h"

namespace samsvar::report {

/// The words of lists of what is due: reports/due.xml. Throws as load_words.
Words load_due_words(const std::filesystem::path& path, const std::string& shown);

}  // namespace samsvar::report
