#include "base/beside.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <vector>

using samsvar::Beside;

BOOST_AUTO_TEST_SUITE(beside_tests)

BOOST_AUTO_TEST_CASE(work_is_done_once_whoever_does_it)
{
    for (int round = 0; round < 1000; ++round) {
        std::atomic<int> calls{0};
        Beside one([&] { ++calls; });
        Beside other([&] { ++calls; });
        one.finish();
        other.finish();
        BOOST_TEST_REQUIRE(calls == 2);
        one.finish();
        BOOST_TEST_REQUIRE(calls == 2);
    }
    Beside().finish();
}

BOOST_AUTO_TEST_CASE(what_it_throws_is_thrown_when_it_is_finished_and_then_only)
{
    for (int round = 0; round < 100; ++round) {
        Beside failing([] { throw std::runtime_error("no"); });
        BOOST_CHECK_THROW(failing.finish(), std::runtime_error);
        failing.finish();
        const Beside left([] { throw std::runtime_error("nobody asks"); });
    }
}

BOOST_AUTO_TEST_CASE(what_it_uses_may_go_when_it_has_gone)
{
    // Dropped or waited for: nothing runs after the destructor.
    for (int round = 0; round < 1000; ++round) {
        std::vector<int> used(100);
        std::vector<Beside> many;
        for (int& one : used) many.emplace_back([&one] { ++one; });
        many.clear();
        const std::vector<int> then = used;
        used.assign(100, -1);
        for (const int one : then) BOOST_TEST_REQUIRE((one == 0 || one == 1));
        BOOST_TEST_REQUIRE((used == std::vector<int>(100, -1)));
    }
}

BOOST_AUTO_TEST_CASE(work_may_have_work_beside_it)
{
    std::atomic<int> calls{0};
    std::function<void(int)> split = [&](int depth) {
        ++calls;
        if (depth == 0) return;
        Beside left([&] { split(depth - 1); });
        split(depth - 1);
        left.finish();
    };
    split(10);
    BOOST_TEST(calls == 2047);
}

BOOST_AUTO_TEST_CASE(one_that_is_given_other_work_lets_go_of_its_own)
{
    std::atomic<int> first{0}, second{0};
    Beside one([&] { ++first; });
    one = Beside([&] { ++second; });
    BOOST_TEST(first <= 1);
    one.finish();
    BOOST_TEST(second == 1);
}

BOOST_AUTO_TEST_SUITE_END()
