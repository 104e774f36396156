// operator new and delete of the program. Reading, judging and writing make some hundred thousand small objects: the C
// library's malloc takes a fifth of the whole time, and touching fresh memory page by page as much again. Here small
// objects of one size stand side by side in pages of their own, each thread keeps a list of free ones for each size,
// and the pages come from one range of addresses that the system may back with huge pages. What is larger goes to
// malloc. Memory of small objects is used again, by any thread, but not handed back to the system.
#include "base/memory.h"

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <new>

// Sanitizers have operators of their own that find misuse.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace samsvar {

namespace {

constexpr std::size_t step = 16;           // sizes are multiples of it up to `stepped`, and its alignment holds for all
constexpr std::size_t stepped = 512;       // above it, four sizes for each doubling
constexpr std::size_t largest = 1u << 20;  // above it, malloc
constexpr std::size_t page_bytes = 16u << 10;
constexpr std::size_t shared_bytes = 64u << 10;  // what objects smaller than that share
constexpr std::size_t huge_page = 2u << 20;
constexpr std::size_t huge_bytes = 2 * huge_page;          // from malloc, and worth huge pages of its own
constexpr std::size_t range_bytes = std::size_t{1} << 34;  // addresses, not memory
constexpr std::size_t kinds = stepped / step + 4 * static_cast<std::size_t>(std::countr_zero(largest / stepped));

constexpr std::size_t kind_of(std::size_t size)
{
    if (size <= stepped) return size == 0 ? 0 : (size - 1) / step;
    const auto doubling = static_cast<std::size_t>(std::bit_width(size - 1) - std::bit_width(stepped - 1)) - 1;
    const std::size_t quarter = (stepped << doubling) / 4;
    return stepped / step + 4 * doubling + (size - 1 - (stepped << doubling)) / quarter;
}

constexpr std::size_t size_of(std::size_t kind)
{
    if (kind < stepped / step) return (kind + 1) * step;
    const std::size_t doubling = (kind - stepped / step) / 4;
    return (stepped << doubling) + ((kind - stepped / step) % 4 + 1) * ((stepped << doubling) / 4);
}

static_assert(kind_of(largest) == kinds - 1 && size_of(kinds - 1) == largest);
static_assert(kind_of(stepped) + 1 == kind_of(stepped + 1) && size_of(kind_of(stepped + 1)) == stepped + stepped / 4);
static_assert(size_of(kind_of(1025)) == 1280 && size_of(kind_of(1280)) == 1280 && size_of(kind_of(1281)) == 1536);

/// A free object; the first of a batch leads to the next batch.
struct Free {
    Free* next;
    Free* next_batch;
};
/// At the beginning of a page's part that nobody has used yet.
struct Rest {
    char* end;
    Rest* next;
};
static_assert(sizeof(Free) <= step && sizeof(Rest) <= step);

/// How many objects go between a thread and all at once.
constexpr std::size_t batch_of(std::size_t kind)
{
    return std::clamp<std::size_t>((8u << 10) / size_of(kind), 1, 256);
}

/// What all threads share. Without a constructor to run: operator new may be called before any.
struct Shared {
    std::mutex lock;
    std::array<Free*, kinds> batches{};
    std::array<Rest*, kinds> rests{};
    char* range = nullptr;
    std::size_t used = 0;  // bytes of the range
    bool none = false;     // the system gives no range: everything goes to malloc
    // By page of the range. Only the part that belongs to pages in use is ever touched.
    std::array<std::uint8_t, range_bytes / page_bytes> kind{};

