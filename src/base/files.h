#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace samsvar {

/// Whole content of a regular file. Throws Error: not_found, io, or limit_exceeded when it is longer than `max_bytes`.
std::string read_file(const std::filesystem::path& path, std::uint64_t max_bytes);

/// Calls `write` with a temporary path beside `target`, then renames it to `target`; when anything throws, the
/// temporary file is removed and `target` is as it was. Throws Error(io) naming `target` when it cannot be written.
void write_atomically(const std::filesystem::path& target,
                      const std::function<void(const std::filesystem::path& temporary)>& write);

/// write_atomically for content that is already in memory.
void write_file(const std::filesystem::path& target, std::string_view content);

/// The files in `folder` whose name ends in `extension` (".xml"), sorted by name; empty when there is no such folder.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view extension);

/// Lower-case hexadecimal SHA-256 of `content`.
std::string sha256(std::string_view content);

}  // namespace samsvar
