#pragma once

#include <functional>
#include <memory>

namespace samsvar {

/// Work done on another thread while this one goes on. There are as many as there are cores beside the first, whoever
/// asks, and they are kept for the next work when theirs is done: starting one and taking down what an allocator and
/// the matcher keep for it costs more than most of what is done beside.
class Beside {
public:
    /// Nothing.
    Beside() = default;
    /// Begins as soon as a thread is free, in the order asked for. Throws std::bad_alloc only.
    explicit Beside(std::function<void()> work);
    /// Waits for work that a thread has begun, whatever it throws; other work is dropped. What the work uses must live
    /// longer than this.
    ~Beside();
    Beside(Beside&&) noexcept = default;
    Beside& operator=(Beside&& other) noexcept;

    /// Waits for it, or does it here when no thread has begun it. Throws what it threw. Nothing happens the second
    /// time.
    void finish();

private:
    struct Task;
    friend class BesideThreads;
    std::shared_ptr<Task> task_;
};

}  // namespace samsvar
