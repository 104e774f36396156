#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "archive/inflater.h"
#include "archive/read_ahead.h"
#include "archive/zip.h"
#include "base/limits.h"

namespace samsvar::archive {

/// How many threads a large entry is read on.
enum class Threads {
    one,  ///< inflated when it is asked for
    two,  ///< inflated ahead on a thread of its own, when it has more than two_threads_bytes
};

/// Below this a thread costs more than it saves.
inline constexpr std::uint64_t two_threads_bytes = 8ull << 20;

/// Reads the content of one ZIP entry piece by piece. Size, ratio and checksum are checked on the way, so that a bomb
/// costs no more than what was asked for.
class EntryReader {
public:
    /// `archive`, `entry`, `file` and `limits` must outlive the reader; `max_bytes` is the limit for this entry and
    /// `package_bytes` what has been inflated of the whole package so far; what is read is added to it.
    /// Throws Error(limit_exceeded) at once when the declared size is too large.
    EntryReader(std::string_view archive, const ZipEntry& entry, const std::string& file, const Limits& limits,
                std::uint64_t max_bytes, std::uint64_t& package_bytes, Threads threads = Threads::one);
    ~EntryReader();
    EntryReader(const EntryReader&) = delete;
    EntryReader& operator=(const EntryReader&) = delete;

    /// Fills `buffer` with the next bytes and gives their number; 0 only at the end, after the checksum was right.
    /// Throws Error: malformed, limit_exceeded.
    std::size_t read(char* buffer, std::size_t capacity);

private:
    std::size_t read_checked(char* buffer, std::size_t capacity);
    std::size_t take(char* buffer, std::size_t capacity);
    void check_limits() const;
    [[noreturn]] void damaged(const std::string& what) const;
    [[noreturn]] void refuse(const std::string& what) const;

    std::string_view data_;
    std::uint64_t archive_bytes_;
    const ZipEntry& entry_;
    const std::string& file_;
    const Limits& limits_;
    std::uint64_t max_bytes_;
    std::uint64_t& package_bytes_;  // only touched by who calls read()
    std::uint64_t package_bytes_before_;
    std::uint64_t produced_ = 0;
    std::uint32_t crc_ = 0;
    bool finished_ = false;
    std::unique_ptr<Inflater> inflater_;
    std::unique_ptr<ReadAhead> ahead_;  // last: its thread uses all of the above
};

}  // namespace samsvar::archive
