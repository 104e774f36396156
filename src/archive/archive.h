#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "archive/inflate.h"
#include "archive/zip.h"
#include "base/ascii.h"
#include "base/limits.h"

namespace samsvar::archive {

/// A ZIP archive in memory whose entries are read by name. Nothing is inflated before it is asked for; what is inflated
/// counts against the limits of the whole.
class Archive {
public:
    /// `bytes` must outlive the archive. Throws Error: see read_zip_directory.
    Archive(std::string_view bytes, const std::string& file, const Limits& limits, Threads threads = Threads::two);

    const std::string& file() const { return file_; }
    const Limits& limits() const { return limits_; }
    /// Whether there is an entry of that name (ASCII case does not matter).
    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// Whole content of an entry that is held in memory; XML in another encoding comes in UTF-8. Throws Error: malformed (no such entry), limit_exceeded.
    std::string read(const std::string& name) const;
    /// Content of an entry that is to be held in memory, as it stands in the archive. Throws as read(), later on too.
    EntryReader whole(const std::string& name) const;
    /// Whether an entry is XML in another encoding than UTF-8, which read() converts. Throws as read().
    bool is_converted(const std::string& name) const;
    /// Takes back that so many bytes were inflated, which are going to be read once more.
    void forget(std::uint64_t bytes) const { inflated_ -= bytes; }
    Threads threads() const { return threads_; }
    /// Declared size of an entry when inflated; 0 when there is none. A hint: it is checked while the entry is read.
    std::uint64_t size(std::string_view name) const;
    /// Content of an entry, streamed; at most limits.entry_bytes (in another encoding than UTF-8: dom_part_bytes; it
    /// is converted in memory). Throws Error(malformed) when there is no such entry.
    EntryReader stream(const std::string& name) const;
    /// The name of an entry as it is written in the archive, for one that has() knows; empty otherwise.
    std::string stored_name(std::string_view name) const;
    /// Names of all entries, in the order of the directory.
    std::vector<std::string> names() const;

private:
    const ZipEntry* find(std::string_view name) const;
    const ZipEntry& require(const std::string& name) const;
    std::string read_whole(const ZipEntry& entry) const;
    bool is_converted(const ZipEntry& entry) const;

    /// An entry in UTF-8 that is not in the file.
    struct Converted {
        std::string content;
        ZipEntry entry;
    };
    std::string_view bytes_;
    std::string file_;
    Limits limits_;
    Threads threads_;
    std::vector<ZipEntry> entries_;
    std::map<std::string, std::size_t, std::less<>> by_name_;  // lower case
    mutable std::map<const ZipEntry*, Converted> converted_;
    mutable std::uint64_t converted_bytes_ = 0;
    mutable std::uint64_t inflated_ = 0;
};

}  // namespace samsvar::archive
