#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "archive/zip.h"

namespace samsvar::archive {

/// Reads the content of one ZIP entry piece by piece. Size, ratio and checksum are checked on the way, so that a bomb
/// costs no more than what was asked for.
class EntryReader {
public:
    /// `archive` and `entry` must outlive the reader; `max_bytes` is the limit for this entry and `package_bytes`
    /// what has been inflated of the whole package so far; it is added to.
    /// Throws Error(limit_exceeded) at once when the declared size is too large.
    EntryReader(std::string_view archive, const ZipEntry& entry, const std::string& file, const Limits& limits,
                std::uint64_t max_bytes, std::uint64_t& package_bytes);
    ~EntryReader();
    EntryReader(const EntryReader&) = delete;
    EntryReader& operator=(const EntryReader&) = delete;

    /// Fills `buffer` with the next bytes and gives their number; 0 only at the end, after the checksum was right.
    /// Throws Error: malformed, limit_exceeded.
    std::size_t read(char* buffer, std::size_t capacity);

private:
    struct Stream;

    std::size_t take(char* buffer, std::size_t capacity);
    void check_limits() const;
    [[noreturn]] void damaged(const std::string& what) const;
    [[noreturn]] void refuse(const std::string& what) const;

    std::string_view data_;
    const ZipEntry& entry_;
    const std::string& file_;
    const Limits& limits_;
    std::uint64_t max_bytes_;
    std::uint64_t& package_bytes_;
    std::uint64_t produced_ = 0;
    std::uint32_t crc_ = 0;
    bool finished_ = false;
    std::unique_ptr<Stream> stream_;
};

}  // namespace samsvar::archive
