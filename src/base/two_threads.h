#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <vector>

#include "base/beside.h"

namespace samsvar {

/// Calls work(0) … work(count - 1), each once, on this thread and a second one, or on this one alone when there is none
/// to be had; the order is not said, so calls must not depend on each other. When all have ended, throws what the first
/// of them threw, if any did.
template <typename Work>
void on_two_threads(std::size_t count, const Work& work)
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
        const Beside other = count > 1 ? Beside(take_turns) : Beside();
        take_turns();
    }
    for (const std::exception_ptr& failure : failures)
        if (failure) std::rethrow_exception(failure);
}

}  // namespace samsvar
