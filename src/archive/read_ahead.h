#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace samsvar::archive {

/// Runs a source of bytes on a second thread, a few buffers ahead of who reads them. What the source throws is thrown
/// by read() once the bytes before it were read.
class ReadAhead {
public:
    /// Fills a buffer and gives the number of bytes; 0 = end.
    using Source = std::function<std::size_t(char*, std::size_t)>;

    /// Throws std::system_error when there is no thread to be had; the source was not called then.
    explicit ReadAhead(Source source);
    /// Waits for the source to come back from the buffer it fills.
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// Fills `buffer` with the next bytes, waiting for them; 0 = end. Throws what the source threw.
    std::size_t read(char* buffer, std::size_t capacity);

private:
    static constexpr std::size_t buffers = 4;
    static constexpr std::size_t buffer_bytes = 256 * 1024;

    struct Buffer {
        std::vector<char> bytes = std::vector<char>(buffer_bytes);
        std::size_t count = 0;
    };

    void fill_all() noexcept;

    Source source_;
    std::array<Buffer, buffers> buffers_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t filled_ = 0;  // buffers handed over so far; number n is buffers_[n % buffers]
    std::size_t taken_ = 0;   // buffers given back so far
    bool finished_ = false;   // the source has ended or thrown; nothing is filled any more
    bool stopped_ = false;    // nobody reads any more
    std::exception_ptr failure_;
    std::size_t read_of_buffer_ = 0;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace samsvar::archive
