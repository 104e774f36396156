#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "archive/zip.h"

namespace samsvar::archive {

/// An entry's content as DEFLATE (RFC 1951) keeps it; made apart from the archive, for threads.
struct Deflated {
    std::string bytes;
    std::uint32_t crc = 0;   ///< CRC-32 of the content
    std::uint64_t size = 0;  ///< of the content
};

/// `level`: 1 quick to 9 small.
Deflated deflate(std::string_view content, int level);

/// Puts a ZIP archive together in memory. No clock: every entry that is added has the date 1980-01-01, so the same
/// content gives the same bytes. At most 65,535 entries and 4 GiB.
class ZipWriter {
public:
    void add(std::string_view name, const Deflated& content);
    /// An entry of another archive as it stands there, its compressed bytes and date included.
    void copy(std::string_view archive, const ZipEntry& entry);
    /// The archive; the writer is empty then. Throws Error(limit_exceeded) when it is larger than a ZIP can be.
    std::string finish();

private:
    void begin_entry(const ZipEntry& entry);

    std::string bytes_;
    std::string directory_;
    std::size_t entries_ = 0;
};

}  // namespace samsvar::archive
