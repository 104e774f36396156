#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace samsvar::test {

/// Where and how a program is run.
struct Surroundings {
    std::filesystem::path folder = {};                                  ///< working directory; empty = that of the test
    std::vector<std::pair<std::string, std::string>> environment = {};  ///< set besides what the test has
    std::filesystem::path output = {};  ///< where its standard output goes; empty = kept
};

/// What a run of samsvar left.
struct Run {
    int status = -1;  ///< exit status; -1 when it did not end by itself
    std::string out;
    std::string err;
    long peak_kib = 0;  ///< largest resident memory
};

/// Runs the samsvar that was built, and waits for it.
Run samsvar(const std::vector<std::string>& arguments, const Surroundings& surroundings = {});

/// The bytes of a file.
std::string content_of(const std::filesystem::path& file);

/// Names in a folder, dot-files included, sorted, joined by blanks.
std::string names_in(const std::filesystem::path& folder);

/// The two filled-in examples that are shipped.
inline const std::filesystem::path examples = std::filesystem::path(SAMSVAR_SOURCE_DIR) / "forms" / "examples";
inline const std::filesystem::path docx_example = examples / "kystlogg-skolesec.docx";
inline const std::filesystem::path xlsx_example = examples / "fagerlia-skolesec.xlsx";

}  // namespace samsvar::test
