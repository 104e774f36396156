#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <vector>

#include "base/beside.h"

namespace samsvar {

/// Calls work(0) … work(count - 1), each once, on this thread and on others, `threads` in all, or as many as there are
/// to be had (base/beside.h); the order is not said, so calls must not depend on each other. When all have ended,
/// throws what the first of them threw, if any did.
template <typename Work>
void on_threads(std::size_t threads, std::size_t count, const Work& work)
{
    std::vector<std::exception_ptr> failures(count);
    std::atomic<std::size_t> next{0};
    const auto take_turns = [&] {
        for (std::size_t turn = next++; turn < count; turn = next++) {
            try {
                work(turn);
            }
            catch (...) {
                failures[turn] = std::current_exception();
            }
        }
    };
    {
        std::vector<Beside> others;
        for (std::size_t other = 1; other < std::min(threads, count); ++other) others.emplace_back(take_turns);
        take_turns();
    }
    for (const std::exception_ptr& failure : failures)
        if (failure) std::rethrow_exception(failure);
}

/// For work that is short, or waits for memory more than it counts.
template <typename Work>
void on_two_threads(std::size_t count, const Work& work)
{
    on_threads(2, count, work);
}

}  // namespace samsvar
