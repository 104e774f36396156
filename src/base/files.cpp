#include "base/files.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

#include "base/error.h"

namespace samsvar {

namespace fs = std::filesystem;

namespace {

/// A size for people: whole MiB where it is one, rounded up past 10 MiB, else bytes; "64 MiB, the limit is 64 MiB"
/// would tell nothing.
std::string shown_size(std::uint64_t bytes)
{
    constexpr std::uint64_t mib = 1ull << 20;
    if (bytes % mib == 0 && bytes > 0) return std::to_string(bytes / mib) + " MiB";
    if (bytes > 10 * mib) return std::to_string(bytes / mib + 1) + " MiB";
    return std::to_string(bytes) + " bytes";
}

}  // namespace

std::string read_file(const fs::path& path, std::uint64_t max_bytes)
{
    std::error_code status_error;
    const fs::file_status status = fs::status(path, status_error);
    const Location where{path.string(), {}, 0, 0};
    if (status.type() == fs::file_type::not_found)
        throw Error(ErrorCode::not_found, where, "there is no such file; check the name and the folder");
    if (status.type() == fs::file_type::directory)
        throw Error(ErrorCode::invalid_argument, where, "this is a folder; name a file in it");

    // A device or pipe has no size, so the length is also watched while reading.
    errno = 0;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) throw Error(ErrorCode::io, where, std::string("cannot be opened: ") + std::strerror(errno));
    std::string content;
    std::error_code size_error;
    const std::uintmax_t size = fs::file_size(path, size_error);
    if (!size_error && size > max_bytes)
        throw Error(ErrorCode::limit_exceeded, where,
                    "the file is " + shown_size(size) + ", the limit is " + shown_size(max_bytes));
    if (!size_error) content.reserve(static_cast<std::size_t>(size));
    char buffer[65536];
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;) {
        if (content.size() + got > max_bytes)
            throw Error(ErrorCode::limit_exceeded, where,
                        "the file is larger than the limit of " + shown_size(max_bytes));
        content.append(buffer, got);
    }
    if (std::ferror(file.get()))
        throw Error(ErrorCode::io, where, "reading failed half way; try again or copy the file");
    return content;
}

void write_atomically(const fs::path& target, const std::function<void(const fs::path&)>& write)
{
    const Location where{target.string(), {}, 0, 0};
    std::error_code error;
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error))
        throw Error(ErrorCode::io, where, "cannot be written: there is no folder " + folder.string());
    if (fs::is_directory(target, error)) throw Error(ErrorCode::io, where, "cannot be written: this is a folder");
    if (::access(folder.c_str(), W_OK) != 0)
        throw Error(ErrorCode::io, where, "cannot be written: no permission to write in " + folder.string());

    // The same extension, since some writers choose the format by it.
    const fs::path temporary = folder / ("." + target.stem().string() + "." + std::to_string(::getpid()) + ".tmp" +
                                         target.extension().string());
    try {
        write(temporary);
        fs::rename(temporary, target);
    }
    catch (const fs::filesystem_error& failure) {
        fs::remove(temporary, error);
        throw Error(ErrorCode::io, where, std::string("cannot be written: ") + failure.code().message());
    }
    catch (...) {
        fs::remove(temporary, error);
        throw;
    }
}

void write_file(const fs::path& target, std::string_view content)
{
    write_atomically(target, [&](const fs::path& temporary) {
        std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
        out.flush();
        if (!out) throw Error(ErrorCode::io, {target.string(), {}, 0, 0}, "cannot be written: the disk may be full");
    });
}

std::vector<fs::path> files_in(const fs::path& folder, std::string_view extension)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->is_regular_file(error) && entry->path().extension() == extension) found.push_back(entry->path());
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace samsvar
