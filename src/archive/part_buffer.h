#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "archive/archive.h"

namespace samsvar::archive {

/// A whole entry in memory that can be changed, large ones filled on a thread of its own while the beginning is already
/// looked at. What reading throws is thrown by who waits for it.
class PartBuffer {
public:
    /// Throws as Archive::whole; `archive` must outlive the buffer.
    PartBuffer(const Archive& archive, const std::string& part, Threads threads);
    ~PartBuffer();
    PartBuffer(const PartBuffer&) = delete;
    PartBuffer& operator=(const PartBuffer&) = delete;

    char* data() { return bytes_.get(); }
    /// Waits until there are more than `known` bytes, or all; gives how many there are. They do not change any more.
    std::size_t wait_beyond(std::size_t known);
    /// Waits for all; gives how many there are.
    std::size_t wait_for_all();

private:
    bool fill_piece();
    void fill_all() noexcept;

    EntryReader reader_;
    std::size_t room_;
    std::unique_ptr<char[]> bytes_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t filled_ = 0;
    bool finished_ = false;
    bool stopped_ = false;
    std::exception_ptr failure_;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace samsvar::archive
