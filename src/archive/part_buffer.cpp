#include "archive/part_buffer.h"

#include <algorithm>
#include <system_error>

namespace samsvar::archive {

namespace {

// Below this a thread costs more than it saves.
constexpr std::uint64_t thread_bytes = 1u << 20;
constexpr std::size_t piece_bytes = 128 * 1024;

}  // namespace

PartBuffer::PartBuffer(const Archive& archive, const std::string& part, Threads threads)
    // The declared size was checked against the limit; reading throws when there is more than that.
    : reader_(archive.whole(part)),
      room_(static_cast<std::size_t>(archive.size(part)) + 1),
      bytes_(std::make_unique_for_overwrite<char[]>(room_))
{
    if (threads == Threads::two && room_ > thread_bytes) {
        try {
            thread_ = std::thread([this] { fill_all(); });
            return;
        }
        catch (const std::system_error&) {
            // No thread to be had: this one will do.
        }
    }
    while (fill_piece()) {
    }
}

PartBuffer::~PartBuffer()
{
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    if (thread_.joinable()) thread_.join();
}

bool PartBuffer::fill_piece()
{
    const std::size_t count = reader_.read(bytes_.get() + filled_, std::min(piece_bytes, room_ - filled_));
    const std::lock_guard lock(mutex_);
    filled_ += count;
    finished_ = count == 0;
    changed_.notify_all();
    return !finished_ && !stopped_;
}

void PartBuffer::fill_all() noexcept
{
    try {
        while (fill_piece()) {
        }
    }
    catch (...) {
        const std::lock_guard lock(mutex_);
        failure_ = std::current_exception();
        finished_ = true;
        changed_.notify_all();
    }
}

std::size_t PartBuffer::wait_beyond(std::size_t known)
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return finished_ || filled_ > known; });
    if (failure_) std::rethrow_exception(failure_);
    return filled_;
}

std::size_t PartBuffer::wait_for_all()
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return finished_; });
    if (failure_) std::rethrow_exception(failure_);
    return filled_;
}

}  // namespace samsvar::archive
