#include "archive/inflate.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <system_error>

#include "base/error.h"

namespace samsvar::archive {

EntryReader::EntryReader(std::string_view archive, const ZipEntry& entry, const std::string& file, const Limits& limits,
                         std::uint64_t max_bytes, std::uint64_t& package_bytes, Threads threads)
    : data_(archive.substr(entry.data_offset, entry.compressed_size)),
      archive_bytes_(archive.size()),
      entry_(entry),
      file_(file),
      limits_(limits),
      max_bytes_(max_bytes),
      package_bytes_(package_bytes),
      package_bytes_before_(package_bytes)
{
    if (entry.size > max_bytes_)
        refuse("the part has " + std::to_string(entry.size) + " bytes, more than the limit of " +
               std::to_string(max_bytes_));
    if (entry.size > limits.ratio_grace_bytes && entry.size / limits.ratio > entry.compressed_size)
        refuse("the part inflates to more than " + std::to_string(limits.ratio) + " times its size");
    if (!entry.deflated) return;
    if (data_.size() > std::numeric_limits<std::uint32_t>::max()) refuse("the part is larger than 4 GiB");
    inflater_ = std::make_unique<Inflater>(data_);
    if (threads == Threads::one || entry.size <= two_threads_bytes) return;
    try {
        ahead_ = std::make_unique<ReadAhead>(
            [this](char* buffer, std::size_t capacity) { return read_checked(buffer, capacity); });
    }
    catch (const std::system_error&) {
        // No thread to be had: this one will do.
    }
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
    const Inflater::Piece piece = inflater_->inflate(buffer, capacity);
    switch (piece.state) {
        case Inflater::State::more: break;
        case Inflater::State::end:
            finished_ = true;
            if (inflater_->left_over() != 0) damaged("has more compressed bytes than it needs");
            break;
        case Inflater::State::truncated: damaged("ends early");
        case Inflater::State::damaged: damaged("cannot be inflated");
    }
    return piece.count;
}

std::size_t EntryReader::read(char* buffer, std::size_t capacity)
{
    limits_.check_time(file_);
    const std::size_t count = ahead_ ? ahead_->read(buffer, capacity) : read_checked(buffer, capacity);
    package_bytes_ += count;
    return count;
}

std::size_t EntryReader::read_checked(char* buffer, std::size_t capacity)
{
    if (finished_ || capacity == 0) return 0;
    const std::size_t count = take(buffer, capacity);
    produced_ += count;
    crc_ = crc32_of(crc_, std::string_view(buffer, count));
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
    if (package_bytes_before_ + produced_ > limits_.package_bytes)
        refuse("the package inflates to more than the limit of " + std::to_string(limits_.package_bytes) + " bytes");
    if (produced_ > limits_.ratio_grace_bytes && produced_ / limits_.ratio > entry_.compressed_size)
        refuse("the part inflates to more than " + std::to_string(limits_.ratio) + " times its size");
    const std::uint64_t inflated = package_bytes_before_ + produced_;
    if (inflated > limits_.ratio_grace_bytes && inflated / limits_.ratio > archive_bytes_)
        refuse("the package inflates to more than " + std::to_string(limits_.ratio) + " times its size");
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
