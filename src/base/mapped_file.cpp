#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/files.h"

namespace samsvar {

namespace {

constexpr std::uint64_t least_mapped = 1u << 20;

/// Bytes read until `size`, the end of the file or a failure; that one is told when the file is read again.
std::size_t read_up_to(int file, char* into, std::size_t size)
{
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t count = ::read(file, into + filled, size - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        filled += static_cast<std::size_t>(count);
    }
    return filled;
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path, std::uint64_t max_bytes)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file >= 0) {
        struct stat status {};
        const bool known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
        const auto size = known ? static_cast<std::uint64_t>(status.st_size) : 0;
        if (size >= least_mapped && size <= max_bytes) {
            const auto length = static_cast<std::size_t>(size);
            void* const mapped = ::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            if (mapped != MAP_FAILED) {
                ::madvise(mapped, length, MADV_HUGEPAGE);
                if (read_up_to(file, static_cast<char*>(mapped), length) == length) {
                    mapped_ = static_cast<const char*>(mapped);
                    size_ = length;
                }
                else {
                    ::munmap(mapped, length);
                }
            }
        }
        ::close(file);
    }
    if (!mapped_) content_ = read_file(path, max_bytes);
}

MappedFile::~MappedFile()
{
    // munmap takes what mmap gave; nothing is written through it.
    if (mapped_) ::munmap(const_cast<char*>(mapped_), size_);
}

}  // namespace samsvar
