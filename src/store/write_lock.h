#pragma once

#include <filesystem>
#include <string>

// Internal to the folder.
namespace samsvar::store {

/// One writer at a time of an SQLite register, over all programs of the machine: a lock on a file beside it. The
/// register itself must not be opened and closed outside SQLite, which would drop SQLite's own locks on it.
class WriteLock {
public:
    explicit WriteLock(const std::filesystem::path& register_file);
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;
    ~WriteLock();

    /// Waits up to half a minute; throws Error(io) when somebody still has it then.
    void take();
    void give_back() noexcept;

private:
    std::filesystem::path register_file_;
    int file_ = -1;
};

}  // namespace samsvar::store
