#pragma once

#include <memory>
#include <mutex>
#include <vector>

namespace samsvar {

/// A thread's own T, as a thread_local: made when the thread first needs one, or taken over, with all that it has learnt,
/// from a thread that has ended. At most as many are kept as threads ran at the same time.
template <typename T>
class KeptForThreads {
public:
    KeptForThreads() : own_(take()) {}
    ~KeptForThreads() { give_back(std::move(own_)); }
    KeptForThreads(const KeptForThreads&) = delete;
    KeptForThreads& operator=(const KeptForThreads&) = delete;

    T& operator*() const { return *own_; }

private:
    struct Store {
        std::mutex mutex;
        std::vector<std::unique_ptr<T>> left;
    };
    /// Never destroyed: threads may end after all else has.
    static Store& store()
    {
        static Store* const all = new Store;
        return *all;
    }
    static std::unique_ptr<T> take()
    {
        {
            const std::lock_guard lock(store().mutex);
            if (!store().left.empty()) {
                std::unique_ptr<T> taken = std::move(store().left.back());
                store().left.pop_back();
                return taken;
            }
        }
        return std::make_unique<T>();
    }
    static void give_back(std::unique_ptr<T> own)
    {
        const std::lock_guard lock(store().mutex);
        store().left.push_back(std::move(own));
    }

    std::unique_ptr<T> own_;
};

}  // namespace samsvar
