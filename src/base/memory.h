#pragma once

#include <cstddef>

namespace samsvar {

/// What memory.cpp, which replaces operator new and delete in the programs it is linked into, holds at the moment.
struct MemoryUse {
    std::size_t pages = 0;  ///< pages given out to sizes, in bytes; never fewer than before
};
MemoryUse memory_use();

}  // namespace samsvar
