#include "base/beside.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace samsvar {

struct Beside::Task {
    enum class State { waiting, begun, done };

    explicit Task(std::function<void()> what) : work(std::move(what)) {}

    /// True for the one caller that shall do the work.
    bool claim()
    {
        const std::lock_guard lock(mutex);
        if (state != State::waiting) return false;
        state = State::begun;
        return true;
    }
    void run()
    {
        try {
            work();
        }
        catch (...) {
            failure = std::current_exception();
        }
        const std::lock_guard lock(mutex);
        state = State::done;
        changed.notify_all();
    }
    void wait()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return state == State::done; });
    }

    std::function<void()> work;
    std::exception_ptr failure;
    std::mutex mutex;
    std::condition_variable changed;
    State state = State::waiting;
};

class BesideThreads {
public:
    /// Never destroyed: its threads wait for work until the process ends.
    static BesideThreads& all()
    {
        static BesideThreads* const threads = new BesideThreads;
        return *threads;
    }

    void add(std::shared_ptr<Beside::Task> task)
    {
        {
            const std::lock_guard lock(mutex_);
            tasks_.push_back(std::move(task));
            if (idle_ >= tasks_.size() || threads_ == most_threads_) {
                some_.notify_one();
                return;
            }
            ++threads_;
        }
        try {
            std::thread([this] { serve(); }).detach();
        }
        catch (const std::system_error&) {
            // None to be had: a busy one takes the work later, or finish() does it.
            const std::lock_guard lock(mutex_);
            --threads_;
        }
    }

private:
    [[noreturn]] void serve()
    {
        std::unique_lock lock(mutex_);
        for (;;) {
            while (!tasks_.empty()) {
                const std::shared_ptr<Beside::Task> task = std::move(tasks_.front());
                tasks_.pop_front();
                lock.unlock();
                if (task->claim()) task->run();
                lock.lock();
            }
            ++idle_;
            some_.wait(lock, [this] { return !tasks_.empty(); });
            --idle_;
        }
    }

    std::mutex mutex_;
    std::condition_variable some_;
    std::deque<std::shared_ptr<Beside::Task>> tasks_;
    std::size_t idle_ = 0;
    std::size_t threads_ = 0;
    /// One for each core but the caller's.
    const std::size_t most_threads_ = std::max(2u, std::thread::hardware_concurrency()) - 1;
};

Beside::Beside(std::function<void()> work) : task_(std::make_shared<Task>(std::move(work)))
{
    BesideThreads::all().add(task_);
}

Beside::~Beside()
{
    if (task_ && !task_->claim()) task_->wait();
}

Beside& Beside::operator=(Beside&& other) noexcept
{
    Beside left;
    left.task_ = std::move(task_);
    task_ = std::move(other.task_);
    return *this;
}

void Beside::finish()
{
    if (!task_) return;
    const std::shared_ptr<Task> task = std::move(task_);
    if (task->claim())
        task->run();
    else
        task->wait();
    if (task->failure) std::rethrow_exception(task->failure);
}

}  // namespace samsvar
