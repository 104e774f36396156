#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"

namespace samsvar {

namespace {

constexpr std::uint64_t least_mapped = 1u << 20;

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path, std::uint64_t max_bytes)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file >= 0) {
        struct stat status {};
        const bool known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
        const auto size = known ? static_cast<std::uint64_t>(status.st_size) : 0;
        if (size >= least_mapped && size <= max_bytes) {
            void* const mapped = ::mmap(nullptr, static_cast<std::size_t>(size), PROT_READ, MAP_PRIVATE, file, 0);
            if (mapped != MAP_FAILED) {
                ::madvise(mapped, static_cast<std::size_t>(size), MADV_SEQUENTIAL);
                mapped_ = static_cast<const char*>(mapped);
                size_ = static_cast<std::size_t>(size);
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
