#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "report/layout.h"

namespace samsvar::test {

/// The parts of an XLSX by name.
std::map<std::string, std::string> parts_of(const std::filesystem::path& file);

/// A folder for one test's files, removed with what is in it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    /// Names of the files in it, hidden ones too.
    std::vector<std::string> files() const;

private:
    std::filesystem::path path_;
};

/// reports/compliance-matrix.xml of the repository.
const report::Layout& shipped_layout();

/// How often `wanted` stands in `text`.
std::size_t count_of(const std::string& text, const std::string& wanted);

}  // namespace samsvar::test
