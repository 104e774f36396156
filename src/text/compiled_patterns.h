#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "text/compiled_pattern.h"
#include "text/pattern_table.h"

namespace samsvar::text {

/// Compiled patterns by number, each made when it is first asked for. Shareable between threads.
class CompiledPatterns {
public:
    explicit CompiledPatterns(std::size_t count) : made_(count) {}
    ~CompiledPatterns()
    {
        for (const std::atomic<CompiledPattern*>& one : made_) delete one.load();
    }
    CompiledPatterns(const CompiledPatterns&) = delete;
    CompiledPatterns& operator=(const CompiledPatterns&) = delete;

    const CompiledPattern& of(const PatternTable& table, std::uint32_t number)
    {
        std::atomic<CompiledPattern*>& place = made_[number];
        CompiledPattern* known = place.load(std::memory_order_acquire);
        if (known) return *known;
        const PatternTable::Pattern& pattern = table.patterns[number];
        auto made = std::make_unique<CompiledPattern>(table.text(pattern.expression), pattern.common != 0);
        // Of two threads that ask at once, the first one's is kept.
        if (place.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) known = made.release();
        return *known;
    }

private:
    std::vector<std::atomic<CompiledPattern*>> made_;
};

}  // namespace samsvar::text
