#include "base/two_threads.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <vector>

using samsvar::on_two_threads;

BOOST_AUTO_TEST_SUITE(two_threads_tests)

BOOST_AUTO_TEST_CASE(each_call_once)
{
    for (const std::size_t count : {0u, 1u, 2u, 1000u}) {
        std::vector<int> calls(count);
        on_two_threads(count, [&](std::size_t at) { ++calls[at]; });
        BOOST_TEST((calls == std::vector<int>(count, 1)));
    }
}

BOOST_AUTO_TEST_CASE(what_a_call_throws_is_thrown_when_all_have_ended)
{
    for (int round = 0; round < 50; ++round) {
        std::atomic<int> running{0};
        const auto work = [&](std::size_t at) {
            ++running;
            if (at % 2 == 1) {
                --running;
                throw std::runtime_error("odd");
            }
            --running;
        };
        BOOST_CHECK_THROW(on_two_threads(20, work), std::runtime_error);
        BOOST_TEST(running == 0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
