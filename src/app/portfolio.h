#pragma once

#include <filesystem>
#include <string>

#include "app/library.h"
#include "app/open_store.h"

namespace samsvar::app {

/// Writes one workbook over all suppliers of the register on that day; gives the line that sums it up. Throws Error(io)
/// naming `out`; then an older file stays as it was.
std::string write_portfolio(const Library& library, store::Store& store, model::Date date, model::Language language,
                            const std::filesystem::path& out);

}  // namespace samsvar::app
