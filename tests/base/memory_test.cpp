// operator new and delete of the program (base/memory.cpp), which this test program is linked with as well.
#include "base/memory.h"

#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <cstring>
#include <deque>
#include <future>
#include <random>
#include <string>
#include <thread>
#include <vector>

using samsvar::memory_use;

namespace {

struct Block {
    unsigned char* bytes;
    std::size_t size;
    unsigned char mark;
};

Block made(std::size_t size, unsigned char mark)
{
    auto* const bytes = static_cast<unsigned char*>(::operator new(size));
    std::memset(bytes, mark, size);
    return {bytes, size, mark};
}

/// The block still holds what was written when it was made.
bool intact(const Block& block)
{
    for (std::size_t at = 0; at < block.size; ++at)
        if (block.bytes[at] != block.mark) return false;
    return true;
}

bool all_intact_and_freed(const std::vector<Block>& blocks)
{
    bool good = true;
    for (const Block& block : blocks) {
        good = good && intact(block);
        ::operator delete(block.bytes);
    }
    return good;
}

std::size_t random_size(std::mt19937& random)
{
    constexpr std::size_t bounds[] = {24, 64, 600, 600, 9000, 9000, 40000};
    return random() % bounds[random() % std::size(bounds)];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(memory_tests)

BOOST_AUTO_TEST_CASE(each_size_is_aligned_and_holds_what_is_written)
{
    std::vector<Block> blocks;
    for (std::size_t size = 0; size < 20'000; size += size < 2000 ? 1 : 37)
        for (int twice = 0; twice < 2; ++twice) {
            blocks.push_back(made(size, static_cast<unsigned char>(blocks.size())));
            BOOST_REQUIRE(reinterpret_cast<std::uintptr_t>(blocks.back().bytes) % alignof(std::max_align_t) == 0);
        }
    for (const std::size_t size : {65'537u, 300'000u, 1'048'576u, 1'048'577u, 4'194'303u, 4'194'304u, 9'000'001u})
        for (int twice = 0; twice < 2; ++twice) blocks.push_back(made(size, static_cast<unsigned char>(blocks.size())));
    BOOST_TEST(all_intact_and_freed(blocks));
}

BOOST_AUTO_TEST_CASE(nothing_is_given_out_twice)
{
    std::mt19937 random(3);
    std::vector<Block> blocks;
    bool good = true;
    for (int round = 0; round < 200'000; ++round) {
        if (blocks.size() < 3000 || random() % 2 == 0) {
            blocks.push_back(made(random_size(random), static_cast<unsigned char>(round)));
            continue;
        }
        std::swap(blocks[random() % blocks.size()], blocks.back());
        good = good && intact(blocks.back());
        ::operator delete(blocks.back().bytes, blocks.back().size);
        blocks.pop_back();
    }
    BOOST_TEST(good);
    BOOST_TEST(all_intact_and_freed(blocks));
}

BOOST_AUTO_TEST_CASE(what_is_deleted_is_used_again)
{
    const auto round = [] {
        std::vector<std::string> texts;
        for (std::size_t number = 0; number < 10'000; ++number) texts.emplace_back(20 + number % 300, 'x');
    };
    round();
    const std::size_t before = memory_use().pages;
    for (int again = 0; again < 50; ++again) round();
    BOOST_TEST(memory_use().pages == before);
}

BOOST_AUTO_TEST_CASE(threads_that_end_leave_their_memory_to_others)
{
    const auto work = [] {
        std::vector<std::string> texts;
        for (std::size_t number = 0; number < 2000; ++number) texts.emplace_back(20 + number % 300, 'x');
        return texts.size();
    };
    std::thread(work).join();
    const std::size_t before = memory_use().pages;
    for (int again = 0; again < 100; ++again) std::thread(work).join();
    // A thread that is scheduled otherwise may need a page of a size more, not a hundred times as much.
    BOOST_TEST(memory_use().pages <= before + (4u << 20));
}

BOOST_AUTO_TEST_CASE(what_one_thread_makes_and_another_deletes_comes_back)
{
    const auto pass = [](std::size_t count) {
        for (std::size_t done = 0; done < count; done += 1000) {
            std::vector<Block> blocks;
            for (std::size_t number = 0; number < 1000; ++number)
                blocks.push_back(made(100, static_cast<unsigned char>(number)));
            std::thread([&] { BOOST_TEST(all_intact_and_freed(blocks)); }).join();
        }
    };
    pass(10'000);
    const std::size_t before = memory_use().pages;
    pass(300'000);  // 30 MB if nothing came back
    BOOST_TEST(memory_use().pages <= before + (2u << 20));
}

BOOST_AUTO_TEST_CASE(many_threads_at_once)
{
    std::vector<std::future<bool>> workers;
    for (unsigned worker = 0; worker < 6; ++worker)
        workers.push_back(std::async(std::launch::async, [worker] {
            std::mt19937 random(worker);
            std::deque<Block> blocks;
            bool good = true;
            for (int round = 0; round < 100'000; ++round) {
                blocks.push_back(made(random_size(random), static_cast<unsigned char>(worker + 1)));
                if (blocks.size() < 500) continue;
                good = good && intact(blocks.front());
                ::operator delete(blocks.front().bytes);
                blocks.pop_front();
            }
            return all_intact_and_freed({blocks.begin(), blocks.end()}) && good;
        }));
    for (std::future<bool>& worker : workers) BOOST_TEST(worker.get());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_had_is_said)
{
    // A sanitizer, in whose builds memory.cpp stands aside, would end the program here.
    if (memory_use().pages == 0) return;
    volatile std::size_t too_much = std::size_t{1} << 60;
    BOOST_CHECK_THROW(::operator delete(::operator new(too_much)), std::bad_alloc);
    ::operator delete(nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
