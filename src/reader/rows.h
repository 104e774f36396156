#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/limits.h"
#include "model/document.h"
#include "model/rows.h"

namespace samsvar::reader {

/// How a file is read row by row.
struct RowRequest {
    std::string sheet;  ///< only this one; empty = all
    int threads = 2;    ///< 1 = everything on the caller's thread
};

/// Reads a file row by row where its kind allows it, so that its size does not matter: XLSX, XLSM, XLTX. Nothing is
/// given back then. A file of another kind comes back as the document it is, and nothing was handed to the consumer.
/// Throws Error: as reader::open; not_found when there is no such sheet; and what the consumer throws.
std::optional<model::Document> read_rows(const std::filesystem::path& path, const RowRequest& request,
                                         const Limits& limits, model::RowConsumer& consumer);

}  // namespace samsvar::reader
