#pragma once

#include <atomic>
#include <cstddef>
#include <future>

namespace samsvar {

/// Calls work(0) … work(count - 1), each once, on this thread and a second one, or on this one alone when there is none
/// to be had; the order is not said, so calls must not depend on each other. Throws what a call throws, once all that
/// were begun have ended.
template <typename Work>
void on_two_threads(std::size_t count, const Work& work)
{
    std::atomic<std::size_t> next{0};
    const auto take_turns = [&] {
        for (std::size_t turn = next++; turn < count; turn = next++) work(turn);
    };
    std::future<void> other;
    if (count > 1) other = std::async(std::launch::async | std::launch::deferred, take_turns);
    take_turns();
    if (other.valid()) other.get();
}

}  // namespace samsvar
