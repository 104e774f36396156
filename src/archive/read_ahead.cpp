#include "archive/read_ahead.h"

#include <algorithm>
#include <cstring>

namespace samsvar::archive {

ReadAhead::ReadAhead(Source source) : source_(std::move(source)), thread_([this] { fill_all(); }) {}

ReadAhead::~ReadAhead()
{
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void ReadAhead::fill_all() noexcept
{
    for (;;) {
        Buffer* buffer = nullptr;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return stopped_ || filled_ - taken_ < buffers; });
            if (stopped_) return;
            buffer = &buffers_[filled_ % buffers];
        }
        std::exception_ptr failure;
        buffer->count = 0;
        try {
            buffer->count = source_(buffer->bytes.data(), buffer->bytes.size());
        }
        catch (...) {
            failure = std::current_exception();
        }
        const std::lock_guard lock(mutex_);
        failure_ = failure;
        finished_ = failure || buffer->count == 0;
        if (!finished_) ++filled_;
        changed_.notify_all();
        if (finished_) return;
    }
}

std::size_t ReadAhead::read(char* buffer, std::size_t capacity)
{
    if (capacity == 0) return 0;
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return finished_ || filled_ > taken_; });
        if (filled_ == taken_) {
            if (failure_) std::rethrow_exception(failure_);
            return 0;
        }
    }
    Buffer& current = buffers_[taken_ % buffers];
    const std::size_t count = std::min(capacity, current.count - read_of_buffer_);
    std::memcpy(buffer, current.bytes.data() + read_of_buffer_, count);
    read_of_buffer_ += count;
    if (read_of_buffer_ == current.count) {
        read_of_buffer_ = 0;
        {
            const std::lock_guard lock(mutex_);
            ++taken_;
        }
        changed_.notify_all();
    }
    return count;
}

}  // namespace samsvar::archive
