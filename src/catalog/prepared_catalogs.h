#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/catalog.h"

namespace samsvar::catalog {

/// The shipped catalogues and mappings as prepare_catalogs() laid them: reading and checking their XML takes longer
/// than judging the answers and gives the same each time. What was prepared counts only for a file that still holds the
/// same.
class PreparedCatalogs {
public:
    /// `prepared`: bytes that prepare_catalogs() made in the same build, which must stay; or none.
    explicit PreparedCatalogs(std::span<const std::byte> prepared) : prepared_(prepared) {}

    /// As load(path, shown), and load_mappings(path, shown). `shown` is what the file was prepared as:
    /// "catalogs/gdpr-processor.xml". Throw as those do.
    model::Catalog catalog(const std::filesystem::path& path, std::string_view shown) const;
    std::vector<model::Mapping> mappings(const std::filesystem::path& path, std::string_view shown) const;
    /// What was prepared is of this file's content.
    bool is_prepared(const std::filesystem::path& path, std::string_view shown) const;

private:
    std::span<const std::byte> prepared_;
};

/// Prepares catalogs/*.xml and catalogs/mappings/*.xml of a tree. Throws as load and load_mappings do.
std::vector<std::byte> prepare_catalogs(const std::filesystem::path& tree);

}  // namespace samsvar::catalog
