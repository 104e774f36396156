#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"

namespace samsvar::archive {

/// One file of a ZIP archive as its central directory and local header agree on it.
struct ZipEntry {
    std::string name;
    bool deflated = false;  ///< method 8; otherwise stored
    std::uint32_t crc = 0;
    std::uint64_t compressed_size = 0;
    std::uint64_t size = 0;         ///< declared; checked again while inflating
    std::uint64_t data_offset = 0;  ///< of the first byte of data in the archive
    std::uint32_t modified = 0;     ///< MS-DOS time and, from bit 16 on, date, as written
};

/// Reads the directory of a ZIP archive (APPNOTE 6.3.9) strictly: the central directory must agree with every local
/// header, spans must not overlap, names must be unique and safe. Folders are left out.
/// Throws Error: malformed, unsupported (encrypted, split, other compression methods), limit_exceeded.
std::vector<ZipEntry> read_zip_directory(std::string_view bytes, const std::string& file, const Limits& limits);

}  // namespace samsvar::archive
