#include "archive/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "base/error.h"

namespace samsvar::archive {

struct EntryReader::Stream {
    z_stream zlib{};

    Stream() = default;
    ~Stream() { inflateEnd(&zlib); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
};

EntryReader::EntryReader(std::string_view archive, const ZipEntry& entry, const std::string& file, const Limits& limits,
                         std::uint64_t max_bytes, std::uint64_t& package_bytes)
    : data_(archive.substr(entry.data_offset, entry.compressed_size)),
      entry_(entry),
      file_(file),
      limits_(limits),
      max_bytes_(max_bytes),
      package_bytes_(package_bytes)
{
    if (entry.size > max_bytes_)
        refuse("the part has " + std::to_string(entry.size) + " bytes, more than the limit of " +
               std::to_string(max_bytes_));
    if (entry.size > limits.ratio_grace_bytes && entry.size / limits.ratio > entry.compressed_size)
        refuse("the part inflates to more than " + std::to_string(limits.ratio) + " times its size");
    if (!entry.deflated) return;
    stream_ = std::make_unique<Stream>();
    if (inflateInit2(&stream_->zlib, -MAX_WBITS) != Z_OK)
        throw Error(ErrorCode::io, {file_, entry_.name, 0, 0}, "no memory to inflate the part");
    // zlib does not write through next_in; its type has no const unless ZLIB_CONST is defined everywhere.
    stream_->zlib.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(data_.data()));
    stream_->zlib.avail_in = static_cast<uInt>(std::min<std::size_t>(data_.size(), std::numeric_limits<uInt>::max()));
    if (data_.size() > std::numeric_limits<uInt>::max()) refuse("the part is larger than 4 GiB");
}

EntryReader::~EntryReader() = default;

std::size_t EntryReader::take(char* buffer, std::size_t capacity)
{
    if (!entry_.deflated) {
        const std::size_t count = std::min<std::size_t>(capacity, data_.size() - produced_);
        std::memcpy(buffer, data_.data() + produced_, count);
        finished_ = produced_ + count == data_.size();
        return count;
    }
    z_stream& zlib = stream_->zlib;
    zlib.next_out = reinterpret_cast<Bytef*>(buffer);
    zlib.avail_out = static_cast<uInt>(std::min<std::size_t>(capacity, 1u << 30));
    const uInt before = zlib.avail_out;
    const int result = inflate(&zlib, Z_NO_FLUSH);
    const std::size_t count = before - zlib.avail_out;
    if (result == Z_STREAM_END) {
        finished_ = true;
        if (zlib.avail_in != 0) damaged("has more compressed bytes than it needs");
    }
    else if (result == Z_BUF_ERROR || (result == Z_OK && count == 0)) {
        damaged("ends early");
    }
    else if (result != Z_OK) {
        damaged("cannot be inflated");
    }
    return count;
}

std::size_t EntryReader::read(char* buffer, std::size_t capacity)
{
    if (finished_ || capacity == 0) return 0;
    const std::size_t count = take(buffer, capacity);
    produced_ += count;
    package_bytes_ += count;
    crc_ = static_cast<std::uint32_t>(crc32_z(crc_, reinterpret_cast<const Bytef*>(buffer), count));
    check_limits();
    if (produced_ > entry_.size) damaged("is longer than the directory says");
    if (finished_) {
        if (produced_ != entry_.size) damaged("is shorter than the directory says");
        if (crc_ != entry_.crc) damaged("has a wrong checksum");
    }
    return count;
}

void EntryReader::check_limits() const
{
    if (produced_ > max_bytes_) refuse("the part has more than the limit of " + std::to_string(max_bytes_) + " bytes");
    if (package_bytes_ > limits_.package_bytes)
        refuse("the package inflates to more than the limit of " + std::to_string(limits_.package_bytes) + " bytes");
    if (produced_ > limits_.ratio_grace_bytes && produced_ / limits_.ratio > entry_.compressed_size)
        refuse("the part inflates to more than " + std::to_string(limits_.ratio) + " times its size");
}

void EntryReader::damaged(const std::string& what) const
{
    throw Error(ErrorCode::malformed, {file_, entry_.name, 0, 0},
                "the part " + what + "; the file is damaged, ask for it to be sent again");
}

void EntryReader::refuse(const std::string& what) const
{
    throw Error(ErrorCode::limit_exceeded, {file_, entry_.name, 0, 0}, what);
}

}  // namespace samsvar::archive
