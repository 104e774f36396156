#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace samsvar {

/// The content of a regular file, mapped when it is large and read when it is small or no ordinary file. Pages that
/// are mapped are read when they are looked at: a large file must not be cut short meanwhile.
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