    bool reserve()
    {
        if (range || none) return range != nullptr;
        void* const given = ::mmap(nullptr, range_bytes + huge_page, PROT_READ | PROT_WRITE,
                                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        none = given == MAP_FAILED;
        if (none) return false;
        const auto address = reinterpret_cast<std::uintptr_t>(given);
        char* const aligned = static_cast<char*>(given) + (huge_page - address % huge_page) % huge_page;
        ::madvise(aligned, range_bytes, MADV_HUGEPAGE);
        begin.store(reinterpret_cast<std::uintptr_t>(aligned), std::memory_order_release);
        range = aligned;
        return true;
    }

    std::atomic<std::uintptr_t> begin{0};  // of the range; 0 = there is none yet
};

constinit Shared shared;

/// The free objects of a thread.
struct Own {
    std::array<Free*, kinds> first;
    std::array<std::uint32_t, kinds> count;
    char* fresh_begin[kinds];  // rest of a page nobody has used yet
    char* fresh_end[kinds];
    bool known;   // what is left will be given to all when the thread ends
    bool closed;  // it is ending: nothing may be kept
};

constinit thread_local Own own{};

/// Gives a batch of the thread's free objects to all.
void give_batch(std::size_t kind, std::size_t count)
{
    Free* const batch = own.first[kind];
    Free* last = batch;
    for (std::size_t taken = 1; taken < count; ++taken) last = last->next;
    own.first[kind] = last->next;
    own.count[kind] -= static_cast<std::uint32_t>(count);
    last->next = nullptr;
    const std::lock_guard guard(shared.lock);
    batch->next_batch = shared.batches[kind];
    shared.batches[kind] = batch;
}

/// When a thread ends, its free objects are everybody's.
struct AtEnd {
    ~AtEnd()
    {
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            if (own.fresh_begin[kind] != own.fresh_end[kind]) {
                Rest* const rest = reinterpret_cast<Rest*>(own.fresh_begin[kind]);
                rest->end = own.fresh_end[kind];
                own.fresh_begin[kind] = own.fresh_end[kind] = nullptr;
                const std::lock_guard guard(shared.lock);
                rest->next = shared.rests[kind];
                shared.rests[kind] = rest;
            }
            while (own.count[kind] > 0) give_batch(kind, std::min<std::size_t>(own.count[kind], batch_of(kind)));
        }
        own.closed = true;
    }
};

[[gnu::noinline]] void watch_end()
{
    own.known = true;
    thread_local AtEnd at_end;
    static_cast<void>(at_end);
}

/// An object when the thread has none left: from a batch another thread gave, or from a fresh page.
[[gnu::noinline]] void* refill(std::size_t kind)
{
    if (own.fresh_begin[kind] == own.fresh_end[kind]) {
        if (!own.known) watch_end();
        const std::lock_guard guard(shared.lock);
        if (Free* const batch = shared.batches[kind]) {
            shared.batches[kind] = batch->next_batch;
            std::uint32_t count = 0;
            for (const Free* one = batch; one; one = one->next) ++count;
            own.first[kind] = batch->next;
            own.count[kind] = count - 1;
            return batch;
        }
        if (Rest* const rest = shared.rests[kind]) {
            shared.rests[kind] = rest->next;
            own.fresh_begin[kind] = reinterpret_cast<char*>(rest);
            own.fresh_end[kind] = rest->end;
        }
        else {
            const std::size_t size = size_of(kind);
            const std::size_t taken = std::max(shared_bytes, (size + page_bytes - 1) / page_bytes * page_bytes);
            if (!shared.reserve() || shared.used + taken > range_bytes) return std::malloc(size);
            own.fresh_begin[kind] = shared.range + shared.used;
            own.fresh_end[kind] = own.fresh_begin[kind] + taken / size * size;
            for (const std::size_t end = shared.used + taken; shared.used < end; shared.used += page_bytes)
                shared.kind[shared.used / page_bytes] = static_cast<std::uint8_t>(kind);
        }
    }
    char* const object = own.fresh_begin[kind];
    own.fresh_begin[kind] += size_of(kind);
    return object;
}

[[gnu::noinline]] void* take_large(std::size_t size)
{
    if (size < huge_bytes) return std::malloc(size);
    void* const object = std::aligned_alloc(huge_page, (size + step - 1) / step * step);
    if (object) ::madvise(object, size / huge_page * huge_page, MADV_HUGEPAGE);
    return object;
}

void* take(std::size_t size)
{
    if (size > largest) return take_large(size);
    const std::size_t kind = kind_of(size);
    Free* const object = own.first[kind];
    if (!object) return refill(kind);
    own.first[kind] = object->next;
    --own.count[kind];
    return object;
}

void give(void* pointer)
{
    const std::uintptr_t offset =
        reinterpret_cast<std::uintptr_t>(pointer) - shared.begin.load(std::memory_order_relaxed);
    if (offset >= range_bytes || shared.begin.load(std::memory_order_relaxed) == 0) {
        std::free(pointer);
        return;
    }
    if (!own.known) watch_end();
    const std::size_t kind = shared.kind[offset / page_bytes];
    Free* const object = static_cast<Free*>(pointer);
    object->next = own.first[kind];
    own.first[kind] = object;
    if (++own.count[kind] >= 2 * batch_of(kind) || own.closed)
        give_batch(kind, own.closed ? own.count[kind] : batch_of(kind));
}

void* take_or_throw(std::size_t size)
{
    for (;;) {
        if (void* const object = take(size)) return object;
        const std::new_handler handler = std::get_new_handler();
        if (!handler) throw std::bad_alloc();
        handler();
    }
}

}  // namespace

MemoryUse memory_use()
{
    const std::lock_guard guard(shared.lock);
    return {shared.used};
}

}  // namespace samsvar

void* operator new(std::size_t size)
{
    return samsvar::take_or_throw(size);
}
void* operator new[](std::size_t size)
{
    return samsvar::take_or_throw(size);
}
void operator delete(void* pointer) noexcept
{
    samsvar::give(pointer);
}
void operator delete[](void* pointer) noexcept
{
    samsvar::give(pointer);
}
void operator delete(void* pointer, std::size_t) noexcept
{
    samsvar::give(pointer);
}
void operator delete[](void* pointer, std::size_t) noexcept
{
    samsvar::give(pointer);
}

#else

samsvar::MemoryUse samsvar::memory_use()
{
    return {};
}

#endif
