#pragma once

#include <filesystem>
#include <string>

#include "report/layout.h"
#include "report/words.h"

namespace samsvar::report {

/// Reads reports/tender-layout.xml: the sheets of the workbook of bidders side by side. All else of the layout is that
/// of `looks`, the compliance matrix. Throws Error as load_layout.
Layout load_tender_layout(const std::filesystem::path& path, const std::string& shown, Layout looks);

/// Reads reports/tender.xml. Throws Error as load_words.
Words load_tender_words(const std::filesystem::path& path, const std::string& shown);

}  // namespace samsvar::report
