#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace samsvar {

/// The content of a regular file, held in memory of our own: in large pages when it is large, since touching many small
/// ones for the first time costs more than reading the file. The file itself is not mapped: one that was cut short
/// meanwhile would end the process.
class MappedFile {
public:
    /// Throws Error: as read_file.
    MappedFile(const std::filesystem::path& path, std::uint64_t max_bytes);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::string_view bytes() const { return mapped_ ? std::string_view(mapped_, size_) : std::string_view(content_); }

private:
    std::string content_;
    const char* mapped_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace samsvar
